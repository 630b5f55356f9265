import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import { UnreadableFileError, type Findings } from '../findings/findings.ts';
import type { AreaFile, Position, RawArea } from './area.ts';

/** Parts of JSON that this reader looks at; nothing is trusted before it is checked. */
type Json = Readonly<Record<string, unknown>>;

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/**
 * Reads GeoJSON (a collection of features) or TopoJSON. A feature without ground is a finding.
 * @throws UnreadableFileError when the text is neither
 */
export function readGeoJson(text: string, findings: Findings): AreaFile {
	const json = parse(text);
	const topology = isJson(json) && json['type'] === 'Topology';
	const collection = topology ? unfold(json) : json;
	if (!isJson(collection) || !Array.isArray(collection['features'])) {
		throw unreadable('it is JSON, but no collection of features');
	}
	const areas = (collection['features'] as unknown[]).flatMap((one, at) =>
		areaOf(one, at + 1, findings)
	);
	const declared = topology ? null : declaredIn(collection);
	return { format: topology ? 'TopoJSON' : 'GeoJSON', areas, declared };
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text.replace(/^\uFEFF/, ''));
	} catch (error) {
		throw unreadable(`it is no sound JSON (${(error as Error).message})`);
	}
}

const unreadable = (why: string) =>
	new UnreadableFileError(
		'unreadable_file',
		`The file cannot be read as boundaries: ${why}.`,
		'GeoJSON (a FeatureCollection), TopoJSON, or a shapefile, plain or zipped'
	);

/** The object of a topology with most areas, as features. */
function unfold(topology: Json): unknown {
	const objects = isJson(topology['objects']) ? Object.values(topology['objects']) : [];
	const size = (object: unknown) =>
		isJson(object) && Array.isArray(object['geometries']) ? object['geometries'].length : 0;
	const [largest] = objects.toSorted((a, b) => size(b) - size(a));
	if (!largest) throw unreadable('it is TopoJSON without objects');
	try {
		return feature(topology as unknown as Topology, largest as never);
	} catch (error) {
		throw unreadable(`its lines do not fit together (${(error as Error).message})`);
	}
}

/** The old way of naming a system of coordinates in GeoJSON. */
function declaredIn(collection: Json): string | null {
	const crs = collection['crs'];
	const properties = isJson(crs) ? crs['properties'] : null;
	const name = isJson(properties) ? properties['name'] : null;
	return typeof name === 'string' ? name : null;
}

function areaOf(one: unknown, row: number, findings: Findings): RawArea[] {
	const given = isJson(one) && isJson(one['properties']) ? one['properties'] : {};
	const properties = isJson(one) && one['id'] !== undefined ? { id: one['id'], ...given } : given;
	const polygons = polygonsOf(isJson(one) ? one['geometry'] : null);
	if (polygons) return [{ row, properties, polygons }];
	reportNoArea(
		row,
		isJson(one) && isJson(one['geometry']) ? one['geometry']['type'] : null,
		findings
	);
	return [];
}

/** Says that a feature has no ground to draw. */
export function reportNoArea(row: number, kind: unknown, findings: Findings): void {
	findings.block(
		'not_an_area',
		{ sheet: null, row, column: null },
		{
			value: kind ?? 'nothing',
			expected: 'a Polygon or MultiPolygon of closed lines, with numbers only',
			message: 'This feature has no ground that can be drawn.'
		}
	);
}

/** The polygons of a geometry; null when it has none, or when a part of them is no number. */
export function polygonsOf(geometry: unknown): RawArea['polygons'] | null {
	if (!isJson(geometry)) return null;
	const { type, coordinates } = geometry;
	if (!Array.isArray(coordinates)) return null;
	const polygons = type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? coordinates : [];
	const areRings = (polygon: unknown) =>
		Array.isArray(polygon) && polygon.length > 0 && polygon.every(isRing);
	return polygons.length > 0 && polygons.every(areRings) ? (polygons as Position[][][]) : null;
}

const isRing = (ring: unknown): boolean =>
	Array.isArray(ring) && ring.length >= 4 && ring.every(isPosition);

const isPosition = (position: unknown): boolean =>
	Array.isArray(position) && Number.isFinite(position[0]) && Number.isFinite(position[1]);
