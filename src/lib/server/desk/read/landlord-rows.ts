import { plainName } from '../bytes/plain-name.ts';
import { numberIn } from '../bytes/number-style.ts';
import { cellText, type Row } from '../bytes/table.ts';
import type { ColumnContext, AreaColumns, Reading } from './people-columns.ts';

/** A sheet of which the columns are known. */
interface Columned extends Pick<ColumnContext, 'header' | 'findings' | 'place'> {
	rows: Row[];
	columns: readonly Reading[];
	area: AreaColumns;
}

/** Counts that several landlords have a part of; an objective or a category is of the municipality as a whole. */
const SHARED = /^(stock_|realised|in_execution|planned|part$)/;

/**
 * Adds up the rows of a municipality that name different landlords: the first gets the sums, the others become blank. What
 * cannot be added up stays as it is, and is told as a repeated row.
 */
export function addUpLandlords({ rows, header, columns, area, findings, place }: Columned): Row[] {
	const landlord = columns.find(({ is }) => is === 'landlord');
	if (!landlord) return rows;
	const nameOf = (row: Row) => plainName(cellText(row[area.code] ?? row[area.name] ?? null));
	const byTown = Map.groupBy(
		rows.flatMap((row, at) => (at < header.row || nameOf(row) === '' ? [] : [at])),
		(at) => nameOf(rows[at] ?? [])
	);
	const result = [...rows];
	const added: number[] = [];
	for (const places of byTown.values()) {
		const own = places.map((at) => rows[at] ?? []);
		if (places.length < 2 || !areApart(own, landlord.at)) continue;
		const [first = 0, ...others] = places;
		result[first] = sumOf(own, columns);
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

/** Whether each row names a landlord of its own. */
function areApart(rows: readonly Row[], at: number): boolean {
	const names = rows.map((row) => plainName(cellText(row[at] ?? null)));
	return !names.includes('') && new Set(names).size === names.length;
}

/** The first row, with the sums of what landlords share. */
function sumOf(rows: readonly Row[], columns: readonly Reading[]): Row {
	const sums = new Map(
		columns.filter(({ is }) => SHARED.test(is)).map(({ at }) => [at, sumAt(rows, at)])
	);
	return (rows[0] ?? []).map((cell, at) => sums.get(at) ?? cell);
}

/** The sum of a column; null when one of the cells is no plain number. */
function sumAt(rows: readonly Row[], at: number): number | null {
	const values = rows.map((row) => numberIn(row[at] ?? null, null));
	return values.includes(null) ? null : values.reduce<number>((sum, one) => sum + (one ?? 0), 0);
}
