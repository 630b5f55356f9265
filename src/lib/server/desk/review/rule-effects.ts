import type { Day } from '#lib/domain/dates.ts';
import type { Thresholds } from '#lib/domain/progress-test.ts';
import type { Reference } from '../../reference/reference.ts';
import type { Adopted } from '../../standing/standing.ts';

/** What the rules of a publication put in the place of those that are known. */

/** A goal as far as it is told. */
type Aim = Pick<Adopted, 'kind' | 'basisPoints' | 'baseDate' | 'deadline' | 'holdsFrom'>;

/** A goal that a region would get, and the one in whose place it comes; null: none. */
export interface GoalEffect {
	region: string;
	before: Aim | null;
	after: Aim;
}

/** The thresholds of a progress test, as they are and as they would be; null: none. */
export interface RoundEffect {
	round: number;
	/** The day of its figures; absent in what was kept before this was told. */
	measuredOn?: Day;
	before: Thresholds | null;
	after: Thresholds | null;
}

/** The rules that count at one of two moments. */
export type Rules = Pick<Reference, 'regions' | 'goals' | 'testRounds'>;

export const goalEffects = (before: Rules, after: Rules): GoalEffect[] =>
	[...after.goals].flatMap(([slug, goals]) => {
		const had = before.goals.get(slug) ?? [];
		return goals
			.filter((goal) => !had.some((one) => isSame(one, goal)))
			.map((goal) => ({
				region: after.regions.get(slug)?.name ?? slug,
				before: aimOf(had.findLast((one) => comesBefore(one, goal))),
				after: aimOf(goal)
			}));
	});

const isSame = (one: Adopted, other: Adopted): boolean =>
	one.publication === other.publication &&
	one.kind === other.kind &&
	one.holdsFrom === other.holdsFrom;

/** Whether the other is in its place from some day on; a norm for what is built anew replaces no goal for a share. */
const comesBefore = (one: Adopted, other: Adopted): boolean =>
	(one.kind === 'new_building') === (other.kind === 'new_building') &&
	(other.holdsFrom === null || (one.holdsFrom ?? '') <= other.holdsFrom);

function aimOf(goal: Adopted): Aim;
function aimOf(goal: Adopted | undefined): Aim | null;
function aimOf(goal: Adopted | undefined): Aim | null {
	if (!goal) return null;
	const { kind, basisPoints, baseDate, deadline, holdsFrom } = goal;
	return { kind, basisPoints, baseDate, deadline, holdsFrom };
}

export const roundEffects = (before: Rules, after: Rules): RoundEffect[] =>
	after.testRounds.flatMap((round) => {
		const had = before.testRounds.find(({ year }) => year === round.year);
		return had?.publication === round.publication
			? []
			: [
					{
						...{ round: round.year, measuredOn: round.measuredOn },
						...{ before: thresholdsOf(had), after: thresholdsOf(round) }
					}
				];
	});

const thresholdsOf = (round: Rules['testRounds'][number] | undefined): Thresholds | null =>
	round === undefined || round.realised === null || round.withPlanned === null
		? null
		: { realised: round.realised, withPlanned: round.withPlanned };
