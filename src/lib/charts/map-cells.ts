import { geoMercator, type GeoProjection } from 'd3';
import { cellShapes, pathOf, type Disc } from './cell-shapes.ts';
import { tenth } from './round.ts';

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
type Size = Pick<MapLayout, 'width' | 'height'>;

const EARTH_RADIUS_KM = 6371.0088;
const KM_PER_DEGREE = (Math.PI / 180) * EARTH_RADIUS_KM;
/** A disc of the municipality's own area, this much wider: neighbours then meet, and what is not Flanders stays open. */
const REACH = 1.3;
/** The smallest municipalities are drawn as if this large (km²), so that they can be seen. */
const SMALLEST_AREA = 6;
const PADDING = 3;
/**
 * How far outside the drawing a centre may lie and still matter, in the widest reach of all: one for a disc that sticks
 * into the drawing, two from its centre to that of a neighbour, and one because a degree is not equally long everywhere.
 */
const NEIGHBOURHOOD = 4;

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
	const projection = fit(inFocus, frame);
	const size = sizeOf(discsOf(inFocus, projection));
	const discs = discsOf(placesNear(known, projection, size), projection);
	const cells = cellShapes(discs).flatMap((shape, index) => {
		const disc = discs[index];
		if (!disc || !isWithin(disc, size)) return [];
		return [{ nis: disc.nis, path: pathOf(shape), x: tenth(disc.x), y: tenth(disc.y) }];
	});
	return { ...size, cells };
}

/** The frame, trimmed to what stands in it. */
function sizeOf(discs: readonly PlacedDisc[]): Size {
	const right = Math.max(...discs.map(({ x, radius }) => x + radius)) + PADDING;
	const bottom = Math.max(...discs.map(({ y, radius }) => y + radius)) + PADDING;
	return { width: Math.round(right), height: Math.round(bottom) };
}

const isWithin = ({ x, y, radius }: Disc, { width, height }: Size) =>
	x + radius > 0 && y + radius > 0 && x - radius < width && y - radius < height;

/**
 * The places that stand in the drawing or may take ground from one that does: all others are dropped by their degrees
 * alone, so that a region costs the same however many municipalities lie elsewhere.
 */
function placesNear(
	places: readonly KnownPlace[],
	projection: GeoProjection,
	{ width, height }: Size
): KnownPlace[] {
	const [west, north] = projection.invert?.([0, 0]) ?? [-180, 90];
	const [east, south] = projection.invert?.([width, height]) ?? [180, -90];
	const widest = places.reduce((most, place) => Math.max(most, reachOf(place)), 0);
	const margin = (NEIGHBOURHOOD * widest) / KM_PER_DEGREE;
	const wide = margin / Math.cos((Math.max(Math.abs(north), Math.abs(south)) * Math.PI) / 180);
	return places.filter(
		({ longitude, latitude }) =>
			longitude > west - wide &&
			longitude < east + wide &&
			latitude > south - margin &&
			latitude < north + margin
	);
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
