import type { Figure } from '#lib/domain/figure.ts';
import { attainment, type Attainment } from '#lib/domain/measures.ts';
import type { ObjectiveProgress } from '#lib/domain/objective.ts';
import type { MunicipalityStanding } from '#lib/server/standing/standing.ts';
import { isEstimate } from '#lib/text/format.ts';
import { ATTAINMENT_WORDS } from '#lib/text/words.ts';

/** How many municipalities stand somewhere against their objective. */
interface Size {
	size: number;
	/** Whether it rests on an estimate. */
	estimated: boolean;
}

/** One line of the count of who reaches the objective. */
export interface AttainmentCount extends Size {
	key: Attainment;
	/** What is counted today, on a page as known on an earlier day, when that is something else. */
	now: Size | null;
}

/** How many municipalities reach their objective, are on the way, and so on; in the order of the words for it. */
export function attainments(rows: readonly MunicipalityStanding[]): AttainmentCount[] {
	const objectives = rows.map((row) => row.objective);
	const then = sizes(objectives);
	const now = objectives.some(isKnownBetter) ? sizes(objectives.map(asKnownNow)) : then;
	return (Object.keys(ATTAINMENT_WORDS) as Attainment[]).flatMap((key) => {
		const [was, is] = [then(key), now(key)];
		const same = was.size === is.size && was.estimated === is.estimated;
		return was.size + is.size === 0 ? [] : [{ key, ...was, now: same ? null : is }];
	});
}

function sizes(objectives: readonly ObjectiveProgress[]): (key: Attainment) => Size {
	const groups = Map.groupBy(objectives, attainment);
	return (key) => {
		const own = groups.get(key) ?? [];
		return {
			size: own.length,
			estimated: own.some(({ target, toRealise }) => isEstimate(target) || isEstimate(toRealise))
		};
	};
}

const latest = (figure: Figure): Figure => figure.now ?? figure;

const isKnownBetter = ({ target, toRealise, counted }: ObjectiveProgress): boolean =>
	[target, toRealise, counted.realised].some(({ now }) => now);

/** What decides the attainment, with today's figures where those differ. */
const asKnownNow = (objective: ObjectiveProgress): ObjectiveProgress => ({
	...objective,
	target: latest(objective.target),
	toRealise: latest(objective.toRealise),
	counted: { ...objective.counted, realised: latest(objective.counted.realised) }
});
