import { geoMercator, type GeoProjection } from 'd3';
import {
	boundsOf,
	placeInside,
	ringArea,
	UNITS_PER_DEGREE,
	type AreaShape,
	type Ring
} from '#lib/domain/area-shape.ts';
import { tenth } from './round.ts';
import { shortestRow } from './svg-numbers.ts';

/** A municipality with its ground. */
export interface MapArea {
	nis: string;
	shape: AreaShape;
}

export interface MapFrame {
	/** Greatest size of the drawing, in its own units. */
	width: number;
	height: number;
	/** Fits the drawing to these municipalities; the others that fall inside the frame stay as context. */
	focus?: ReadonlySet<string>;
}

export interface MapCell {
	nis: string;
	/** SVG path in the units of the drawing. */
	path: string;
	/** A place well inside. */
	x: number;
	y: number;
}

export interface MapLayout {
	/** Size of the drawing: the frame, trimmed to what stands in it. */
	width: number;
	height: number;
	/** In the order of the areas that came in. */
	cells: MapCell[];
}

type Bounds = [west: number, south: number, east: number, north: number];

/** Room around the municipalities that the map is about, in units of the drawing. */
const PADDING = 3;
/** The same when others lie around them. */
const MARGIN = 12;
/** A corner stays when the triangle that it makes is at least this large, in square units of the drawing. */
const FINEST = 0.3;
/** An island or hole smaller than this, in square units, is not drawn, unless it is all there is of a municipality. */
const SMALLEST = 0.6;

/**
 * A map of areas, real or schematic. Two neighbours keep the same corners of their common border, so that no gap opens between
 * them however small the drawing.
 */
export function mapAreas(areas: readonly MapArea[], frame: MapFrame): MapLayout {
	const register = registerOf(areas);
	const inFocus = frame.focus ? register.placesOf(frame.focus) : [...areas.keys()];
	if (inFocus.length === 0) return { width: frame.width, height: frame.height, cells: [] };
	const { projection, width, height } = fit(
		around(inFocus.map(register.boundsAt)),
		frame,
		frame.focus ? MARGIN : PADDING
	);
	const pen = new Pen(projection);
	const cells = register.within(pen.globeOf(width, height)).flatMap((place): MapCell[] => {
		const area = areas[place];
		if (!area) return [];
		const [x, y] = pen.at(...placeInside(area.shape));
		return [{ nis: area.nis, path: pen.path(area.shape), x: tenth(x), y: tenth(y) }];
	});
	return { width, height, cells };
}

/** Where areas lie, to find a few among many. */
type Register = ReturnType<typeof register>;

const held = new WeakMap<readonly MapArea[], Register>();

/** The register of a list of areas; made once. */
function registerOf(areas: readonly MapArea[]): Register {
	const found = held.get(areas) ?? register(areas);
	held.set(areas, found);
	return found;
}

function register(areas: readonly MapArea[]) {
	const bounds = Float64Array.from(areas.flatMap(({ shape }) => boundsOf(shape)));
	const places = new Map(areas.map(({ nis }, place) => [nis, place]));
	const at = (place: number) => bounds[place] ?? 0;
	return {
		/** Places in the list of those with a code, in the order of the list. */
		placesOf: (codes: ReadonlySet<string>) =>
			[...codes].flatMap((nis) => places.get(nis) ?? []).toSorted((a, b) => a - b),
		boundsAt: (place: number): Bounds => [...bounds.subarray(4 * place, 4 * place + 4)] as Bounds,
		/** Places in the list of those that reach into a part of the globe. */
		within: ([west, south, east, north]: Bounds): number[] => {
			const found: number[] = [];
			for (let place = 0; place < areas.length; place++) {
				const from = 4 * place;
				if (at(from) < east && at(from + 1) < north && at(from + 2) > west && at(from + 3) > south)
					found.push(place);
			}
			return found;
		}
	};
}

const around = (all: readonly Bounds[]): Bounds => [
	Math.min(...all.map((one) => one[0])),
	Math.min(...all.map((one) => one[1])),
	Math.max(...all.map((one) => one[2])),
	Math.max(...all.map((one) => one[3]))
];

/** A Mercator projection that puts the bounds in the frame, against its left and upper edge; and the size they take. */
function fit([west, south, east, north]: Bounds, frame: MapFrame, padding: number) {
	const corners = [
		[west / UNITS_PER_DEGREE, south / UNITS_PER_DEGREE],
		[east / UNITS_PER_DEGREE, north / UNITS_PER_DEGREE]
	] as [[number, number], [number, number]];
	const projection = geoMercator().fitExtent(
		[
			[padding, padding],
			[frame.width - padding, frame.height - padding]
		],
		{ type: 'MultiPoint', coordinates: corners }
	);
	const [left, bottom] = projection(corners[0]) ?? [0, 0];
	const [right, top] = projection(corners[1]) ?? [0, 0];
	const [x, y] = projection.translate();
	projection.translate([x - left + padding, y - top + padding]);
	return {
		projection,
		width: Math.round(right - left + 2 * padding),
		height: Math.round(bottom - top + 2 * padding)
	};
}

/** Draws shapes at one scale. */
class Pen {
	readonly #projection: GeoProjection;
	/** Square units of the drawing to a m². */
	readonly #scale: number;
	/** Least detail of a corner that is drawn. */
	readonly #detail: number;

	constructor(projection: GeoProjection) {
		this.#projection = projection;
		const [x = 0, y = 0] = projection.invert?.([0, 0]) ?? [];
		const unit = 1_000;
		const square = [
			[0, 0],
			[0, unit],
			[unit, unit],
			[unit, 0]
		].flatMap(([dx = 0, dy = 0]) => [x * UNITS_PER_DEGREE + dx, y * UNITS_PER_DEGREE + dy, 0]);
		const ground = Math.abs(ringArea(Int32Array.from(square)));
		const [left, top] = this.at(square[0] ?? 0, square[1] ?? 0);
		const [right, bottom] = this.at(square[6] ?? 0, square[7] ?? 0);
		this.#scale = Math.abs((right - left) * (bottom - top)) / ground;
		this.#detail = Math.log2(FINEST / this.#scale);
	}

	/** Where a place stands in the drawing. */
	at(x: number, y: number): [number, number] {
		return this.#projection([x / UNITS_PER_DEGREE, y / UNITS_PER_DEGREE]) ?? [0, 0];
	}

	/** The part of the globe that a drawing of this size shows, in units of a ring. */
	globeOf(width: number, height: number): Bounds {
		const degrees = (x: number, y: number) => this.#projection.invert?.([x, y]) ?? [0, 0];
		const corners = [...degrees(0, height), ...degrees(width, 0)];
		return corners.map((one) => one * UNITS_PER_DEGREE) as Bounds;
	}

	/** A shape as one SVG path in tenths of a unit; a hole runs against its outer ring. */
	path(shape: AreaShape): string {
		const drawn = shape.flatMap((polygon) => polygon.filter((ring) => this.#isVisible(ring)));
		if (drawn.length > 0) return drawn.map((ring) => this.#ring(ring)).join('');
		return shape.map(([outer]) => (outer ? this.#ring(outer) : '')).join('');
	}

	#isVisible = (ring: Ring) => Math.abs(ringArea(ring)) * this.#scale >= SMALLEST;

	/** A ring as steps from its first corner; corners that fall together are one. */
	#ring(ring: Ring): string {
		const steps: number[] = [];
		let [lastX, lastY] = [0, 0];
		for (let at = 0; at < ring.length; at += 3) {
			if ((ring[at + 2] ?? 0) < this.#detail) continue;
			const [x, y] = this.at(ring[at] ?? 0, ring[at + 1] ?? 0);
			const [dx, dy] = [Math.round(x * 10) - lastX, Math.round(y * 10) - lastY];
			if (dx === 0 && dy === 0) continue;
			steps.push(dx, dy);
			[lastX, lastY] = [lastX + dx, lastY + dy];
		}
		return `M${shortestRow(steps.slice(0, 2))}l${shortestRow(steps.slice(2))}z`;
	}
}
