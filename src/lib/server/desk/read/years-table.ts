import type { Findings } from '../findings/findings.ts';
import type { ReadOptions } from './layout.ts';
import { weighNumbers, type NumberStyle } from '../bytes/number-style.ts';
import { plainName } from '../bytes/plain-name.ts';
import { cellText, HEAD_ROWS, type Cell, type Row } from '../bytes/table.ts';

const ENOUGH_YEARS = 2;
/** Labels of areas among the first ones that make a table one of areas and not of household types. */
const LOOKED_AT = 60;

/** The row with years, and the columns in which they stand. */
export interface YearsHeader {
	/** Counted from 1. */
	row: number;
	years: { at: number; year: number }[];
	/** Column of the names. */
	names: number;
}

export function yearsHeader(rows: readonly Row[]): YearsHeader | null {
	for (const [index, cells] of rows.slice(0, HEAD_ROWS).entries()) {
		const years = [...cells.entries()].flatMap(([at, cell]) => {
			const text = cellText(cell);
			return /^(19|20)\d{2}$/.test(text) ? [{ at, year: Number(text) }] : [];
		});
		const [first] = years;
		if (!first || first.at === 0 || years.length < ENOUGH_YEARS) continue;
		const follows = years.every(({ year }, at) => at === 0 || year > (years[at - 1]?.year ?? 0));
		if (follows) return { row: index + 1, years, names: first.at - 1 };
	}
	return null;
}

/** What stands above the header, with the name of the first column. */
export const titleOf = (rows: readonly Row[], header: number): string =>
	rows
		.slice(0, header)
		.flatMap((row) => row.filter((cell) => typeof cell === 'string'))
		.map((cell) => cellText(cell))
		.join(' \n ');

export const labelsOf = (rows: readonly Row[], { row, names }: YearsHeader): string[] =>
	rows
		.slice(row)
		.flatMap((cells) => cellText(cells[names]) || [])
		.slice(0, LOOKED_AT);

export const statusOf = (year: number, until: number | null) =>
	until !== null && year <= until ? ('normal' as const) : ('forecast' as const);

export function styleOf(
	rows: readonly Row[],
	header: YearsHeader,
	options: ReadOptions
): NumberStyle | null {
	const cells = (at: number) => rows.slice(header.row).map((row): Cell => row[at] ?? null);
	return (
		options.map?.numbers ??
		weighNumbers(header.years.map(({ at }) => ({ cells: cells(at), whole: true }))).style
	);
}

export const ROUNDED = 'Afgerond: de vooruitzichten hebben decimalen.';

/** A count of households: whole when it was counted, never below zero. */
export function isSound(
	value: number | null,
	status: string,
	cell: Cell,
	place: { sheet: string | null; row: number; column: string },
	findings: Findings
): boolean {
	if (value === null) {
		findings.block('not_a_number', place, {
			value: cell,
			expected: 'a number of households',
			message: `"${cellText(cell)}" is not a number that can be read in only one way.`
		});
		return false;
	}
	if (value < 0) {
		findings.block('negative_value', place, {
			value: cell,
			expected: '0 or more',
			message: 'Households cannot be negative.'
		});
		return false;
	}
	if (status !== 'forecast' && !Number.isInteger(value)) {
		findings.block('not_whole', place, {
			value: cell,
			expected: 'a whole number, or an earlier year in --observed-until',
			message: `${value} households were not counted: only a projection has decimals.`
		});
		return false;
	}
	return true;
}

export const isTotal = (label: string): boolean =>
	/^(belgi|vlaams|waals|brussel|totaal|het rijk|provincie)/.test(plainName(label));
