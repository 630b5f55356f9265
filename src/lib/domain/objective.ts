import type { Day } from './dates.ts';
import { derived, leastSure, sumOfAll, sumOfKnown, unknown, type Figure } from './figure.ts';
import { countOver, sumOfPositive, type Asked, type Claim } from './members.ts';
import type { Status } from './status.ts';

/** How an objective binds a municipality, as a source says it; unknown where none does. */
export const PUBLISHED_STATUSES = ['compulsory', 'exempt', 'none', 'provisional'] as const;
export type ObjectiveStatus = (typeof PUBLISHED_STATUSES)[number] | 'unknown';

/** Where a municipality or region stands against its objective, in dwellings. */
export interface ObjectiveProgress {
	target: Figure;
	status: ObjectiveStatus;
	baseline: Figure;
	/** Net increase since the baseline; may be negative. */
	realised: Figure;
	/** How much of it came in the year up to the reference date; may be negative. */
	realisedLastYear: Figure;
	inExecution: Figure;
	planned: Figure;
	/** What counts towards the target: all of it, but after a merger only what the parts with an objective have. */
	counted: Counted;
	/** Realised / target as a fraction; unknown when the target is 0 or unknown, may be negative or above 1. */
	realisedShare: Figure;
	/** Dwellings still to realise, signed: negative is how many were realised beyond the target. */
	toRealise: Figure;
}

/** Progress in dwellings that is set against a target. */
export type Counted = Pick<ObjectiveProgress, 'realised' | 'inExecution' | 'planned'>;

/** What progress is computed from; without `counted` all progress counts. */
export type ObjectiveInputs = Omit<
	ObjectiveProgress,
	'realisedShare' | 'realisedLastYear' | 'toRealise' | 'counted'
> & {
	/** What was realised a year before; without it the last year is unknown. */
	realisedBefore?: Figure;
	counted?: Counted;
};

/**
 * Progress of an objective (domain.md R3): the percentage is realised / target, may be negative or above 100 %,
 * and does not exist for a target of 0: never infinite, never 100.
 */
export function objectiveProgress({
	realisedBefore,
	...inputs
}: ObjectiveInputs): ObjectiveProgress {
	const { target } = inputs;
	const { realised, inExecution, planned } = inputs.counted ?? inputs;
	return {
		...inputs,
		realisedLastYear: lastYear(inputs.realised, realisedBefore),
		counted: { realised, inExecution, planned },
		realisedShare: realisedShare(target, realised),
		toRealise: toRealise(target, realised)
	};
}

/**
 * What counts towards the sum of the objectives of merged municipalities (domain.md R10). A part that is exempt, or has
 * no objective, brings 0 to the target; what it realised beyond what nobody asked does not meet what was asked of
 * another part, as no source says it does. Without such a part everything counts. Unknown, with the reason, when only a
 * figure of the whole was published: then nobody can say whose it is.
 */
export function countedOf(
	whole: Counted,
	parts: readonly { nis: string; target: Figure; progress: Counted }[]
): Counted {
	const bound = parts.filter((part) => part.target.value !== 0);
	if (bound.length === 0 || bound.length === parts.length) return whole;
	const count = (pick: (progress: Counted) => Figure) => {
		const all = pick(whole);
		if (all.value !== null && !all.composed) return unknown(all.date, 'exempt_part');
		return sumOfAll(
			bound.map(({ nis, progress }) => ({ nis, figure: pick(progress) })),
			all.date
		);
	};
	return {
		realised: count((one) => one.realised),
		inExecution: count((one) => one.inExecution),
		planned: count((one) => one.planned)
	};
}

/** What a count grew by since the reading of a year before; unknown, with the reason, when either is. */
function lastYear(now: Figure, before = unknown(now.date, 'not_published')): Figure {
	const open = [now, before].find((one) => one.value === null);
	if (open) return unknown(now.date, open.reason ?? 'missing', open.missing);
	return derived((now.value ?? 0) - (before.value ?? 0), now.date, [now, before], 'last_year');
}

/** Whichever of the two is unknown passes its own reason on. */
const unknownOf = ({ reason, missing }: Figure, realised: Figure) =>
	unknown(realised.date, reason ?? 'not_published', missing);

function realisedShare(target: Figure, realised: Figure): Figure {
	if (target.value === null) return unknownOf(target, realised);
	if (target.value === 0) return unknown(realised.date, 'no_objective');
	if (realised.value === null) return unknownOf(realised, realised);
	return derived(
		realised.value / target.value,
		realised.date,
		[target, realised],
		'realised_share'
	);
}

function toRealise(target: Figure, realised: Figure): Figure {
	if (target.value === null) return unknownOf(target, realised);
	if (target.value === 0) return unknown(realised.date, 'no_objective');
	if (realised.value === null) return unknownOf(realised, realised);
	return derived(target.value - realised.value, realised.date, [target, realised], 'to_realise');
}

/** A municipality with its progress, as a part of a sum or count. */
interface Member {
	nis: string;
	progress: ObjectiveProgress;
}

/**
 * The objectives of several municipalities together, which nobody adopted as one. What is set against each other is of the
 * same municipalities, those of which target and realised are both known, so that progress is the counted dwellings divided
 * by the target beside it; the others are named. When fewer than half have both, each is summed apart and there is no
 * progress: a few members are not the region. What a member without objective realised stays in the total and does not
 * count towards the objectives of the others, as in a merger.
 */
export function sumProgress(parts: readonly Member[], date: Day): ObjectiveProgress {
	const paired = parts.filter(isPaired);
	const isWhole = paired.length > 0 && paired.length * 2 >= parts.length;
	const compared = isWhole ? paired : parts;
	const left = isWhole ? parts.filter((part) => !isPaired(part)).map(({ nis }) => nis) : [];
	const sum = (pick: (progress: ObjectiveProgress) => Figure, from = parts) =>
		sumOfKnown(
			from.map(({ nis, progress }) => ({ nis, figure: pick(progress) })),
			from[0] ? pick(from[0].progress).date : date
		);
	const set = (pick: (progress: ObjectiveProgress) => Figure, from: readonly Member[]) => {
		const total = sum(pick, from);
		return { ...total, missing: [...new Set([...total.missing, ...left])] };
	};
	const bound = boundOf(compared);
	const target = set((one) => one.target, compared);
	const realised = set((one) => one.counted.realised, bound);
	return {
		realised: sum((one) => one.realised),
		realisedLastYear: sum((one) => one.realisedLastYear),
		inExecution: sum((one) => one.inExecution),
		planned: sum((one) => one.planned),
		counted: {
			realised,
			inExecution: set((one) => one.counted.inExecution, bound),
			planned: set((one) => one.counted.planned, bound)
		},
		target,
		status: joinStatuses(parts.map(({ progress }) => progress.status)),
		baseline: sum((one) => one.baseline),
		...comparison(target, realised, isWhole)
	};
}

const isPaired = ({ progress }: Member): boolean =>
	progress.target.value !== null && progress.realised.value !== null;

/** How far a sum of objectives is; open when too few members have what it takes. */
function comparison(
	target: Figure,
	realised: Figure,
	isWhole: boolean
): Pick<ObjectiveProgress, 'realisedShare' | 'toRealise'> {
	if (isWhole)
		return {
			realisedShare: realisedShare(target, realised),
			toRealise: toRealise(target, realised)
		};
	const missing = [...new Set([...target.missing, ...realised.missing])];
	const reason = target.reason ?? realised.reason ?? 'part_missing';
	const open = unknown(realised.date, reason, missing);
	return { realisedShare: open, toRealise: open };
}

/** Those of whom something is asked; when nobody is, everyone. */
function boundOf(parts: readonly Member[]): readonly Member[] {
	const bound = parts.filter(({ progress }) => progress.target.value !== 0);
	return bound.length > 0 ? bound : parts;
}

/**
 * Status of the objective of a merged municipality or a region: compulsory when one part is, exempt only when every
 * part is. The 9 % limit is not applied again to the sum (domain.md R10).
 */
export function joinStatuses(statuses: readonly ObjectiveStatus[]): ObjectiveStatus {
	const order = ['compulsory', 'provisional', 'exempt', 'none'] as const;
	return order.find((status) => statuses.includes(status)) ?? 'unknown';
}

/** How many of several municipalities reach their objective, and how many dwellings the others are short together. */
export interface Tally {
	/** Municipalities with an objective above 0 of which target and realised are known. */
	bound: number;
	/** How sure it is who is bound: as the least sure objective of any that is known, also one of 0. */
	boundStatus: Status;
	/** Those of them that realised at least their target. */
	reached: number;
	/** How sure it is who reached it. */
	reachedStatus: Status;
	/** Dwellings that the others are short together; what one has too many does not make up for another. */
	short: Figure;
	/** Municipalities without an objective, or exempt. */
	free: number;
	/** NIS codes of those of which target or realised is unknown. */
	missing: readonly string[];
	/** What may be said of those bound. */
	claim: Claim;
	/** What is counted today, on a page as known on an earlier day, when that is something else. */
	now?: Tally;
}

/** Counts who reaches the objective. An objective binds each municipality apart, so surpluses never cancel shortages. */
export function tallyOf(parts: readonly Member[], date: Day): Tally {
	const free = parts.filter(({ progress }) => progress.target.value === 0);
	const asked = parts.filter(({ progress }) => progress.target.value !== 0);
	const reached = countOver(asked.map(reaches));
	const missing = new Set(reached.missing);
	const known = parts.filter(({ nis }) => !missing.has(nis));
	return {
		bound: reached.known,
		boundStatus: leastSure(known.map(({ progress }) => progress.target.status)),
		reached: reached.holding,
		reachedStatus: reached.status,
		short: shortOf(asked, free, date),
		free: free.length,
		missing: reached.missing,
		claim: reached.claim
	};
}

const reaches = ({ nis, progress: { target, toRealise } }: Member): Asked => ({
	nis,
	holds: toRealise.value === null ? null : toRealise.value <= 0,
	figures: [target, toRealise]
});

/** What those with an objective are short together; where nobody has one, nothing is asked, which is not 0 short. */
function shortOf(asked: readonly Member[], free: readonly Member[], date: Day): Figure {
	if (asked.length === 0 && free.length > 0) return unknown(date, 'no_objective');
	return sumOfPositive(
		asked.map(({ nis, progress }) => ({ nis, figure: progress.toRealise })),
		date
	);
}
