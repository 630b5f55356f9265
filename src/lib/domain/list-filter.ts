/** Which municipalities a list shows. */
import type { Figure } from './figure.ts';
import { attainment, type Attainment } from './measures.ts';
import type { ObjectiveProgress } from './objective.ts';
import type { Category } from './progress-test.ts';
import type { KnownSorts, KnownKind } from './published.ts';
import { BASIS_POINTS } from './share.ts';

/** What a list asks for; null: all the same. */
export interface ListFilter {
	status: Attainment | null;
	/** Share of the households, in basis points: at least, and less than. */
	from: number | null;
	below: number | null;
	/** More than this many dwellings short of the objective. */
	short: number | null;
	/** Published category in the last progress test of which one is known. */
	outcome: Category | null;
	/** Of what something was published, or that nothing was. */
	published: KnownKind | 'nothing' | null;
}

/** What a list knows of a municipality. */
interface Listed {
	/** Fraction of the households. */
	share: Figure;
	objective: ObjectiveProgress;
}

/** What was told of it. */
interface Told {
	/** Category in the last progress test of which one is known; null without one. */
	outcome: Category | null;
	known: KnownSorts;
}

/** Whether a municipality is among those that are asked for; an unknown figure fits no bound. */
export function fits(
	filter: ListFilter,
	{ share, objective }: Listed,
	{ outcome, known }: Told
): boolean {
	return (
		(filter.status === null || attainment(objective) === filter.status) &&
		(filter.from === null || atLeast(share.value, filter.from / BASIS_POINTS)) &&
		(filter.below === null || isBelow(share.value, filter.below / BASIS_POINTS)) &&
		(filter.short === null || atLeast(objective.toRealise.value, filter.short + 1)) &&
		(filter.outcome === null || outcome === filter.outcome) &&
		isPublished(filter.published, known)
	);
}

const atLeast = (value: number | null, least: number): boolean => value !== null && value >= least;

const isBelow = (value: number | null, most: number): boolean => value !== null && value < most;

function isPublished(asked: ListFilter['published'], known: KnownSorts): boolean {
	if (asked === null) return true;
	return asked === 'nothing' ? known.size === 0 : known.has(asked);
}
