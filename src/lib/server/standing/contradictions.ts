import type { Contradiction, ContradictionKind } from '#lib/domain/contradiction.ts';
import { contradictions } from '#lib/domain/contradictions.ts';
import { publishedDay } from '#lib/domain/known.ts';
import { topicOf, type PublishedNumber, type Topic } from '#lib/domain/published-number.ts';
import { byName } from '#lib/text/format.ts';
import type { Database } from '../database/database.ts';
import { newestObservations } from '../queries/observations.ts';
import { publishedNumbers } from '../queries/published.ts';
import { areaNamed, flandersOf, reference, type Reference } from '../reference/reference.ts';
import { areasAsked, type AreasAsked } from './areas-asked.ts';
import type { Moment } from './moment.ts';
import { perMoment } from './per-moment.ts';

/** Two published numbers that differ, with the area that they are of. */
export interface KnownContradiction extends Contradiction {
	readonly name: string;
	/** NIS code, of a municipality; else null. */
	readonly nis: string | null;
	/** Slug, of a region as a whole; else null. */
	readonly region: string | null;
}

/** What a regime asks that nobody has to: a plan is no objective, and another plan contradicts none. */
const LOCAL = 'local';

/** All published numbers that contradict or correct one another, as known at a moment; by area. */
export const allContradictions = perMoment(
	async (database, { known }): Promise<KnownContradiction[]> => {
		const facts = await reference(database, known);
		const tenures = new Map(facts.schemes.map((one) => [one.code, one.tenure]));
		const tenureOf = (scheme: string) => tenures.get(scheme) ?? null;
		const flanders = flandersOf(facts).slug;
		const numbers = (await publishedNumbers(database.read, known))
			.filter((one) => one.scheme === null || tenureOf(one.scheme) !== LOCAL)
			.map((one) => ({ ...one, area: one.area ?? flanders }));
		const found = contradictions({
			numbers,
			households: await householdsOf(database, numbers, known),
			issueOf: (id) => issueOf(facts, id),
			tenureOf
		});
		return found.map((one) => named(one, facts)).sort((a, b) => byName(a.name, b.name));
	}
);

/** The registered households of the municipalities that have a published share. */
async function householdsOf(
	{ read }: Pick<Database, 'read'>,
	numbers: readonly PublishedNumber[],
	known: string
): Promise<PublishedNumber[]> {
	const codes = numbers.filter((one) => topicOf(one) === 'share').map((one) => one.area);
	const rows = await newestObservations(read, {
		codes: [...new Set(codes)],
		indicators: ['households'],
		dates: 'all',
		known
	});
	return rows
		.filter(({ status }) => status === 'normal' || status === 'break')
		.map(({ nis, indicator, structureOn: _, ...one }) => ({
			...one,
			part: 'observation',
			area: nis,
			code: indicator,
			scheme: null,
			year: null,
			category: null
		}));
}

function issueOf({ publications }: Reference, id: number) {
	const issued = publications.get(id);
	if (!issued) throw new Error(`Publication ${id} is not in the reference tables.`);
	return { kind: issued.kind, on: publishedDay(issued), supersedes: issued.supersedes };
}

function named(one: Contradiction, facts: Reference): KnownContradiction {
	const isTown = facts.places.byCode.has(one.area);
	return {
		...one,
		name: areaNamed(facts, one.area) ?? one.area,
		nis: isTown ? one.area : null,
		region: isTown ? null : one.area
	};
}

/** Which of them are asked; what is left out asks for all. */
export interface ContradictionsAsked extends AreasAsked {
	readonly kind?: ContradictionKind | null;
	readonly topic?: Topic | null;
}

/** The pairs that are asked. */
export function contradictionsAsked(
	all: readonly KnownContradiction[],
	facts: Reference,
	{ kind, topic, ...areas }: ContradictionsAsked,
	moment: Pick<Moment, 'structureOn' | 'today'>
): KnownContradiction[] {
	const within = areasAsked(facts, areas, moment);
	return all.filter(
		(one) =>
			(!kind || one.kind === kind) &&
			(!topic || one.topic === topic) &&
			within.every((codes) => codes.has(one.area))
	);
}
