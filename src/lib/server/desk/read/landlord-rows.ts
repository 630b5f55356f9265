import { plainName } from '../bytes/plain-name.ts';
import { numberIn, type NumberStyle } from '../bytes/number-style.ts';
import { cellText, type Cell, type Row } from '../bytes/table.ts';
import type { ColumnContext, AreaColumns, Reading } from './people-columns.ts';

/** A table with a column of landlords. */
interface Columned extends Omit<ColumnContext, 'areas'> {
	landlord: Reading;
	area: AreaColumns;
	/** The columns that bring figures, and those that are parts of one. */
	values: readonly Reading[];
	parts: readonly Reading[];
	style: NumberStyle | null;
}

/** Counts that several landlords have a part of; an objective or a category is of the municipality as a whole. */
const SHARED = /^(stock_|realised|in_execution|planned|part$)/;

/**
 * Adds up the rows of a municipality that name different landlords: the first gets the sums, the others become blank. Where a
 * cell is blank or no number, or what is of the whole municipality differs, all stays as it is and is told as a repeated row.
 */
export function addUpLandlords(table: Columned): Row[] {
	const { rows, landlord, findings, place } = table;
	const result = [...rows];
	const added: number[] = [];
	for (const [first = 0, ...others] of placesByTown(table)) {
		const own = [first, ...others].map((at) => rows[at] ?? []);
		const sum = own.length > 1 && areApart(own, landlord.at) ? sumOf(own, table) : null;
		if (!sum) continue;
		result[first] = sum;
		for (const at of others) result[at] = [];
		added.push(first + 1);
	}
	if (added.length > 0)
		findings.ask('added_up', place(added[0] ?? null, landlord.name), {
			value: added.length,
			message: `Municipalities with a row for each "${landlord.name}": ${added.length}; their rows are added up, from row ${added[0]} on.`
		});
	return result;
}

/** Indices of the rows of each municipality, as the table names it. */
function placesByTown({ rows, header, area }: Columned): Iterable<number[]> {
	const nameOf = (row: Row) => plainName(cellText(row[area.code] ?? row[area.name] ?? null));
	const named = rows.flatMap((row, at) => (at < header.row || nameOf(row) === '' ? [] : [at]));
	return Map.groupBy(named, (at) => nameOf(rows[at] ?? [])).values();
}

/** Whether each row names a landlord of its own. */
function areApart(rows: readonly Row[], at: number): boolean {
	const names = rows.map((row) => plainName(cellText(row[at] ?? null)));
	return !names.includes('') && new Set(names).size === names.length;
}

/** The first row with the sums of what landlords share; null when they cannot be added up. */
function sumOf(rows: readonly Row[], { values, parts, style }: Columned): Row | null {
	const row = [...(rows[0] ?? [])];
	for (const { at, is } of [...values, ...parts]) {
		const cells = rows.map((one) => one[at] ?? null);
		const said = cells.filter((cell) => cellText(cell) !== '');
		const isHole = SHARED.test(is) && said.length > 0 && said.length < cells.length;
		const whole = isHole ? undefined : SHARED.test(is) ? total(said, style) : only(said);
		if (whole === undefined) return null;
		row[at] = whole;
	}
	return row;
}

/** The sum of some cells, blank when there are none; undefined when one is no number. */
function total(cells: readonly Cell[], style: NumberStyle | null): Cell | undefined {
	const numbers = cells.map((cell) => numberIn(cell, style));
	if (numbers.includes(null)) return undefined;
	return cells.length === 0 ? null : numbers.reduce<number>((sum, one) => sum + (one ?? 0), 0);
}

/** What all cells say, blank when there are none; undefined when they differ. */
function only(cells: readonly Cell[]): Cell | undefined {
	const [first = null] = cells;
	return cells.every((cell) => cellText(cell) === cellText(first)) ? first : undefined;
}
