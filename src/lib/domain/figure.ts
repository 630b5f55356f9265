import type { Day } from './dates.ts';
import type { Indicator } from './indicators.ts';
import { VALUELESS, type Status } from './status.ts';

/** One published (or practice) number as it stands in the database, newest known first when there are several. */
export interface Observation {
	nis: string;
	indicator: Indicator;
	date: Day;
	value: number | null;
	status: Status;
	publication: number;
	/** The municipal structure that the publication follows; null: that of the reference date. */
	structureOn: Day | null;
	note: string | null;
}

/** Why a figure has no value. Zero is a value; these are not. */
export type Reason =
	| 'not_published' // nobody published it, or not yet on the known-on day
	| 'part_missing' // a sum over predecessors or members of which a part is unknown
	| 'newer_structure' // published for the merged municipality only
	| 'no_households_pair' // no households of the next 1 January belong to this date
	| 'no_households' // the denominator is unknown or zero
	| 'no_stock' // the numerator is unknown
	| 'no_objective' // target 0 or no objective: there is no percentage
	| 'exempt_part' // known for a merger only, of which one part is exempt and another is not
	| 'no_baseline' // an input of the formula at the baseline is unknown
	| 'baseline_estimated' // the stock was published, and the baseline it would be set against is an estimate
	| 'no_provincial_objective' // the objective of the province was not published
	| 'no_formula' // decided, not computed, and the decision was not published
	| 'not_final' // of a regime in preparation: nothing is decided yet
	| 'no_permits' // the dwellings permitted in one of the five years are unknown
	| 'no_members' // the region has no members on this date
	| 'too_few_members' // fewer than two members with households: nothing to spread over
	| 'zero_stock' // no dwelling at all: nothing to spread
	| 'no_goal' // nobody names a share to reach
	| 'goal_reached' // the share is reached: nothing more is asked
	| 'no_time' // the day asked is not after the day of the stock
	| 'no_new_homes' // no dwelling is added, so no part of them can be social
	| 'not_above_goal' // no larger part of the new dwellings is social than the goal: it is never reached by growing
	| 'overlapping' // a municipality belongs to two of the regions that are split
	| 'zero_lowest' // a member without a dwelling: the ratio to its share has no end
	| 'above_total' // an estimate that would add up to more than a total that was published
	| 'no_neighbours' // no bordering Flemish municipality with dwellings has a figure
	| 'missing'
	| 'suppressed'
	| 'not_applicable';

/** By which rule a figure came about; the words stand in `text/trace.ts`. */
export type Rule =
	| 'published' // one number as somebody published or estimated it
	| 'objective' // decided for a municipality, not counted
	| 'merger' // sum over the municipalities before a merger
	| 'sum' // sum over members
	| 'together' // sum of several quantities of one area
	| 'share'
	| 'gap' // dwellings short of a share
	| 'goal' // a share that a region adopted
	| 'hold_share' // the share of a base date
	| 'hold_gap' // dwellings short of that share
	| 'net_increase' // a published stock less the published stock of the baseline
	| 'realised_share'
	| 'last_year' // the later reading of a count less the one of a year before
	| 'to_realise'
	| 'computed'; // by a rule that the page itself explains

/** How a figure came about, for whoever doubts it. */
export interface Making {
	readonly rule: Rule;
	/** The figures it was made from, each with the area that it is of when that is another one. */
	readonly parts: readonly { nis: string | null; figure: Figure }[];
	/** Of one published number: the area and indicator under which it stands in the database. */
	readonly of?: { readonly nis: string; readonly indicator: Indicator };
}

/** Where a figure can be looked up again with all that it was made from. */
export interface Address {
	/** NIS code of a municipality, or slug of a region. */
	readonly area: string;
	readonly quantity: Quantity;
	readonly on: Day;
	/** Null: what is known today. */
	readonly known: Day | null;
	/** Number of the version, where one was asked. */
	readonly version?: number;
	readonly structureOn: Day;
	/** Slug of the region of which the area is a member, where the quantity depends on it. */
	readonly region?: string;
	/** Code of the regime, where it is another one than that which runs on the day. */
	readonly regime?: string;
	/** The municipalities of an area that somebody put together. */
	readonly codes?: readonly string[];
}

/** The quantities of an area that have an address. */
export const QUANTITIES = [
	'stock',
	'households',
	'share',
	'members_stock',
	'members_households',
	'members_share',
	'baseline',
	'target',
	'realised',
	'realised_last_year',
	'in_execution',
	'planned',
	'counted_realised',
	'counted_in_execution',
	'counted_planned',
	'realised_share',
	'to_realise',
	'with_planned',
	'with_planned_share',
	'goal',
	'gap',
	'positive_gaps',
	'surplus',
	'short'
] as const;
export type Quantity = (typeof QUANTITIES)[number];

/** A number with everything that must travel with it to the pixel. */
export interface Figure {
	/** Null when unknown; then `reason` says why. */
	readonly value: number | null;
	readonly reason: Reason | null;
	readonly date: Day;
	readonly status: Status;
	/** Summed over predecessors along mergers («samengesteld»). */
	readonly composed: boolean;
	/** Publications it rests on, without doubles. */
	readonly publications: readonly number[];
	/** NIS codes that would belong in it and have no value. */
	readonly missing: readonly string[];
	/** What was counted; null for a computed quantity. */
	readonly indicator: Indicator | null;
	/** How it came about; absent when it is unknown. */
	readonly made?: Making;
	/** Where it can be looked up again. */
	readonly address?: Address;
	/** Whose number is unknown, and which: there is nothing to look up, but there may be something said of it. */
	readonly unknownOf?: Pick<Address, 'area' | 'quantity'>;
	/** What is known of it today, on a page as known on an earlier day, when that is something else. */
	readonly now?: Figure;
}

/** A figure that nobody knows, with the reason. */
export function unknown(
	date: Day,
	reason: Reason,
	missing: readonly string[] = [],
	indicator: Indicator | null = null
): Figure {
	const status = VALUELESS.find((candidate) => candidate === reason) ?? 'missing';
	return {
		value: null,
		reason,
		date,
		status,
		composed: false,
		publications: [],
		missing,
		indicator
	};
}

/** The figure that one observation gives. */
export function fromObservation(observation: Observation): Figure {
	const { nis, value, date, status, publication, indicator } = observation;
	return {
		value,
		reason: value === null ? (status as Reason) : null,
		date,
		status,
		composed: false,
		publications: [publication],
		missing: [],
		indicator,
		made: { rule: 'published', parts: [], of: { nis, indicator } }
	};
}

/** From the surest to the least sure: a sum is as sure as its least sure part. */
const CERTAINTY: readonly Status[] = ['normal', 'break', 'provisional', 'forecast', 'estimated'];

/** The least sure of the statuses; `missing` when there are none. */
export function leastSure(statuses: Iterable<Status>): Status {
	let worst = -1;
	for (const status of statuses) worst = Math.max(worst, CERTAINTY.indexOf(status));
	return CERTAINTY[worst] ?? 'missing';
}

function union<T>(lists: Iterable<readonly T[]>): T[] {
	const found = new Set<T>();
	for (const list of lists) for (const one of list) found.add(one);
	return [...found];
}

/**
 * Sum of an additive quantity over parts that must all be known, as for the predecessors of a municipality:
 * half a municipality is no municipality. Unknown, with the parts named, when one of them is.
 */
export function sumOfAll(parts: readonly { nis: string; figure: Figure }[], date: Day): Figure {
	const missing = parts.filter((part) => part.figure.value === null);
	if (missing.length > 0 || parts.length === 0) {
		return unknown(
			date,
			'part_missing',
			missing.map((part) => part.nis)
		);
	}
	return { ...sumOfKnown(parts, date), composed: true, made: { rule: 'merger', parts } };
}

/**
 * Sum over the parts that are known, naming those left out: a regional total says whom it leaves out, it never
 * blanks and never guesses. Unknown only when no part is known.
 */
export function sumOfKnown(parts: readonly { nis: string; figure: Figure }[], date: Day): Figure {
	const known = parts.filter((part) => part.figure.value !== null);
	const missing = parts.filter((part) => part.figure.value === null).map((part) => part.nis);
	if (known.length === 0)
		return unknown(date, parts.length ? 'part_missing' : 'no_members', missing);
	const figures = known.map((part) => part.figure);
	return {
		value: figures.reduce((sum, figure) => sum + (figure.value ?? 0), 0),
		reason: null,
		date,
		status: leastSure(figures.map((figure) => figure.status)),
		composed: figures.some((figure) => figure.composed),
		publications: union(figures.map((figure) => figure.publications)),
		missing,
		indicator: figures[0]?.indicator ?? null,
		made: { rule: 'sum', parts: known }
	};
}

/** A computed quantity that rests on several figures: as sure as its least sure input, with all their sources; sure without any. */
export function derived(
	value: number,
	date: Day,
	inputs: readonly Figure[],
	rule: Rule = 'computed'
): Figure {
	return {
		value,
		reason: null,
		date,
		status: inputs.length === 0 ? 'normal' : leastSure(inputs.map((input) => input.status)),
		composed: inputs.some((input) => input.composed),
		publications: union(inputs.map((input) => input.publications)),
		missing: union(inputs.map((input) => input.missing)),
		indicator: null,
		made: { rule, parts: inputs.map((figure) => ({ nis: null, figure })) }
	};
}

/** Several quantities of one area together (realised and planned); unknown, with its reason, when the first of them is. */
export function together(first: Figure, ...others: readonly Figure[]): Figure {
	const figures = [first, ...others];
	const open = figures.find((one) => one.value === null);
	if (open) return unknown(first.date, open.reason ?? 'missing', open.missing);
	const sum = figures.reduce((total, one) => total + (one.value ?? 0), 0);
	return derived(sum, first.date, figures, 'together');
}

/** The same figure without what it was made from, for one that is held on to and names every municipality. */
export const withoutParts = ({ made, ...figure }: Figure): Figure =>
	made ? { ...figure, made: { rule: made.rule, parts: [] } } : figure;
