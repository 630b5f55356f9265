import { theil, whyNoSpread, type NoSpread, type SpreadPart } from './spread.ts';

/** Why there is no split: the members together have no spread, or two regions share one. */
export type NoSplit = NoSpread | 'overlapping';

/** How the unevenness of the members of several regions splits, by Theil's index. */
export interface TheilSplit {
	/** Of all members as one region. */
	total: number;
	/** Inside the regions: the sum of `groups`. */
	within: number;
	/** Between the regions, each as one whole. */
	between: number;
	/** What each region adds to `within`: its own index times its part of the dwellings. In the order given. */
	groups: number[];
}

/** The codes that stand in more than one of several regions. */
export function overlap(regions: readonly (readonly { nis: string }[])[]): string[] {
	const counts = new Map<string, number>();
	for (const { nis } of regions.flat()) counts.set(nis, (counts.get(nis) ?? 0) + 1);
	return [...counts].flatMap(([nis, times]) => (times > 1 ? [nis] : [])).sort();
}

/** Why these regions have no split; null when they have one. */
export const whyNoSplit = (regions: readonly (readonly SpreadPart[])[]): NoSplit | null =>
	overlap(regions).length > 0 ? 'overlapping' : whyNoSpread(regions.flat());

/**
 * Splits Theil's index exactly: `within + between = total` (Theil 1967; Shorrocks 1980). With `S_g`, `H_g` the stock and
 * households of region g, s_g its share and `T_g` its own index: within is `Σ S_g/S T_g`, between `Σ S_g/S ln(s_g/s)`. A region
 * of one member or without a dwelling has nothing inside it. Null when `whyNoSplit` gives a reason.
 */
export function theilSplit(regions: readonly (readonly SpreadPart[])[]): TheilSplit | null {
	if (whyNoSplit(regions)) return null;
	const wholes = regions.map(wholeOf);
	const stock = wholes.reduce((sum, whole) => sum + whole.stock, 0);
	const groups = regions.map(
		(parts, index) => ((wholes[index]?.stock ?? 0) / stock) * (theil(parts) ?? 0)
	);
	return {
		total: theil(regions.flat()) ?? 0,
		within: groups.reduce((sum, one) => sum + one, 0),
		between: theil(wholes) ?? 0,
		groups
	};
}

/** A region as one part; as in every measure a member without households does not count. */
const wholeOf = (parts: readonly SpreadPart[], index: number): SpreadPart => {
	const counted = parts.filter((part) => part.households > 0);
	const sum = (pick: (part: SpreadPart) => number) =>
		counted.reduce((total, part) => total + pick(part), 0);
	return {
		nis: String(index),
		stock: sum((part) => part.stock),
		households: sum((part) => part.households)
	};
};

/** From how many times as many members, or as large ones, two regions are no longer of one size. */
const OTHER_SIZE = 2;

/**
 * Whether regions differ so much in number or size of members that their measures of spread do not say the same: few and
 * large members look more even (domain.md 6.1). True when one has twice as many members as another, or members that are on
 * average twice as large.
 */
export function differInSize(regions: readonly (readonly SpreadPart[])[]): boolean {
	const sized = regions.filter((parts) => parts.length > 0);
	const counts = sized.map((parts) => parts.length);
	const sizes = sized.map((parts, index) => wholeOf(parts, index).households / parts.length);
	const apart = (values: readonly number[]) =>
		Math.max(...values) >= OTHER_SIZE * Math.min(...values);
	return sized.length > 1 && (apart(counts) || apart(sizes));
}
