import { Readable } from 'node:stream';
import { CsvError, parse, type Options } from 'csv-parse';
import { parse as parseSync } from 'csv-parse/sync';
import { UnreadableFileError } from '../findings/findings.ts';
import type { ImportSource, Inspection } from './source.ts';
import {
	HEAD_ROWS,
	LARGEST_COLUMN,
	LARGEST_ROW,
	NOTHING_HIDDEN,
	type Row,
	type Table
} from './table.ts';

/** How the bytes of a text file become text. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

const DELIMITERS = [',', ';', '\t', '|'] as const;
const BATCH_ROWS = 1_000;
const LONGEST_RECORD = 200_000;

/** The encoding of a text file, or null when the bytes are no text at all. */
export function encodingOf({ head, utf8 }: Inspection): Encoding | null {
	if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
	if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
	if (head.includes(0)) return null;
	return utf8 ? 'utf-8' : 'windows-1252';
}

/** Opens a text file with a delimiter (comma, semicolon, tab or pipe). */
export function openDelimited(
	source: ImportSource,
	inspection: Inspection,
	encoding: Encoding
): Table {
	const start = new TextDecoder(encoding).decode(inspection.head);
	const whole = inspection.size <= inspection.head.length;
	const text = whole ? start : start.slice(0, start.lastIndexOf('\n') + 1);
	const options = { ...OPTIONS, delimiter: delimiterOf(text) };
	return {
		sheet: null,
		head: headRows(text, options),
		batches: () => batches(source, encoding, options),
		isFormula: () => false,
		merges: [],
		hidden: NOTHING_HIDDEN
	};
}

const OPTIONS: Options = {
	record_delimiter: ['\r\n', '\n', '\r'],
	relax_column_count: true,
	max_record_size: LONGEST_RECORD
};

/** The delimiter that splits most lines of the head into as many cells; of two such, the one that makes more cells. */
function delimiterOf(text: string): string {
	const lines = text.split(/\r?\n|\r/, HEAD_ROWS).map((line) => line.replace(/"[^"]*"/g, ''));
	const alike = (delimiter: string) => {
		const sizes = lines.map((line) => line.split(delimiter).length).filter((size) => size > 1);
		const bySize = [...Map.groupBy(sizes, (size) => size)];
		return bySize.reduce(
			(best, [cells, { length }]) => (length >= best.lines ? { lines: length, cells } : best),
			{ lines: 0, cells: 0 }
		);
	};
	return DELIMITERS.map((delimiter) => ({ delimiter, ...alike(delimiter) })).reduce((best, next) =>
		next.lines > best.lines || (next.lines === best.lines && next.cells > best.cells) ? next : best
	).delimiter;
}

/** The rows of the head as far as they can be read; what breaks after them is told when all rows are read. */
function headRows(text: string, options: Options): readonly Row[] {
	const rows: Row[] = [];
	const keep = (row: Row) => void rows.push(row);
	try {
		parseSync(text, { ...options, to: HEAD_ROWS, on_record: keep });
	} catch {
		return rows;
	}
	return rows;
}

async function* batches(
	source: ImportSource,
	encoding: Encoding,
	options: Options
): AsyncGenerator<readonly Row[]> {
	const text = Readable.from(decoded(source, encoding), { objectMode: false });
	const parser = text.compose(parse(options)) as AsyncIterable<string[]>;
	let batch: Row[] = [];
	let row = 0;
	try {
		for await (const cells of parser) {
			row++;
			if (row > LARGEST_ROW || cells.length > LARGEST_COLUMN) throw tooMuch(row);
			if (batch.push(cells) < BATCH_ROWS) continue;
			yield batch;
			batch = [];
		}
	} catch (error) {
		throw readable(error, row + 1);
	}
	if (batch.length > 0) yield batch;
}

async function* decoded(source: ImportSource, encoding: Encoding): AsyncGenerator<string> {
	const decoder = new TextDecoder(encoding);
	for await (const chunk of source.chunks()) {
		const text = decoder.decode(chunk, { stream: true });
		if (text !== '') yield text;
	}
	const rest = decoder.decode();
	if (rest !== '') yield rest;
}

function tooMuch(row: number): UnreadableFileError {
	return row > LARGEST_ROW
		? new UnreadableFileError('too_many_rows', `The file has more than ${LARGEST_ROW} rows.`)
		: new UnreadableFileError(
				'too_many_columns',
				`A row has more than ${LARGEST_COLUMN} cells.`,
				null,
				{
					sheet: null,
					row,
					column: null
				}
			);
}

function readable(error: unknown, row: number): unknown {
	if (!(error instanceof CsvError)) return error;
	return new UnreadableFileError(
		'unreadable_file',
		`The text cannot be split into cells from row ${row} on: ${WHY[error.code] ?? 'its quotes do not match'}.`,
		'a quote inside a cell doubled, and the cell between quotes',
		{ sheet: null, row, column: null }
	);
}

const WHY: Partial<Record<string, string>> = {
	CSV_MAX_RECORD_SIZE: `a row is longer than ${LONGEST_RECORD} characters`,
	CSV_QUOTE_NOT_CLOSED: 'a quote is opened and never closed'
};
