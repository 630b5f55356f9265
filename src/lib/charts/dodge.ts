/**
 * Moves dots with the given places along a line aside so that no two come nearer than `spacing`: from left to right, each as near
 * to the line as those already there allow. Plot's own dodge loses neighbours that begin or end at the same px (its search tree
 * does: one in thirty sets of dots on whole px overlapped), and its places are known only once it has drawn, while the height
 * of the drawing and the lines to the names follow from them.
 * @returns distance from the line of each, in px, in the order given
 */
export function dodged(xs: readonly number[], spacing: number): number[] {
	const ys = new Array<number>(xs.length).fill(0);
	const order = xs
		.map((x, index) => ({ x, index }))
		.toSorted((a, b) => a.x - b.x || a.index - b.index);
	let first = 0;
	order.forEach(({ x, index }, position) => {
		while (x - (order[first]?.x ?? x) >= spacing) first++;
		const blocked = order.slice(first, position).map((other): Interval => {
			const reach = Math.sqrt(spacing ** 2 - (x - other.x) ** 2);
			const y = ys[other.index] ?? 0;
			return [y - reach, y + reach];
		});
		ys[index] = nearestFree(blocked);
	});
	return ys;
}

type Interval = readonly [start: number, end: number];

/** The number nearest to zero that lies inside none of the intervals. */
function nearestFree(intervals: readonly Interval[]): number {
	let [low, high] = [-Infinity, -Infinity];
	for (const [start, end] of intervals.toSorted((a, b) => a[0] - b[0])) {
		if (start < high) high = Math.max(high, end);
		else if (start < 0) [low, high] = [start, end];
		else break;
	}
	if (low >= 0 || high <= 0) return 0;
	return -low <= high ? low : high;
}
