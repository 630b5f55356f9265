/** A member of a region: whole dwellings and whole households of the same definition and date. */
export interface SpreadPart {
	nis: string;
	stock: number;
	households: number;
}

/** Why there is no measure of spread (domain.md R8). */
export type NoSpread = 'no_households' | 'zero_stock' | 'too_few_members';

const sumBy = (parts: readonly SpreadPart[], value: (part: SpreadPart) => number): number =>
	parts.reduce((sum, part) => sum + value(part), 0);
const stockIn = (parts: readonly SpreadPart[]) => sumBy(parts, (part) => part.stock);
const householdsIn = (parts: readonly SpreadPart[]) => sumBy(parts, (part) => part.households);
const shareIn = (parts: readonly SpreadPart[]) => stockIn(parts) / householdsIn(parts);

/** The members that count in a measure: a member without households has no share (domain.md R9). */
const inhabited = (parts: readonly SpreadPart[]) => parts.filter((part) => part.households > 0);

/** Why these members have no spread; null when they have one. */
export function whyNoSpread(parts: readonly SpreadPart[]): NoSpread | null {
	const counted = inhabited(parts);
	if (parts.length >= 2 && counted.length === 0) return 'no_households';
	if (counted.length < 2) return 'too_few_members';
	return stockIn(counted) === 0 ? 'zero_stock' : null;
}

/** Applies a measure to the members that count; null when `whyNoSpread` gives a reason. */
const measured =
	<Result>(measure: (parts: readonly SpreadPart[]) => Result) =>
	(parts: readonly SpreadPart[]): Result | null =>
		whyNoSpread(parts) ? null : measure(inhabited(parts));

/** Signed dwellings above (positive) or below a member's part by households, `S_i - S*H_i/H`, unrounded. */
export const excesses = measured((parts): { nis: string; dwellings: number }[] => {
	const [stock, households] = [stockIn(parts), householdsIn(parts)];
	return parts.map((part) => ({
		nis: part.nis,
		dwellings: (part.stock * households - stock * part.households) / households
	}));
});

/**
 * Dwellings that would have to stand in another member for all to have the same share: Hoover × stock, unrounded.
 * Exact but for one division: the sum is over integers, `Σ|S_i*H - S*H_i| / 2H`.
 */
export const dwellingsElsewhere = measured((parts) => {
	const [stock, households] = [stockIn(parts), householdsIn(parts)];
	const apart = sumBy(parts, (part) => Math.abs(part.stock * households - stock * part.households));
	return apart / (2 * households);
});

/** Hoover index, `1/2 Σ|S_i/S - H_i/H|`, 0 (even) to 1 (Hoover 1936; Duncan & Duncan 1955). */
export const hoover = measured((parts) => (dwellingsElsewhere(parts) ?? 0) / stockIn(parts));

/** Location quotient of each member, `s_i/s = (S_i/S)/(H_i/H)`: 1 is the share of the whole region (domain.md 6.1). */
export const locationQuotients = measured((parts) => {
	const [stock, households] = [stockIn(parts), householdsIn(parts)];
	return parts.map((part) => ({
		nis: part.nis,
		quotient: (part.stock * households) / (part.households * stock)
	}));
});

/** One point of the Lorenz curve: cumulative fractions of the households (x) and of the dwellings (y). */
export interface LorenzPoint {
	x: number;
	y: number;
	/** The member that ends here; null at the origin. */
	nis: string | null;
}

/**
 * Lorenz curve from the lowest share to the highest, from (0, 0) to (1, 1); equal shares stand by NIS code. It runs below the
 * diagonal, at most as far as the Hoover index (Lorenz 1905).
 */
export const lorenz = measured((parts): LorenzPoint[] => {
	const [stock, households] = [stockIn(parts), householdsIn(parts)];
	const byShare = [...parts].sort(
		(a, b) => a.stock * b.households - b.stock * a.households || (a.nis < b.nis ? -1 : 1)
	);
	let [x, y] = [0, 0];
	const points = byShare.map((part) => {
		[x, y] = [x + part.households, y + part.stock];
		return { x: x / households, y: y / stock, nis: part.nis };
	});
	return [{ x: 0, y: 0, nis: null }, ...points];
});

/**
 * Gini coefficient weighted by households, `1 - Σ(X_k - X_{k-1})(Y_k + Y_{k-1})` over the Lorenz points: twice the area
 * between diagonal and curve, 0 (even) to below 1 (R package Gini, `gini.2002`). Never over bare counts.
 */
export const gini = measured((parts) => {
	const points = lorenz(parts) ?? [];
	const under = points.slice(1).map((point, index) => {
		const before = points[index] ?? point;
		return (point.x - before.x) * (point.y + before.y);
	});
	return Math.max(0, 1 - under.reduce((sum, area) => sum + area, 0));
});

/**
 * Coefficient of variation of the shares, every member counting the same: population deviation (the members are the whole
 * region) over their mean, not over the share of the region.
 */
export const unweightedVariation = measured((parts) => {
	const shares = parts.map((part) => part.stock / part.households);
	const mean = shares.reduce((sum, one) => sum + one, 0) / shares.length;
	const variance = shares.reduce((sum, one) => sum + (one - mean) ** 2, 0) / shares.length;
	return Math.sqrt(variance) / mean;
});

/** Coefficient of variation weighted by households, `sqrt(Σ H_i/H (s_i - s)²) / s` (Williamson 1965). */
export const weightedVariation = measured((parts) => {
	const [share, households] = [shareIn(parts), householdsIn(parts)];
	const variance = sumBy(
		parts,
		(part) => (part.households / households) * (part.stock / part.households - share) ** 2
	);
	return Math.sqrt(variance) / share;
});

/** A term of Theil's index: a group's part of the dwellings times the logarithm of how often that is its part of the households. */
const theilTerm = (part: SpreadPart, stock: number, households: number): number =>
	part.stock === 0
		? 0
		: (part.stock / stock) * Math.log((part.stock * households) / (part.households * stock));

/** Theil index, `Σ S_i/S ln(s_i/s)`, 0 (even) to `ln(H / smallest H_i)` (Theil 1967). */
export const theil = measured((parts) => {
	const [stock, households] = [stockIn(parts), householdsIn(parts)];
	return Math.max(
		0,
		sumBy(parts, (part) => theilTerm(part, stock, households))
	);
});

/** Highest share over lowest, 1 or more; null when the lowest is 0 or there is no spread (domain.md R8). */
export const highestToLowest = measured((parts): number | null => {
	const shares = parts.map((part) => part.stock / part.households);
	const lowest = Math.min(...shares);
	return lowest === 0 ? null : Math.max(...shares) / lowest;
});

/** Share of one member over the share of the others together (Stadsmonitor: city and ring); null when the others have none. */
export function shareAgainst(
	own: SpreadPart | undefined,
	others: readonly SpreadPart[]
): number | null {
	const ring = inhabited(others);
	if (!own || own.households === 0 || stockIn(ring) === 0) return null;
	return own.stock / own.households / shareIn(ring);
}

/**
 * Flemish regional spread measure (Gemeente-Stadsmonitor): `100 × s_i / (ΣS_j/ΣH_j)` over the bordering municipalities j,
 * inside and outside the region; 100 is even. Null when there are none or they have no dwellings.
 */
export function regionalSpread(own: SpreadPart, neighbours: readonly SpreadPart[]): number | null {
	const ratio = shareAgainst(own, neighbours);
	return ratio === null ? null : 100 * ratio;
}

/**
 * Lower edges of the classes of the regional spread on a map. Fixed, and the same ratio to both sides of 100: half, four
 * fifths, five fourths and twice the share of the neighbours. The middle class is «about even».
 */
export const REGIONAL_SPREAD_EDGES = [0, 50, 80, 125, 200] as const;
