import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';

/** Turns the text of one cell into the value of a column; '' is an empty cell. */
type Cell<Value> = (text: string) => Value;

/** One reader for every column of a table of facts, in no particular order. */
type Columns<Row> = { [Column in keyof Row]-?: Cell<Row[Column]> };

/** A cell that must be filled. The database checks the vocabulary of codes, kinds and days. */
export function word<Word extends string>(text: string): Word {
	if (text === '') throw new Error('is empty');
	return text as Word;
}

/** A filled cell that holds a number. */
export function number(text: string): number {
	const value = Number(text);
	if (text === '' || Number.isNaN(value)) throw new Error(`"${text}" is not a number`);
	return value;
}

/** NIS codes (or other words) with a space between. */
export const list = (text: string): string[] => word(text).split(' ');

/** A cell that may be empty: null. */
export const optional =
	<Value>(cell: Cell<Value>): Cell<Value | null> =>
	(text) =>
		text === '' ? null : cell(text);

/**
 * Reads a CSV file of `facts/` into typed rows.
 * @throws Error that names file, line and column when a cell is not what its reader expects, or a column lacks a reader.
 */
export async function readTable<Row>(file: string, columns: Columns<Row>): Promise<Row[]> {
	const records = await readRecords(file);
	const expected = Object.keys(columns) as (keyof Row & string)[];
	const found = Object.keys(records[0] ?? {});
	if (expected.toSorted().join() !== found.toSorted().join()) {
		throw new Error(`${file}: expected the columns ${expected.join()}, found ${found.join()}`);
	}
	return records.map((record, index) => {
		const cells = expected.map((name) => {
			const at = `${file}, line ${index + 2}, ${name}`;
			return [name, readCell(columns[name], record[name] ?? '', at)];
		});
		return Object.fromEntries(cells) as Row;
	});
}

/** One number of a wide table: its row's key, and the day that heads its column. */
export interface WideCell {
	key: string;
	day: string;
	value: number;
}

/** Reads a wide table: keys down the first column, days across; empty cells are left out. */
export async function readWide(file: string): Promise<WideCell[]> {
	const records = await readRecords(file);
	return records.flatMap((record) => {
		const [[, key] = ['', ''], ...cells] = Object.entries(record);
		return cells
			.filter(([, text]) => text !== '')
			.map(([day, text]) => ({
				key,
				day,
				value: readCell(number, text, `${file}, ${key}, ${day}`)
			}));
	});
}

async function readRecords(file: string): Promise<Record<string, string>[]> {
	const text = await readFile(new URL(`facts/${file}.csv`, import.meta.url), 'utf8');
	return parse(text, { columns: true });
}

function readCell<Value>(cell: Cell<Value>, text: string, at: string): Value {
	try {
		return cell(text);
	} catch (error) {
		throw new Error(`${at}: ${(error as Error).message}`, { cause: error });
	}
}
