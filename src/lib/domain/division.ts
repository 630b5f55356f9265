import { apportion, reachOf, type Claim } from './apportion.ts';
import { BASIS_POINTS, wholeDwellings } from './share.ts';
import { fillLowest } from './water-filling.ts';

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
	/** The least and the most that it takes, whole dwellings; without them 0 and no limit. */
	min?: number | null;
	max?: number | null;
}

/** Whether a key divides one shortfall over all; `own-deficit` does not, and so knows no minimum and maximum either. */
export const isPooled = (key: DivisionKey): boolean => key !== 'own-deficit';

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

/**
 * Why a key cannot divide: nobody grows, no factor weighs anything, the minima together are more than there is to divide, or
 * a member has a minimum above its maximum.
 */
export type Undivided = 'no_growth' | 'no_weights' | 'minima_exceed' | 'bounds_crossed';

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
	return Math.max(0, wholeDwellings(hundredths));
}

/**
 * Divides the shortfall of a region over its members by one key, as a scenario. Proportional keys round by largest
 * remainder, ties to the larger own gap and then to the lowest NIS code (domain.md R7); `lift-lowest` gives dwelling
 * after dwelling to the member where it evens out most. Every pooled key keeps to each member's minimum and maximum; what the
 * maxima leave no room for stays unassigned. The order of the members does not matter.
 */
export function divide(
	key: DivisionKey,
	members: readonly DivisionMember[],
	rule: DivisionRule
): Division {
	const total = shortfall(members, rule.goal);
	const problem = isPooled(key) ? boundsProblem(total, members) : null;
	const parts = problem ?? (total === 0 ? noParts(members) : partsBy(key, total, members, rule));
	if (typeof parts === 'string') return { parts: null, reason: parts, unassigned: total };
	const assigned = parts.values().reduce((sum, part) => sum + part, 0);
	return { parts, reason: null, unassigned: Math.max(0, total - assigned) };
}

function boundsProblem(total: number, members: readonly DivisionMember[]): Undivided | null {
	if (members.some((member) => floorOf(member) > capOf(member))) return 'bounds_crossed';
	const minima = members.reduce((sum, member) => sum + floorOf(member), 0);
	return minima > total ? 'minima_exceed' : null;
}

const floorOf = ({ min }: DivisionMember): number => min ?? 0;
const capOf = ({ max }: DivisionMember): number => max ?? Infinity;

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
			return fillLowest(total, members.map(vesselOf));
		case 'capped-households':
			return capped(total, members, rule);
		case 'own-deficit':
			return partsOf(members, (member) => ownDeficit(member, rule.goal));
		default:
			return key satisfies never;
	}
}

/** K3: a member as a vessel, as high as its share. */
const vesselOf = (member: DivisionMember) => ({
	key: member.nis,
	content: member.stock,
	width: member.households,
	floor: floorOf(member),
	cap: capOf(member)
});

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
	const claims = members.map((member, row): Claim => ({
		key: member.nis,
		weight: weightOf(row),
		floor: floorOf(member),
		cap: capOf(member),
		precedence: signedGap(member, goal)
	}));
	return apportion(Math.min(total, reachOf(claims).most), claims);
}

/** What a member weighs by one factor; nobody weighs less than nothing. */
function sizeOf(factor: Factor, member: DivisionMember, goal: number): number {
	if (factor === 'gap') return Math.max(0, signedGap(member, goal));
	return factor === 'growth' ? Math.max(0, member.growth) : member.households;
}

/** K6: by households, each no further than a share of its own unless its minimum asks more; what that cuts off goes to nobody. */
function capped(
	total: number,
	members: readonly DivisionMember[],
	{ goal, cap }: DivisionRule
): Parts | Undivided {
	const open = weigh(total, members, goal, { ...NO_WEIGHTS, households: 1 });
	if (typeof open === 'string') return open;
	const room = (member: DivisionMember) =>
		Math.max(0, Math.floor(signedGap(member, cap) / BASIS_POINTS));
	return partsOf(members, (member) =>
		Math.max(floorOf(member), Math.min(open.get(member.nis) ?? 0, room(member)))
	);
}

/** K7: what a member itself is short of the share, rounded up. */
const ownDeficit = (member: DivisionMember, goal: number): number =>
	Math.max(0, wholeDwellings(signedGap(member, goal)));

/** `g*H - S` in ten-thousandths of a dwelling, positive is short: an integer for a share in whole basis points. */
const signedGap = ({ households, stock }: DivisionMember, share: number): number =>
	share * households - stock * BASIS_POINTS;

const noParts = (members: readonly DivisionMember[]): Parts => partsOf(members, () => 0);

const partsOf = (
	members: readonly DivisionMember[],
	part: (member: DivisionMember) => number
): Parts => new Map(members.map((member) => [member.nis, part(member)]));
