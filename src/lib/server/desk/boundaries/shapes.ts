import type { MultiPolygon } from 'geojson';
import { feature, mergeArcs } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify } from 'topojson-simplify';
import type { MultiPolygon as MultiPolygonArcs } from 'topojson-specification';
import {
	FIRM,
	ringArea,
	shapeArea,
	UNIT_AREA,
	UNITS_PER_DEGREE,
	type AreaShape,
	type Ring
} from '#lib/domain/area-shape.ts';
import type { Position, RawArea } from './area.ts';
import { neighboursOf, type AreaTopology } from './shared-borders.ts';
import type { Vintage } from './vintages.ts';

/** The ground of the municipalities of one structure, with borders that neighbours share. */
export interface Shapes {
	/** By NIS code. */
	shapes: ReadonlyMap<string, AreaShape>;
	/** Finds the pairs of NIS codes that share a border, the lower code first, in order. */
	neighbours: () => (readonly [string, string])[];
	/** Codes of which parts lie over each other. */
	overlapping: readonly string[];
}

/** A corner as the topology keeps it; its weight is the triangle in m² that is lost without it. */
type Corner = [x: number, y: number, weight: number];

/** A corner that makes a smaller triangle, in m², is not kept: no map of this site could show it. */
const FINEST = 400;
/** Corners that the largest ring of an area keeps however small it is drawn. */
const FIRM_CORNERS = 7;
/** Numbers of a ring with three corners. */
const SMALLEST_RING = 9;
/** Part of the ground of joined areas that may get lost where they do not fit exactly. */
const TOLERATED = 0.01;

/**
 * Makes areas into shapes: parts of a municipality are joined, common borders are found, and each corner of a border learns
 * once, for both sides, how much it matters (Visvalingam and Whyatt, 1993).
 */
export function shapesOf(vintage: Vintage, toDegrees: (position: Position) => Position): Shapes {
	const codes = [...vintage.areas.keys()].sort();
	const parts = codes.flatMap((nis) => vintage.areas.get(nis) ?? []);
	const topo = topologyOf(parts, toDegrees);
	const geometries = topo.objects.areas.geometries as MultiPolygonArcs[];
	let next = 0;
	const overlapping: string[] = [];
	const joined = codes.map((nis): MultiPolygonArcs => {
		const own = geometries.slice(next, (next += vintage.areas.get(nis)?.length ?? 0));
		if (own.length === 1 && own[0]) return own[0];
		const whole = mergeArcs(topo, own);
		const ground = own.reduce((sum, part) => sum + groundOf(topo, part), 0);
		if (Math.abs(groundOf(topo, whole) - ground) > TOLERATED * ground) overlapping.push(nis);
		return whole;
	});
	keepFirm(topo, joined);
	return {
		overlapping,
		shapes: new Map(codes.map((nis, at) => [nis, shapeOf(topo, joined[at] as MultiPolygonArcs)])),
		neighbours: () =>
			neighboursOf(topo, joined).map(
				([one, other]) => [codes[one] ?? '', codes[other] ?? ''] as const
			)
	};
}

function topologyOf(
	parts: readonly RawArea[],
	toDegrees: (position: Position) => Position
): AreaTopology {
	const grid = ([x, y]: Position): Position => {
		const [longitude, latitude] = toDegrees([x, y]);
		return [Math.round(longitude * UNITS_PER_DEGREE), Math.round(latitude * UNITS_PER_DEGREE)];
	};
	const features = parts.map(({ polygons }) => ({
		type: 'Feature' as const,
		properties: {},
		geometry: {
			type: 'MultiPolygon' as const,
			coordinates: polygons
				.map((polygon) => polygon.map((ring) => withoutRepeats(ring.map(grid))))
				.map((polygon) => polygon.filter((ring) => ring.length >= 4))
				.filter((polygon) => polygon.length > 0)
		}
	}));
	const areas = { type: 'FeatureCollection' as const, features };
	const made = topology({ areas }) as unknown as AreaTopology;
	return presimplify(made as never, triangleArea) as unknown as AreaTopology;
}

const withoutRepeats = (ring: readonly Position[]): Position[] =>
	ring.filter(([x, y], at) => at === 0 || x !== ring[at - 1]?.[0] || y !== ring[at - 1]?.[1]);

/** Area in m² of a triangle in units of a ring. */
function triangleArea(triangle: unknown): number {
	const [[x1, y1], [x2, y2], [x3, y3]] = triangle as [Corner, Corner, Corner];
	return (Math.abs((x2 - x1) * (y3 - y1) - (x3 - x1) * (y2 - y1)) / 2) * UNIT_AREA;
}

/** Gives the weightiest corners of each area's largest ring a weight that no scale takes away, on both sides. */
function keepFirm(topo: AreaTopology, areas: readonly MultiPolygonArcs[]): void {
	for (const area of areas) {
		const rings = cornersOf(topo, area).map(([outer = []]) => outer);
		const [largest = []] = rings.toSorted((a, b) => sizeOf(b) - sizeOf(a));
		const weightiest = largest.toSorted((a, b) => b[2] - a[2]).slice(0, FIRM_CORNERS);
		for (const corner of weightiest) corner[2] = Infinity;
	}
}

const sizeOf = (corners: readonly Corner[]) => Math.abs(ringArea(ringOf(corners)));

/** The rings of an area; their corners are those of the topology itself, shared with the neighbours. */
function cornersOf(topo: AreaTopology, area: MultiPolygonArcs): Corner[][][] {
	const { geometry } = feature(topo, area);
	return (geometry as MultiPolygon).coordinates as unknown as Corner[][][];
}

const groundOf = (topo: AreaTopology, area: MultiPolygonArcs) =>
	shapeArea(turned(cornersOf(topo, area).map((polygon) => polygon.map(ringOf))));

function shapeOf(topo: AreaTopology, area: MultiPolygonArcs): AreaShape {
	const rings = cornersOf(topo, area).map((polygon) =>
		polygon
			.map((corners) => ringOf(corners.slice(0, -1).filter(([, , weight]) => weight >= FINEST)))
			.filter((ring) => ring.length >= SMALLEST_RING)
	);
	return turned(rings.filter((polygon) => polygon.length > 0));
}

/** Outer rings with the clock, holes against it. */
const turned = (shape: AreaShape): AreaShape =>
	shape.map((polygon) =>
		polygon.map((ring, at) => (ringArea(ring) > 0 === (at === 0) ? ring : reversed(ring)))
	);

const ringOf = (corners: readonly Corner[]): Ring =>
	Int32Array.from(
		corners.flatMap(([x, y, weight]) => [
			x,
			y,
			Number.isFinite(weight)
				? Math.min(FIRM - 1, Math.floor(Math.log2(Math.max(1, weight))))
				: FIRM
		])
	);

function reversed(ring: Ring): Ring {
	const turned = new Int32Array(ring.length);
	for (let at = 0; at < ring.length; at += 3) {
		turned.set(ring.subarray(at, at + 3), ring.length - 3 - at);
	}
	return turned;
}
