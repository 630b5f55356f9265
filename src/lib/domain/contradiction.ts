// Two published numbers of an area that differ: what they are, and why they are held against one another.
import type { Day } from './dates.ts';
import type { Bridge } from './definition-bridge.ts';
import { topicOf, type About, type PublishedNumber, type Topic } from './published-number.ts';

/** Whether two numbers contradict one another, or one of them takes the place of the other by its own account. */
export const CONTRADICTION_KINDS = ['contradiction', 'revision', 'correction'] as const;
export type ContradictionKind = (typeof CONTRADICTION_KINDS)[number];

/** Why two numbers are held against one another. */
export const BASES = [
	'same', // they are of the same thing on the same day
	'near', // of nearly the same thing on about the same day
	'fall', // the same thing, later, and far lower
	'reckoned' // the second follows from other published numbers
] as const;
export type Basis = (typeof BASES)[number];

/** One of the two numbers that are held against one another. */
export interface Side extends About {
	readonly value: number | null;
	readonly category: PublishedNumber['category'];
	readonly status: PublishedNumber['status'];
	readonly publications: readonly number[];
	readonly note: string | null;
	/** The published numbers that it is reckoned from; none when it was published itself. */
	readonly from: readonly PublishedNumber[];
}

/** Two numbers that differ, and why as far as it is known. */
export interface Contradiction extends Omit<Bridge, 'difference' | 'rest'> {
	/** Made of what the two are about, so that it stays. */
	readonly id: string;
	readonly kind: ContradictionKind;
	readonly basis: Basis;
	readonly topic: Topic;
	readonly area: string;
	/** What was published first, or published where the other one is reckoned. */
	readonly first: Side;
	readonly second: Side;
	/** The second less the first, and what of it no step accounts for; null between categories. */
	readonly difference: number | null;
	readonly rest: number | null;
}

/** How a publication stands among others. */
export interface Issue {
	readonly kind: string;
	/** The day by which publications follow one another. */
	readonly on: Day;
	/** The publication whose place it takes. */
	readonly supersedes: number | null;
}

/** Finds how a publication stands among others. */
export type IssueOf = (publication: number) => Issue;

/** The order in which numbers were published; of one publication the smaller first. */
export const byIssue =
	(issueOf: IssueOf) =>
	(a: PublishedNumber, b: PublishedNumber): number => {
		const [one, other] = [issueOf(a.publication).on, issueOf(b.publication).on];
		if (one !== other) return one < other ? -1 : 1;
		return a.publication - b.publication || (a.value ?? 0) - (b.value ?? 0);
	};

/** Tells apart what numbers of one area are about. */
export const keyOf = (one: About): string =>
	[one.scheme, one.year, one.code, one.part === 'observation' ? one.date : null]
		.filter((part) => part !== null)
		.join('-');

/** A published number as one of two. */
export const sideOf = ({ publication, ...one }: PublishedNumber): Side => ({
	...one,
	publications: [publication],
	from: []
});

/** Two published numbers that differ. */
export const pairOf = (
	kind: ContradictionKind,
	basis: Basis,
	first: PublishedNumber,
	second: PublishedNumber,
	bridge: Bridge | null
) => madeOf(kind, basis, sideOf(first), sideOf(second), bridge);

/** Two sides that differ, of which one may be reckoned. */
export function madeOf(
	kind: ContradictionKind,
	basis: Basis,
	first: Side,
	second: Side,
	bridge: Bridge | null
): Contradiction {
	const sideId = (one: Side) => [
		keyOf(one),
		...(one.from.length > 0 ? ['reckoned'] : one.publications)
	];
	return {
		id: [first.area, ...sideId(first), ...sideId(second)].join('-').toLowerCase(),
		kind,
		basis,
		topic: topicOf(first),
		area: first.area,
		first,
		second,
		difference: bridge?.difference ?? null,
		steps: bridge?.steps ?? [],
		rest: bridge?.rest ?? null,
		outcome: bridge?.outcome ?? 'unexplained'
	};
}
