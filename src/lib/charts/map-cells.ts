import { geoMercator, type GeoProjection } from 'd3-geo';
import { cellShapes, pathOf, type Disc } from './cell-shapes.ts';

/** A municipality as a point on the globe; where a part is unknown it cannot be drawn. */
export interface MapPlace {
	nis: string;
	/** WGS84, degrees. */
	longitude: number | null;
	latitude: number | null;
	areaKm2: number | null;
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
	/** The centre of the municipality. */
	x: number;
	y: number;
}

export interface MapLayout {
	/** Size of the drawing: the frame, trimmed to what stands in it. */
	width: number;
	height: number;
	/** In the order of the places that came in. */
	cells: MapCell[];
}

type KnownPlace = { [key in keyof MapPlace]: NonNullable<MapPlace[key]> };
type Point = [number, number];
type PlacedDisc = Disc & { nis: string };

const EARTH_RADIUS_KM = 6371.0088;
const KM_PER_DEGREE = (Math.PI / 180) * EARTH_RADIUS_KM;
/** A disc of the municipality's own area, this much wider: neighbours then meet, and what is not Flanders stays open. */
const REACH = 1.3;
/** The smallest municipalities are drawn as if this large (km²), so that they can be seen. */
const SMALLEST_AREA = 6;
const PADDING = 3;

/** Radius in kilometres of the disc that a municipality may fill. */
const reachOf = (place: KnownPlace) =>
	REACH * Math.sqrt(Math.max(SMALLEST_AREA, place.areaKm2) / Math.PI);

/**
 * A schematic map: each municipality is the ground around its centre, no further than a radius that follows from its
 * area and up to a border halfway to its neighbours. Needs no boundaries, hence no licence.
 */
export function mapCells(places: readonly MapPlace[], frame: MapFrame): MapLayout {
	const known = places.filter(isKnown);
	const inFocus = known.filter(({ nis }) => frame.focus?.has(nis) ?? true);
	if (inFocus.length === 0) return { width: frame.width, height: frame.height, cells: [] };
	const discs = discsOf(known, fit(inFocus, frame));
	const focused = discs.filter(({ nis }) => frame.focus?.has(nis) ?? true);
	const right = Math.max(...focused.map(({ x, radius }) => x + radius)) + PADDING;
	const bottom = Math.max(...focused.map(({ y, radius }) => y + radius)) + PADDING;
	const [width, height] = [Math.round(right), Math.round(bottom)];
	const isWithin = ({ x, y, radius }: Disc, margin: number) =>
		x + radius > -margin &&
		y + radius > -margin &&
		x - radius < width + margin &&
		y - radius < height + margin;

	// What lies just outside the frame still takes ground from what stands in it.
	const widest = Math.max(...discs.map(({ radius }) => radius));
	const near = discs.filter((disc) => isWithin(disc, 2 * widest));
	const cells = cellShapes(near).flatMap((shape, index) => {
		const disc = near[index];
		if (!disc || !isWithin(disc, 0)) return [];
		return [{ nis: disc.nis, path: pathOf(shape), x: tenth(disc.x), y: tenth(disc.y) }];
	});
	return { width, height, cells };
}

const isKnown = (place: MapPlace): place is KnownPlace =>
	place.longitude !== null && place.latitude !== null && place.areaKm2 !== null;

/** A Mercator projection under which the discs of the places fill the frame, against its left and upper edge. */
function fit(places: readonly KnownPlace[], { width, height }: MapFrame): GeoProjection {
	const coordinates = places.flatMap((place): Point[] => {
		const [dx, dy] = [reachOf(place) / kmPerDegree(place), reachOf(place) / KM_PER_DEGREE];
		const { longitude: x, latitude: y } = place;
		return [
			[x - dx, y],
			[x + dx, y],
			[x, y - dy],
			[x, y + dy]
		];
	});
	const points = { type: 'MultiPoint' as const, coordinates };
	const extent: [Point, Point] = [
		[PADDING, PADDING],
		[width - PADDING, height - PADDING]
	];
	const projection = geoMercator().fitExtent(extent, points);
	const projected = coordinates.map((point): Point => projection(point) ?? [0, 0]);
	const [x, y] = projection.translate();
	const left = Math.min(...projected.map((point) => point[0]));
	const top = Math.min(...projected.map((point) => point[1]));
	return projection.translate([x - left + PADDING, y - top + PADDING]);
}

/** Length of a degree of longitude at the place. */
const kmPerDegree = (place: KnownPlace) =>
	KM_PER_DEGREE * Math.cos((place.latitude * Math.PI) / 180);

function discsOf(places: readonly KnownPlace[], projection: GeoProjection): PlacedDisc[] {
	return places.map((place) => {
		const [x, y] = projection([place.longitude, place.latitude]) ?? [0, 0];
		const unitsPerKm = (projection.scale() * Math.PI) / 180 / kmPerDegree(place);
		return { nis: place.nis, x, y, radius: reachOf(place) * unitsPerKm };
	});
}

const tenth = (value: number) => Math.round(value * 10) / 10;
