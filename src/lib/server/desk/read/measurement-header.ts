import { mapLookup, type ImportMap, type MapLookup, type MappedColumn } from './import-map.ts';
import { meaningOf, type HeaderMeaning } from './measurement-columns.ts';
import { cellText, HEAD_ROWS, type Merge, type Row, type Table } from '../bytes/table.ts';

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
const NO_MEASURE = new Set(['nis', 'municipality', 'note', 'area', 'date', 'percentage', 'ignore']);

/**
 * The header within the first rows: the rows, at most three, of which most columns have a documented name. It needs a
 * measure or a category beside the municipality, or two of them. Null when there is none.
 */
export function findPeopleHeader(
	rows: readonly Row[],
	merges: readonly Merge[],
	fills: boolean,
	lookup: MapLookup
): PeopleHeader | null {
	let best: { header: PeopleHeader; score: number } | null = null;
	for (let row = 1; row <= Math.min(rows.length, HEAD_ROWS); row++) {
		for (let depth = 1; depth <= Math.min(DEEPEST, row); depth++) {
			const columns = columnsOf(rows, row - depth + 1, row, merges, fills, lookup);
			const score = scoreOf(columns);
			if (score > (best?.score ?? 0))
				best = { header: { row, top: row - depth + 1, columns }, score };
		}
	}
	if (!best) return null;
	const columns = best.header.columns.map((column) => {
		const mapped = lookup.letter(column.at);
		return mapped ? { ...column, meaning: longForm(mapped) } : column;
	});
	return { ...best.header, columns };
}

const longForm = ({ is, date, scheme }: MappedColumn): HeaderMeaning => ({
	is,
	date: date ?? null,
	...(scheme === undefined ? {} : { scheme })
});

/** Whether a table has such a header, with what the mapping file says of its columns. */
export const hasPeopleHeader = (table: Table, map: ImportMap | null): boolean =>
	findPeopleHeader(table.head, table.merges, table.sheet === null, mapLookup(map)) !== null;

/** How many meanings the columns have, each counted once; 0 when it can be no such table. */
function scoreOf(columns: readonly PeopleColumn[]): number {
	const meanings = columns.flatMap(({ meaning }) => (meaning ? [meaning.is] : []));
	const areas = meanings.filter((is) => AREA.has(is)).length;
	const measures = new Set(meanings.filter((is) => !NO_MEASURE.has(is))).size;
	const dated = columns.filter(
		({ meaning }) => meaning?.date && !NO_MEASURE.has(meaning.is)
	).length;
	return measures >= 2 || (measures >= 1 && areas >= 1) ? meanings.length + dated * DATED : 0;
}

function columnsOf(
	rows: readonly Row[],
	top: number,
	bottom: number,
	merges: readonly Merge[],
	fills: boolean,
	lookup: MapLookup
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
	return mapped ? longForm(mapped) : null;
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
