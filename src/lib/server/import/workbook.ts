import { unzipSync, type UnzipFileInfo } from 'fflate';
import readXlsxFile from 'read-excel-file/universal';
import { UnreadableFileError } from './findings.ts';
import type { ImportSource, Inspection } from './source.ts';
import { scanSheets, type SheetScan } from './workbook-scan.ts';
import { HEAD_ROWS, type Row, type Table } from './table.ts';

const MEGABYTE = 1024 * 1024;

/** Limits on a workbook; a file beyond them is refused before it is unpacked. */
export const WORKBOOK_LIMITS = {
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

/** Whether the first bytes are those of an old Excel file, or of one with a password. */
export const isOldWorkbook = (head: Uint8Array): boolean =>
	[0xd0, 0xcf, 0x11, 0xe0].every((byte, at) => head[at] === byte);

/**
 * Opens the sheets of an .xlsx file. Formulas and macros are never run, outside references never followed.
 * @throws UnreadableFileError when the archive is damaged, too large, or no workbook
 */
export async function openWorkbook(source: ImportSource, inspection: Inspection): Promise<Table[]> {
	if (inspection.size > WORKBOOK_LIMITS.packed)
		throw tooLarge('The workbook', WORKBOOK_LIMITS.packed);
	const bytes = await allBytes(source, inspection.size);
	const scans = scanSheets(unpackSheets(bytes));
	const sheets = await damagedIfFails(() => readXlsxFile(bytes.buffer));
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
		isFormula: (row, column) => scan?.isFormula(row, column) ?? false
	};
}

async function allBytes(source: ImportSource, size: number): Promise<Uint8Array<ArrayBuffer>> {
	const bytes = new Uint8Array(size);
	let at = 0;
	for await (const chunk of source.chunks()) {
		bytes.set(chunk, at);
		at += chunk.length;
	}
	return bytes;
}

/** The parts that say what the sheets are, and the sheets; every part is measured before any is unpacked. */
function unpackSheets(bytes: Uint8Array): Record<string, Uint8Array> {
	const parts: UnzipFileInfo[] = [];
	damagedIfThrows(() => unzipSync(bytes, { filter: (part) => parts.push(part) < 0 }));
	checkSize(parts);
	const isNeeded = (name: string) =>
		/^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml)$/.test(name);
	return damagedIfThrows(() => unzipSync(bytes, { filter: (part) => isNeeded(part.name) }));
}

function checkSize(parts: readonly UnzipFileInfo[]): void {
	const { unpacked, ratio, small } = WORKBOOK_LIMITS;
	const total = parts.reduce((sum, part) => sum + part.originalSize, 0);
	if (total > unpacked) throw tooLarge('The workbook, unpacked,', unpacked);
	if (parts.length > WORKBOOK_LIMITS.parts) {
		throw damaged(`it has ${parts.length} parts, where a workbook has some tens`);
	}
	const bomb = parts.find((part) => part.originalSize > Math.max(small, part.size * ratio));
	if (bomb) {
		throw damaged(
			`its part ${bomb.name} would grow from ${bomb.size} to ${bomb.originalSize} bytes`
		);
	}
}

function damagedIfThrows<T>(work: () => T): T {
	try {
		return work();
	} catch (error) {
		throw damaged((error as Error).message);
	}
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
