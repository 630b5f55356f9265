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
	const first = firstBelowTitles(rows);
	let best: { header: PeopleHeader; score: number } | null = null;
	for (let row = first; row <= Math.min(rows.length, first + HEAD_ROWS - 1); row++) {
		for (let depth = 1; depth <= Math.min(DEEPEST, row); depth++) {
			const columns = columnsOf(rows, row - depth + 1, row, merges, fills, lookup);
			const score = scoreOf(columns);
			if (score > (best?.score ?? 0))
				best = { header: { row, top: row - depth + 1, columns }, score };
		}
	}
	if (!best) return null;
	const header = withSubheads(best.header, (row, top) =>
		columnsOf(rows, top, row, merges, fills, lookup)
	);
	const columns = header.columns.map((column) => {
		const mapped = lookup.letter(column.at);
		return mapped ? { ...column, meaning: longForm(mapped) } : column;
	});
	return { ...header, columns };

	/** A title over several columns has their own heads below it, known or not: a row of words without a municipality. */
	function withSubheads(
		header: PeopleHeader,
		columnsTo: (row: number, top: number) => PeopleColumn[]
	): PeopleHeader {
		const below = rows[header.row] ?? [];
		const isArea = (at: number) => AREA.has(header.columns[at]?.meaning?.is ?? '');
		const words = below.flatMap((cell, at) => (cellText(cell) === '' ? [] : [at]));
		const spread = merges.some(
			({ top, left, right }) => top === header.row && right > left && words.includes(right - 1)
		);
		const isSubhead =
			spread &&
			!words.some((at) => isArea(at) || numberIn(below[at] ?? null, null) !== null) &&
			header.row - header.top + 1 < DEEPEST;
		if (!isSubhead) return header;
		return { ...header, row: header.row + 1, columns: columnsTo(header.row + 1, header.top) };
	}
}

const longForm = ({ is, date, scheme }: MappedColumn): HeaderMeaning => ({
	is,
	date: date ?? null,
	...(scheme === undefined ? {} : { scheme })
});

/** The row from which heads are looked for, counted from 1: where rows of an earlier table are blanked, below them. */
function firstBelowTitles(rows: readonly Row[]): number {
	const [first = 0, ...others] = rows.flatMap((row, at) => (isBlank(row) ? [] : [at]));
	const gap = others.findIndex((at, index) => at - (others[index - 1] ?? first) > HEAD_ROWS);
	return (gap < 0 ? first : (others[gap] ?? first)) + 1;
}

/** Whether a row by itself reads as the heads of a table. */
export const headsOf = (row: Row, lookup: MapLookup): boolean => {
	const columns = columnsOf([row], 1, 1, [], false, lookup);
	return columns.some(({ meaning }) => AREA.has(meaning?.is ?? '')) && scoreOf(columns) > 0;
};

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
