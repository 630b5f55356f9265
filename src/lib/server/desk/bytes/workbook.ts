import { zipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/universal';
import { unpack } from './archive.ts';
import { withAddresses } from './cell-addresses.ts';
import { UnreadableFileError } from '../findings/findings.ts';
import { refuseForeignArchive } from './foreign-bytes.ts';
import { allBytes, type ImportSource, type Inspection } from './source.ts';
import { scanSheets, type SheetScan } from './workbook-scan.ts';
import { HEAD_ROWS, NOTHING_HIDDEN, type Row, type Table } from './table.ts';

const MEGABYTE = 1024 * 1024;

/** Limits on a workbook. */
const WORKBOOK_LIMITS = {
	/** Bytes of the file. */
	packed: 64 * MEGABYTE,
	/** Bytes of all its parts together. */
	unpacked: 512 * MEGABYTE,
	/** Unpacked bytes to each packed byte, for parts above `small`. Sheets seldom pass 30. */
	ratio: 200,
	small: MEGABYTE,
	parts: 2_000
};

/** Whether the first bytes are those of a zip archive, as every .xlsx is. */
export const isArchive = (head: Uint8Array): boolean =>
	head[0] === 0x50 && head[1] === 0x4b && (head[2] === 0x03 || head[2] === 0x05);

/**
 * Opens the sheets of an .xlsx file. Formulas and macros are never run, outside references never followed.
 * @throws UnreadableFileError when the archive is damaged, too large, or no workbook
 */
export async function openWorkbook(source: ImportSource, inspection: Inspection): Promise<Table[]> {
	if (inspection.size > WORKBOOK_LIMITS.packed)
		throw tooLarge('The workbook', WORKBOOK_LIMITS.packed);
	const bytes = await allBytes(source, inspection.size);
	const parts = unpackWorkbook(bytes);
	const scans = scanSheets(parts);
	// The reader unpacks by itself and counts nothing: it gets what was counted, not packed any more.
	const counted = zipSync(parts, { level: 0 });
	const sheets = await damagedIfFails(() => readXlsxFile(counted.buffer));
	return sheets.map(({ sheet, data }, at) =>
		sheetTable(sheet, data as unknown as Row[], scans[at])
	);
}

function sheetTable(sheet: string, rows: readonly Row[], scan: SheetScan | undefined): Table {
	return {
		sheet,
		head: rows.slice(0, HEAD_ROWS),
		async *batches() {
			yield rows;
		},
		isFormula: (row, column) => scan?.isFormula(row, column) ?? false,
		merges: scan?.merges ?? [],
		hidden: scan?.hidden ?? NOTHING_HIDDEN
	};
}

/** The parts that say something; pictures and macros are left out. */
function unpackWorkbook(bytes: Uint8Array): Record<string, Uint8Array> {
	const refusals = {
		tooLarge: (what: string, limit: number) => tooLarge(`The workbook, ${what},`, limit),
		damaged
	};
	const names: string[] = [];
	const parts = unpack(bytes, WORKBOOK_LIMITS, refusals, (name) => {
		names.push(name);
		return /\.(xml|rels)$/i.test(name);
	});
	refuseForeignArchive(names);
	return Object.fromEntries(
		Object.entries(parts).map(([name, part]) => [
			name,
			/^xl\/worksheets\/[^/]+\.xml$/.test(name) ? withAddresses(part) : part
		])
	);
}

async function damagedIfFails<T>(work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		throw damaged((error as Error).message);
	}
}

const damaged = (why: string) =>
	new UnreadableFileError(
		'unreadable_file',
		`The file is an archive, but no sound workbook (.xlsx): ${why}.`,
		'an .xlsx file as a spreadsheet program saves it'
	);

const tooLarge = (what: string, limit: number) =>
	new UnreadableFileError(
		'too_large',
		`${what} is larger than ${limit / MEGABYTE} MB.`,
		'the same rows as CSV, which may be larger'
	);
