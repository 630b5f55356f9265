import type { Day } from './dates.ts';
import { figureOf, type Lookup, type Municipality, type Places } from './places.ts';
import { sumOfKnown, unknown, type Figure } from './figure.ts';
import type { Indicator } from './indicators.ts';
import { share } from './share.ts';

/** What sort of area a region that is published is; the words stand in `text/words.ts`. */
export const PUBLISHED_REGION_KINDS = [
	'gewest',
	'provincie',
	'arrondissement',
	'referentieregio',
	'stadsregio',
	'centrumsteden',
	'woonmaatschappij',
	'igs',
	'intercommunale',
	'welzijnsvereniging',
	'vervoerregio',
	'gebied'
] as const;

/** The same, and a list of municipalities that a visitor puts together. */
export type RegionKind = (typeof PUBLISHED_REGION_KINDS)[number] | 'eigen';

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
	const selected = memberships
		.filter((one) => one.from <= selectOn && (one.to === null || one.to >= selectOn))
		.flatMap((one) => (early ? places.withPredecessors(one.nis, selectOn) : [one.nis]));
	const municipalities = [...new Set(selected)]
		.filter((nis) => places.inForce(nis, day))
		.sort()
		.flatMap((nis) => places.byCode.get(nis) ?? []);
	return { municipalities, attestedFrom: early ? attestedFrom : null };
}

/**
 * A municipality in the form or forms that it has on a day: itself, what it went into, or, when it did not exist yet, those
 * that went into it.
 */
export function formsOn(places: Places, nis: string, day: Day): readonly string[] {
	const own = places.successorOn(nis, day);
	return own === null
		? places.withPredecessors(nis).filter((code) => places.inForce(code, day))
		: [own];
}

/** The municipalities of a list in the structure of a day, each once, in order of code. */
export const listedOn = (
	places: Places,
	codes: readonly string[],
	day: Day
): readonly Municipality[] =>
	[...new Set(codes.flatMap((nis) => formsOn(places, nis, day)))]
		.sort()
		.flatMap((nis) => places.byCode.get(nis) ?? []);

/** Stock, households and share of an area at one date. */
export interface AreaSum {
	stock: Figure;
	households: Figure;
	share: Figure;
}

/** A member's stock and households as a part of a sum. */
export interface AreaPart {
	nis: string;
	stock: Figure;
	households: Figure;
}

/**
 * Sums over the members that have both a stock and households, so that numerator and denominator are of the same
 * municipalities; those left out are named. The share is the quotient of the sums, never a mean of shares (domain.md 6.1).
 * When fewer than half of the members have both, each quantity is summed apart and there is no share; a quantity that fewer
 * than half have is unknown: a few members are not the region.
 */
export function sumArea(parts: readonly AreaPart[], date: Day): AreaSum {
	const isComplete = (part: AreaPart) =>
		part.stock.value !== null && part.households.value !== null;
	const complete = parts.filter(isComplete);
	if (complete.length * 2 < parts.length || parts.length === 0) return sumApart(parts, date);
	const missing = parts.filter((part) => !isComplete(part)).map((part) => part.nis);
	const stock = { ...sumOf(complete, 'stock', date), missing };
	const households = { ...sumOf(complete, 'households', date), missing };
	return { stock, households, share: share(stock, households) };
}

function sumApart(parts: readonly AreaPart[], date: Day): AreaSum {
	const [stock, households] = [sumOf(parts, 'stock', date), sumOf(parts, 'households', date)];
	const missing = [...new Set([...stock.missing, ...households.missing])];
	const reason = stock.value === null ? 'no_stock' : 'no_households';
	return { stock, households, share: unknown(date, reason, missing) };
}

const sumOf = (parts: readonly AreaPart[], of: 'stock' | 'households', date: Day): Figure =>
	sumOfWhole(
		parts.map((part) => ({ nis: part.nis, figure: part[of] })),
		parts[0]?.[of].date ?? date
	);

/** The sum over the members that have the quantity; unknown when fewer than half have. */
export function sumOfWhole(parts: readonly { nis: string; figure: Figure }[], date: Day): Figure {
	const sum = sumOfKnown(parts, date);
	return sum.missing.length * 2 > parts.length ? unknown(date, 'part_missing', sum.missing) : sum;
}

/**
 * The sums to put in a headline: a total that was published for the area as a whole is surer than a sum that rests on
 * estimates or has gaps, and takes its place.
 */
export function headlineOf(sum: AreaSum, published: Figure | null): AreaSum {
	const sumIsPublished =
		sum.stock.value !== null && sum.stock.status !== 'estimated' && sum.stock.missing.length === 0;
	if (!published || published.value === null || sumIsPublished) return sum;
	const usable = sum.share.value !== null || sum.stock.value === null;
	const whole = usable && sum.households.missing.length === 0;
	return {
		...sum,
		stock: published,
		share: whole ? share(published, sum.households) : unknown(published.date, 'no_households')
	};
}

/** The stock of social rental dwellings: by the yearly measurement (B), at the baseline by the baseline's rule (A). */
export const STOCK_DEFINITIONS: readonly Indicator[] = ['stock_b', 'stock_a'];

/**
 * The stocks that may stand for a region as a whole: those of a municipality, else a total that was published by another
 * rule, which keeps its own definition: Statistiek Vlaanderen (C), what the woonmaatschappijen own or rent in (W).
 */
export const TOTAL_DEFINITIONS: readonly Indicator[] = [...STOCK_DEFINITIONS, 'stock_c', 'stock_w'];

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
