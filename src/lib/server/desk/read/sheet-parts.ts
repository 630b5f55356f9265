import type { Day } from '#lib/domain/dates.ts';
import {
	beginsTable,
	findPeopleHeader,
	type Look,
	type PeopleHeader
} from './measurement-header.ts';
import { statedDays } from './stated-days.ts';
import { cellText, isBlank, type Row } from '../bytes/table.ts';

/** One of the tables on a sheet: its rows stand where they stand on the sheet, and what is of another table is blank. */
export interface SheetPart {
	rows: Row[];
	header: PeopleHeader;
}

/** The tables of a sheet, and where one begins of which the heads are not known. */
export interface SheetParts {
	parts: SheetPart[];
	/** Row of its heads, counted from 1; from there on nothing is read. */
	unread: number | null;
}

/**
 * The tables of a sheet. A second column of municipalities begins a table beside the first, and a second row of heads one
 * below it; the same heads again without another day are a page break. None when no heads are found.
 */
export function partsOf(rows: readonly Row[], look: Look): SheetParts {
	const header = findPeopleHeader(rows, look);
	if (!header) return { parts: [], unread: null };
	const found = besideEachOther(rows, header).map((one) => belowEachOther(one, look));
	const unread = found.flatMap((one) => one.unread ?? []);
	return { parts: found.flatMap((one) => one.parts), unread: unread[0] ?? null };
}

/** Cuts at each further column of municipalities, with a column of codes before it. */
function besideEachOther(rows: readonly Row[], header: PeopleHeader): SheetPart[] {
	const is = (at: number) => header.columns.find((one) => one.at === at)?.meaning?.is;
	const towns = header.columns.filter(({ meaning }) => meaning?.is === 'municipality');
	const starts = towns.map(({ at }) => (is(at - 1) === 'nis' ? at - 1 : at));
	if (starts.length < 2) return [{ rows: [...rows], header }];
	const ends = [...starts.slice(1), Infinity];
	return ends.map((end, index) => {
		const from = index === 0 ? 0 : (starts[index] ?? 0);
		const isOwn = (column: number) => column >= from && column < end;
		return {
			rows: rows.map((row, at) =>
				at < header.top - 1 ? row : row.map((cell, column) => (isOwn(column) ? cell : null))
			),
			header: { ...header, columns: header.columns.filter(({ at }) => isOwn(at)) }
		};
	});
}

/**
 * Cuts at each further row of heads, with the titles right above it.
 * @param titles how many rows above the first table are of the whole sheet; after a table with a day of its own, none
 */
function belowEachOther(
	{ rows, header }: SheetPart,
	look: Look,
	titles = header.top - 1
): SheetParts {
	const next = nextHeads(rows, header, look);
	if (next === null) return { parts: [{ rows, header }], unread: null };
	const from = titlesFrom(rows, next, header.row);
	const kept = daysIn(rows.slice(from, next)).length === 0 ? titles : 0;
	const second = rows.map((row, at) => (at < kept || at >= from ? row : []));
	const first = { rows: rows.slice(0, from), header };
	const found = findPeopleHeader(second, look, Math.max(from, next - 2));
	if (!found) return { parts: [first], unread: next + 1 };
	const { parts, unread } = belowEachOther({ rows: second, header: found }, look, kept);
	return { parts: [first, ...parts], unread };
}

/** Row, counted from 0, of the first heads below a header that are not the same again. */
function nextHeads(rows: readonly Row[], header: PeopleHeader, look: Look): number | null {
	const names = namesOf(rows[header.row - 1]);
	for (let at = header.row; at < rows.length; at++) {
		const row = rows[at] ?? [];
		if (isBlank(row) || !beginsTable(row, header, look)) continue;
		const titles = rows.slice(titlesFrom(rows, at, header.row), at);
		if (namesOf(row) !== names || daysIn(titles).length > 0) return at;
	}
	return null;
}

const daysIn = (titles: readonly Row[]): Day[] => statedDays(titles.flat().map(cellText).join(' '));

const namesOf = (row: Row | undefined): string => (row ?? []).map(cellText).join('|').toLowerCase();

/** The first of the rows right above heads that hold one cell each. */
function titlesFrom(rows: readonly Row[], heads: number, after: number): number {
	let from = heads;
	const isTitle = (row: Row | undefined) =>
		(row ?? []).filter((cell) => cellText(cell) !== '').length <= 1;
	while (from > after && isTitle(rows[from - 1])) from--;
	return from;
}
