import { seen, type Reading } from './reader.ts';

/** A table as it is read: each column with its heads, from the top down, and each row with a cell for each column. */
export interface Grid {
	heads: string[];
	rows: Element[][];
	/** Below them, such as a sum. */
	foot: Element[][];
}

/** The rows of a part of a table with every cell in all the places that it spans. */
function placed(rows: Iterable<Element>): Element[][] {
	const places: Element[][] = [];
	for (const [at, row] of [...rows].entries()) {
		for (const cell of row.querySelectorAll('th, td')) {
			const here = (places[at] ??= []);
			let from = 0;
			while (here[from]) from++;
			const span = (name: string) => Number(cell.getAttribute(name) ?? 1);
			for (let down = 0; down < span('rowspan'); down++)
				for (let right = 0; right < span('colspan'); right++)
					(places[at + down] ??= [])[from + right] = cell;
		}
	}
	return places;
}

const rowsOf = (table: Element, part: 'tbody' | 'tfoot') =>
	[...table.querySelectorAll(part)].flatMap((one) => placed(one.querySelectorAll('tr')));

/** Reads a table: heads that span several columns belong to each of them. */
export function gridOf(table: Element): Grid {
	const heads = placed(table.querySelectorAll('thead tr'));
	const width = Math.max(0, ...heads.map((row) => row.length));
	return {
		heads: Array.from({ length: width }, (_, column) =>
			[...new Set(heads.map((row) => row[column]))].map(seen).filter(Boolean).join(' ')
		),
		rows: rowsOf(table, 'tbody'),
		foot: rowsOf(table, 'tfoot')
	};
}

/** The table of a figure or under a heading, by the name in its address. @throws Error when there is none */
export function tableOf({ document, url }: Reading, id: string): Element {
	const table = document.querySelector(
		`table[id="${id}"], [id="${id}"] table, [aria-labelledby="${id}"] table`
	);
	if (!table) throw new Error(`No table ${id} on ${url.href}.`);
	return table;
}

/** The place of a column by its head, or by the words with which its head begins; -1 when there is none. */
export function columnOf(heads: readonly unknown[], words: string): number {
	const exact = heads.indexOf(words);
	return exact === -1 ? heads.findIndex((head) => String(head).startsWith(`${words} `)) : exact;
}

/** The cell of a row, by the first words of its head, in a column, by its head. @throws Error when there is none */
export function cellOf(at: Reading, id: string, row: string, column: string): Element {
	const { heads, rows, foot } = gridOf(tableOf(at, id));
	const own = [...rows, ...foot].find(([head]) => seen(head).startsWith(row));
	const cell = own?.[columnOf(heads, column)];
	if (!cell) throw new Error(`No ${row} × ${column} in ${id}: ${heads.join(' | ')}.`);
	return cell;
}
