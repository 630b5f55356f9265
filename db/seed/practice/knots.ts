import type { Indicator } from '#lib/domain/indicators.ts';
import type { LaterShares } from './evidence.ts';
import { inStructureOf, type ByCode, type Ground } from './ground.ts';
import type { Knot } from './interpolate.ts';
import { LAST_YEAR, newYear, yearEndBefore } from './years.ts';

/** The stocks (definition B) that the series of a municipality must reach, by year-end, earliest first. */
export type KnotsOf = (nis: string) => readonly Knot[];

/** Turns a published number into a stock, given the baseline and the objective of the municipality. */
type ToStock = (published: number, baseline: number, objective: number) => number;

const KINDS: readonly { indicator: Indicator; toStock: ToStock }[] = [
	{ indicator: 'stock_b', toStock: (stock) => stock },
	{ indicator: 'realised', toStock: (realised, baseline) => baseline + realised },
	{
		indicator: 'realised_share',
		toStock: (percent, baseline, objective) => baseline + Math.round((percent / 100) * objective)
	}
];

/**
 * What is published of stock and progress, as stocks at year-ends; where there is nothing of these and no published
 * baseline, the shares by other definitions.
 */
export function createKnots(
	ground: Ground,
	baseline: ByCode,
	objectives: ByCode,
	laterShares: LaterShares
): KnotsOf {
	const { ledger, scheme, places } = ground;
	const knots = new Map<string, Knot[]>();
	for (const nis of places.byCode.keys()) {
		const known = fromProgress(ground, nis, baseline, objectives);
		const measured = known.length > 0 || ledger.published.at(nis, 'stock_a', scheme.baselineOn);
		knots.set(nis, measured ? known : fromShares(ground, nis, laterShares));
	}
	return (nis) => knots.get(nis) ?? [];
}

/**
 * Of several figures for one year-end the first stands: one of that day before one of a later day, and of those a stock
 * before the dwellings realised, and these before the percentage of the objective.
 */
function fromProgress(ground: Ground, nis: string, baseline: ByCode, objectives: ByCode): Knot[] {
	const stocks = new Map<number, number>();
	for (const { toStock, day, value } of candidates(ground, nis)) {
		const year = yearEndBefore(day);
		const base = inStructureOf(ground, year, baseline).get(nis);
		const objective = inStructureOf(ground, year, objectives).get(nis);
		if (base === undefined || objective === undefined || year > LAST_YEAR) continue;
		if (!stocks.has(year)) stocks.set(year, toStock(value, base, objective));
	}
	return [...stocks].sort(([a], [b]) => a - b);
}

function candidates({ ledger }: Ground, nis: string) {
	const all = KINDS.flatMap(({ indicator, toStock }) =>
		ledger.published.series(nis, indicator).map((one) => ({ ...one, toStock }))
	);
	const atYearEnd = ({ day }: { day: string }) => day.endsWith('-12-31');
	return [...all.filter(atYearEnd), ...all.filter((one) => !atYearEnd(one))];
}

const fromShares = ({ ledger }: Ground, nis: string, laterShares: LaterShares): Knot[] =>
	laterShares(nis).map(({ year, share }) => [
		year,
		Math.round(share * ledger.value(nis, 'households', newYear(year + 1)))
	]);
