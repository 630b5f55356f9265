import type { Findings, Place } from '../findings/findings.ts';
import { meaningOf, STATUS_HEAD } from './measurement-columns.ts';
import type { Reading } from './people-columns.ts';
import { cellText, type Cell } from '../bytes/table.ts';

/** The words with which files of this site begin the status of a number that nobody counted: an estimate, a forecast. */
const NOT_COUNTED = /^(rust op een )?(raming|vooruitzicht)|^(estimated|forecast)$/i;

/** Numbers that a file of this site marks as estimates or forecasts: left out, so that none comes back as published. */
export class OwnEstimates {
	private readonly statuses: readonly { at: number; of: Reading }[];
	private readonly rows = new Map<string, number[]>();

	constructor(columns: readonly Reading[]) {
		this.statuses = columns.flatMap(({ at, name, is }) => {
			if (is !== 'status') return [];
			const about = name.replace(STATUS_HEAD, '');
			const of =
				columns.find((one) => one.name === about) ??
				columns.find((one) => one.is === meaningOf(about)?.is && one.at < at);
			return of ? [{ at, of }] : [];
		});
	}

	/** Whether the cell of a column is marked so. */
	isOne(column: Reading, row: number, cell: (at: number) => Cell): boolean {
		const status = this.statuses.find(({ of }) => of === column);
		if (!status || !NOT_COUNTED.test(cellText(cell(status.at)))) return false;
		this.rows.set(column.name, [...(this.rows.get(column.name) ?? []), row]);
		return true;
	}

	/** Tells how many there were in each column. */
	finish(place: (row: number | null, column: string) => Place, findings: Findings): void {
		for (const [name, rows] of this.rows) {
			findings.info('own_estimate', place(rows[0] ?? null, name), {
				value: rows.length,
				message: `${rows.length} of "${name}" are estimates or forecasts of this site; they stay what they are and are not taken in.`
			});
		}
	}
}
