/** A vessel to fill: what is in it, how wide it is, and what has to and may come on top. */
export interface Vessel {
	/** Name; every vessel has its own. */
	key: string;
	/** What is in it now, a whole number. */
	content: number;
	/** Above zero; content / width is how high it stands. */
	width: number;
	/** The least that comes on top, a whole number. */
	floor: number;
	/** The most that comes on top, a whole number of at least `floor`, or Infinity. */
	cap: number;
}

/** Levels are whole multiples of 1 / FINE, so that every comparison is one of whole numbers. */
const FINE = 2 ** 20;

/**
 * Water filling in whole units: gives every vessel its floor, and then each next unit where `(2·content + 1) / width` is
 * lowest and the cap allows. That makes Σ content² / width the smallest that any whole division of this total within the
 * bounds can reach (separable and convex, so that the greedy steps are optimal), and with it the coefficient of variation
 * weighted by width. Ties go to the lowest key; the order of the vessels does not matter. What has no room is not given.
 * @param total whole number, at least the sum of the floors
 */
export function fillLowest(total: number, vessels: readonly Vessel[]): Map<string, number> {
	const ordered = vessels.toSorted((a, b) => (a.key < b.key ? -1 : 1));
	const room = ordered.reduce((sum, { cap }) => sum + cap, 0);
	if (room <= total) return new Map(ordered.map(({ key, cap }) => [key, cap]));
	const parts = partsAt(levelBelow(total, ordered), ordered);
	for (let rest = total - sumOf(parts); rest > 0; rest -= 1) giveOne(ordered, parts);
	return new Map(ordered.map(({ key }, row) => [key, parts[row] ?? 0]));
}

/** What comes on top of each when every unit whose `(2·content + 1) / width` is at most this level is given. */
const partsAt = (level: number, vessels: readonly Vessel[]): number[] =>
	vessels.map(({ content, width, floor, cap }) => {
		const units = Math.floor((level * width + FINE) / (2 * FINE)) - content;
		return Math.max(floor, Math.min(cap, units));
	});

/** The highest level that takes no more than the total; a few steps, however large the total is. */
function levelBelow(total: number, vessels: readonly Vessel[]): number {
	const fits = (level: number) => sumOf(partsAt(level, vessels)) <= total;
	let [low, high] = [0, 1];
	while (fits(high)) [low, high] = [high, high * 2];
	while (high - low > 1) {
		const middle = Math.floor((low + high) / 2);
		if (fits(middle)) low = middle;
		else high = middle;
	}
	return low;
}

function giveOne(vessels: readonly Vessel[], parts: number[]): void {
	let lowest = -1;
	vessels.forEach(({ cap }, row) => {
		const hasRoom = (parts[row] ?? 0) < cap;
		if (hasRoom && (lowest < 0 || isLower(row, lowest))) lowest = row;
	});
	parts[lowest] = (parts[lowest] ?? 0) + 1;

	function isLower(row: number, than: number): boolean {
		const [one, other] = [vessels[row], vessels[than]];
		if (!one || !other) return false;
		const next = ({ content }: Vessel, at: number) => 2 * (content + (parts[at] ?? 0)) + 1;
		return next(one, row) * other.width < next(other, than) * one.width;
	}
}

const sumOf = (parts: readonly number[]): number => parts.reduce((sum, part) => sum + part, 0);
