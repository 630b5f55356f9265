import type { Findings } from '../findings/findings.ts';
import { cellText, type Row, type Table } from './table.ts';

/** A column of which the cells are read. */
export interface ReadColumn {
	/** Position, counted from 0. */
	at: number;
	name: string;
}

/**
 * Refuses merged cells and formulas without a result among the cells that are read, and tells formulas with one: once for
 * each column, with its first cell.
 */
export function tellComputedCells(
	table: Table,
	rows: readonly Row[],
	/** Rows that are read, counted from 1. */
	read: readonly number[],
	columns: readonly ReadColumn[],
	findings: Findings
): void {
	const { sheet } = table;
	for (const { at, name } of columns) {
		const formulas = read.filter((row) => table.isFormula(row, at + 1));
		const result = (row: number) => cellText(rows[row - 1]?.[at]);
		const [first] = formulas;
		const bare = formulas.find((row) => result(row) === '');
		if (bare !== undefined) {
			findings.block(
				'formula',
				{ sheet, row: bare, column: name },
				{
					expected: 'a value',
					message: `${many(formulas.length, 'cell holds a formula', 'cells hold formulas')}, and this one has no result. Let the workbook calculate and save it.`
				}
			);
		} else if (first !== undefined) {
			findings.info(
				'formula_result',
				{ sheet, row: first, column: name },
				{
					value: result(first),
					message: `${many(formulas.length, 'cell holds a formula', 'cells hold formulas')}; the result with which the workbook was saved is read.`
				}
			);
		}
		const merge = table.merges.find(
			(one) =>
				one.left <= at + 1 &&
				at + 1 <= one.right &&
				read.some((row) => one.top <= row && row <= one.bottom)
		);
		if (merge) {
			const message = `Rows ${merge.top} to ${merge.bottom} are merged; only the first cell holds a value.`;
			findings.block(
				'merged_cells',
				{ sheet, row: merge.top, column: name },
				{ expected: 'a value in each cell', message }
			);
		}
	}
}

const many = (count: number, one: string, more: string): string =>
	`${count} ${count === 1 ? one : more}`;
