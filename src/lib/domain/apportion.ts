/** One claim on a whole: how much it weighs, and the least and the most that it may take. */
export interface Claim {
	/** Name of the part; every claim of one division has its own. */
	key: string;
	/** Relative size, zero or more. */
	weight: number;
	/** Smallest part allowed, a whole number; without it 0. Who weighs nothing takes exactly this. */
	floor?: number;
	/** Largest part allowed, a whole number; without it there is no limit. */
	cap?: number;
	/** Among equal remainders the larger one goes first; without it the lowest key does. */
	precedence?: number;
}

/** A whole that cannot be divided as asked: no whole number, floors above it or above a cap, or too little room under the caps. */
export class ApportionError extends Error {}

/**
 * Divides a whole number into whole parts in proportion to weights, none under its floor or above its cap, adding up
 * exactly: part = max(floor, min(cap, λ × weight)) with the one λ for which the parts make the total. What a cap cuts off
 * goes to the others in proportion, and what a floor adds comes from them; rounding is by largest remainder (Hamilton), ties
 * to the larger precedence and then to the lowest key (domain.md R7). The order of the claims does not matter.
 * @param total whole number, zero or more
 * @throws ApportionError when the parts cannot add up to the total
 */
export function apportion(total: number, claims: readonly Claim[]): Map<string, number> {
	if (!Number.isInteger(total) || total < 0) {
		throw new ApportionError(`${total} is not a whole number to divide`);
	}
	const crossed = claims.find(({ floor = 0, cap = Infinity }) => floor > cap);
	if (crossed) throw new ApportionError(`the floor of ${crossed.key} is above its cap`);
	const { least, most } = reachOf(claims);
	if (total < least || total > most) {
		throw new ApportionError(
			`${total} is not between ${least} and ${most}, what the parts can take`
		);
	}
	const ordered = claims.toSorted((a, b) => (a.key < b.key ? -1 : 1));
	const parts = new Map(ordered.map(({ key, floor = 0 }) => [key, floor]));
	const { open, rest } = settleBounded(total, ordered, parts);
	if (open.length > 0) roundByLargestRemainder(rest, open, parts);
	return parts;
}

/** The smallest and the largest whole that these claims can take together. */
export function reachOf(claims: readonly Claim[]): { least: number; most: number } {
	const sum = (part: (claim: Claim) => number) =>
		claims.reduce((total, claim) => total + part(claim), 0);
	return {
		least: sum(({ floor = 0 }) => floor),
		most: sum(({ weight, floor = 0, cap = Infinity }) => (weight > 0 ? cap : floor))
	};
}

/**
 * Settles claims at their bound until every open one has its proportional part strictly between its own. Of those beyond a
 * bound the side that is further out is settled for good each time: its bounds stay reached whatever happens to the rest.
 */
function settleBounded(total: number, claims: readonly Claim[], parts: Map<string, number>) {
	let open = claims.filter((claim) => claim.weight > 0);
	let rest = claims
		.filter((claim) => claim.weight === 0)
		.reduce((left, { floor = 0 }) => left - floor, total);
	for (;;) {
		const settled = beyondBounds(rest, open);
		if (settled.size === 0) return { open, rest };
		for (const [{ key }, part] of settled) {
			parts.set(key, part);
			rest -= part;
		}
		open = open.filter((claim) => !settled.has(claim));
	}
}

/** The claims to settle next, with the bound of each. */
function beyondBounds(total: number, open: readonly Claim[]): Map<Claim, number> {
	const weight = sumOfWeights(open);
	const under = ({ weight: own, floor = 0 }: Claim) => floor * weight - own * total;
	const above = ({ weight: own, cap = Infinity }: Claim) => own * total - cap * weight;
	const low = open.filter((claim) => under(claim) >= 0);
	const high = open.filter((claim) => above(claim) >= 0);
	const lack = low.reduce((sum, claim) => sum + under(claim), 0);
	const excess = high.reduce((sum, claim) => sum + above(claim), 0);
	return new Map([
		...(lack >= excess ? low.map((claim) => [claim, claim.floor ?? 0] as const) : []),
		...(excess >= lack ? high.map((claim) => [claim, claim.cap ?? 0] as const) : [])
	]);
}

function roundByLargestRemainder(
	total: number,
	claims: readonly Claim[],
	parts: Map<string, number>
): void {
	const weight = sumOfWeights(claims);
	const quotas = claims.map(({ key, weight: own, precedence = 0 }) => {
		const remainder = (total * own) % weight; // of whole weights exact, so that ties are seen
		return { key, precedence, remainder, whole: Math.round((total * own - remainder) / weight) };
	});
	for (const { key, whole } of quotas) parts.set(key, whole);
	const floors = quotas.reduce((sum, { whole }) => sum + whole, 0);
	const byRemainder = quotas.toSorted(
		(a, b) => b.remainder - a.remainder || b.precedence - a.precedence
	);
	for (const { key } of byRemainder.slice(0, total - floors))
		parts.set(key, (parts.get(key) ?? 0) + 1);
}

const sumOfWeights = (claims: readonly Claim[]): number =>
	claims.reduce((sum, { weight }) => sum + weight, 0);
