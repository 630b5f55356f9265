/**
 * A closed line on the globe without its closing corner: `x, y, detail` for each corner, one after another. `x` and `y` are
 * longitude and latitude (WGS 84) in hundred-thousandths of a degree, about a metre. `detail` tells what is lost without
 * the corner: the triangle that it makes with the corners beside it is at least 2^detail m² (`FIRM`: it must stay).
 */
export type Ring = Int32Array;

/** The ground of an area: polygons, each an outer ring (clockwise on a map with the north up) and its holes. */
export type AreaShape = readonly (readonly Ring[])[];

/** Parts of a degree to one unit of a ring. */
export const UNITS_PER_DEGREE = 100_000;
/** Detail of a corner where three areas meet, or without which an area would vanish. */
export const FIRM = 31;
/** Length of a degree of latitude in metres, anywhere in Flanders. */
const METRES_PER_DEGREE = 111_250;
/** A degree of longitude to one of latitude, in the middle of Flanders (51° N). */
const NARROWING = Math.cos((51 * Math.PI) / 180);
/** Square metres of one unit by one unit. */
export const UNIT_AREA = (METRES_PER_DEGREE / UNITS_PER_DEGREE) ** 2 * NARROWING;

/** Metres between two places, by plain geometry: good to a thousandth within Flanders. */
export function metresBetween(
	[x1, y1]: readonly [number, number],
	[x2, y2]: readonly [number, number]
): number {
	return METRES_PER_DEGREE * Math.hypot((x2 - x1) * NARROWING, y2 - y1);
}

/** A shape as compact text: each corner as a step from the one before it. */
export function encodeShape(shape: AreaShape): string {
	return JSON.stringify(shape.map((polygon) => polygon.map(stepsOf)));
}

function stepsOf(ring: Ring): number[] {
	const steps = [...ring];
	for (let at = steps.length - 3; at >= 3; at -= 3) {
		steps[at] = (ring[at] ?? 0) - (ring[at - 3] ?? 0);
		steps[at + 1] = (ring[at + 1] ?? 0) - (ring[at - 2] ?? 0);
	}
	return steps;
}

/** The shape in a text made by `encodeShape`. */
export function decodeShape(text: string): AreaShape {
	return (JSON.parse(text) as number[][][]).map((polygon) => polygon.map(ringOf));
}

function ringOf(steps: readonly number[]): Ring {
	const ring = Int32Array.from(steps);
	for (let at = 3; at < ring.length; at += 3) {
		ring[at] = (ring[at] ?? 0) + (ring[at - 3] ?? 0);
		ring[at + 1] = (ring[at + 1] ?? 0) + (ring[at - 2] ?? 0);
	}
	return ring;
}

/** The ground inside a ring in m²; negative when it runs against the clock. */
export function ringArea(ring: Ring): number {
	let twice = 0;
	const [firstX = 0, firstY = 0] = ring;
	for (let at = 3; at < ring.length - 3; at += 3) {
		const [x1, y1] = [(ring[at] ?? 0) - firstX, (ring[at + 1] ?? 0) - firstY];
		const [x2, y2] = [(ring[at + 3] ?? 0) - firstX, (ring[at + 4] ?? 0) - firstY];
		twice += x2 * y1 - x1 * y2;
	}
	return (twice / 2) * UNIT_AREA;
}

/** The ground of a shape in m²: its outer rings less their holes. */
export const shapeArea = (shape: AreaShape): number =>
	shape.flat().reduce((sum, ring) => sum + ringArea(ring), 0);

/** West, south, east and north of a shape, in units of a ring. */
export function boundsOf(shape: AreaShape): [number, number, number, number] {
	const bounds: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
	for (const [outer] of shape) {
		for (let at = 0; outer && at < outer.length; at += 3) {
			const [x, y] = [outer[at] ?? 0, outer[at + 1] ?? 0];
			bounds[0] = Math.min(bounds[0], x);
			bounds[1] = Math.min(bounds[1], y);
			bounds[2] = Math.max(bounds[2], x);
			bounds[3] = Math.max(bounds[3], y);
		}
	}
	return bounds;
}

/**
 * A place well inside an area, as `[x, y]` in units of a ring: the middle of the widest stretch of ground at half its
 * height, in its largest polygon.
 */
export function placeInside(shape: AreaShape): [number, number] {
	const largest = shape.toSorted(([a], [b]) => areaOf(b) - areaOf(a)).slice(0, 1);
	const [west, south, east, north] = boundsOf(largest);
	const middle = (south + north) / 2 + 0.25; // never through a corner
	const crossings = (largest[0] ?? []).flatMap((ring) => crossingsAt(ring, middle));
	crossings.sort((a, b) => a - b);
	let widest: [number, number] = [west, west];
	for (let at = 0; at + 1 < crossings.length; at += 2) {
		const [from = west, to = east] = [crossings[at], crossings[at + 1]];
		if (to - from > widest[1] - widest[0]) widest = [from, to];
	}
	return [(widest[0] + widest[1]) / 2, middle];
}

const areaOf = (ring: Ring | undefined): number => (ring ? Math.abs(ringArea(ring)) : 0);

function crossingsAt(ring: Ring, y: number): number[] {
	const found: number[] = [];
	for (let at = 0; at < ring.length; at += 3) {
		const before = at === 0 ? ring.length - 3 : at - 3;
		const [x1, y1] = [ring[before] ?? 0, ring[before + 1] ?? 0];
		const [x2, y2] = [ring[at] ?? 0, ring[at + 1] ?? 0];
		if (y1 > y !== y2 > y) found.push(x1 + ((y - y1) / (y2 - y1)) * (x2 - x1));
	}
	return found;
}
