// What published numbers give when they are reckoned with: a share from homes and households, a realised share from homes and
// objective, an increase from two counts. Where somebody published another number, the nearest other way of reckoning explains.
import { householdsDate, yearOf, type Day } from './dates.ts';
import {
	dateStep,
	percentageOf,
	ratioSteps,
	settle,
	type Bridge,
	type Cause,
	type Step
} from './definition-bridge.ts';
import { definitionIn } from './indicators.ts';
import { daysBetween, halfStep, type PublishedNumber } from './published-number.ts';

/** Most days between two numbers that are reckoned with as of one day. */
export const SAME_YEAR = 366;
/** Most days between two numbers that are about the same day. */
export const SAME_DAY = 31;
/** So many years before, and after where there are none of the day itself, households are tried as what somebody divided by. */
const YEARS_TRIED = 2;
/** Households change by no larger part of themselves in that time. */
const HOUSEHOLDS_CHANGE = 0.03;
/** A way of reckoning that exchanges one number and does not fit is named when it leaves at most this part of the difference. */
const WORTH_NAMING = 0.25;

/** What was published of an area, as far as one reckons with it. */
export interface Known {
	/** Current numbers of the area: no parts of a total, no estimates. */
	readonly numbers: readonly Numeric[];
	/** Households of the area as registered. */
	readonly households: readonly Numeric[];
	/** What a regime asks for: `rental`, `rental_voluntary`, `purchase` … */
	readonly tenureOf: (scheme: string) => string | null;
}

/** A published number that is no category. */
export type Numeric = PublishedNumber & { value: number };

/** What was reckoned, from which numbers, and how it compares to what was published. */
export interface Reckoning {
	readonly value: number;
	readonly from: readonly Numeric[];
	/** From the published number to the reckoned one. */
	readonly bridge: Bridge;
	/** How far the two may lie apart by rounding. */
	readonly tolerance: number;
}

/** Something to divide or to divide by, and what sets it apart from the usual choice. */
interface Term {
	readonly value: number;
	readonly of: readonly Numeric[];
	readonly cause: Cause;
}

const term = (cause: Cause, ...of: readonly Numeric[]): Term => ({
	value: of.reduce((sum, one) => sum + one.value, 0),
	of,
	cause
});

/** Those of some numbers that go with another one, the most fitting first: of the same publication, then of the nearest day. */
function goingWith(
	claim: Numeric,
	numbers: readonly Numeric[],
	is: (one: Numeric) => boolean
): Numeric[] {
	const distance = (one: Numeric) =>
		(one.publication === claim.publication ? 0 : 1000) + daysBetween(one.date, claim.date);
	return numbers
		.filter((one) => is(one) && daysBetween(one.date, claim.date) <= SAME_YEAR)
		.sort((a, b) => distance(a) - distance(b) || (a.code < b.code ? -1 : 1));
}

const coded = (code: string) => (one: Numeric) => one.part === 'observation' && one.code === code;

/** The day whose households divide a stock: the next 1 January for a year-end, that of the same year for any other day. */
const dividedOn = (day: Day): Day => householdsDate(day) ?? `${yearOf(day)}-01-01`;

/** The homes that a share can be a share of. */
function numerators(claim: Numeric, { numbers }: Known): Term[] {
	const stocks = goingWith(claim, numbers, (one) => definitionIn(one) !== null);
	const isBaseline = claim.code === 'share_households_baseline';
	stocks.sort((a, b) =>
		isBaseline ? Number(b.code === 'stock_a') - Number(a.code === 'stock_a') : 0
	);
	const [purchase] = goingWith(claim, numbers, coded('purchase'));
	const [agencies] = goingWith(claim, numbers, coded('stock_svk'));
	return [
		...stocks.map((one) => term('numerator', one)),
		...(agencies
			? stocks.filter(coded('stock_d')).map((one) => term('agencies', one, agencies))
			: []),
		...(purchase ? stocks.map((one) => term('purchase', one, purchase)) : [])
	];
}

/** The households that a number of a day can be divided by, those of the nearest year first; later ones only for want of its own. */
function householdsTried(usual: Day, { households }: Known): Term[] {
	const years = (one: Numeric) => yearOf(one.date ?? usual) - yearOf(usual);
	const isOwn = households.some((one) => one.date === usual);
	return households
		.filter((one) => Math.abs(years(one)) <= YEARS_TRIED && (!isOwn || years(one) <= 0))
		.sort((a, b) => Math.abs(years(a)) - Math.abs(years(b)) || years(a) - years(b))
		.map((one) => term('denominator', one));
}

/**
 * A published share of the households beside the homes and households that were published; null when these are not known.
 * Where those of its own day were not published it is held against the nearest, and nothing more is tried.
 */
export function reckonedShare(claim: Numeric, known: Known): Reckoning | null {
	if (claim.date === null) return null;
	const usual = dividedOn(claim.date);
	const above = numerators(claim, known);
	const below = householdsTried(usual, known);
	const isOwn = below[0]?.of[0]?.date === usual;
	return isOwn
		? reckonedRatio(claim, above, below)
		: reckonedRatio(claim, above.slice(0, 1), below.slice(0, 1), true);
}

/** A published part of the objective beside the homes realised and the objective. */
export function reckonedProgress(claim: Numeric, known: Known): Reckoning | null {
	const of = (code: string) => goingWith(claim, known.numbers, coded(code));
	const [realised] = of('realised');
	const [execution, planned] = [of('in_execution')[0], of('planned')[0]];
	const asked = (tenure: string) =>
		known.numbers.filter(
			(one) => one.part === 'objective' && known.tenureOf(one.scheme ?? '') === tenure
		);
	const totals = asked('rental').filter((one) => one.code === 'total');
	const covenants = asked('rental_voluntary').filter((one) => one.code === 'covenant');
	const numerators = [
		...of('realised').map((one) => term('numerator', one)),
		...(realised && execution ? [term('pipeline', realised, execution)] : []),
		...(realised && execution && planned ? [term('pipeline', realised, execution, planned)] : [])
	];
	const denominators = [
		...totals.map((one) => term('denominator', one)),
		...totals.flatMap((one) => covenants.map((other) => term('covenant', one, other)))
	];
	return reckonedRatio(claim, numerators, denominators);
}

/** Every way to divide, the usual one first, then those that exchange one of the two. */
function waysOf(numerators: readonly Term[], denominators: readonly Term[]) {
	return denominators
		.flatMap((below, place) =>
			numerators.map((above, at) => ({ above, below, changed: Number(place > 0) + Number(at > 0) }))
		)
		.filter(({ below }) => below.value > 0)
		.sort((a, b) => a.changed - b.changed);
}
type Way = ReturnType<typeof waysOf>[number];

const ratioOf = ({ above, below }: Way) => ({ numerator: above.value, denominator: below.value });

function reckonedRatio(
	claim: Numeric,
	numerators: readonly Term[],
	denominators: readonly Term[],
	/** Whether what divides is of another day than what is divided. */
	isNearest = false
): Reckoning | null {
	const [usual, ...others] = waysOf(numerators, denominators);
	if (!usual) return null;
	const value = percentageOf(ratioOf(usual));
	const tolerance = halfStep(claim) + roundingOf(usual);
	const off = (way: Way) => Math.abs(percentageOf(ratioOf(way)) - claim.value);
	const fitting =
		others.find((way) => off(way) <= halfStep(claim) + roundingOf(way)) ??
		others
			.filter((way) => way.changed === 1 && off(way) <= WORTH_NAMING * off(usual))
			.sort((a, b) => off(a) - off(b))[0];
	const [counted] = usual.above.of;
	const steps = fitting
		? exchanged(fitting, usual)
		: [impliedStep(claim, usual, isNearest), ...dateStep(claim.date, counted?.date ?? null)];
	return {
		value,
		from: [...usual.above.of, ...usual.below.of],
		bridge: settle(value - claim.value, steps, tolerance),
		tolerance
	};
}

/** The number of homes with which a percentage would be right; or what divides them, when it may have changed as much. */
function impliedStep({ value }: Numeric, { above, below }: Way, isNearest: boolean): Step {
	const divisor = (100 * above.value) / value;
	const isLikely = isNearest && Math.abs(divisor / below.value - 1) <= HOUSEHOLDS_CHANGE;
	return isLikely
		? { cause: 'denominator', amount: null, implied: divisor }
		: { cause: 'numerator', amount: null, implied: (value * below.value) / 100 };
}

/** How far the rounding of what is divided can move the percentage. */
const roundingOf = ({ above, below }: Way): number =>
	(100 * above.of.reduce((sum, one) => sum + halfStep(one), 0)) / below.value;

/** What leads from one way of dividing to another, each exchange by the name of what was chosen otherwise. */
function exchanged(from: Way, to: Way): Step[] {
	const [above, below] = ratioSteps(ratioOf(from), ratioOf(to));
	return [
		{ amount: above?.amount ?? 0, ...choice(from.above) },
		{ amount: below?.amount ?? 0, ...choice(from.below) }
	];
}

const choice = ({ cause, value, of: [first] }: Term) => ({
	cause,
	instead: { value, date: first?.date ?? null }
});

/**
 * A published increase beside the difference of two published counts. The yearly measurement counts homes of municipality and
 * Vlaams Woningfonds that the baseline does not, so that difference is no increase by itself (domain.md 2.1).
 */
export function reckonedIncrease(claim: Numeric, { numbers }: Known): Reckoning | null {
	const baseline = numbers.find(coded('stock_a'));
	const measured = goingWith(claim, numbers, coded('stock_b')).find(
		(one) => one.publication === claim.publication || daysBetween(one.date, claim.date) <= SAME_DAY
	);
	if (!baseline || !measured) return null;
	const value = measured.value - baseline.value;
	const taken = (['municipal', 'fund'] as const).map((cause): Step => ({ cause, amount: null }));
	const tolerance = [claim, baseline, measured].reduce((sum, one) => sum + halfStep(one), 0);
	const isMore = value > claim.value;
	return {
		value,
		from: [measured, baseline],
		tolerance,
		bridge: settle(
			value - claim.value,
			[...(isMore ? taken : []), ...dateStep(claim.date, measured.date)],
			tolerance
		)
	};
}
