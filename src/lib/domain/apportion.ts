/** One claim on a whole: how much it weighs, and the most that it may take. */
export interface Claim {
	/** Name of the part; every claim of one division has its own. */
	key: string;
	/** Relative size, zero or more. */
	weight: number;
	/** Largest part allowed, a whole number; without it there is no limit. */
	cap?: number;
	/** Among equal remainders the larger one goes first; without it the lowest key does. */
	precedence?: number;
}

/** A whole that cannot be divided as asked: no whole number, too little room under the caps, or nobody weighs anything. */
export class ApportionError extends Error {}

/**
 * Divides a whole number into whole parts in proportion to weights, none above its cap, adding up exactly. What a cap
 * cuts off goes to the others in proportion; rounding is by largest remainder (Hamilton), ties to the larger
 * precedence and then to the lowest key (domain.md R7). The order of the claims does not matter.
 * @param total whole number, zero or more
 * @throws ApportionError when the parts cannot add up to the total
 */
export function apportion(total: number, claims: readonly Claim[]): Map<string, number> {
	if (!Number.isInteger(total) || total < 0) {
		throw new ApportionError(`${total} is not a whole number to divide`);
	}
	const ordered = claims.toSorted((a, b) => (a.key < b.key ? -1 : 1));
	const parts = new Map(ordered.map(({ key }) => [key, 0]));
	const { open, rest } = fillCapped(total, ordered, parts);
	if (rest > 0) roundByLargestRemainder(rest, open, parts);
	return parts;
}

/** Gives every claim that its share would lift to its cap exactly that cap, until no open claim reaches its own. */
function fillCapped(total: number, claims: readonly Claim[], parts: Map<string, number>) {
	let open = claims.filter((claim) => claim.weight > 0);
	let rest = total;
	for (;;) {
		const weight = sumOfWeights(open);
		if (rest > 0 && weight === 0) {
			throw new ApportionError(`${rest} of ${total} cannot be placed over ${claims.length} parts`);
		}
		const full = open.filter(({ weight: own, cap }) => own * rest >= (cap ?? Infinity) * weight);
		if (rest === 0 || full.length === 0) return { open, rest };
		for (const { key, cap = 0 } of full) {
			parts.set(key, cap);
			rest -= cap;
		}
		open = open.filter((claim) => !full.includes(claim));
	}
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
