// The bridge between two counts or shares of the same town: how much of their difference comes from who is counted, from the
// number that divides, or from anything else that can be computed, and what stays unexplained.
import type { Day } from './dates.ts';
import type { Definition } from './definition.ts';
import { NOISE } from './published-number.ts';

/** What can make two published numbers differ. */
export const CAUSES = [
	'agencies', // homes of social rental agencies (SVK) are counted in one only
	'municipal', // homes of municipality or OCMW
	'fund', // homes of the Vlaams Woningfonds
	'vacant', // empty homes
	'purchase', // homes for sale are counted too
	'pipeline', // homes in execution or planned are counted too
	'numerator', // another number of homes is divided
	'denominator', // they are divided by another number
	'per_dwelling', // one is per 100 dwellings, the other per 100 households
	'catch_up', // one holds the catch-up
	'covenant', // one holds a covenant on top of the objective
	'decision', // the later source may tell of a later decision
	'date', // they are of different days
	'not_stated' // one source does not say who is counted
] as const;
export type Cause = (typeof CAUSES)[number];

/** A part of a difference; null: it plays a part, but how large is not known. */
export interface Step {
	readonly cause: Cause;
	readonly amount: number | null;
	/** Of `per_dwelling`: the dwellings for each household that would make the two shares one and the same. */
	readonly ratio?: number;
	/** Of an unknown amount: the number that would make the two the same, if all lay in this cause. */
	readonly implied?: number;
	/** The number with which the two are the same, where one was found: what was divided, or what divides. */
	readonly instead?: { readonly value: number; readonly date: Day | null };
}

/** Whether the difference is explained, explained or named in part, or not at all. */
export const OUTCOMES = ['explained', 'partly', 'unexplained'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** A difference with what explains it: the amounts of its steps and `rest` add up to it. */
export interface Bridge {
	/** The second number less the first. */
	readonly difference: number;
	readonly steps: readonly Step[];
	/** What no step accounts for. */
	readonly rest: number;
	readonly outcome: Outcome;
}

/** What may lie behind a difference and explains nothing: nobody says that it does. */
const GUESSES: ReadonlySet<Cause> = new Set(['decision', 'date', 'not_stated', 'numerator']);

/**
 * A difference with its causes. Within `tolerance` of what the known steps give it is explained, and causes of unknown size
 * fall away.
 * @param tolerance how far the rest may be from zero by the rounding of the two numbers
 */
export function settle(difference: number, causes: readonly Step[], tolerance: number): Bridge {
	const known = causes.filter((step) => step.amount !== null && step.amount !== 0);
	const open = causes.filter((step) => step.amount === null);
	const rest = known.reduce((left, step) => left - (step.amount ?? 0), difference);
	if (known.length > 0 && Math.abs(rest) <= tolerance + NOISE)
		return { difference, steps: known, rest, outcome: 'explained' };
	const named = known.length > 0 || open.some((step) => !GUESSES.has(step.cause));
	return {
		difference,
		steps: [...known, ...open],
		rest,
		outcome: named ? 'partly' : 'unexplained'
	};
}

/** Homes that some ways of counting hold and others do not. */
export const GROUPS = ['agencies', 'municipal', 'fund', 'vacant'] as const;
export type Group = (typeof GROUPS)[number];

/** Who is counted, by way of counting (domain.md 2.1); null where the publisher does not say. */
const COUNTED: Record<Definition, Readonly<Record<Group, boolean | null>>> = {
	A: { agencies: true, municipal: false, fund: false, vacant: true },
	B: { agencies: true, municipal: true, fund: true, vacant: true },
	C: { agencies: true, municipal: true, fund: true, vacant: false },
	D: { agencies: false, municipal: false, fund: false, vacant: true },
	E: { agencies: true, municipal: null, fund: true, vacant: true },
	W: { agencies: true, municipal: false, fund: false, vacant: true },
	X: { agencies: null, municipal: null, fund: null, vacant: null }
};

/** First year-end at which Statistiek Vlaanderen counts the homes of social rental agencies. */
const AGENCIES_IN_C: Day = '2013-12-31';

/** Whether a way of counting holds some homes on a day; null where nobody says so. */
const counts = (definition: Definition, group: Group, on: Day | null): boolean | null =>
	definition === 'C' && group === 'agencies' && on !== null && on < AGENCIES_IN_C
		? false
		: COUNTED[definition][group];

/** A number of homes by a way of counting. */
export interface Count {
	readonly definition: Definition;
	readonly date: Day | null;
	readonly value: number;
}

/**
 * What leads from one count of homes to another one of about the same day.
 * @param sizes how many homes of a group were published about that day; null when nobody published it
 * @param tolerance by the rounding of the two
 */
export function definitionBridge(
	from: Count,
	to: Count,
	sizes: (group: Group) => number | null,
	tolerance = 0
): Bridge {
	const steps = GROUPS.flatMap((cause): Step[] => {
		const [before, after] = [from, to].map((one) => counts(one.definition, cause, one.date));
		if (before === null || after === null || before === after) return [];
		const size = sizes(cause);
		return [{ cause, amount: size === null ? null : after ? size : -size }];
	});
	const silent = [from, to].some((one) => one.definition === 'X');
	return settle(
		to.value - from.value,
		[
			...steps,
			...(silent ? [{ cause: 'not_stated', amount: null } as const] : []),
			...dateStep(from.date, to.date)
		],
		tolerance
	);
}

/** That two numbers are of different days. */
export const dateStep = (one: Day | null, other: Day | null): readonly Step[] =>
	one !== null && other !== null && one !== other ? [{ cause: 'date', amount: null }] : [];

/** Two whole numbers that make a percentage. */
export interface Ratio {
	readonly numerator: number;
	readonly denominator: number;
}

/** In per cent. */
export const percentageOf = ({ numerator, denominator }: Ratio): number =>
	(100 * numerator) / denominator;

/**
 * How much of the difference between two percentages comes from what is divided, and how much from what divides, in
 * percentage points. The order in which the two are exchanged makes no difference: each gets the mean of both orders, so
 * that together they are the whole, and back is the opposite of there.
 */
export function ratioSteps(from: Ratio, to: Ratio): readonly Step[] {
	const numerator =
		(to.numerator - from.numerator) * mean(1 / from.denominator, 1 / to.denominator);
	const denominator =
		(1 / to.denominator - 1 / from.denominator) * mean(from.numerator, to.numerator);
	return [
		{ cause: 'numerator', amount: 100 * numerator },
		{ cause: 'denominator', amount: 100 * denominator }
	];
}

const mean = (one: number, other: number): number => (one + other) / 2;
