import { endOfYear, isDay, type Day } from '#lib/domain/dates.ts';
import { BASIS_POINTS } from '#lib/domain/share.ts';
import { halfUp } from '#lib/domain/rounding.ts';
import { MalformedParameterError } from './moment.ts';
import type { RegionStanding } from './standing.ts';

/**
 * The day by which a goal is to be reached when neither the address nor the region names one: the first round year
 * after the regime of 2009-2025, and inside every projection of households.
 */
export const DEFAULT_BY: Day = '2030-12-31';

/** How a value is written in an address: read gives null for anything else. */
export interface Notation<Value> {
	read: (text: string) => Value | null;
	write: (value: Value) => string;
	/** What is expected, for the message to who wrote something else. */
	expected: string;
}

/** `11`, `11,5` or `11.25`: per cent with at most two decimals, above 0 up to 100, as basis points. */
export const PERCENT: Notation<number> = {
	read: (text) => basisPointsIn(/^\d{1,3}([.,]\d{1,2})?$/, text.replace(',', '.'), 100),
	write: (basisPoints) => `${basisPoints / 100}`,
	expected: '11 of 11,5'
};

/** `0.11`: a fraction with at most four decimals, above 0 up to 1, as basis points. */
export const FRACTION: Notation<number> = {
	read: (text) => basisPointsIn(/^[01](\.\d{1,4})?$/, text, BASIS_POINTS),
	write: (basisPoints) => `${basisPoints / BASIS_POINTS}`,
	expected: 'a fraction, as 0.11'
};

function basisPointsIn(shape: RegExp, text: string, scale: number): number | null {
	const basisPoints = shape.test(text) ? Math.round(Number(text) * scale) : 0;
	return basisPoints > 0 && basisPoints <= BASIS_POINTS ? basisPoints : null;
}

/** `2030`: the 31 December of that year. */
const YEAR: Notation<Day> = {
	read: (text) => {
		const day = /^\d{4}$/.test(text) ? endOfYear(Number(text)) : '';
		return isDay(day) ? day : null;
	},
	write: (day) => day.slice(0, 4),
	expected: 'een jaar, zoals 2030'
};

/** `2030-12-31`: only a 31 December, for a stock of another day has no households to go with. */
export const YEAR_END: Notation<Day> = {
	read: (text) => (isDay(text) && text.endsWith('-12-31') ? text : null),
	write: (day) => day,
	expected: 'a 31 December, as 2030-12-31'
};

/** A scenario's goal and day in the address of a page: Dutch names, per cent and a year. */
export const PAGE_SCENARIO = {
	goal: 'doel',
	by: 'tegen',
	share: PERCENT,
	day: YEAR,
	tooEarly: 'ligt voor de toestand van'
};

/** The same in the API: English names, a fraction and a date. */
export const API_SCENARIO: typeof PAGE_SCENARIO = {
	goal: 'goal',
	by: 'by',
	share: FRACTION,
	day: YEAR_END,
	tooEarly: 'lies before the situation of'
};

/** A share to reach and the day by which, as far as an address says so. */
export interface ScenarioAsked {
	/** In basis points. */
	goal: number | null;
	/** A 31 December. */
	by: Day | null;
}

/** A share to reach and the day by which: a «what if», never a decision. */
export interface Scenario {
	/** In basis points; null when nobody names one, and then there is nothing to calculate. */
	goal: number | null;
	/**
	 * Who names the goal: the address; the region as its own goal; or the region by the share that it wants to hold, which
	 * is rounded to a basis point here.
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
 * Reads what an address says of a scenario.
 * @throws MalformedParameterError for a share or a day that is none
 */
export const readScenario = (
	parameters: URLSearchParams,
	names: typeof PAGE_SCENARIO
): ScenarioAsked => ({
	goal: readNotation(parameters, names.goal, names.share),
	by: readNotation(parameters, names.by, names.day)
});

/**
 * Reads one value of an address; null when it is not there.
 * @throws MalformedParameterError when it is not written as the notation has it
 */
export function readNotation<Value>(
	parameters: URLSearchParams,
	name: string,
	notation: Notation<Value>
): Value | null {
	const text = parameters.get(name)?.trim();
	if (!text) return null;
	const value = notation.read(text);
	if (value === null) {
		throw new MalformedParameterError(
			name,
			`${name}: "${text.slice(0, 40)}" (${notation.expected})`
		);
	}
	return value;
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
	names: typeof PAGE_SCENARIO
): Scenario {
	if (asked.by && asked.by < on)
		throw new MalformedParameterError(names.by, `${names.by}: ${asked.by} ${names.tooEarly} ${on}`);
	const goal = holding ?? coming.find(({ kind }) => kind === 'reach_share') ?? null;
	return { ...goalOf(asked, goal), ...dayOf(asked, goal, on) };
}

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
		: { goal: halfUp(held * BASIS_POINTS), goalFrom: 'held' };
}

function dayOf(
	asked: ScenarioAsked,
	goal: OwnGoal | null,
	on: Day
): Pick<Scenario, 'by' | 'byFrom'> {
	if (asked.by) return { by: asked.by, byFrom: 'asked' };
	const deadline = goal?.deadline;
	if (deadline && deadline >= on && YEAR_END.read(deadline))
		return { by: deadline, byFrom: 'region' };
	const thisYear = endOfYear(Number(on.slice(0, 4)));
	return { by: DEFAULT_BY > thisYear ? DEFAULT_BY : thisYear, byFrom: 'default' };
}

/** The parameters that write a scenario down, in the names of a page or of the API. */
export function scenarioParameters(
	{ goal, by }: Pick<Scenario, 'goal' | 'by'>,
	names: typeof PAGE_SCENARIO
): Record<string, string> {
	return {
		...(goal !== null && { [names.goal]: names.share.write(goal) }),
		[names.by]: names.day.write(by)
	};
}
