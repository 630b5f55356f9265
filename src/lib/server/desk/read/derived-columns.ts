import type { Findings, Place } from '../findings/findings.ts';
import { numberIn, type NumberStyle } from '../bytes/number-style.ts';
import type { Reading } from './people-columns.ts';
import type { Cell } from '../bytes/table.ts';

/** A column with others from which it follows: it is held against them, and brings no figure of its own. */
interface Derivation {
	/** The column of which the rule tells the value. */
	whole: Reading;
	/** Columns that add up to it; those with -1 are taken off. */
	parts: readonly (readonly [Reading, 1 | -1])[];
	/** The columns that bring no figure. */
	derived: readonly Reading[];
	/** Columns of which the value differs from what the others say. */
	rows: number[];
}

/** The columns of a table that say nothing of their own: homes by sort of landlord, and what is left of an objective. */
export class DerivedColumns {
	private readonly rules: readonly Derivation[];

	constructor(columns: readonly Reading[]) {
		const only = (is: Reading['is']) => {
			const [one, second] = columns.filter((column) => column.is === is);
			return second ? undefined : one;
		};
		const stocks = columns.filter(({ is }) => is === 'stock_b' || is === 'stock_w');
		const parts = columns.filter(({ is }) => is === 'part');
		const [objective, realised, left] = [
			only('objective'),
			only('realised'),
			only('objective:remaining')
		];
		this.rules = [
			...(stocks.length === 1 && stocks[0] && parts.length > 0
				? [
						ruleOf(
							stocks[0],
							parts.map((part) => [part, 1] as const),
							parts
						)
					]
				: []),
			...(objective && realised && left
				? [ruleOf(left, [[objective, 1] as const, [realised, -1] as const], [left])]
				: [])
		];
	}

	/** The columns that bring no figure. */
	get columns(): readonly Reading[] {
		return this.rules.flatMap(({ derived }) => derived);
	}

	/** Holds one row against the rules; a row with an unknown part proves nothing. */
	check(row: number, cell: (at: number) => Cell, style: NumberStyle | null): void {
		for (const { whole, parts, rows } of this.rules) {
			const stated = numberIn(cell(whole.at), style);
			const values = parts.map(([{ at }, sign]) => {
				const value = numberIn(cell(at), style);
				return value === null ? null : sign * value;
			});
			if (stated === null || values.includes(null)) continue;
			const sum = values.reduce<number>((total, value) => total + (value ?? 0), 0);
			if (sum !== stated) rows.push(row);
		}
	}

	/** Tells which columns are not taken over, and in how many rows they do not fit. */
	finish(header: number, place: (row: number | null, column: string) => Place, findings: Findings) {
		for (const { whole, parts, derived, rows } of this.rules) {
			const names = derived.map(({ name }) => `"${name}"`).join(', ');
			const from = parts.map(([{ name }]) => `"${name}"`).join(', ');
			findings.info('derived_column', place(header, derived[0]?.name ?? whole.name), {
				value: names,
				message: `${names}: held against ${derived.includes(whole) ? from : `"${whole.name}"`} and not taken over.`
			});
			const [first] = rows;
			if (first === undefined) continue;
			findings.ask('total_not_sum', place(first, whole.name), {
				value: rows.length,
				expected: `what ${from} make`,
				message: `In ${rows.length} of the rows, row ${first} the first, "${whole.name}" is not what ${from} make.`
			});
		}
	}
}

const ruleOf = (
	whole: Reading,
	parts: Derivation['parts'],
	derived: readonly Reading[]
): Derivation => ({ whole, parts, derived, rows: [] });
