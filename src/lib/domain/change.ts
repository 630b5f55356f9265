import type { Day } from './dates.ts';
import { derived, sumOfKnown, together, unknown, type Figure } from './figure.ts';
import { isEstimate } from './status.ts';

/**
 * How one quantity went from what was known on an earlier day to what is known on a later one. Two reference dates and two
 * knowledge days are in it, and each step changes one of them: `start + replaced + correction + real = end` whenever all
 * five are known.
 */
export interface Change {
	/** At the first reference date, as known on the earlier day. */
	readonly start: Figure;
	/**
	 * What an estimate makes of a difference: between `start` and what is known later of the same date when one of the two is
	 * an estimate, and between the two dates when only one of those is. An estimate is no measurement, so this is neither a
	 * correction nor a change in the world.
	 */
	readonly replaced: Figure;
	/** What was revised or corrected since: the same reference date as known on the later day, less `start`. */
	readonly correction: Figure;
	/** What really changed between the two reference dates, both as known on the later day; net, signed. */
	readonly real: Figure;
	/** At the second reference date, as known on the later day. */
	readonly end: Figure;
	/** Whether the figures are not all counted by one definition, so that `real` or `correction` holds a recount too. */
	readonly recounted: boolean;
	/** Whether an estimate stands against a measurement over the two dates: then `real` is 0 because nobody can tell it. */
	readonly unmeasured: boolean;
}

/** What a change is made from: the first date as known then and as known later, and the second date as known later. */
export interface Readings {
	start: Figure;
	restated: Figure;
	end: Figure;
}

/** The steps from the first reading to the last; a step next to an unknown reading is unknown, with its reason. */
export function changeOf({ start, restated, end }: Readings): Change {
	const shift = difference(restated, start);
	const move = difference(end, restated);
	const none = shift.value === null ? shift : nothing(restated.date);
	const guessed = isEstimate(start) || isEstimate(restated);
	const replaced = guessed && shift.value !== 0 ? shift : none;
	const unmeasured = Boolean(move.value) && isEstimate(restated) !== isEstimate(end);
	return {
		start,
		replaced: unmeasured ? together(replaced, move) : replaced,
		correction: guessed || shift.value === 0 ? none : shift,
		real: unmeasured ? nothing(end.date) : move,
		end,
		recounted: new Set([start, restated, end].flatMap((one) => one.indicator ?? [])).size > 1,
		unmeasured
	};
}

/** The later reading less the earlier one; unknown when either is. */
function difference(later: Figure, earlier: Figure): Figure {
	for (const one of [earlier, later]) {
		if (one.value === null) return unknown(later.date, one.reason ?? 'missing', one.missing);
	}
	return isSame(later, earlier)
		? nothing(later.date)
		: derived((later.value ?? 0) - (earlier.value ?? 0), later.date, [later, earlier]);
}

/** Whether two readings are of one fact: the same date, number and publications. */
const isSame = (a: Figure, b: Figure): boolean =>
	a.date === b.date && a.value === b.value && a.publications.join() === b.publications.join();

/** A step in which nothing happened: a zero that is sure, also between two estimates. */
const nothing = (date: Day): Figure => ({ ...derived(0, date, []), status: 'normal' });

/** What a pipeline of dwellings in execution and planned went through. */
export interface PipelineChange extends Change {
	/** Dwellings that left the pipeline because they were delivered: what the realised net increase grew by, never below 0. */
	readonly delivered: Figure;
	/** Dwellings that came in, at the least: what is left over after delivery when that is positive. */
	readonly added: Figure;
	/** Dwellings that dropped out, at the least: what is left over after delivery when that is negative, as a positive number. */
	readonly dropped: Figure;
}

/**
 * Splits the real change of a pipeline, as far as counts allow: `real = added - delivered - dropped`. What was realised in
 * between counts as delivered from the pipeline; what remains is the balance of new and dropped projects, so that the
 * larger of the two is a minimum and the other is 0. A realised net increase that fell (demolition, sale) says nothing of
 * deliveries, which are then 0. Without the realised figures nothing is split; where an estimate stands against a
 * measurement nothing is known to have moved.
 */
export function pipelineChangeOf(
	readings: Readings,
	realised: Pick<Readings, 'restated' | 'end'>
): PipelineChange {
	const change = changeOf(readings);
	const grown = difference(realised.end, realised.restated);
	const missing = [change.real, grown].find((one) => one.value === null);
	if (missing) return { ...change, delivered: missing, added: missing, dropped: missing };
	if (change.unmeasured) {
		return { ...change, delivered: change.real, added: change.real, dropped: change.real };
	}
	const delivered = Math.max(0, grown.value ?? 0);
	const rest = (change.real.value ?? 0) + delivered;
	const inputs = [change.real, grown];
	const part = (value: number) => derived(Math.max(0, value), change.end.date, inputs);
	return { ...change, delivered: part(delivered), added: part(rest), dropped: part(-rest) };
}

const STEPS = ['start', 'replaced', 'correction', 'real', 'end'] as const;
const PIPELINE_STEPS = [...STEPS, 'delivered', 'added', 'dropped'] as const;

/** Whether every step of a change is known. */
export const isWhole = (change: Change): boolean =>
	STEPS.every((step) => change[step].value !== null);

const isSplit = (change: PipelineChange): boolean =>
	PIPELINE_STEPS.every((step) => change[step].value !== null);

/** A change of one municipality as a part of a sum. */
export interface ChangePart<One extends Change> {
	nis: string;
	change: One;
}

/**
 * The changes of several municipalities together: over those of which every step is known, so that the sum closes like each
 * of its rows; the others are named in `missing` of every figure. Unknown when fewer than half are whole: a few members are
 * not the region.
 */
export const sumOfChanges = (parts: readonly ChangePart<Change>[], date: Day): Change =>
	sumSteps(parts, STEPS, isWhole, date);

/** The same for pipelines. */
export const sumOfPipelines = (
	parts: readonly ChangePart<PipelineChange>[],
	date: Day
): PipelineChange => sumSteps(parts, PIPELINE_STEPS, isSplit, date);

function sumSteps<One extends Change, Step extends keyof One>(
	parts: readonly ChangePart<One>[],
	steps: readonly Step[],
	isComplete: (change: One) => boolean,
	date: Day
): Record<Step, Figure> & Pick<Change, 'recounted' | 'unmeasured'> {
	const complete = parts.filter(({ change }) => isComplete(change));
	const missing = parts.filter(({ change }) => !isComplete(change)).map((part) => part.nis);
	const counted = complete.length * 2 < parts.length ? [] : complete;
	const sums = steps.map((step) => {
		const figures = counted.map(({ nis, change }) => ({ nis, figure: change[step] as Figure }));
		const sum = sumOfKnown(figures, figures[0]?.figure.date ?? date);
		const reason = parts.length === 0 ? 'no_members' : 'part_missing';
		return [step, sum.value === null ? unknown(date, reason, missing) : { ...sum, missing }];
	});
	return {
		...(Object.fromEntries(sums) as Record<Step, Figure>),
		recounted: counted.some(({ change }) => change.recounted),
		unmeasured: counted.some(({ change }) => change.unmeasured)
	};
}

/**
 * What is known now where it is not what was known then: another number, a number where there was none, or a measurement
 * where there was an estimate (and the other way round). Null where nothing changed.
 */
export const knownNow = (then: Figure, now: Figure): Figure | null =>
	then.value === now.value && isEstimate(then) === isEstimate(now) ? null : now;

/** The record with today's figure put beside each of its figures that differs. */
export function besideNow<Key extends string, One extends Record<Key, Figure>>(
	then: One,
	now: Readonly<Record<Key, Figure>>,
	keys: readonly Key[]
): One {
	const changed = keys.map((key) => {
		const later = knownNow(then[key], now[key]);
		return [key, later ? { ...then[key], now: later } : then[key]];
	});
	return { ...then, ...(Object.fromEntries(changed) as Record<Key, Figure>) };
}
