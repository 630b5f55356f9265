/** Ground for municipalities of which no boundaries are known: a drawing to recognise them by, no border. */
import { FillRule, intersectD, type PathsD } from 'clipper2-ts';
import { blur2, contours, Delaunay, max, mean, min, polygonArea, sum } from 'd3';
import {
	FIRM,
	ringArea,
	UNITS_PER_DEGREE,
	type AreaShape,
	type Ring
} from '#lib/domain/area-shape.ts';
import type { MapArea } from './map-areas.ts';

/** A municipality as a point on the globe; where a part is unknown it cannot be drawn. */
export interface MapPlace {
	nis: string;
	/** WGS84, degrees. */
	longitude: number | null;
	latitude: number | null;
	areaKm2: number | null;
}

type KnownPlace = { [key in keyof MapPlace]: NonNullable<MapPlace[key]> };
type Point = [x: number, y: number];
type Polygon = readonly Point[];

/** The ground of a municipality while it takes shape; in units of the plane, `RADIUS` of which are a middling radius. */
interface Cell {
	centre: Point;
	/** The surface that it should get. */
	area: number;
	/** What lies in the outline of the whole around its centre: outer lines and holes. */
	ground: Polygon[];
	/** Cells that may lie beside it, by their place in the list. */
	near: number[];
	/** The larger, the more ground it takes from those beside it (Aurenhammer 1987). */
	weight: number;
}

const RADIUS = 20;
/** Side of a cell of the grid on which the outline is found, and how many are left open beyond the last of them. */
const GRID = RADIUS / 2.5;
const MARGIN = 6;
const HALVINGS = 20;
/** How much the outline is smoothed, in middling radii. */
const SMOOTH = 0.52;
/** Points by which the ground of a municipality is spread over a disc of its area. */
const SPREAD = 24;
/** Half the side of the square in which a municipality gets ground, in radii of its own. */
const REACH = 2.5;
/** How often the weights are mended, and how much of the error at a time. */
const ROUNDS = 25;
const STEP = 1.3;
/** A border keeps this part of the way away from both centres. */
const OWN_ROOM = 0.15;
/** The smallest municipalities are drawn as if this large (km²), so that they can be seen. */
const SMALLEST_AREA = 6;

/**
 * Divides the ground of all municipalities together: a power diagram over their centres, weighted so that the cells are
 * about as large as the municipalities are, within an outline that their areas give. Enclaves stay apart. Needs no
 * boundaries, hence no licence.
 */
export function schematicAreas(places: readonly MapPlace[]): MapArea[] {
	const known = places.filter(isKnown);
	if (known.length === 0) return [];
	const plane = planeOf(known);
	const cells = cellsOf(
		known.map((place) => ({ centre: plane.from(place), area: plane.area(place) }))
	);
	for (let round = 0; round < ROUNDS; round++) mendWeights(cells);
	return known.flatMap(({ nis }, at) => {
		const cell = cells[at];
		return cell ? [{ nis, shape: shapeOf(cell, cells, plane) }] : [];
	});
}

const isKnown = (place: MapPlace): place is KnownPlace =>
	place.longitude !== null && place.latitude !== null && place.areaKm2 !== null;

/** A flat ground with `y` downwards; true to area near the middle, which is enough to recognise. */
type Plane = ReturnType<typeof planeOf>;

const KM_PER_DEGREE = 111.25;

function planeOf(places: readonly KnownPlace[]) {
	const km2 = ({ areaKm2 }: KnownPlace) => Math.max(SMALLEST_AREA, areaKm2);
	const perKm = RADIUS / Math.sqrt((mean(places, km2) ?? SMALLEST_AREA) / Math.PI);
	const down = perKm * KM_PER_DEGREE;
	const across = down * Math.cos(((mean(places, (one) => one.latitude) ?? 0) * Math.PI) / 180);
	const margin = 2 * REACH * Math.sqrt((max(places, km2) ?? SMALLEST_AREA) / Math.PI) * perKm;
	const west = (min(places, (one) => one.longitude) ?? 0) - margin / across;
	const north = (max(places, (one) => one.latitude) ?? 0) + margin / down;
	return {
		from: ({ longitude, latitude }: KnownPlace): Point => [
			(longitude - west) * across,
			(north - latitude) * down
		],
		area: (place: KnownPlace) => km2(place) * perKm ** 2,
		/** Back to the globe, in units of a ring. */
		degrees: ([x, y]: Point): Point => [
			Math.round((west + x / across) * UNITS_PER_DEGREE),
			Math.round((north - y / down) * UNITS_PER_DEGREE)
		]
	};
}

function cellsOf(places: readonly Pick<Cell, 'centre' | 'area'>[]): Cell[] {
	const outline = outlineOf(places);
	const delaunay = Delaunay.from(places.map(({ centre }) => centre));
	const beside = places.map((_, at) => [...delaunay.neighbors(at)]);
	return places.map(({ centre, area }, at) => {
		const near = new Set([...(beside[at] ?? [])].flatMap((one) => [one, ...(beside[one] ?? [])]));
		near.delete(at);
		const square = squareAround({ centre, area });
		const ground = outline.isAround(square)
			? [square]
			: outline.lines.map((line) => cutSquare(line, square));
		return { centre, area, ground: ground.filter(hasGround), near: [...near], weight: 0 };
	});
}

const hasGround = (polygon: Polygon): boolean => polygon.length > 2;

/** The outline of the whole: outer lines and holes. */
interface Outline {
	lines: Polygon[];
	/** Whether a square lies inside with no line through it, as most do: then nothing has to be cut. */
	isAround: (square: Polygon) => boolean;
}

/** The line around as much ground as all have together, where they lie thickest. */
function outlineOf(places: readonly Pick<Cell, 'centre' | 'area'>[]): Outline {
	const grid = gridOf(places.flatMap(spread));
	const contour = contours().size([grid.width, grid.height]);
	const at = (level: number): Polygon[] =>
		contour
			.contour(grid.data, level)
			.coordinates.flatMap((lines) => lines.map((line) => line.slice(1).map(toPlane)));
	const wanted = sum(places, ({ area }) => area);
	let [low, high] = [0, max(grid.data) ?? 0];
	for (let halving = 0; halving < HALVINGS; halving++) {
		const middle = (low + high) / 2;
		if (groundOf(at(middle)) > wanted) low = middle;
		else high = middle;
	}
	const level = (low + high) / 2;
	return { lines: at(level), isAround: (square) => isDeeper(grid, square, level) };
}

/** Whether a grid is above a level all over a square; a contour runs between the middles of its cells. */
function isDeeper({ data, width }: Grid, square: Polygon, level: number): boolean {
	const [[left, top] = [0, 0], , [right, bottom] = [0, 0]] = square;
	const [first, last] = [Math.floor(left / GRID) - 1, Math.ceil(right / GRID) + 1];
	const [upper, lower] = [Math.floor(top / GRID) - 1, Math.ceil(bottom / GRID) + 1];
	for (let y = upper; y <= lower; y++)
		for (let x = first; x <= last; x++) if ((data[x + width * y] ?? 0) < level) return false;
	return true;
}

const toPlane = ([x = 0, y = 0]: readonly number[]): Point => [x * GRID, y * GRID];

type Grid = ReturnType<typeof gridOf>;

/** How much ground is told of at each place of a grid, smoothed. */
function gridOf(points: ReturnType<typeof spread>) {
	const sideOf = (axis: 0 | 1) =>
		Math.ceil((max(points, ({ at }) => at[axis]) ?? 0) / GRID) + MARGIN;
	const [width, height] = [sideOf(0), sideOf(1)];
	const data = Array.from({ length: width * height }, () => 0);
	for (const { at, area } of points) {
		const place = Math.floor(at[0] / GRID) + width * Math.floor(at[1] / GRID);
		data[place] = (data[place] ?? 0) + area;
	}
	blur2({ data, width, height }, (SMOOTH * RADIUS) / GRID);
	return { data, width, height };
}

/** A municipality as points over a disc of its area, each with its part (sunflower: even, without a random number). */
function spread({ centre: [x, y], area }: Pick<Cell, 'centre' | 'area'>) {
	const turn = Math.PI * (3 - Math.sqrt(5));
	return Array.from({ length: SPREAD }, (_, at) => {
		const far = Math.sqrt((((at + 0.5) / SPREAD) * area) / Math.PI);
		const place: Point = [x + far * Math.cos(at * turn), y + far * Math.sin(at * turn)];
		return { at: place, area: area / SPREAD };
	});
}

/** Outer lines less their holes. */
const groundOf = (polygons: readonly Polygon[]): number =>
	Math.abs(sum(polygons, (polygon) => polygonArea(polygon as Point[])));

/** What lies on the near side of a straight border: within `distance` of the origin in the direction `nx, ny`. */
interface Border {
	nx: number;
	ny: number;
	distance: number;
}

/** Where a municipality may get ground, clockwise on the screen. */
function squareAround({ centre: [x, y], area }: Pick<Cell, 'centre' | 'area'>): Polygon {
	const half = REACH * Math.sqrt(area / Math.PI);
	const [left, right, top, bottom] = [x - half, x + half, y - half, y + half];
	return [
		[left, top],
		[right, top],
		[right, bottom],
		[left, bottom]
	];
}

/** The part of a polygon in a square, clockwise on the screen. */
const cutSquare = (polygon: Polygon, square: Polygon): Polygon =>
	square
		.map((from, at): Border => {
			const [x, y] = square[(at + 1) % square.length] ?? from;
			const far = Math.hypot(x - from[0], y - from[1]);
			const [nx, ny] = [(y - from[1]) / far, (from[0] - x) / far];
			return { nx, ny, distance: nx * x + ny * y };
		})
		.reduce(cutAlong, polygon);

/** The part of a polygon on the near side of a border (Sutherland-Hodgman); one loop, since it is most of the work. */
function cutAlong(polygon: Polygon, { nx, ny, distance }: Border): Polygon {
	const kept: Point[] = [];
	let from = polygon.at(-1) ?? [0, 0];
	let before = from[0] * nx + from[1] * ny - distance;
	let isWhole = true;
	for (const to of polygon) {
		const after = to[0] * nx + to[1] * ny - distance;
		if (before * after < 0) {
			const t = before / (before - after);
			kept.push([from[0] + t * (to[0] - from[0]), from[1] + t * (to[1] - from[1])]);
		}
		if (after <= 0) kept.push(to);
		else isWhole = false;
		[from, before] = [to, after];
	}
	return isWhole ? polygon : kept;
}

/** The border between two: halfway when they weigh the same, else nearer to the lighter. */
function borderBetween(one: Cell, other: Cell): Border {
	const [dx, dy] = [other.centre[0] - one.centre[0], other.centre[1] - one.centre[1]];
	const far = Math.hypot(dx, dy);
	const [nx, ny] = [dx / far, dy / far];
	const along = (far ** 2 + one.weight - other.weight) / (2 * far);
	return { nx, ny, distance: one.centre[0] * nx + one.centre[1] * ny + along };
}

/** What of some lines lies on the cell's side of all its borders. */
function cutOut(lines: readonly Polygon[], cell: Cell, cells: readonly Cell[]): Polygon[] {
	const borders = cell.near.flatMap((at) => {
		const other = cells[at];
		return other ? [borderBetween(cell, other)] : [];
	});
	return lines.map((line) => borders.reduce(cutAlong, line)).filter(hasGround);
}

/** Gives more weight to cells that are too small, less to those that are too large, as far as the centres stay inside. */
function mendWeights(cells: readonly Cell[]): void {
	const areas = cells.map((cell) => groundOf(cutOut(cell.ground, cell, cells)));
	cells.forEach((cell, at) => {
		cell.weight += (STEP * (cell.area - (areas[at] ?? 0))) / Math.PI;
	});
	for (const cell of cells) cell.weight = Math.min(cell.weight, mostOf(cell, cells));
}

/** The weight above which a cell would take the centre of one beside it. */
const mostOf = ({ centre: [x, y], near }: Cell, cells: readonly Cell[]): number =>
	Math.min(
		...near.map((at) => {
			const { centre, weight } = cells[at] ?? { centre: [Infinity, 0], weight: 0 };
			return weight + (1 - 2 * OWN_ROOM) * ((centre[0] - x) ** 2 + (centre[1] - y) ** 2);
		})
	);

/** Decimals of a unit of the plane that a corner keeps where a cell meets the outline. */
const PRECISION = 3;

/**
 * The ground of a cell on the globe. Cutting the outline along borders would leave a thread of no width across a bay or a
 * hole: here the cell is cut out whole and then laid on the outline.
 */
function shapeOf(cell: Cell, cells: readonly Cell[], plane: Plane): AreaShape {
	const whole = cutOut([squareAround(cell)], cell, cells);
	const onGround = intersectD(...pathsOf(whole, cell.ground), FillRule.EvenOdd, PRECISION);
	const rings = onGround.map((path) => ringOf(path, plane));
	const holes = rings.filter((ring) => ringArea(ring) < 0);
	const outer = rings.filter((ring) => ringArea(ring) > 0);
	return outer.map((ring, at) => [ring, ...(at === 0 ? holes : [])]);
}

const pathsOf = (...all: [readonly Polygon[], readonly Polygon[]]) =>
	all.map((lines) => lines.map((line) => line.map(([x, y]) => ({ x, y })))) as [PathsD, PathsD];

const ringOf = (path: readonly { x: number; y: number }[], plane: Plane): Ring =>
	Int32Array.from(path.flatMap(({ x, y }) => [...plane.degrees([x, y]), FIRM]));
