// Published numbers that contradict or correct one another: same area, about the same day, another number.
import {
	byIssue,
	keyOf,
	madeOf,
	pairOf,
	sideOf,
	type Contradiction,
	type ContradictionKind,
	type IssueOf
} from './contradiction.ts';
import { settle, type Bridge } from './definition-bridge.ts';
import { nearby } from './near-numbers.ts';
import { daysBetween, differs, isPart, NOISE, type PublishedNumber } from './published-number.ts';
import {
	reckonedIncrease,
	reckonedProgress,
	reckonedShare,
	SAME_DAY,
	type Known,
	type Numeric,
	type Reckoning
} from './reckoning.ts';

/** What is needed to compare numbers of all areas. */
export interface Compared {
	readonly numbers: readonly PublishedNumber[];
	/** Registered households of the municipalities that have a published share. */
	readonly households: readonly PublishedNumber[];
	readonly issueOf: IssueOf;
	readonly tenureOf: Known['tenureOf'];
}

/**
 * Every pair of published numbers that differ, by area. Estimates and forecasts must not be among the numbers; a part of a
 * stock is only held against what revises it.
 */
export function contradictions(compared: Compared): Contradiction[] {
	const households = Map.groupBy(compared.households.filter(isNumeric), (one) => one.area);
	return [...Map.groupBy(compared.numbers, (one) => one.area)].flatMap(([area, numbers]) => {
		const { pairs, current } = sameKey(numbers, compared.issueOf);
		const known = {
			numbers: current.filter(isNumeric).filter((one) => !isPart(one)),
			households: households.get(area) ?? [],
			tenureOf: compared.tenureOf
		};
		return [...pairs, ...nearby(known.numbers, compared.issueOf), ...reckoned(known)];
	});
}

const isNumeric = (one: PublishedNumber): one is Numeric => one.value !== null;

/** What publications say of exactly the same, and what is left when the replaced ones are gone. */
function sameKey(numbers: readonly PublishedNumber[], issueOf: IssueOf) {
	const pairs: Contradiction[] = [];
	const current: PublishedNumber[] = [];
	for (const group of Map.groupBy(numbers, (one) => `${one.part}-${keyOf(one)}`).values()) {
		let standing: PublishedNumber[] = [];
		for (const one of group.toSorted(byIssue(issueOf))) {
			const told = standing.map((other) => ({ other, kind: kindOf(other, one, issueOf) }));
			for (const { other, kind } of told) {
				if (differs(other, one) && (kind !== 'contradiction' || isSameThing(other, one)))
					pairs.push(pairOf(kind, 'same', other, one, bridgeOfSame(other, one, numbers)));
			}
			const kept = told.filter(({ kind }) => kind === 'contradiction');
			standing = [...kept.map(({ other }) => other), one];
		}
		current.push(...standing);
	}
	return { pairs, current };
}

/**
 * Whether two numbers of one key are of the same thing: a part may be that of another landlord, and what is left to build of an
 * objective changes with the day.
 */
const isSameThing = (a: PublishedNumber, b: PublishedNumber): boolean =>
	!isPart(a) && (a.code !== 'remaining' || daysBetween(a.date, b.date) <= SAME_DAY);

/** What a later number does to one before: a final result of a test revises a provisional one. */
function kindOf(
	before: PublishedNumber,
	after: PublishedNumber,
	issueOf: IssueOf
): ContradictionKind {
	const { kind, supersedes } = issueOf(after.publication);
	if (kind === 'revision' || kind === 'correction')
		return supersedes === null || supersedes === before.publication ? kind : 'contradiction';
	const isFinal = after.part.startsWith('test_') && after.status === 'normal';
	return isFinal && before.status === 'provisional' ? 'revision' : 'contradiction';
}

/** Two numbers of one key: an objective may hold its catch-up or a covenant, or tell of a later decision. */
function bridgeOfSame(
	a: PublishedNumber,
	b: PublishedNumber,
	numbers: readonly PublishedNumber[]
): Bridge | null {
	if (a.value === null || b.value === null) return null;
	const difference = b.value - a.value;
	if (a.part !== 'objective') return settle(difference, [], 0);
	const added = numbers.find(
		(one) =>
			one.part === 'objective' &&
			(one.code === 'covenant' || (one.code === 'catch_up' && one.scheme === a.scheme)) &&
			one.value === Math.abs(difference)
	);
	return settle(
		difference,
		[
			added
				? { cause: added.code as 'catch_up' | 'covenant', amount: difference }
				: { cause: 'decision', amount: null }
		],
		0
	);
}

const RECKONED: Readonly<Record<string, (claim: Numeric, known: Known) => Reckoning | null>> = {
	share_households: reckonedShare,
	share_households_baseline: reckonedShare,
	realised_share: reckonedProgress,
	realised: reckonedIncrease
};

/** Published numbers that are not what other published numbers give. */
function reckoned(known: Known): Contradiction[] {
	return known.numbers.flatMap((claim) => {
		const found = claim.part === 'observation' ? RECKONED[claim.code]?.(claim, known) : null;
		if (!found) return [];
		const other = { ...claim, value: found.value, status: 'normal', note: null } as const;
		if (Math.abs(found.value - claim.value) <= found.tolerance + NOISE) return [];
		const second = { ...sideOf(other), publications: publicationsOf(found.from), from: found.from };
		return [madeOf('contradiction', 'reckoned', sideOf(claim), second, found.bridge)];
	});
}

const publicationsOf = (numbers: readonly PublishedNumber[]): number[] => [
	...new Set(numbers.map((one) => one.publication))
];
