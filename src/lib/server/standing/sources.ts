import type { Figure } from '#lib/domain/figure.ts';
import type { FlowBalance } from '#lib/domain/flows.ts';
import type { ObjectiveProgress } from '#lib/domain/objective.ts';
import type { Publication } from '../queries/publications.ts';
import type { Reference } from '../reference/reference.ts';
import type { Plans } from './plans.ts';
import type { MunicipalityStanding } from './standing.ts';
import type { RegionStanding } from './standing.ts';

/** A publication behind numbers on a page, and how many of them rest on it. */
export interface Source {
	publication: Publication;
	figures: number;
}

/** How many figures rest on each publication, by its id. */
type Counts = ReadonlyMap<number, number>;

/** How many of some figures rest on each publication, on top of those that were counted already. */
export function publicationsBehind(figures: Iterable<Figure>, counted: Counts = new Map()): Counts {
	const counts = new Map(counted);
	const add = (id: number) => counts.set(id, (counts.get(id) ?? 0) + 1);
	for (const { publications, now } of figures) {
		publications.forEach(add);
		now?.publications.filter((id) => !publications.includes(id)).forEach(add);
	}
	return counts;
}

/**
 * The publications behind some figures, the most used first.
 * @param counted what rests on publications besides
 */
export function sourcesOf(facts: Reference, figures: Iterable<Figure>, counted?: Counts): Source[] {
	return [...publicationsBehind(figures, counted)]
		.sort(([a, n], [b, m]) => m - n || a - b)
		.flatMap(([id, figures]) => {
			const publication = facts.publications.get(id);
			return publication ? [{ publication, figures }] : [];
		});
}

/** What an objective's bullet rests on. */
export const objectiveFigures = (
	objective: Pick<ObjectiveProgress, 'target' | 'realised' | 'inExecution' | 'planned'>
): Figure[] => [objective.target, objective.realised, objective.inExecution, objective.planned];

/** The stock at a year-end, what came and went during the next year, and the stock at its end. */
export const flowFigures = ({ start, flows, unexplained, end }: FlowBalance): Figure[] => [
	start,
	...flows.map((one) => one.figure),
	unexplained,
	end
];

/** What became of plans: how many are gone rests on all that was measured. */
export const plansFigures = ({ since }: Plans): Figure[] => since.map(({ gone }) => gone);

/** What the row of a municipality in a table rests on. */
export const figuresBehind = (row: MunicipalityStanding): Figure[] => [
	row.stock,
	row.households,
	...objectiveFigures(row.objective)
];

/** What the row of a region in a table rests on. */
export const regionFiguresBehind = ({ stock, share, goal, tally }: RegionStanding): Figure[] => [
	stock,
	share,
	...(goal ? [goal.value, goal.gap] : []),
	tally.short
];
