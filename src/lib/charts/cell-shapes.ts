import { shortest as text } from './svg-numbers.ts';

/** The ground that a municipality may fill at most; any unit, `y` downwards. */
export interface Disc {
	x: number;
	y: number;
	radius: number;
}

/** A corner of a cell; `arc` tells that the edge towards it follows the disc. */
export interface Corner {
	x: number;
	y: number;
	arc?: { large: boolean };
}

/** A cell before it becomes text. */
export interface CellShape extends Disc {
	/** Clockwise on the screen; none: the whole disc. */
	corners: Corner[];
}

type Point = readonly [number, number];

/** A straight border: what lies within `distance` of the origin in the direction `angle` stays. */
interface Border {
	nx: number;
	ny: number;
	distance: number;
}

/** How much the larger of two takes from the smaller: 0 is Voronoi (halfway), 1 the line through where the discs meet. */
const WEIGHT_OF_SIZE = 0.6;
/** A border keeps at least this part of the smaller radius away from both centres, so that none loses its cell. */
const OWN_ROOM = 0.5;

/**
 * Divides the ground among discs. Where two overlap, a straight border parts them, nearer to the smaller: a Voronoi
 * diagram weighted by size (after the power diagram, Aurenhammer 1987). Cells never overlap.
 */
export function cellShapes(discs: readonly Disc[]): CellShape[] {
	const neighbours = overlapping(discs);
	return discs.map((disc, index) => {
		const borders = (neighbours[index] ?? []).map((other) => borderWith(disc, other));
		return { ...disc, corners: clip(disc, borders) };
	});
}

/** For each disc those that overlap it; sorted by place first, so that far ones are never compared. */
function overlapping(discs: readonly Disc[]): Disc[][] {
	const found: Disc[][] = discs.map(() => []);
	const widest = Math.max(0, ...discs.map(({ radius }) => radius));
	const order = discs
		.map((disc, index) => ({ disc, index }))
		.toSorted((a, b) => a.disc.x - b.disc.x);
	let first = 0;
	order.forEach(({ disc, index }, position) => {
		while ((order[first]?.disc.x ?? disc.x) < disc.x - 2 * widest) first++;
		for (const other of order.slice(first, position)) {
			const distance = Math.hypot(disc.x - other.disc.x, disc.y - other.disc.y);
			if (distance === 0 || distance >= disc.radius + other.disc.radius) continue;
			found[index]?.push(other.disc);
			found[other.index]?.push(disc);
		}
	});
	return found;
}

function borderWith(disc: Disc, other: Disc): Border {
	const [dx, dy] = [other.x - disc.x, other.y - disc.y];
	const between = Math.hypot(dx, dy);
	const shift = (WEIGHT_OF_SIZE * (disc.radius ** 2 - other.radius ** 2)) / (2 * between);
	const room = Math.min(between / 2, OWN_ROOM * Math.min(disc.radius, other.radius));
	const distance = Math.min(Math.max(between / 2 + shift, room), between - room);
	return { nx: dx / between, ny: dy / between, distance };
}

/** The part of a disc inside all borders. */
function clip(disc: Disc, borders: readonly Border[]): Corner[] {
	const r = disc.radius;
	const square: Point[] = [
		[-2 * r, -2 * r],
		[2 * r, -2 * r],
		[2 * r, 2 * r],
		[-2 * r, 2 * r]
	];
	const polygon = borders.reduce<readonly Point[]>(cutAlong, square);
	return cutByDisc(polygon, r).map((corner) => ({
		...corner,
		x: corner.x + disc.x,
		y: corner.y + disc.y
	}));
}

/** The part of a convex polygon on the inner side of a border (Sutherland-Hodgman). */
function cutAlong(polygon: readonly Point[], { nx, ny, distance }: Border): Point[] {
	const beyond = ([x, y]: Point) => x * nx + y * ny - distance;
	return polygon.flatMap((to, index) => {
		const from = polygon.at(index - 1) ?? to;
		const [a, b] = [beyond(from), beyond(to)];
		const t = a / (a - b);
		const crossing: Point = [from[0] + t * (to[0] - from[0]), from[1] + t * (to[1] - from[1])];
		if (b > 0) return a < 0 ? [crossing] : [];
		return a > 0 && b < 0 ? [crossing, to] : [to];
	});
}

/** The part of a convex polygon, clockwise on the screen, inside the circle of radius `r` around the origin. */
function cutByDisc(polygon: readonly Point[], r: number): Corner[] {
	const edges = polygon.flatMap((to, index) => {
		const edge = insideCircle(polygon.at(index - 1) ?? to, to, r);
		return edge ? [edge] : [];
	});
	return edges.flatMap(([from, to], index): Corner[] => {
		const previous = edges.at(index - 1)?.[1] ?? to;
		const end = { x: to[0], y: to[1] };
		if (Math.hypot(from[0] - previous[0], from[1] - previous[1]) < 1e-6) return [end];
		return [{ x: from[0], y: from[1], arc: { large: turn(previous, from) > Math.PI } }, end];
	});
}

/** The stretch of an edge inside the circle, or null when the edge passes it by. */
function insideCircle(from: Point, to: Point, r: number): [Point, Point] | null {
	const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
	const a = dx * dx + dy * dy;
	const b = from[0] * dx + from[1] * dy;
	const root = b * b - a * (from[0] ** 2 + from[1] ** 2 - r * r);
	if (root <= 0 || a === 0) return null;
	const start = Math.max(0, (-b - Math.sqrt(root)) / a);
	const end = Math.min(1, (-b + Math.sqrt(root)) / a);
	const at = (t: number): Point => [from[0] + t * dx, from[1] + t * dy];
	return start < end ? [at(start), at(end)] : null;
}

/** Angle around the origin from one point to another, clockwise on the screen, up to a full turn. */
function turn(from: Point, to: Point): number {
	const angle = Math.atan2(to[1], to[0]) - Math.atan2(from[1], from[0]);
	return (angle + 2 * Math.PI) % (2 * Math.PI);
}

/** A cell as a short SVG path: steps in tenths of a unit. */
export function pathOf({ x, y, radius, corners }: CellShape): string {
	const [first, ...others] = corners;
	if (!first) return wholeDisc(tenths(x), tenths(y), tenths(radius));
	let here = [tenths(first.x), tenths(first.y)] as const;
	let path = `M${pair(...here)}`;
	for (const corner of first.arc ? [...others, first] : others) {
		const next = [tenths(corner.x), tenths(corner.y)] as const;
		const step = pair(next[0] - here[0], next[1] - here[1]);
		if (corner.arc) path += arcBy(tenths(radius), corner.arc.large, step);
		else if (step !== '0 0') path += `l${step}`;
		here = next;
	}
	return `${path}z`;
}

function wholeDisc(x: number, y: number, r: number): string {
	return `M${pair(x - r, y)}${arcBy(r, true, pair(2 * r, 0))}${arcBy(r, true, pair(-2 * r, 0))}z`;
}

const arcBy = (r: number, large: boolean, step: string) =>
	`a${text(r)} ${text(r)} 0 ${large ? 1 : 0} 1 ${step}`;
const tenths = (value: number) => Math.round(value * 10);
const pair = (x: number, y: number) => {
	const [a, b] = [text(x), text(y)];
	return b.startsWith('-') ? a + b : `${a} ${b}`;
};
