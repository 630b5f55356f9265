import { catalogued, definitionOf, REGIME_COUNTS, type Indicator } from '#lib/domain/indicators.ts';
import { STOCK_DEFINITIONS } from '#lib/domain/region.ts';
import { WHOLE_FILE } from '../findings/findings.ts';
import { THRESHOLDS } from '../findings/thresholds.ts';
import type { PolicyRule } from './rules-of-one.ts';
import type { OwnFigure, Situation } from './situation.ts';

const { enough, complete } = THRESHOLDS;

/** A file of nearly all municipalities is meant to have all of them. */
export const incompleteList: PolicyRule = ({ own, places, date, name }, findings) => {
	const valid = places.validOn(date);
	const meant = [...own].filter(
		([, figures]) => figures.length >= Math.max(enough.value, valid.length * complete.value)
	);
	for (const { nis } of valid) {
		const lacking = meant.filter(([, figures]) => figures.every((one) => one.nis !== nis));
		if (lacking.length === 0) continue;
		const what = lacking.map(([indicator]) => indicator).join(', ');
		const message = `${name(nis)} has no ${what} of ${date}, and nearly all other municipalities have.`;
		const expected = `${valid.length} municipalities`;
		findings.ask('incomplete_list', WHOLE_FILE, { value: nis, expected, message });
	}
};

/** The figures are those of the year after: the year is wrong. */
export const yearOff: PolicyRule = (situation, findings) => {
	const { own, known, next, date } = situation;
	for (const [indicator, figures] of countedOf(own)) {
		const pairs = pairsWith(figures, (nis) => known(nis, indicator, next));
		const now = pairsWith(figures, (nis) => known(nis, indicator, date));
		if (!isPattern(pairs, THRESHOLDS.sameAsNextYear.value)) continue;
		if (isPattern(now, THRESHOLDS.sameAsNextYear.value)) continue;
		const message = `${indicator} of ${date}: ${same(pairs)} of ${pairs.length} figures are those known of ${next}.`;
		findings.ask('year_looks_wrong', WHOLE_FILE, { value: date, expected: next, message });
	}
};

/** A name of a sheet that says another year than its figures. */
export const yearOfSheet: PolicyRule = ({ own, date }, findings) => {
	const sheets = new Set([...own.values()].flat().flatMap((one) => one.sheet ?? []));
	for (const sheet of sheets) {
		const years = [...sheet.matchAll(/(?<!\d)(?:19|20)\d{2}(?!\d)/g)].map(([year]) => Number(year));
		const [only] = years;
		if (years.length !== 1 || Math.abs((only ?? 0) - Number(date.slice(0, 4))) !== 1) continue;
		const message = `The sheet "${sheet}" has figures of ${date}; its name says ${only}.`;
		const place = { ...WHOLE_FILE, sheet };
		findings.ask('year_looks_wrong', place, { value: date, expected: `${only}-12-31`, message });
	}
};

/** So many figures that did not move are those of last year under a new date. */
export const sameAsLastYear: PolicyRule = ({ own, best, previous, date }, findings) => {
	for (const [indicator, figures] of countedOf(own)) {
		const pairs = pairsWith(figures, (nis) => best(nis, indicator, previous));
		if (!isPattern(pairs, THRESHOLDS.sameAsLastYear.value)) continue;
		const message = `${indicator} of ${date}: ${same(pairs)} of ${pairs.length} figures are the same as on ${previous}.`;
		const expected = `fewer than ${Math.round(THRESHOLDS.sameAsLastYear.value * 100)} % the same`;
		findings.ask('same_as_last_year', WHOLE_FILE, { value: same(pairs), expected, message });
	}
};

/** The stock is counted by another definition than a year before, or the source says that the series breaks. */
export const definitionChanged: PolicyRule = ({ own, known, previous, date }, findings) => {
	for (const [indicator, figures] of own) {
		if (definitionOf(indicator).definition === null) continue;
		const others = STOCK_DEFINITIONS.filter((one) => one !== indicator);
		const before = (code: Indicator) =>
			figures.filter(({ nis }) => known(nis, code, previous) !== null).length;
		const other = others.find((code) => before(code) >= enough.value);
		const isNew = figures.length >= enough.value && other !== undefined && before(indicator) === 0;
		const breaks = figures.filter((one) => one.status === 'break').length;
		if (!isNew && breaks === 0) continue;
		const message = isNew
			? `${date} is counted as ${indicator}, and ${previous} was counted as ${other}.`
			: `${breaks} figures of ${indicator} on ${date} have the status break.`;
		findings.ask('definition_changed', WHOLE_FILE, {
			value: indicator,
			expected: isNew ? other : undefined,
			message
		});
	}
};

type Pair = [now: number, other: number];

/** Figures above zero that both have; zeros stay zero without anybody's fault. */
const pairsWith = (figures: readonly OwnFigure[], other: (nis: string) => number | null): Pair[] =>
	figures.flatMap(({ nis, value }): Pair[] => {
		const beside = other(nis);
		return value && beside !== null ? [[value, beside]] : [];
	});

const same = (pairs: readonly Pair[]): number => pairs.filter(([a, b]) => a === b).length;

const isPattern = (pairs: readonly Pair[], part: number): boolean =>
	pairs.length >= enough.value && same(pairs) >= pairs.length * part;

/** What is counted anew each year: stocks and the ways to the objective. */
const countedOf = (own: Situation['own']) =>
	[...own].filter(
		([indicator]) =>
			definitionOf(indicator).definition !== null ||
			REGIME_COUNTS.some((count) => count === catalogued(indicator))
	);
