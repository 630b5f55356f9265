// Published numbers of one area that should be about the same: counts and shares by other definitions about one day, and a
// number that lies far below the one before it.
import {
	dateStep,
	definitionBridge,
	settle,
	type Bridge,
	type Group,
	type Step
} from './definition-bridge.ts';
import { byIssue, pairOf, type Contradiction, type IssueOf } from './contradiction.ts';
import { definitionIn } from './indicators.ts';
import { daysBetween, differs, halfStep, RENTAL_SHARES } from './published-number.ts';
import { SAME_DAY, SAME_YEAR, type Numeric } from './reckoning.ts';

/** A stock or share that loses more than this part of itself from one publication to the next is held to be counted otherwise. */
export const FALL = 0.1;
/** Most days between the two. */
const FALL_WITHIN = 3653;

/** Numbers of one area that say the same of about the same day, and one that falls too far below the one before it. */
export function nearby(numbers: readonly Numeric[], issueOf: IssueOf): Contradiction[] {
	const order = byIssue(issueOf);
	const dated = numbers.filter((one) => one.part === 'observation' && one.date !== null);
	const pairs = dated.flatMap((one, at) =>
		dated.slice(at + 1).map((other) => [one, other].sort(order) as [Numeric, Numeric])
	);
	return pairs
		.flatMap(([first, second]) => {
			const bridge = bridgeOfNear(first, second, dated);
			return bridge && differs(first, second)
				? [pairOf('contradiction', 'near', first, second, bridge)]
				: [];
		})
		.concat(falls(dated));
}

function bridgeOfNear(first: Numeric, second: Numeric, numbers: readonly Numeric[]): Bridge | null {
	const apart = daysBetween(first.date, second.date);
	const difference = second.value - first.value;
	const tolerance = halfStep(first) + halfStep(second);
	if (first.code === second.code)
		return apart > 0 && apart <= SAME_DAY && first.publication !== second.publication
			? settle(difference, dateStep(first.date, second.date), tolerance)
			: null;
	if (apart > SAME_YEAR) return null;
	const [from, to] = [definitionIn(first), definitionIn(second)];
	if (!areNearest(first, second, numbers)) return null;
	if (from && to)
		return definitionBridge(
			{ ...first, definition: from },
			{ ...second, definition: to },
			sizesAbout(second, numbers),
			tolerance
		);
	return RENTAL_SHARES.has(first.code) && RENTAL_SHARES.has(second.code)
		? settle(difference, shareSteps(first, second), tolerance)
		: null;
}

/** Whether no other number of the same kind lies nearer to one of the two. */
const areNearest = (one: Numeric, other: Numeric, numbers: readonly Numeric[]): boolean =>
	numbers.every((third) => {
		const nearer = (to: Numeric) =>
			daysBetween(third.date, to.date) < daysBetween(one.date, other.date);
		return (
			!(third.code === one.code && nearer(other)) && !(third.code === other.code && nearer(one))
		);
	});

const shareSteps = (first: Numeric, second: Numeric): Step[] => [
	...perDwelling(first, second),
	{ cause: 'not_stated', amount: null },
	...dateStep(first.date, second.date)
];

/** That one share is of the dwellings, with how many of those for each household would explain all. */
function perDwelling(first: Numeric, second: Numeric): Step[] {
	const [ofDwellings, ...others] = [first, second].filter((one) => one.code === 'share_dwellings');
	if (!ofDwellings || others.length > 0) return [];
	const ofHouseholds = ofDwellings === first ? second : first;
	const ratio = ofHouseholds.value / ofDwellings.value;
	return [{ cause: 'per_dwelling', amount: null, ...(Number.isFinite(ratio) && { ratio }) }];
}

const PUBLISHED_AS: Readonly<Record<Group, string>> = {
	agencies: 'stock_svk',
	municipal: 'stock_municipal',
	fund: 'stock_vwf',
	vacant: 'stock_vacant'
};

/** How many homes of a group were published about the day of a number, the nearest first. */
const sizesAbout =
	(about: Numeric, numbers: readonly Numeric[]) =>
	(group: Group): number | null =>
		numbers
			.filter(
				(one) => one.code === PUBLISHED_AS[group] && daysBetween(one.date, about.date) <= SAME_YEAR
			)
			.sort((a, b) => daysBetween(a.date, about.date) - daysBetween(b.date, about.date))[0]
			?.value ?? null;

/** Each stock or share that lost too much since the one before it, by the same way of counting. */
function falls(dated: readonly Numeric[]): Contradiction[] {
	const counted = dated.filter((one) => definitionIn(one) !== null || RENTAL_SHARES.has(one.code));
	return [...Map.groupBy(counted, (one) => one.code).values()].flatMap((series) => {
		const inTime = series.toSorted((a, b) => ((a.date ?? '') < (b.date ?? '') ? -1 : 1));
		return inTime.slice(1).flatMap((one, at) => {
			const before = inTime[at];
			if (!before) return [];
			const apart = daysBetween(before.date, one.date);
			const fell = one.value < before.value * (1 - FALL) && differs(before, one);
			if (!fell || apart <= SAME_DAY || apart > FALL_WITHIN) return [];
			const causes = [{ cause: 'not_stated', amount: null } as const];
			return [
				pairOf('contradiction', 'fall', before, one, settle(one.value - before.value, causes, 0))
			];
		});
	});
}
