import { endOfYear, type Day } from '#lib/domain/dates.ts';
import { BASIS_POINTS } from '#lib/domain/share.ts';
import { MalformedParameterError, nameIn, type Form, type Values } from '../asked/parameter.ts';
import { SCENARIO } from '../asked/questions.ts';
import type { RegionStanding } from './standing.ts';

/**
 * The day by which a goal is to be reached when neither the address nor the region names one: the first round year
 * after the regime of 2009-2025, and inside every projection of households.
 */
export const DEFAULT_BY: Day = '2030-12-31';

/** What an address says of a scenario; what it leaves open is null. */
type ScenarioAsked = Values<typeof SCENARIO>;

const TOO_EARLY: Record<Form, string> = {
	page: 'ligt voor de toestand van',
	api: 'lies before the situation of'
};

/** A share to reach and the day by which: a «what if», never a decision. */
export interface Scenario {
	/** In basis points, exact; null when nobody names one, and then there is nothing to calculate. */
	goal: number | null;
	/**
	 * Who names the goal: the address; the region as its own goal; or the region by the share that it wants to hold. That is
	 * no whole number of basis points, so no address can ask it: who names no goal takes it, and who names the rounded one
	 * reckons with what was typed.
	 */
	goalFrom: 'asked' | 'region' | 'held' | null;
	/** From when the goal of the region holds, where that is after the reference date. */
	comesOn?: Day;
	/** A 31 December, never before the reference date. */
	by: Day;
	/** Who names the day; `default` is the setting `DEFAULT_BY`. */
	byFrom: 'asked' | 'region' | 'default';
}

/**
 * What was asked; where the address is silent the region's own goal and deadline, or those of the first share that it will
 * want to reach while none holds yet; and else `DEFAULT_BY` (or the reference date, when that is later).
 * @param on reference date of the stock
 * @throws MalformedParameterError for a day before the reference date: nothing is planned backwards
 */
export function scenarioOf(
	asked: ScenarioAsked,
	{ goal: holding, coming }: Pick<RegionStanding, 'goal' | 'coming'>,
	on: Day,
	form: Form
): Scenario {
	if (asked.by && asked.by < on)
		throw new MalformedParameterError({
			name: nameIn(form, SCENARIO, 'by'),
			detail: `${asked.by} ${TOO_EARLY[form]} ${on}`
		});
	const goal = holding ?? coming.find(({ kind }) => kind === 'reach_share') ?? null;
	return { ...goalOf(asked, goal), ...dayOf(asked, goal, on) };
}

/** A scenario as an address asks it: the share that a region holds is asked by naming none. */
export const asAsked = ({ goal, goalFrom, by }: Scenario): ScenarioAsked => ({
	goal: goalFrom === 'held' ? null : goal,
	by
});

/** What a scenario takes of a goal; one that is to come was not yet held against figures. */
type OwnGoal = Pick<RegionStanding['coming'][number], 'basisPoints' | 'deadline' | 'holdsFrom'> &
	Partial<Pick<NonNullable<RegionStanding['goal']>, 'value'>>;
type OfGoal = Pick<Scenario, 'goal' | 'goalFrom' | 'comesOn'>;

/** Whose share is reckoned with; who asks for the goal of the region itself chooses nothing. */
function goalOf(asked: ScenarioAsked, goal: OwnGoal | null): OfGoal {
	const own = ownGoal(goal);
	return asked.goal === null || asked.goal === own.goal
		? own
		: { goal: asked.goal, goalFrom: 'asked' };
}

function ownGoal(goal: OwnGoal | null): OfGoal {
	if (goal?.basisPoints != null) {
		const comesOn = goal.value ? null : goal.holdsFrom;
		return { goal: goal.basisPoints, goalFrom: 'region', ...(comesOn && { comesOn }) };
	}
	const held = goal?.value?.value ?? null;
	return held === null
		? { goal: null, goalFrom: null }
		: { goal: held * BASIS_POINTS, goalFrom: 'held' };
}

/** By when it is reckoned; who asks for the day that would be taken anyway chooses nothing. */
function dayOf(asked: ScenarioAsked, goal: OwnGoal | null, on: Day): OfDay {
	const own = ownDay(goal?.deadline ?? null, on);
	return asked.by === null || asked.by === own.by ? own : { by: asked.by, byFrom: 'asked' };
}

type OfDay = Pick<Scenario, 'by' | 'byFrom'>;

function ownDay(deadline: Day | null, on: Day): OfDay {
	if (deadline && deadline >= on && deadline.endsWith('-12-31'))
		return { by: deadline, byFrom: 'region' };
	const thisYear = endOfYear(Number(on.slice(0, 4)));
	return { by: DEFAULT_BY > thisYear ? DEFAULT_BY : thisYear, byFrom: 'default' };
}
