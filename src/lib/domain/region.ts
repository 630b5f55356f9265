import type { Day } from './dates.ts';
import { figureOf, type Lookup, type Municipality, type Places } from './places.ts';
import { sumOfKnown, type Figure } from './figure.ts';
import type { Indicator } from './indicators.ts';
import { share } from './share.ts';

/** What sort of area a region is; the words stand in `text/words.ts`. */
export type RegionKind =
	| 'gewest'
	| 'provincie'
	| 'arrondissement'
	| 'referentieregio'
	| 'stadsregio'
	| 'centrumsteden'
	| 'woonmaatschappij'
	| 'igs'
	| 'intercommunale'
	| 'welzijnsvereniging'
	| 'vervoerregio'
	| 'gebied';

/** A dated membership of a municipality in a region. */
export interface Membership {
	nis: string;
	from: Day;
	to: Day | null;
}

/** Who belongs to a region in one structure, and whether that was already attested then. */
export interface Members {
	municipalities: readonly Municipality[];
	/** First day for which the membership is attested, when the question is about an earlier day; else null. */
	attestedFrom: Day | null;
}

/**
 * Members of a region in the structure of a day. Before the first attested day the first attested members are shown,
 * each as the predecessors it then had; the caller says so.
 */
export function membersOn(
	places: Places,
	memberships: readonly Membership[],
	attestedFrom: Day | null,
	day: Day
): Members {
	const early = attestedFrom !== null && day < attestedFrom;
	const selectOn = early ? attestedFrom : day;
	const codes = new Set(
		memberships
			.filter((one) => one.from <= selectOn && (one.to === null || one.to >= selectOn))
			.map((one) => one.nis)
	);
	const municipalities = early
		? places.validOn(day).filter((one) => codes.has(places.successorOn(one.nis, selectOn) ?? ''))
		: places.validOn(day).filter((one) => codes.has(one.nis));
	return { municipalities, attestedFrom: early ? attestedFrom : null };
}

/** Stock, households and share of an area at one date. */
export interface AreaSum {
	stock: Figure;
	households: Figure;
	share: Figure;
}

/**
 * Sums over the members that have both a stock and households, so that numerator and denominator are of the same
 * municipalities; those left out are named. The share is the quotient of the sums, never a mean of shares (domain.md 6.1).
 */
export function sumArea(
	parts: readonly { nis: string; stock: Figure; households: Figure }[],
	date: Day
): AreaSum {
	const complete = parts.filter(
		(part) => part.stock.value !== null && part.households.value !== null
	);
	const missing = parts.filter((part) => !complete.includes(part)).map((part) => part.nis);
	const paired = complete.length > 0 ? complete : parts;
	const sum = (figure: (part: (typeof parts)[number]) => Figure): Figure => ({
		...sumOfKnown(
			paired.map((part) => ({ nis: part.nis, figure: figure(part) })),
			date
		),
		missing
	});
	const stock = sum((part) => part.stock);
	const households = { ...sum((part) => part.households), date: parts[0]?.households.date ?? date };
	return { stock, households, share: share(stock, households) };
}

/**
 * The sums to put in a headline: a total that was published for the area as a whole is surer than a sum that rests on
 * estimates or has gaps, and takes its place.
 */
export function headlineOf(sum: AreaSum, published: Figure | null): AreaSum {
	const sumIsPublished =
		sum.stock.value !== null && sum.stock.status !== 'estimated' && sum.stock.missing.length === 0;
	if (!published || published.value === null || sumIsPublished) return sum;
	return { ...sum, stock: published, share: share(published, sum.households) };
}

/** The stock of social rental dwellings: by the yearly measurement (B), at the baseline by the baseline's rule (A). */
export const STOCK_DEFINITIONS: readonly Indicator[] = ['stock_b', 'stock_a'];

/** The headline stock of a municipality at a date: the first definition of `STOCK_DEFINITIONS` that is known. */
export function stockOf(
	places: Places,
	lookup: Lookup,
	nis: string,
	structureOn: Day,
	date: Day
): Figure {
	const figures = STOCK_DEFINITIONS.map((indicator) =>
		figureOf(places, lookup, { nis, structureOn, indicator, date })
	);
	return figures.find((figure) => figure.value !== null) ?? (figures[0] as Figure);
}
