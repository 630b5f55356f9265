/** Which municipalities a list shows. */
import type { Figure } from './figure.ts';
import { attainment, type Attainment } from './measures.ts';
import type { ObjectiveProgress } from './objective.ts';
import type { Category } from './progress-test.ts';
import { BASIS_POINTS } from './share.ts';
import { isEstimate } from './status.ts';

/** What can be published of a municipality, as far as a list asks for it. */
export type Published = 'stock' | 'objective' | 'realised' | 'nothing';

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
	published: Published | null;
}

/** What a list knows of a municipality. */
interface Listed {
	stock: Figure;
	/** Fraction of the households. */
	share: Figure;
	objective: ObjectiveProgress;
}

/** Whether a municipality is among those that are asked for; an unknown figure fits no bound. */
export function fits(filter: ListFilter, row: Listed, outcome: Category | null): boolean {
	const { share, objective } = row;
	return (
		(filter.status === null || attainment(objective) === filter.status) &&
		(filter.from === null || atLeast(share.value, filter.from / BASIS_POINTS)) &&
		(filter.below === null || isBelow(share.value, filter.below / BASIS_POINTS)) &&
		(filter.short === null || atLeast(objective.toRealise.value, filter.short + 1)) &&
		(filter.outcome === null || outcome === filter.outcome) &&
		(filter.published === null || isPublished(filter.published, row))
	);
}

const atLeast = (value: number | null, least: number): boolean => value !== null && value >= least;

const isBelow = (value: number | null, most: number): boolean => value !== null && value < most;

const isKnown = (figure: Figure): boolean => figure.value !== null && !isEstimate(figure);

function isPublished(published: Published, { stock, objective }: Listed): boolean {
	const has = {
		stock: isKnown(stock),
		objective: isKnown(objective.target),
		realised: isKnown(objective.realised)
	};
	return published === 'nothing' ? !Object.values(has).some(Boolean) : has[published];
}
