import type { Findings } from '../findings/findings.ts';
import { cellText, type Row, type Table } from './table.ts';

/** A column of which the cells are read. */
export interface ReadColumn {
	/** Position, counted from 0. */
	at: number;
	name: string;
}

/** Refuses formulas and merged cells among the cells that are read: told once for each column, with its first cell. */
export function refuseComputedCells(
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
		const [first] = formulas;
		if (first !== undefined) {
			findings.block(
				'formula',
				{ sheet, row: first, column: name },
				{
					value: cellText(rows[first - 1]?.[at]),
					expected: 'a value',
					message: `${many(formulas.length, 'cell holds a formula', 'cells hold formulas')}. Copy the column and paste it as values.`
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
