import { endOfYear } from '#lib/domain/dates.ts';
import type { Indicator } from '#lib/domain/indicators.ts';
import { FALL } from '#lib/domain/near-numbers.ts';
import { BASIS_POINTS } from '#lib/domain/share.ts';
import { CEILING } from './assumptions.ts';
import type { Ground } from './ground.ts';
import { publishedObjectives, type StepOne } from './objectives.ts';
import { COMPANY_YEAR, type ProvinceTotals } from './totals.ts';
import { LAST_YEAR, newYear, yearEndBefore } from './years.ts';

/** Dwellings in the baseline that published figures of another kind or day point to; null without any. */
export type Evidence = (nis: string) => number | null;

/** A published objective below this part of step 1 was cut by the limit of step 2, so it tells the baseline. */
const CLEARLY_CUT = 0.85;

/**
 * What published figures tell of a baseline that was not published itself. The first that exists: a published stock less
 * what was realised by the same day; the published share in the baseline; a published objective that the limit of the scheme cut; the earliest share after the baseline, which
 * counts for the baseline too.
 */
export function createEvidence(ground: Ground, first: StepOne, laterShares: LaterShares): Evidence {
	const { ledger, scheme } = ground;
	const objectives = publishedObjectives(ground);
	return (nis) => {
		const before = stockLessRealised(ground, nis);
		if (before !== null) return before;
		const households = ledger.value(nis, 'households', scheme.householdsOn);
		const percent = ledger.published.series(nis, 'share_households_baseline').at(0)?.value;
		if (percent !== undefined) return Math.round((percent / 100) * households);
		const objective = objectives.get(nis) ?? 0;
		if (objective > 0 && objective < CLEARLY_CUT * first(nis)) {
			return Math.round((scheme.capBasisPoints * households) / BASIS_POINTS) - objective;
		}
		const later = laterShares(nis).at(0);
		return later ? Math.round(baselineBefore(ground, nis, later)) : null;
	};
}

/** The first published stock of the measurement of which the increase since the baseline is published too, less that. */
function stockLessRealised({ ledger }: Ground, nis: string): number | null {
	const realised = new Map(
		ledger.published.series(nis, 'realised').map(({ day, value }) => [day, value])
	);
	const both = ledger.published.series(nis, 'stock_b').find(({ day }) => realised.has(day));
	return both ? both.value - (realised.get(both.day) ?? 0) : null;
}

/**
 * The stock of the baseline when a later share counts for it too; less where growth to the later stock would exceed the
 * ceiling of the little that such a share, close below the limit, leaves as objective.
 */
function baselineBefore({ ledger, scheme }: Ground, nis: string, later: LaterShare): number {
	const households = ledger.value(nis, 'households', scheme.householdsOn);
	const limit = (scheme.capBasisPoints * households) / BASIS_POINTS;
	const same = later.share * households;
	if (same >= limit) return same;
	const stock = later.share * ledger.value(nis, 'households', newYear(later.year + 1));
	return Math.min(same, (CEILING * limit - stock) / (CEILING - 1));
}

/** A published share at a year-end, as a fraction of the households of the next day. */
interface LaterShare {
	year: number;
	share: number;
}

/** The published shares of a municipality after the baseline, earliest first. */
export type LaterShares = (nis: string) => readonly LaterShare[];

/**
 * Where to find a share in published figures, and what a stock is multiplied by: the definition nearest to the
 * measurement first. A share of dwellings stands for one of households. What some landlords own is no such thing.
 */
const SOURCES: readonly {
	indicator: Indicator;
	unit: 'dwellings' | 'percent' | 'company dwellings';
}[] = [
	{ indicator: 'stock_b', unit: 'dwellings' },
	{ indicator: 'stock_x', unit: 'dwellings' },
	{ indicator: 'stock_e', unit: 'dwellings' },
	{ indicator: 'share_households', unit: 'percent' },
	{ indicator: 'share_dwellings', unit: 'percent' },
	{ indicator: 'stock_d', unit: 'company dwellings' }
];

/**
 * What is published of the share of a municipality after the baseline, by any definition, earliest first; of one year
 * the nearest definition only. The narrow stock of housing companies is raised by what Flanders has beside it.
 */
export function createLaterShares(ground: Ground, totals: ProvinceTotals): LaterShares {
	const raise = perCompanyDwelling(ground, totals);
	return (nis) => {
		const shares = new Map<number, number>();
		for (const { indicator, unit } of SOURCES) {
			for (const { day, value } of lasting(ground.ledger.published.series(nis, indicator), unit)) {
				const year = yearEndBefore(day);
				const households = ground.ledger.find(nis, 'households', newYear(year + 1));
				if (year > LAST_YEAR || households === null || shares.has(year)) continue;
				const dwellings = unit === 'company dwellings' ? raise * value : value;
				shares.set(year, unit === 'percent' ? value / 100 : dwellings / households);
			}
		}
		return [...shares].map(([year, share]) => ({ year, share })).sort((a, b) => a.year - b.year);
	};
}

/** Published values without a percentage that the next one undercuts so far that it was counted otherwise. */
const lasting = <Point extends { value: number }>(
	series: readonly Point[],
	unit: string
): Point[] =>
	series.filter(
		({ value }, at) =>
			unit !== 'percent' || (series[at + 1]?.value ?? Infinity) >= value * (1 - FALL)
	);

/** Dwellings by definition B for each dwelling of a housing company, in the whole of Flanders. */
function perCompanyDwelling(
	{ provinces, regions, flanders }: Ground,
	totals: ProvinceTotals
): number {
	const companies = regions.at(flanders, 'stock_d', endOfYear(COMPANY_YEAR));
	const all = provinces.reduce((sum, province) => sum + totals(province, COMPANY_YEAR), 0);
	return companies === null ? 1 : all / companies;
}
