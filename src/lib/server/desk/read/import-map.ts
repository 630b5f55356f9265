import * as v from 'valibot';
import { isDay } from '#lib/domain/dates.ts';
import { INDICATORS } from '#lib/domain/indicators.ts';
import { OBJECTIVE_COMPONENTS } from './objective-components.ts';
import { plainName } from '../bytes/plain-name.ts';
import { cellText, type Cell } from '../bytes/table.ts';

const day = v.pipe(v.string(), v.check(isDay, 'expected a day as YYYY-MM-DD'));
const nis = v.pipe(v.string(), v.regex(/^\d{5}$/, 'expected a NIS code of five digits'));
const short = v.pipe(v.string(), v.maxLength(200));
const rowAddress = v.pipe(
	v.string(),
	v.maxLength(200),
	v.regex(/^(.+!)?[1-9]\d{0,6}$/s, 'expected a row such as Meting!7, or 7 in a text file')
);
const few = <Value extends v.GenericSchema>(value: Value) =>
	v.pipe(
		v.record(short, value),
		v.check((entries) => Object.keys(entries).length <= 1_000, 'expected at most 1,000 entries')
	);

/** The parts of a table that are no indicator. */
const PARTS = ['nis', 'municipality', 'category', 'note', 'ignore', 'objective'] as const;
const NAMES = [
	...PARTS,
	...OBJECTIVE_COMPONENTS.map((component) => `objective:${component}` as const),
	...(Object.keys(INDICATORS) as (keyof typeof INDICATORS)[])
];

/** What a column holds: an indicator, a part of an objective, or another part of the table. */
export type ColumnMeaning = (typeof NAMES)[number];

const Column = v.union(
	[
		v.picklist(NAMES),
		v.strictObject({
			is: v.picklist(NAMES),
			/** Reference date of this column. */
			date: v.optional(day),
			/** Day of the year, where the table says only years. */
			day: v.optional(v.picklist(['01-01', '12-31'])),
			/** Scheme of an objective. */
			scheme: v.optional(short)
		})
	],
	`expected one of ${NAMES.join(', ')}, or {"is": …, "date": …, "day": …, "scheme": …}`
);

/**
 * A mapping file: what a table leaves open, said by the person who imports it. Keys are headers, names of sheets and names
 * of municipalities as the file writes them; a column may also be named by its letter.
 */
export const ImportMapSchema = v.strictObject({
	/** Name of the layout, when it is not recognised by its columns. */
	layout: v.optional(short),
	/** Reference date of every sheet that says none. */
	date: v.optional(day),
	/** Year of the progress test. */
	round: v.optional(v.pipe(v.number(), v.integer(), v.minValue(2012), v.maxValue(2100))),
	/** What the names in a table of households are, where the title does not say it. */
	level: v.optional(v.picklist(['arrondissement', 'municipality'])),
	/** How numbers are written. */
	numbers: v.optional(v.picklist(['1.234,5', '1,234.5'])),
	columns: v.optional(few(Column)),
	sheets: v.optional(few(v.union([v.literal('skip'), v.strictObject({ date: day })]))),
	/** Rows that are no municipality, such as `Meting!7`; in a text file `7`. They are not read. */
	skipRows: v.optional(v.pipe(v.array(rowAddress), v.maxLength(1_000))),
	municipalities: v.optional(few(nis)),
	/** Into which municipality an ended one went, by NIS code. */
	successors: v.optional(few(nis))
});

export type ImportMap = v.InferOutput<typeof ImportMapSchema>;

/** A column of a mapping file, in its long form. */
export interface MappedColumn {
	is: ColumnMeaning;
	date?: string | undefined;
	day?: '01-01' | '12-31' | undefined;
	scheme?: string | undefined;
}

/** Looks things up in a mapping file; blanks, case and accents do not matter. */
export interface MapLookup {
	/** A column by its header. */
	header(name: string): MappedColumn | null;
	/** A column by its letter; `at` counts from 0. */
	letter(at: number): MappedColumn | null;
	sheet(name: string | null): 'skip' | { date: string } | null;
	municipality(cell: Cell): string | null;
	/** Headers and letters of the file that no column answered to. */
	unusedColumns(): string[];
}

/** Opens a mapping file for looking up; without one, nothing is found. */
export function mapLookup(map: ImportMap | null): MapLookup {
	const columns = keyed(map?.columns);
	const sheets = keyed(map?.sheets);
	const towns = keyed(map?.municipalities);
	const used = new Set<string>();
	const find = (key: string): MappedColumn | null => {
		const found = key === '' ? undefined : columns.get(key);
		if (found === undefined) return null;
		used.add(key);
		return typeof found === 'string' ? { is: found } : found;
	};
	return {
		header: (name) => find(plainName(name)),
		letter: (at) => find(plainName(columnLetters(at))),
		sheet: (name) => sheets.get(plainName(name ?? '')) ?? null,
		municipality: (cell) => towns.get(plainName(cellText(cell))) ?? null,
		unusedColumns: () => Object.keys(map?.columns ?? {}).filter((key) => !used.has(plainName(key)))
	};
}

const keyed = <Value>(entries: Readonly<Record<string, Value>> | undefined): Map<string, Value> =>
	new Map(Object.entries(entries ?? {}).map(([key, value]) => [plainName(key), value]));

/** The letters of a column, counted from 0, as a spreadsheet shows them: A, B, … Z, AA. */
export function columnLetters(at: number): string {
	const letter = String.fromCharCode(65 + (at % 26));
	return at < 26 ? letter : columnLetters(Math.floor(at / 26) - 1) + letter;
}
