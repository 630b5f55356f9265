import { addDays } from '#lib/domain/dates.ts';
import { definitionOf, type Indicator } from '#lib/domain/indicators.ts';
import { countOf } from '#lib/domain/regime.ts';
import type { CodeOf } from '../findings/rules.ts';
import type { Findings } from '../findings/findings.ts';
import { THRESHOLDS } from '../findings/thresholds.ts';
import type { OwnFigure, Situation } from './situation.ts';

/** A rule that looks at the figures of one reference date. */
export type PolicyRule = (situation: Situation, findings: Findings) => void;

/** Tells a doubt about one figure, at its place in the file. */
function doubt(
	findings: Findings,
	code: CodeOf<'ask'>,
	{ nis, sheet, row, column, value }: OwnFigure,
	expected: string,
	message: string
): void {
	findings.ask(code, { sheet, row, column }, { value, expected, message, nis });
}

/** Homes do not disappear from the net increase, unless some were sold, demolished or left the system. */
export const realisedFell: PolicyRule = (situation, findings) => {
	for (const regime of situation.regimes)
		realisedFellIn(countOf(regime, 'realised'), situation, findings);
};

function realisedFellIn(realised: Indicator, situation: Situation, findings: Findings): void {
	const { date, previous, best, name } = situation;
	for (const figure of situation.own.get(realised) ?? []) {
		const before = best(figure.nis, realised, previous);
		if (figure.value === null || before === null) continue;
		const gone = (['flow_sale', 'flow_demolition', 'flow_left_system'] as const)
			.map((flow) => best(figure.nis, flow, date) ?? 0)
			.reduce((sum, one) => sum + one, 0);
		if (figure.value >= before - gone) continue;
		const message =
			`${name(figure.nis)}: ${figure.value} realised on ${date}, ${before} a year before; ` +
			`${gone} are known to have gone.`;
		doubt(findings, 'realised_fell', figure, `at least ${before - gone}`, message);
	}
}

/** All social homes, those to come included, cannot be fewer than the realised ones. */
export const plannedBelowRealised: PolicyRule = ({ own, best, name, date }, findings) => {
	for (const figure of own.get('social_all') ?? []) {
		const realised = best(figure.nis, 'social_realised', date);
		if (figure.value === null || realised === null || figure.value >= realised) continue;
		const message = `${name(figure.nis)}: ${figure.value} realised and planned together, and ${realised} realised.`;
		doubt(findings, 'planned_below_realised', figure, `at least ${realised}`, message);
	}
};

/** The stock is what there was at the baseline and what came since. */
export const stockBelowBaseline: PolicyRule = (situation, findings) => {
	for (const regime of situation.regimes) stockBelowBaselineOf(regime, situation, findings);
};

function stockBelowBaselineOf(
	regime: Situation['regimes'][number],
	{ own, best, name, date }: Situation,
	findings: Findings
): void {
	for (const figure of own.get('stock_b') ?? []) {
		const baseline = best(figure.nis, 'stock_a', regime.baselineOn);
		const realised = best(figure.nis, countOf(regime, 'realised'), date);
		if (figure.value === null || baseline === null || realised === null) continue;
		const sum = baseline + realised;
		if (figure.value >= sum * (1 - THRESHOLDS.baseline.value)) continue;
		const message =
			`${name(figure.nis)}: a stock of ${figure.value}, and ${baseline} at the baseline ` +
			`with ${realised} realised since is ${sum}.`;
		doubt(findings, 'stock_below_baseline', figure, `about ${sum}`, message);
	}
}

/** A whole that is not the sum of its parts. */
export const totalNotParts: PolicyRule = ({ own, ofFile, name, date }, findings) => {
	for (const { whole, plus, minus } of SUMS) {
		for (const figure of own.get(whole) ?? []) {
			const signed = [
				...plus.map((part) => ofFile(figure.nis, part, date)),
				...minus.map((part) => negative(ofFile(figure.nis, part, date)))
			];
			if (figure.value === null || signed.includes(null)) continue;
			const sum = signed.reduce<number>((total, part) => total + (part ?? 0), 0);
			if (sum === figure.value) continue;
			const parts = [...plus, ...minus.map((part) => `-${part}`)].join(', ');
			const message = `${name(figure.nis)}: ${whole} is ${figure.value}, and its parts (${parts}) are ${sum}.`;
			doubt(findings, 'total_not_parts', figure, String(sum), message);
		}
	}
};

const negative = (value: number | null): number | null => (value === null ? null : -value);

/** Wholes with their parts; only a file that gives all of them is held against it. */
const SUMS = [
	{ whole: 'stock_w', plus: ['stock_owned', 'stock_rented_in'], minus: [] },
	{
		whole: 'flow_net',
		plus: ['flow_new_build', 'flow_purchase', 'flow_taken_in'],
		minus: ['flow_sale', 'flow_demolition', 'flow_left_system']
	}
] as const;

/** A stock that reads like the share of the households in per cent: 9 where there were 1,100 homes among 12,500. */
export const percentageAsCount: PolicyRule = (situation, findings) => {
	const { own, best, name, date } = situation;
	for (const [indicator, figures] of own) {
		if (definitionOf(indicator).definition === null) continue;
		for (const figure of figures) {
			const { homes: before } = homesExpected(figure, situation);
			const households = best(figure.nis, 'households', addDays(date, 1));
			if (!figure.value || !before || !households || figure.value > 100) continue;
			const percent = (100 * before) / households;
			const isShare = Math.abs(figure.value - percent) <= 1;
			if (!isShare || before < figure.value * THRESHOLDS.percentage.value) continue;
			const message =
				`${name(figure.nis)}: ${figure.value} where ${before} are expected, ` +
				`which is ${percent.toFixed(1)} % of its households.`;
			doubt(findings, 'percentage_as_count', figure, `about ${before}`, message);
		}
	}
};

/** A stock that is less than half of what was published before, or of what is estimated where nothing was. */
export const stockHalved: PolicyRule = (situation, findings) => {
	const { halved, fewHomes } = THRESHOLDS;
	for (const [indicator, figures] of situation.own) {
		if (definitionOf(indicator).definition === null) continue;
		for (const figure of figures) {
			const { homes, isEstimate } = homesExpected(figure, situation);
			if (figure.value === null || homes === null) continue;
			if (figure.value >= homes * halved.value || homes - figure.value < fewHomes.value) continue;
			const than = isEstimate ? `an estimate of ${homes}` : `${homes} a year before`;
			const message = `${situation.name(figure.nis)}: ${figure.value} homes, beside ${than}.`;
			doubt(findings, 'stock_halved', figure, `about ${homes}`, message);
		}
	}
};

/** How many homes can be expected: those published a year before, else the estimate of the day or of that year. */
function homesExpected(
	{ nis, indicator }: OwnFigure,
	{ best, expected, date, previous }: Situation
): { homes: number | null; isEstimate: boolean } {
	const published = best(nis, indicator, previous);
	const homes = published ?? expected(nis, indicator, date) ?? expected(nis, indicator, previous);
	return { homes, isEstimate: published === null };
}
