import { mapLookup, type ImportMap, type MapLookup, type MappedColumn } from './import-map.ts';
import { meaningOf, type HeaderMeaning } from './measurement-columns.ts';
import { statedDays } from './stated-days.ts';
import { numberIn } from '../bytes/number-style.ts';
import { cellText, HEAD_ROWS, isBlank, type Merge, type Row, type Table } from '../bytes/table.ts';

/** A column of a table for people. */
export interface PeopleColumn {
	/** Position, counted from 0. */
	at: number;
	/** The header as it is told in findings: the rows of a header of two or three rows with a slash between them. */
	name: string;
	meaning: HeaderMeaning | null;
}

/** The header of a table for people. */
export interface PeopleHeader {
	/** Last row of the header, counted from 1. */
	row: number;
	/** First row of the header. */
	top: number;
	columns: readonly PeopleColumn[];
}

const DEEPEST = 3;
/** What the day of a column adds to the meaning of it, when a row more of the header gives one. */
const DATED = 0.01;
const AREA = new Set(['nis', 'municipality']);
/** What is no count; a column that somebody said to ignore was one. */
const NO_MEASURE = new Set([
	...['nis', 'municipality', 'note', 'area', 'date', 'percentage', 'landlord', 'part', 'status']
]);

/** How a sheet is looked at. */
export interface Look {
	merges: readonly Merge[];
	/** Whether a blank head repeats its left one: a text file knows no merged cells. */
	fills: boolean;
	lookup: MapLookup;
}

/**
 * The header within the first rows: the rows, at most three, of which most columns have a documented name. It needs a
 * measure or a category beside the municipality, or two of them; the first rows with a municipality are taken before others.
 * Null when there is none.
 * @param from index of the row at which is begun
 */
export function findPeopleHeader(
	rows: readonly Row[],
	look: Look,
	from = rows.findIndex((row) => !isBlank(row))
): PeopleHeader | null {
	const best = bestHeader(rows, look, from);
	if (!best) return null;
	const header = withSubheads(best, rows, look);
	const columns = header.columns.map((column) => {
		const mapped = look.lookup.letter(column.at);
		return mapped ? { ...column, meaning: longForm(mapped) } : column;
	});
	return { ...header, columns };
}

function bestHeader(rows: readonly Row[], look: Look, from: number): PeopleHeader | null {
	let best: { header: PeopleHeader; score: number } | null = null;
	let last = Math.min(rows.length, from + HEAD_ROWS);
	for (let row = from + 1; row <= last; row++) {
		for (let depth = 1; depth <= Math.min(DEEPEST, row); depth++) {
			const columns = columnsOf(rows, row - depth + 1, row, look);
			const score = scoreOf(columns);
			if (score === 0) continue;
			// A richer table below is another one.
			if (hasArea(columns)) last = Math.min(last, row + DEEPEST - 1);
			if (score > (best?.score ?? 0))
				best = { header: { row, top: row - depth + 1, columns }, score };
		}
	}
	return best?.header ?? null;
}

const hasArea = (columns: readonly PeopleColumn[]): boolean =>
	columns.some(({ meaning }) => AREA.has(meaning?.is ?? ''));

/** A title over several columns has their own heads below it, known or not: a row of words without a municipality. */
function withSubheads(header: PeopleHeader, rows: readonly Row[], look: Look): PeopleHeader {
	const below = rows[header.row] ?? [];
	const words = below.flatMap((cell, at) => (cellText(cell) === '' ? [] : [at]));
	const isSpread = look.merges.some(
		({ top, left, right }) => top === header.row && right > left && words.includes(right - 1)
	);
	const isHead = (at: number) =>
		!AREA.has(header.columns[at]?.meaning?.is ?? '') && numberIn(below[at] ?? null, null) === null;
	const depth = header.row - header.top + 1;
	if (!isSpread || depth >= DEEPEST || !words.every(isHead)) return header;
	const columns = columnsOf(rows, header.top, header.row + 1, look);
	return { ...header, row: header.row + 1, columns };
}

const longForm = ({ is, date, scheme }: MappedColumn): HeaderMeaning => ({
	is,
	date: date ?? null,
	...(scheme === undefined ? {} : { scheme })
});

/** Whether a row below a header is the heads of another table: it has those of a table, or a head where municipalities stand. */
export function beginsTable(row: Row, header: PeopleHeader, look: Look): boolean {
	if (row.some((cell) => numberIn(cell, null) !== null)) return false;
	const columns = columnsOf([row], 1, 1, { ...look, merges: [], fills: false });
	const isArea = ({ meaning }: PeopleColumn) => AREA.has(meaning?.is ?? '');
	const areas = new Set(header.columns.filter(isArea).map(({ at }) => at));
	const others = columns.filter(({ name, at }) => name !== '' && !areas.has(at));
	const isBelow = columns.some((one) => areas.has(one.at) && isArea(one)) && others.length > 0;
	return isBelow || (columns.some(isArea) && scoreOf(columns) > 0);
}

/** Whether a table has such a header, with what the mapping file says of its columns. */
export const hasPeopleHeader = (table: Table, map: ImportMap | null): boolean =>
	findPeopleHeader(table.head, {
		merges: table.merges,
		fills: table.sheet === null,
		lookup: mapLookup(map)
	}) !== null;

/** How many meanings the columns have, each counted once; 0 when it can be no such table. */
function scoreOf(columns: readonly PeopleColumn[]): number {
	const meanings = columns.flatMap(({ meaning }) => (meaning ? [meaning.is] : []));
	const areas = meanings.filter((is) => AREA.has(is)).length;
	const measures = new Set(meanings.filter((is) => !NO_MEASURE.has(is))).size;
	const dated = columns.filter(
		({ meaning }) => meaning?.date && !NO_MEASURE.has(meaning.is)
	).length;
	const distinct = new Set(
		columns.flatMap(({ meaning }) =>
			meaning ? [[meaning.is, meaning.date, meaning.scheme, meaning.tenure].join(' ')] : []
		)
	).size;
	return measures >= 2 || (measures >= 1 && areas >= 1) ? distinct + dated * DATED : 0;
}

function columnsOf(
	rows: readonly Row[],
	top: number,
	bottom: number,
	{ merges, fills, lookup }: Look
): PeopleColumn[] {
	const width = Math.max(...rows.slice(top - 1, bottom).map((row) => row.length), 0);
	return Array.from({ length: width }, (_, at) => {
		const texts: string[] = [];
		for (let row = top; row <= bottom; row++) {
			const text = textAt(rows, row, at, merges, fills && row < bottom);
			if (text !== '' && texts.at(-1) !== text) texts.push(text);
		}
		return {
			at,
			name: texts.join(' / '),
			meaning: mappedRows(texts, lookup) ?? meaningOfRows(texts)
		};
	});
}

/** What the mapping file says of a header: of all its rows, else of the lowest. */
function mappedRows(texts: readonly string[], lookup: MapLookup): HeaderMeaning | null {
	const names = [texts.join(' / '), texts.join(' '), texts.at(-1) ?? ''];
	const mapped = names.map((name) => lookup.header(name)).find((one) => one !== null);
	if (!mapped) return null;
	const days = statedDays(texts.join(' '));
	return {
		...longForm(mapped),
		date: mapped.date ?? (days.length === 1 ? (days[0] ?? null) : null)
	};
}

/** The rows of a header together, else the lowest, else the lowest two: a merged title above says little of itself. */
function meaningOfRows(texts: readonly string[]): HeaderMeaning | null {
	for (const part of [texts, texts.slice(-2), texts.slice(-1)]) {
		const meaning = part.length === 0 ? null : meaningOf(part.join(' '));
		if (!meaning) continue;
		const above = meaning.is === 'stock_a' ? null : meaningOf(texts.join(' '))?.date;
		return { ...meaning, date: meaning.date ?? above ?? null };
	}
	return null;
}

/** Cells merged over the whole width of a table are a title, not a header. */
const isTitle = ({ left, right }: Merge, rows: readonly Row[]): boolean =>
	left === 1 &&
	right > 2 &&
	right >= Math.max(...rows.slice(0, HEAD_ROWS).map((row) => row.length));

/** The text of a cell of the header: of merged cells that of the first; in a text file a blank upper cell repeats its left one. */
function textAt(
	rows: readonly Row[],
	row: number,
	at: number,
	merges: readonly Merge[],
	fills: boolean
): string {
	const own = (column: number, line = row) =>
		cellText(rows[line - 1]?.[column]).replace(/\s+/g, ' ');
	const start = merges.find((one) => one.top === row && one.left === at + 1);
	if (start && isTitle(start, rows)) return '';
	if (own(at) !== '') return own(at);
	const merge = merges.find(
		(one) => one.top <= row && row <= one.bottom && one.left <= at + 1 && at + 1 <= one.right
	);
	if (merge && isTitle(merge, rows)) return '';
	if (merge) return own(merge.left - 1, merge.top);
	if (!fills) return '';
	let left = at;
	while (left > 0 && own(left) === '') left--;
	return left === 0 ? '' : own(left);
}

/** What a table for people lacks of which one row comes near to its heads; null when none does. */
export function nearPeopleTable({ head }: Table): string | null {
	for (const [at, row] of head.entries()) {
		const words = row.map(cellText).filter((text) => /\p{L}/u.test(text));
		const [known, others] = [true, false].map((isKnown) =>
			words.filter((text) => (meaningOf(text) !== null) === isKnown).map((text) => `"${text}"`)
		) as [string[], string[]];
		if (known.length === 0 || words.length < 2) continue;
		const unknown = others.length > 0 ? `, and not ${others.slice(0, 5).join(', ')}` : '';
		return `Row ${at + 1} reads as heads, of which ${known.join(', ')} can be read${unknown}. A municipality and a measure are needed, or a mapping file that names them.`;
	}
	return null;
}
