/**
 * The offer that a visitor wants most, by the `Accept` header (RFC 9110): the highest weight wins, then the first offer.
 * Null when none is wanted.
 */
export function preferred<Type extends string>(
	accept: string | null,
	offers: readonly Type[]
): Type | null {
	const ranges = (accept?.trim() || '*/*').split(',').map(rangeOf);
	const weighed = offers.map((offer) => ({ offer, weight: weightOf(offer, ranges) }));
	const best = weighed.reduce((one, other) => (other.weight > one.weight ? other : one));
	return best.weight > 0 ? best.offer : null;
}

interface Range {
	type: string;
	weight: number;
}

function rangeOf(text: string): Range {
	const [type = '', ...parameters] = text.split(';').map((one) => one.trim().toLowerCase());
	const weight = parameters.find((one) => one.startsWith('q='))?.slice(2);
	return { type, weight: weight === undefined ? 1 : Number(weight) || 0 };
}

/** The most precise range that holds a type says how much it is wanted. */
function weightOf(offer: string, ranges: readonly Range[]): number {
	const [group = ''] = offer.split('/');
	for (const type of [offer, `${group}/*`, '*/*']) {
		const found = ranges.find((one) => one.type === type);
		if (found) return found.weight;
	}
	return 0;
}
