import { unpack } from '../bytes/archive.ts';
import { encodingOf } from '../bytes/delimited.ts';
import { UnreadableFileError, type Findings } from '../findings/findings.ts';
import { allBytes, type ImportSource, type Inspection } from '../bytes/source.ts';
import { isArchive } from '../bytes/workbook.ts';
import type { AreaFile } from './area.ts';
import { readGeoJson } from './geojson.ts';
import { isShapefile, readShapefile } from './shapefile.ts';

const MEGABYTE = 1024 * 1024;

/** Limits on a file of boundaries. Flanders in full detail takes some tens of MB. */
export const BOUNDARY_LIMITS = {
	/** Bytes of the file. */
	packed: 128 * MEGABYTE,
	/** Bytes of all parts of an archive together. */
	unpacked: 256 * MEGABYTE,
	/** Unpacked bytes to each packed byte, for parts above `small`. Names in a .dbf are mostly blanks. */
	ratio: 500,
	small: MEGABYTE,
	parts: 200
};

/**
 * Opens a file of areas by what it holds: GeoJSON, TopoJSON, or a zip archive with one of these or with a shapefile.
 * @throws UnreadableFileError when it is none of these, damaged or too large
 */
export async function openAreas(
	source: ImportSource,
	inspection: Inspection,
	findings: Findings
): Promise<AreaFile> {
	if (inspection.size > BOUNDARY_LIMITS.packed) throw tooLarge('The file', BOUNDARY_LIMITS.packed);
	const bytes = await allBytes(source, inspection.size);
	if (isArchive(inspection.head)) return readArchive(bytes, findings);
	const alone = { dbf: null, prj: null, cpg: null };
	if (isShapefile(inspection.head)) return readShapefile({ shp: bytes, ...alone }, findings);
	const encoding = encodingOf(inspection);
	if (!encoding) throw notKnown();
	return readGeoJson(new TextDecoder(encoding).decode(bytes), findings);
}

const WANTED = /\.(shp|dbf|prj|cpg|json|geojson|topojson)$/i;

function readArchive(bytes: Uint8Array, findings: Findings): AreaFile {
	const refusals = {
		tooLarge: (what: string, limit: number) => tooLarge(`The archive, ${what},`, limit),
		damaged
	};
	const parts = unpack(bytes, BOUNDARY_LIMITS, refusals, isWanted);
	const names = Object.keys(parts);
	const shapes = names.filter((name) => /\.shp$/i.test(name));
	const texts = names.filter((name) => /json$/i.test(name));
	const [name, another] = shapes.length > 0 ? shapes : texts;
	if (name === undefined) throw damaged('it holds no shapefile, GeoJSON or TopoJSON');
	if (another !== undefined) throw damaged(`it holds more than one layer: ${name}, ${another}`);
	if (shapes.length === 0) return readGeoJson(new TextDecoder().decode(parts[name]), findings);
	const beside = (ending: string) => partBeside(parts, name, ending);
	return readShapefile(
		{
			shp: parts[name] ?? new Uint8Array(),
			dbf: beside('dbf'),
			prj: beside('prj'),
			cpg: beside('cpg')
		},
		findings
	);
}

const isWanted = (name: string) => WANTED.test(name) && !/(^|\/)(__MACOSX\/|\._)/.test(name);

/** The part with the same name but for its ending, whatever the case of the letters. */
function partBeside(
	parts: Readonly<Record<string, Uint8Array>>,
	name: string,
	ending: string
): Uint8Array | null {
	const wanted = name.replace(/shp$/i, ending).toLowerCase();
	const found = Object.keys(parts).find((one) => one.toLowerCase() === wanted);
	return found === undefined ? null : (parts[found] ?? null);
}

const damaged = (why: string) =>
	new UnreadableFileError(
		'unreadable_file',
		`The archive cannot be used: ${why}.`,
		'a zip archive with one layer: a shapefile (.shp, .dbf, .prj), GeoJSON or TopoJSON'
	);

const notKnown = () =>
	new UnreadableFileError(
		'unknown_layout',
		'The file holds no boundaries of a known kind.',
		'GeoJSON, TopoJSON, or a shapefile, plain or zipped'
	);

const tooLarge = (what: string, limit: number) =>
	new UnreadableFileError(
		'too_large',
		`${what} is larger than ${limit / MEGABYTE} MB.`,
		'boundaries in less detail, or of fewer areas: a map on a screen needs a corner every 50 metres'
	);
