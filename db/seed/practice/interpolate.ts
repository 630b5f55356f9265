/** A year and its value. */
export type Knot = readonly [year: number, value: number];

/**
 * Straight lines between known years; before the first and after the last the value stays what it is there.
 * @param knots at least one, in order of year
 */
export function interpolate(knots: readonly Knot[], year: number): number {
	const next = knots.findIndex(([at]) => at >= year);
	const after = knots[next] ?? knots.at(-1);
	const before = knots[next - 1] ?? after;
	if (!after || !before) throw new RangeError('Nothing to interpolate between');
	const [from, low] = before;
	const [to, high] = after;
	return to === from ? high : low + ((high - low) * (year - from)) / (to - from);
}
