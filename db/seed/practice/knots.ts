import type { Indicator } from '#lib/domain/indicators.ts';
import type { LaterShares } from './evidence.ts';
import { inStructureOf, type ByCode, type Ground } from './ground.ts';
import type { Knot } from './interpolate.ts';
import { LAST_YEAR, nearestYearEnd, newYear, yearEndBefore } from './years.ts';

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
 * before the dwellings realised, and these before the percentage of the objective. A figure of a later day that lost
 * counts for the year-end after its day, when it is higher: then the two can be of different measurements.
 */
function fromProgress(ground: Ground, nis: string, baseline: ByCode, objectives: ByCode): Knot[] {
	const stocks = new Map<number, number>();
	const stockAt = (year: number, { toStock, value }: Candidate): number | undefined => {
		const base = inStructureOf(ground, year, baseline).get(nis);
		const objective = inStructureOf(ground, year, objectives).get(nis);
		const known = base !== undefined && objective !== undefined && year <= LAST_YEAR;
		return known ? toStock(value, base, objective) : undefined;
	};
	const lost = candidates(ground, nis).filter((one) => {
		const stock = stockAt(one.year, one);
		if (stocks.has(one.year) || stock === undefined) return true;
		stocks.set(one.year, stock);
		return false;
	});
	for (const one of lost.filter(({ atYearEnd }) => !atYearEnd)) {
		const stock = stockAt(one.next, one);
		const isHigher = stock !== undefined && stock > (stocks.get(one.year) ?? Infinity);
		if (isHigher && !stocks.has(one.next)) stocks.set(one.next, stock);
	}
	return [...stocks].sort(([a], [b]) => a - b);
}

/** A published figure of stock or progress, with the nearest year-end, for which it counts. */
interface Candidate {
	value: number;
	year: number;
	/** The year-end after its day. */
	next: number;
	atYearEnd: boolean;
	toStock: ToStock;
}

function candidates({ ledger }: Ground, nis: string): Candidate[] {
	const all = KINDS.flatMap(({ indicator, toStock }) =>
		ledger.published.series(nis, indicator).map(({ day, value }) => {
			const [year, next] = [nearestYearEnd(day), yearEndBefore(day) + 1];
			return { value, year, next, atYearEnd: day.endsWith('-12-31'), toStock };
		})
	);
	return all.toSorted((a, b) => Number(b.atYearEnd) - Number(a.atYearEnd));
}

const fromShares = ({ ledger }: Ground, nis: string, laterShares: LaterShares): Knot[] =>
	laterShares(nis).map(({ year, share }) => [
		year,
		Math.round(share * ledger.value(nis, 'households', newYear(year + 1)))
	]);
