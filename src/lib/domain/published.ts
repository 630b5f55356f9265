// What was published about a municipality: by sort, the newest of each first.
import { isDay, type Day } from './dates.ts';
import type { Observation } from './figure.ts';
import { definitionOf, type Indicator } from './indicators.ts';
import type { Mention } from './mention.ts';
import { RENTAL_SHARES, topicOf } from './published-number.ts';

/** The sorts of figures that tell where a municipality stands, in the order in which a page tells them. */
const PUBLISHED_KINDS = ['stock', 'share', 'objective', 'progress', 'test'] as const;
export type PublishedKind = (typeof PUBLISHED_KINDS)[number];

/** The parts of an objective that somebody can publish. */
export const OBJECTIVE_PARTS = [
	'total',
	'steps_1_2',
	'catch_up',
	'covenant',
	'total_supply',
	'remaining',
	'stated'
] as const;
export type ObjectivePart = (typeof OBJECTIVE_PARTS)[number];

/** What a publication says: a number, a part of an objective, or the outcome of a round of the progress test. */
export type Said =
	| Observation
	| {
			part: ObjectivePart;
			value: number | null;
			/** Its regime, where it is another than the page is about. */ regime: string | null;
	  }
	| { round: number; category: string; provisional: boolean };

/** One thing that somebody published about a municipality; an estimate of our own is none. */
export interface PublishedFact {
	nis: string;
	/** Null for what says nothing of where it stands, such as a number of candidates. */
	kind: PublishedKind | null;
	/** When it is true; null when the source does not say. */
	date: Day | null;
	publication: number;
	note: string | null;
	said: Said;
}

/** The sort of a number; null for one that does not tell where a municipality stands. */
export function kindOf(indicator: Indicator): PublishedKind | null {
	if (definitionOf(indicator).definition !== null) return 'stock';
	if (RENTAL_SHARES.has(indicator)) return 'share';
	return topicOf({ part: 'observation', code: indicator }) === 'progress' ? 'progress' : null;
}

const place = ({ kind }: PublishedFact): number =>
	kind === null ? PUBLISHED_KINDS.length : PUBLISHED_KINDS.indexOf(kind);

/** The order in which a page tells facts: by sort, then the newest first; those without a day last. */
export const inTellingOrder = (a: PublishedFact, b: PublishedFact): number =>
	place(a) - place(b) || (b.date ?? '').localeCompare(a.date ?? '');

/** Whether a fact says a number or an outcome, and not only that there is one. */
const saysSomething = ({ said }: PublishedFact): boolean => 'round' in said || said.value !== null;

/**
 * Of each sort the newest fact of each municipality that is true on a day; one that is true later where there is no other.
 * @param facts in the order in which they are told
 */
export function firstFacts(facts: readonly PublishedFact[], on: Day): PublishedFact[] {
	const told = facts.filter((one) => one.kind !== null && saysSomething(one));
	const groups = Map.groupBy(told, ({ kind, nis }) => `${kind} ${nis}`);
	return [...groups.values()].flatMap(
		(own) => own.find(({ date }) => date !== null && date <= on) ?? own.at(-1) ?? []
	);
}

/** Of each sort one fact: the newest that is true on a day, of whichever municipality. */
export const newestOfSorts = (facts: readonly PublishedFact[], on: Day): PublishedFact[] =>
	firstFacts(facts, on)
		.toSorted(inTellingOrder)
		.filter((one, at, all) => all.findIndex(({ kind }) => kind === one.kind) === at);

/** The sorts of which one asks whether anything was published: the same, and whatever else was said with a number. */
export const KNOWN_KINDS = [...PUBLISHED_KINDS, 'other'] as const;
export type KnownKind = (typeof KNOWN_KINDS)[number];

/** Of what was published about a place: each sort with the newest day on which a number of it is true; null without a day. */
export type KnownSorts = ReadonlyMap<KnownKind, Day | null>;

/**
 * The sorts of which something was published, in their order.
 * @param mentions what is said of it beside the figures, alone or with others together
 */
export function knownSorts(
	facts: readonly PublishedFact[],
	mentions: readonly Mention[]
): KnownSorts {
	const told = facts
		.filter(saysSomething)
		.map((one): Known => ({ kind: one.kind ?? kindOfRest(one), date: one.date }));
	const beside = mentions
		.filter(({ value }) => value !== null)
		.map(({ trueOn }): Known => ({ kind: 'other', date: isDay(trueOn ?? '') ? trueOn : null }));
	const newest = Map.groupBy([...told, ...beside], ({ kind }) => kind);
	return new Map(
		KNOWN_KINDS.flatMap((kind) => {
			const days = newest.get(kind)?.map(({ date }) => date ?? '');
			return days ? [[kind, days.toSorted().at(-1) || null]] : [];
		})
	);
}

interface Known {
	kind: KnownKind;
	date: Day | null;
}

/** A part of the objective tells something of the objective too. */
const kindOfRest = ({ said }: PublishedFact): KnownKind =>
	'part' in said && said.regime === null ? 'objective' : 'other';
