import proj4 from 'proj4';
import { UnreadableFileError, WHOLE_FILE, type Findings } from '../findings/findings.ts';
import type { AreaFile, Position } from './area.ts';

/** A system of coordinates in which boundaries of Flanders are published. */
interface System {
	name: string;
	/** For `proj4`. */
	definition: string;
	/** Wide bounds of Belgium in it: west, south, east, north. Those of the three do not meet. */
	extent: readonly [number, number, number, number];
	/** What a file writes that uses it. */
	written: RegExp;
}

/**
 * Definitions: EPSG 4326, 31370 and 3812. The shift of the datum of the second is that of the NGI, with the turns in the
 * sense that `proj4` uses (position vector); lists on the web have them the other way round, 65 m off.
 */
const SYSTEMS: readonly System[] = [
	{
		name: 'WGS 84',
		definition: 'EPSG:4326',
		extent: [2, 49, 7, 52],
		written: /^(?!PROJCS).*(WGS_?\s?(19)?84|CRS84|\b4326\b|ETRS_?(19)?89|\b4258\b)/is
	},
	{
		name: 'Belgian Lambert 72',
		definition:
			'+proj=lcc +lat_0=90 +lon_0=4.36748666666667 +lat_1=51.1666672333333 +lat_2=49.8333339 +x_0=150000.013 ' +
			'+y_0=5400088.438 +ellps=intl +towgs84=-106.8686,52.2978,-103.7239,0.3366,-0.457,1.8422,-1.2747 +units=m',
		extent: [10_000, 10_000, 310_000, 260_000],
		written:
			/\b31370\b|Belge_?\s?(1972|72)?.?Lambert|Lambert_?\s?(Belge_?\s?)?(19)?72|Belge_Lambert_1972/i
	},
	{
		name: 'Belgian Lambert 2008',
		definition:
			'+proj=lcc +lat_0=50.797815 +lon_0=4.35921583333333 +lat_1=49.8333333333333 +lat_2=51.1666666666667 ' +
			'+x_0=649328 +y_0=665262 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m',
		extent: [510_000, 510_000, 810_000, 760_000],
		written:
			/\b3812\b|Lambert_?\s?(Belge_?\s?)?2008|ETRS_?(19)?89_?\s?(\/\s?)?Belgian_?\s?Lambert_?\s?2008/i
	}
];

/** The coordinates of a file made into longitude and latitude (WGS 84, degrees). */
export interface Places {
	/** Name of the system in which the file has them. */
	system: string;
	toDegrees(position: Position): Position;
}

/**
 * Finds out which coordinates a file uses: by their size, which leaves no doubt in Belgium, held against what it states.
 * @throws UnreadableFileError when they lie outside Belgium, or when the file states something else
 */
export function coordinatesOf(file: AreaFile, findings: Findings): Places {
	const bounds = boundsOf(file);
	const system = SYSTEMS.find(({ extent }) => isInside(bounds, extent));
	if (!system) throw outside(bounds, file.declared);
	if (file.declared !== null && !system.written.test(file.declared)) {
		throw contradiction(system, file.declared);
	}
	if (file.declared === null && (file.format === 'shapefile' || system !== SYSTEMS[0])) {
		findings.info('coordinates_not_stated', WHOLE_FILE, {
			expected: 'a .prj part, or a "crs" in the GeoJSON',
			message: `The file does not say which coordinates it has; by their size they are ${system.name}.`
		});
	}
	const { forward } = proj4(system.definition, 'EPSG:4326');
	return {
		system: system.name,
		toDegrees:
			system === SYSTEMS[0] ? (position) => position : ([x, y]) => forward([x, y]) as Position
	};
}

type Bounds = readonly [number, number, number, number];

function boundsOf({ areas }: AreaFile): Bounds {
	let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
	for (const [x, y] of areas.flatMap(({ polygons }) => polygons.flat()).flat()) {
		west = Math.min(west, x);
		south = Math.min(south, y);
		east = Math.max(east, x);
		north = Math.max(north, y);
	}
	return [west, south, east, north];
}

const isInside = ([west, south, east, north]: Bounds, extent: Bounds) =>
	west >= extent[0] && south >= extent[1] && east <= extent[2] && north <= extent[3];

const EXPECTED = 'WGS 84 (longitude before latitude), Belgian Lambert 72 or Belgian Lambert 2008';

const outside = ([west, south, east, north]: Bounds, declared: string | null) =>
	new UnreadableFileError(
		'unknown_coordinates',
		`The coordinates run from ${west}, ${south} to ${east}, ${north}, which is not in Belgium` +
			`${declared === null ? '' : `; the file states "${declared.slice(0, 60)}"`}.` +
			(isInside([south, west, north, east], [2, 49, 7, 52])
				? ' It looks as if latitude stands before longitude.'
				: ''),
		EXPECTED
	);

const contradiction = ({ name }: System, declared: string) =>
	new UnreadableFileError(
		'unknown_coordinates',
		`The file states "${declared.slice(0, 60)}", but its coordinates are of the size of ${name}.`,
		EXPECTED
	);
