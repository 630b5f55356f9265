import { apportion, type Claim } from './apportion.ts';
import { BASIS_POINTS } from './share.ts';

/** The rules by which a regional shortfall can be divided (domain.md 6.2: K1 to K7); none of them is official. */
export const DIVISION_KEYS = [
	'households',
	'gap',
	'lift-lowest',
	'growth',
	'weighted',
	'capped-households',
	'own-deficit'
] as const;
export type DivisionKey = (typeof DIVISION_KEYS)[number];

/** A member of the region that divides. */
export interface DivisionMember {
	nis: string;
	/** Social rental dwellings now. */
	stock: number;
	/** Households on the day by which the goal is to be reached; above zero. */
	households: number;
	/** Households that come until that day; negative when there will be fewer. */
	growth: number;
}

/** What a member's weight can be made of in the key `weighted`. */
export const FACTORS = ['households', 'gap', 'growth'] as const;
export type Factor = (typeof FACTORS)[number];

/** The choices of a scenario: shares in basis points, weights as relative sizes of zero or more. */
export interface DivisionRule {
	goal: number;
	/** Only for `capped-households`. */
	cap: number;
	/** Only for `weighted`. */
	weights: Readonly<Record<Factor, number>>;
}

/** Why a key cannot divide: nobody grows, or no factor weighs anything. */
export type Undivided = 'no_growth' | 'no_weights';

/** A shortfall divided by one key, in whole dwellings. */
export interface Division {
	/** By NIS code; null when the key is undefined here, then `reason` says why. */
	parts: ReadonlyMap<string, number> | null;
	reason: Undivided | null;
	/** What the rule leaves to nobody: `shortfall - sum of parts`. For `own-deficit`, which pools nothing, never below 0. */
	unassigned: number;
}

/** Dwellings that a region is short of a share: `max(0, ceil(g*sum H - sum S))`, from integers (domain.md R6). */
export function shortfall(members: readonly DivisionMember[], goal: number): number {
	const hundredths = members.reduce((sum, member) => sum + signedGap(member, goal), 0);
	return Math.max(0, Math.ceil(hundredths / BASIS_POINTS));
}

/**
 * Divides the shortfall of a region over its members by one key, as a scenario. Proportional keys round by largest
 * remainder, ties to the larger own gap and then to the lowest NIS code (domain.md R7); `lift-lowest` gives dwelling
 * after dwelling to the member where it evens out most. The order of the members does not matter.
 */
export function divide(
	key: DivisionKey,
	members: readonly DivisionMember[],
	rule: DivisionRule
): Division {
	const total = shortfall(members, rule.goal);
	const parts = total === 0 ? noParts(members) : partsBy(key, total, members, rule);
	if (typeof parts === 'string') return { parts: null, reason: parts, unassigned: total };
	const assigned = parts.values().reduce((sum, part) => sum + part, 0);
	return { parts, reason: null, unassigned: Math.max(0, total - assigned) };
}

type Parts = Map<string, number>;

function partsBy(
	key: DivisionKey,
	total: number,
	members: readonly DivisionMember[],
	rule: DivisionRule
): Parts | Undivided {
	switch (key) {
		case 'households':
		case 'gap':
		case 'growth':
			return weigh(total, members, rule.goal, { ...NO_WEIGHTS, [key]: 1 });
		case 'weighted':
			return weigh(total, members, rule.goal, rule.weights);
		case 'lift-lowest':
			return liftLowest(total, members);
		case 'capped-households':
			return capped(total, members, rule);
		case 'own-deficit':
			return partsOf(members, (member) => ownDeficit(member, rule.goal));
		default:
			return key satisfies never;
	}
}

const NO_WEIGHTS: Readonly<Record<Factor, number>> = { households: 0, gap: 0, growth: 0 };

/** K1, K2, K4 and K5: by the weighted sum of each member's part of every factor. */
function weigh(
	total: number,
	members: readonly DivisionMember[],
	goal: number,
	weights: DivisionRule['weights']
): Parts | Undivided {
	const used = FACTORS.filter((factor) => weights[factor] > 0);
	if (used.length === 0) return 'no_weights';
	const columns = used.map((factor) => members.map((member) => sizeOf(factor, member, goal)));
	const sums = columns.map((column) => column.reduce((sum, size) => sum + size, 0));
	if (sums.includes(0)) return 'no_growth';
	const weightOf = (row: number) =>
		used.reduce(
			(sum, factor, at) =>
				sum +
				(weights[factor] * (columns[at]?.[row] ?? 0)) / (used.length > 1 ? (sums[at] ?? 1) : 1),
			0
		);
	const claims = members.map((member, row): Claim => {
		return { key: member.nis, weight: weightOf(row), precedence: signedGap(member, goal) };
	});
	return apportion(total, claims);
}

/** What a member weighs by one factor; nobody weighs less than nothing. */
function sizeOf(factor: Factor, member: DivisionMember, goal: number): number {
	if (factor === 'gap') return Math.max(0, signedGap(member, goal));
	return factor === 'growth' ? Math.max(0, member.growth) : member.households;
}

/**
 * K3, water filling in whole dwellings: each next one goes where `(2S+1)/H` is lowest. That makes the sum of `S^2/H` the
 * smallest that any whole division of this total can reach, and with it the coefficient of variation weighted by households
 * (separable and convex, so that the greedy steps are optimal). Ties go to the lowest NIS code.
 */
function liftLowest(total: number, members: readonly DivisionMember[]): Parts {
	const ordered = members.toSorted((a, b) => (a.nis < b.nis ? -1 : 1));
	const filled = ordered.map(({ nis, stock, households }) => ({ nis, stock, households }));
	for (let given = 0; given < total; given += 1) {
		const lowest = filled.reduce((a, b) =>
			(2 * b.stock + 1) * a.households < (2 * a.stock + 1) * b.households ? b : a
		);
		lowest.stock += 1;
	}
	return new Map(filled.map(({ nis, stock }, row) => [nis, stock - (ordered[row]?.stock ?? 0)]));
}

/** K6: by households, each no further than a share of its own; what that cuts off goes to nobody. */
function capped(
	total: number,
	members: readonly DivisionMember[],
	{ goal, cap }: DivisionRule
): Parts | Undivided {
	const open = weigh(total, members, goal, { ...NO_WEIGHTS, households: 1 });
	if (typeof open === 'string') return open;
	const room = (member: DivisionMember) =>
		Math.max(0, Math.floor(signedGap(member, cap) / BASIS_POINTS));
	return partsOf(members, (member) => Math.min(open.get(member.nis) ?? 0, room(member)));
}

/** K7: what a member itself is short of the share, rounded up. */
const ownDeficit = (member: DivisionMember, goal: number): number =>
	Math.max(0, Math.ceil(signedGap(member, goal) / BASIS_POINTS));

/** `g*H - S` in ten-thousandths of a dwelling: an exact integer, positive is short. */
const signedGap = ({ households, stock }: DivisionMember, share: number): number =>
	share * households - stock * BASIS_POINTS;

const noParts = (members: readonly DivisionMember[]): Parts => partsOf(members, () => 0);

const partsOf = (
	members: readonly DivisionMember[],
	part: (member: DivisionMember) => number
): Parts => new Map(members.map((member) => [member.nis, part(member)]));
