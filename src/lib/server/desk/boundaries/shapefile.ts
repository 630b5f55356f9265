import { parseDbf, parseShp } from 'shpjs';
import { UnreadableFileError, type Findings } from '../findings/findings.ts';
import type { AreaFile } from './area.ts';
import { polygonsOf, reportNoArea } from './geojson.ts';

/** The parts of a shapefile that are used. */
export interface ShapefileParts {
	shp: Uint8Array;
	dbf: Uint8Array | null;
	/** System of coordinates. */
	prj: Uint8Array | null;
	/** Encoding of the names. */
	cpg: Uint8Array | null;
}

const HEADER = 100;
const MAGIC = 9994;
const POLYGONS = [5, 15, 25];

/** Whether the first bytes are those of the `.shp` part of a shapefile. */
export const isShapefile = (head: Uint8Array): boolean =>
	head.length >= HEADER && viewOf(head).getInt32(0) === MAGIC;

/**
 * Reads the areas of a shapefile with their properties.
 * @throws UnreadableFileError when a part is missing, damaged or cut off
 */
export function readShapefile(parts: ShapefileParts, findings: Findings): AreaFile {
	const { shp, dbf, prj } = parts;
	const records = checkShp(shp);
	if (!dbf) throw damaged('its .dbf part, with the names or codes, is missing', WHOLE);
	if (checkDbf(dbf) !== records) {
		throw damaged(`it has ${records} areas, but ${checkDbf(dbf)} rows of names in its .dbf part`);
	}
	const [shapes, rows] = parsed(parts, dbf);
	const areas = shapes.flatMap((shape, at) => {
		const polygons = polygonsOf(shape);
		if (polygons) return [{ row: at + 1, properties: rows[at] ?? {}, polygons }];
		reportNoArea(at + 1, null, findings);
		return [];
	});
	return { format: 'shapefile', areas, declared: prj && textOf(prj) };
}

const WHOLE = 'the .shp, .dbf and .prj parts together: beside each other, or in one zip archive';

const damaged = (why: string, expected: string | null = null) =>
	new UnreadableFileError('unreadable_file', `The shapefile cannot be read: ${why}.`, expected);

const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes).trim();
const viewOf = (bytes: Uint8Array) =>
	new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Walks over the records before they are read, since a length that leads nowhere would never end; gives their number. */
function checkShp(shp: Uint8Array): number {
	if (!isShapefile(shp)) throw damaged('its .shp part is none');
	const view = viewOf(shp);
	const kind = view.getInt32(32, true);
	if (!POLYGONS.includes(kind)) throw damaged(`it holds shapes of type ${kind}, no areas`);
	if (view.getInt32(24) * 2 !== shp.length) throw cutOff('.shp', view.getInt32(24) * 2, shp.length);
	let records = 0;
	for (let at = HEADER; at < shp.length; records++) {
		const length = at + 8 <= shp.length ? view.getInt32(at + 4) * 2 : -1;
		if (length < 4 || at + 8 + length > shp.length) {
			throw damaged(`area ${records + 1} of its .shp part runs beyond the file`);
		}
		at += 8 + length;
	}
	return records;
}

/** Checks that all rows that the table announces are there, and gives their number. */
function checkDbf(dbf: Uint8Array): number {
	if (dbf.length < 32) throw damaged('its .dbf part is too short');
	const view = viewOf(dbf);
	const [rows, header, width] = [
		view.getUint32(4, true),
		view.getUint16(8, true),
		view.getUint16(10, true)
	];
	const size = header + rows * width;
	if (header < 33 || width < 2) throw damaged('its .dbf part has no columns');
	if (size > dbf.length) throw cutOff('.dbf', size, dbf.length);
	return rows;
}

const cutOff = (part: string, announced: number, found: number) =>
	damaged(`its ${part} part announces ${announced} bytes and has ${found}`);

function parsed({ shp, cpg }: ShapefileParts, dbf: Uint8Array) {
	try {
		return [parseShp(shp), parseDbf(dbf, encodingOf(dbf, cpg))] as const;
	} catch (error) {
		throw damaged((error as Error).message);
	}
}

/** The encoding that the shapefile states, else UTF-8 when all rows are, else Windows-1252. */
function encodingOf(dbf: Uint8Array, cpg: Uint8Array | null): string {
	const stated = cpg && textOf(cpg);
	if (stated) return stated;
	try {
		new TextDecoder('utf-8', { fatal: true }).decode(dbf.subarray(viewOf(dbf).getUint16(8, true)));
		return 'utf-8';
	} catch {
		return 'windows-1252';
	}
}
