import { UNIT_AREA, UNITS_PER_DEGREE, metresBetween } from '#lib/domain/area-shape.ts';

/** A line of corners in units of a ring, with the areas on its sides. */
export interface BorderLine {
	corners: readonly (readonly [x: number, y: number, ...rest: number[]])[];
	/** Which area it bounds. */
	area: number;
}

/** Two borders run along each other where they lie no further apart than this, in metres. */
const APART = 40;
/** For so long, in metres, they must do so to be one border: a corner where four areas meet is none. */
const LEAST = 200;
const STEP = 10;
/** Width and height of a cell of the grid, in units of a ring: a little more than `APART`. */
const CELL = Math.ceil(APART / Math.sqrt(UNIT_AREA / Math.cos((51 * Math.PI) / 180))) * 2;

type Spot = readonly [x: number, y: number, area: number];

/**
 * Pairs of areas whose borders run along each other though they share no corners, as where two files of another year or
 * detail were put together. Of each pair the lower number stands first.
 */
export function alongEachOther(lines: readonly BorderLine[]): [number, number][] {
	const spots = lines.flatMap(spotsOf);
	const grid = Map.groupBy(spots, ([x, y]) => cellOf(x, y));
	const lengths = new Map<string, number>();
	for (const spot of spots) {
		for (const other of areasNear(spot, grid)) {
			const pair = `${Math.min(spot[2], other)} ${Math.max(spot[2], other)}`;
			lengths.set(pair, (lengths.get(pair) ?? 0) + STEP / 2);
		}
	}
	return [...lengths]
		.filter(([, length]) => length >= LEAST)
		.map(([pair]) => pair.split(' ').map(Number) as [number, number]);
}

/** The line as spots a step apart. */
function spotsOf({ corners, area }: BorderLine): Spot[] {
	return corners.slice(1).flatMap(([x2, y2], at) => {
		const [x1, y1] = corners[at] ?? [x2, y2];
		const count = Math.max(1, Math.round(metres([x1, y1], [x2, y2]) / STEP));
		return Array.from({ length: count }, (_, step): Spot => {
			const part = step / count;
			return [x1 + part * (x2 - x1), y1 + part * (y2 - y1), area];
		});
	});
}

const cellOf = (x: number, y: number) => `${Math.floor(x / CELL)} ${Math.floor(y / CELL)}`;

/** The other areas of which a border lies near a spot. */
function areasNear([x, y, area]: Spot, grid: ReadonlyMap<string, readonly Spot[]>): Set<number> {
	const found = new Set<number>();
	for (const dx of [-CELL, 0, CELL]) {
		for (const dy of [-CELL, 0, CELL]) {
			for (const [otherX, otherY, other] of grid.get(cellOf(x + dx, y + dy)) ?? []) {
				if (other === area || found.has(other)) continue;
				if (metres([x, y], [otherX, otherY]) <= APART) found.add(other);
			}
		}
	}
	return found;
}

const metres = ([x1, y1]: readonly [number, number], [x2, y2]: readonly [number, number]) =>
	metresBetween(
		[x1 / UNITS_PER_DEGREE, y1 / UNITS_PER_DEGREE],
		[x2 / UNITS_PER_DEGREE, y2 / UNITS_PER_DEGREE]
	);
