import { endOfYear, type Day } from './dates.ts';
import { derived, leastSure, unknown, type Figure, type Reason } from './figure.ts';
import {
	arrival,
	COURSES,
	newHomesNeeded,
	partOfNewHomes,
	perYear,
	stockOnCourse,
	toStandStill,
	type Arrival,
	type Course,
	type Drive,
	type Growth,
	type Quantity
} from './road.ts';
import { BASIS_POINTS, gapFigure, share } from './share.ts';
import type { Status } from './status.ts';

/** Over how many years the pace is averaged. */
export const PACE_YEARS = 5;

/** A year-end of the road with the households of the 1 January after it. */
export interface RoadYear {
	year: number;
	households: Figure;
}

/** What the road is reckoned from. */
export interface RoadInputs {
	/** The year-end of the stock, and the one by which the goal is asked. */
	from: number;
	by: number;
	stock: Figure;
	/** Households of the 1 January after `from`, and after `by`. */
	households: Figure;
	later: Figure;
	/** By year from `from` on, as far as households are known; none is unknown. */
	path: readonly RoadYear[];
	/** In basis points; null when nobody names one. */
	goal: number | null;
	/** Net dwellings over the last `PACE_YEARS`. */
	delivered: Figure;
	/** Dwellings in execution and planned together. */
	pipeline: Figure;
	/** The part of the new dwellings that is social, in basis points; null when not asked. */
	social: number | null;
	/** New dwellings of all kinds a year; null: as many as households come. */
	newHomesPerYear: number | null;
}

/** When the goal is reached, how sure that is, and why it is not known. */
export interface ArrivalAt {
	arrival: Arrival | null;
	reason: Reason | null;
	status: Status;
}

/** The courses of the share at one year-end. */
export interface CoursePoint {
	date: Day;
	households: Figure;
	/** As fractions. */
	shares: Record<Course, Figure>;
}

/** What a part q of the new dwellings brings. */
export interface SocialPart {
	/** In basis points. */
	basisPoints: number;
	/** New dwellings of all kinds until the goal is reached, each with a household (K8). */
	newHomes: Figure;
	/** The social dwellings among the new ones until the day asked. */
	dwellings: Figure;
	/** The share on the day asked. */
	share: Figure;
	arrival: ArrivalAt;
}

/** The road to a goal: a scenario. Dwellings are whole, dwellings a year have decimals, parts and shares are fractions. */
export interface RoadResults {
	/** Signed dwellings at `by`: positive is short, negative is above. */
	gap: Figure;
	/** `max(0, gap)`. */
	short: Figure;
	shortPerYear: Figure;
	pace: Figure;
	atPace: ArrivalAt;
	standStill: Figure;
	standStillPerYear: Figure;
	/** New dwellings of all kinds until `by`. */
	newHomes: Figure;
	/** The part of them that must be social to hold the share, and to reach the goal; above 1: not even all are enough. */
	partToHold: Figure;
	partForGoal: Figure;
	social: SocialPart | null;
	courses: CoursePoint[];
}

/** Reckons every quantity of the road; what rests on an unknown is unknown for the same reason. */
export function roadResults(inputs: RoadInputs): RoadResults {
	const { from, by, stock, households, later, delivered } = inputs;
	const day = endOfYear(by);
	const years = by - from;
	const gap = gapOf(inputs, day);
	const short = reckon(day, [gap], (dwellings) => found(Math.max(0, dwellings)));
	const yearly = (figure: Figure) =>
		reckon(day, [figure, households], (dwellings) => perYear(dwellings, years));
	const standStill = reckon(day, [stock, households, later], (now, all, then) =>
		toStandStill({ stock: now, households: all }, then)
	);
	const newHomes = newHomesOf(inputs, day);
	const part = (figure: Figure) => reckon(day, [figure, newHomes], partOfNewHomes);
	const pace = reckon(endOfYear(from), [delivered], (sum) => found(sum / PACE_YEARS));
	return {
		gap,
		short,
		shortPerYear: yearly(short),
		pace,
		atPace: arrivalAt(inputs, [delivered], (sum) => ({
			steady: sum,
			perHouseholds: 0,
			over: PACE_YEARS
		})),
		standStill,
		standStillPerYear: yearly(standStill),
		newHomes,
		partToHold: part(standStill),
		partForGoal: short.value === 0 ? unknown(day, 'goal_reached') : part(short),
		social: inputs.social === null ? null : socialPart(inputs, inputs.social, newHomes, day),
		courses: coursePoints(inputs, { by, pace: pace.value, short: short.value }, [pace, short])
	};
}

const found = (value: number): Quantity => ({ value, reason: null });

/** A quantity from figures that must all be known. */
function reckon(
	date: Day,
	inputs: readonly Figure[],
	quantity: (...values: number[]) => Quantity
): Figure {
	const open = inputs.find((one) => one.value === null);
	if (open) return unknown(date, open.reason ?? 'missing', open.missing);
	const { value, reason } = quantity(...inputs.map((one) => one.value ?? NaN));
	return value === null ? unknown(date, reason) : derived(value, date, inputs);
}

/** `ceil(g*H - S)`, the same as the shortfall that a division divides. */
const gapOf = ({ stock, later, goal }: RoadInputs, day: Day): Figure =>
	goal === null ? unknown(day, 'no_goal') : { ...gapFigure(stock, later, goal), date: day };

/** As many as asked a year, else one for every household that comes. */
const newHomesOf = (
	{ households, later, newHomesPerYear, from, by }: RoadInputs,
	day: Day
): Figure =>
	reckon(day, [households, later], (now, then) => {
		const homes = newHomesPerYear === null ? then - now : newHomesPerYear * (by - from);
		return homes > 0 ? found(homes) : { value: null, reason: 'no_new_homes' };
	});

/** A path that ends before the day asked says when the goal is reached, but not that it never is. */
function arrivalAt(
	{ path, stock, households, later, goal }: RoadInputs,
	drivers: readonly Figure[],
	growth: (...values: number[]) => Growth
): ArrivalAt {
	const ends = path.map(({ year, households: { value } }) => ({ year, households: value ?? NaN }));
	const resting = [stock, households, ...drivers, ...path.slice(1).map((end) => end.households)];
	const status = leastSure(resting.map((one) => one.status));
	const open = resting.find((one) => one.value === null);
	if (open) return { arrival: null, reason: open.reason, status };
	if (goal === null) return { arrival: null, reason: 'no_goal', status };
	const grows = growth(...drivers.map((one) => one.value ?? NaN));
	const when = arrival(ends, stock.value ?? NaN, grows, goal);
	if (!when) return { arrival: null, reason: later.reason ?? 'no_time', status };
	const endsEarly = 'until' in when && later.value === null;
	return endsEarly
		? { arrival: null, reason: later.reason, status }
		: { arrival: when, reason: null, status };
}

function socialPart(
	inputs: RoadInputs,
	basisPoints: number,
	newHomes: Figure,
	day: Day
): SocialPart {
	const { stock, households, later, goal, newHomesPerYear } = inputs;
	const dwellings = reckon(day, [newHomes], (homes) =>
		found(Math.floor((homes * basisPoints) / BASIS_POINTS))
	);
	const after = reckon(day, [stock, dwellings], (now, more) => found(now + more));
	return {
		basisPoints,
		newHomes:
			goal === null
				? unknown(day, 'no_goal')
				: reckon(day, [stock, households], (now, all) =>
						newHomesNeeded({ stock: now, households: all }, goal, basisPoints)
					),
		dwellings,
		share: share(after, later),
		arrival: arrivalAt(inputs, [], () => ({
			steady: basisPoints * (newHomesPerYear ?? 0),
			perHouseholds: newHomesPerYear === null ? basisPoints : 0,
			over: BASIS_POINTS
		}))
	};
}

/** The share on every course at every year-end of the path; unknown where its driver is. */
function coursePoints(
	{ path, stock, from, pipeline }: RoadInputs,
	drive: Omit<Drive, 'pipeline'>,
	[pace, short]: readonly [pace: Figure, short: Figure]
): CoursePoint[] {
	const drivers: Record<Course, readonly Figure[]> = {
		nothing: [stock],
		pace: [stock, pace],
		pipeline: [stock, pipeline],
		goal: [stock, short.value === 0 ? unknown(short.date, 'goal_reached') : short]
	};
	const whole = { ...drive, pipeline: pipeline.value };
	const shareOn = (course: Course, { year, households }: RoadYear): Figure => {
		const held = reckon(endOfYear(year), drivers[course], (now) =>
			found(stockOnCourse(course, now, whole, { from, year }) ?? NaN)
		);
		return held.value === null ? held : share(held, households);
	};
	return path.map((end) => ({
		date: endOfYear(end.year),
		households: end.households,
		shares: Object.fromEntries(COURSES.map((course) => [course, shareOn(course, end)])) as Record<
			Course,
			Figure
		>
	}));
}
