/**
 * Invented ground for real NIS codes, to test the reading of boundaries: squares in a row from west to east, each sharing
 * a border with the next. No real place looks like this.
 */
import { strToU8, zipSync } from 'fflate';
import proj4 from 'proj4';
import { topology } from 'topojson-server';

type Position = [number, number];

/** One square of the row. */
export interface Square {
	properties: Record<string, unknown>;
	/** Its place in the row; two squares may stand in the same one. */
	at: number;
	/** How many places it takes. */
	wide?: number;
}

const SYSTEMS = {
	degrees: 'EPSG:4326',
	/** As the NGI defines them; the turns of the datum in the sense of position vectors. */
	lambert72:
		'+proj=lcc +lat_0=90 +lon_0=4.36748666666667 +lat_1=51.1666672333333 +lat_2=49.8333339 +x_0=150000.013 ' +
		'+y_0=5400088.438 +ellps=intl +towgs84=-106.8686,52.2978,-103.7239,0.3366,-0.457,1.8422,-1.2747',
	lambert2008:
		'+proj=lcc +lat_0=50.797815 +lon_0=4.35921583333333 +lat_1=49.8333333333333 +lat_2=51.1666666666667 ' +
		'+x_0=649328 +y_0=665262 +ellps=GRS80 +towgs84=0,0,0'
};
export type System = keyof typeof SYSTEMS;

/** The names by which files call the systems. */
export const SYSTEM_NAMES: Record<System, string> = {
	degrees: 'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984"]]',
	lambert72: 'PROJCS["Belge_Lambert_1972",GEOGCS["GCS_Belge_1972"]]',
	lambert2008: 'PROJCS["ETRS_1989_Belgian_Lambert_2008",GEOGCS["GCS_ETRS_1989"]]'
};

const WIDTH = 0.1;

/** The corners of a square, against the clock, closed; in the order of GeoJSON. */
function corners({ at, wide = 1 }: Square, system: System): Position[] {
	const west = 3 + at * WIDTH;
	const east = west + wide * WIDTH;
	const middles = Array.from({ length: wide }, (_, step) => west + step * WIDTH);
	const south = middles.map((x): Position => [x, 51]);
	const north = middles.map((x): Position => [x + WIDTH, 51.1]).toReversed();
	const ring: Position[] = [...south, [east, 51], ...north, [west, 51.1], [west, 51]];
	const { forward } = proj4('EPSG:4326', SYSTEMS[system]);
	return system === 'degrees' ? ring : ring.map((corner) => forward(corner));
}

interface Options {
	system?: System;
	/** Outer lines with the clock, as shapefiles have them. */
	clockwise?: boolean;
}

const polygon = (square: Square, { system = 'degrees', clockwise = false }: Options) => {
	const ring = corners(square, system);
	return clockwise ? ring.toReversed() : ring;
};

export const collection = (squares: readonly Square[], options: Options = {}) => ({
	type: 'FeatureCollection' as const,
	features: squares.map((square) => ({
		type: 'Feature' as const,
		properties: square.properties,
		geometry: { type: 'Polygon' as const, coordinates: [polygon(square, options)] }
	}))
});

export const geoJson = (squares: readonly Square[], options: Options = {}): string =>
	JSON.stringify(collection(squares, options));

export const topoJson = (squares: readonly Square[], options: Options = {}): string =>
	JSON.stringify(topology({ areas: collection(squares, options) }, 1e6));

/** The parts of a shapefile by their ending. */
export function shapefile(
	squares: readonly Square[],
	{ system = 'lambert72' }: Options = {}
): Record<'shp' | 'dbf' | 'prj' | 'cpg', Uint8Array> {
	return {
		shp: shp(squares.map((square) => polygon(square, { system, clockwise: true }))),
		dbf: dbf(squares.map(({ properties }) => properties)),
		prj: strToU8(SYSTEM_NAMES[system]),
		cpg: strToU8('UTF-8')
	};
}

/** A zip archive with the parts of a shapefile, as GIS programs make them. */
export const zipped = (parts: Readonly<Record<string, Uint8Array>>, name = 'lagen/gemeenten') =>
	zipSync(
		Object.fromEntries(Object.entries(parts).map(([end, bytes]) => [`${name}.${end}`, bytes]))
	);

function shp(rings: readonly Position[][]): Uint8Array {
	const records = rings.map((ring, index) => {
		const bytes = Buffer.alloc(8 + 48 + 16 * ring.length);
		bytes.writeInt32BE(index + 1, 0);
		bytes.writeInt32BE((bytes.length - 8) / 2, 4);
		bytes.writeInt32LE(5, 8);
		bytes.writeInt32LE(1, 44);
		bytes.writeInt32LE(ring.length, 48);
		ring.flat().forEach((value, at) => bytes.writeDoubleLE(value, 56 + 8 * at));
		return bytes;
	});
	const header = Buffer.alloc(100);
	header.writeInt32BE(9994, 0);
	header.writeInt32BE(records.reduce((sum, one) => sum + one.length, 100) / 2, 24);
	header.writeInt32LE(1000, 28);
	header.writeInt32LE(5, 32);
	return Buffer.concat([header, ...records]);
}

const COLUMN_WIDTH = 40;

function dbf(rows: readonly Record<string, unknown>[]): Uint8Array {
	const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
	const header = Buffer.alloc(33 + 32 * columns.length);
	header[0] = 3;
	header.writeUInt32LE(rows.length, 4);
	header.writeUInt16LE(header.length, 8);
	header.writeUInt16LE(1 + COLUMN_WIDTH * columns.length, 10);
	columns.forEach((name, at) => {
		header.write(name, 32 + 32 * at);
		header.write('C', 43 + 32 * at);
		header[48 + 32 * at] = COLUMN_WIDTH;
	});
	header[header.length - 1] = 13;
	const cells = rows.map((row) =>
		columns.map((name) => {
			const cell = Buffer.alloc(COLUMN_WIDTH, ' ');
			cell.write(String(row[name] ?? ''));
			return cell;
		})
	);
	return Buffer.concat([header, ...cells.flatMap((row) => [Buffer.from(' '), ...row])]);
}
