import type { TypedValue } from '#lib/text/typed-value.ts';
import { all, type Element, first, isElement, tidy, wordsOf } from './markup.ts';

/** A cell of a table on a page: what it holds, and the words around that. */
export interface GridCell {
	values: readonly TypedValue[];
	words: string;
	/** NIS code of the municipality to whose page it leads; null when it leads to none. */
	nis: string | null;
	/** Whether it is only drawn. */
	drawn: boolean;
}

/** A table on a page with a cell in every place: what spans rows stands in each of them. */
export interface Grid {
	/** Heads of the columns. */
	heads: readonly string[];
	/** Every row of body and foot; `group` is the heading within the table under which it stands. */
	rows: readonly { group: string | null; cells: readonly GridCell[] }[];
}

const BLANK: GridCell = { values: [], words: '', nis: null, drawn: false };

/** Reads a table of a page that was rendered for a file. */
export function readGrid(table: Element): Grid {
	const heads = cellsOf(first('thead > tr', table)).flatMap((cell) => [
		wordsOf(cell),
		...Array<string>(spanOf(cell, 'colspan') - 1).fill('')
	]);
	const rows = ['tbody', 'tfoot']
		.flatMap((part) => childrenNamed(table, part))
		.flatMap((part) => rowsOf(part, heads.length));
	return { heads, rows };
}

function rowsOf(part: Element, width: number): Grid['rows'] {
	let group: string | null = null;
	const spanning: { cell: GridCell; left: number }[] = [];
	return childrenNamed(part, 'tr').flatMap((row) => {
		const cells = cellsOf(row);
		const [only] = cells;
		if (cells.length === 1 && only?.name === 'th' && spanOf(only, 'colspan') >= width) {
			group = wordsOf(only);
			return [];
		}
		return [{ group, cells: placed(cells, spanning, width) }];
	});
}

/** The cells of a row in their places, with those of rows above that reach down to it. */
function placed(
	cells: Element[],
	spanning: { cell: GridCell; left: number }[],
	width: number
): GridCell[] {
	const row: GridCell[] = [];
	const waiting = [...cells];
	for (let column = 0; column < width; column++) {
		const above = spanning[column];
		if (above && above.left > 0) {
			above.left--;
			row[column] = above.cell;
			continue;
		}
		if (row[column]) continue;
		const next = waiting.shift();
		const cell = next ? read(next) : BLANK;
		row[column] = cell;
		for (let beside = 1; beside < spanOf(next, 'colspan'); beside++) row[column + beside] = BLANK;
		spanning[column] = { cell, left: spanOf(next, 'rowspan') - 1 };
	}
	return row.slice(0, width);
}

function read(cell: Element): GridCell {
	const typed = all('data', cell);
	return {
		values: typed.map((one) => JSON.parse(one.attribs['value'] ?? '') as TypedValue),
		words: typed.length > 1 ? wordsAround(cell) : wordsBeside(cell),
		nis: NIS.exec(first('a', cell)?.attribs['href'] ?? '')?.[1] ?? null,
		drawn: first('svg', cell) !== null
	};
}

const NIS = /^\/gemeenten\/(\d{5})(?:[?#]|$)/;
const isTyped = (element: Element): boolean => element.name === 'data';
const SAYS_SOMETHING = /[\p{L}\d]/u;

/** The words that are left without the values: «houden:», «vrijgesteld»; a dash or bracket alone says nothing. */
function wordsBeside(cell: Element): string {
	const words = wordsOf(cell, isTyped).replace(/\s*:$/, '');
	return SAYS_SOMETHING.test(words) ? words : '';
}

/** Of a cell with several values: not the words that only join them, as in «3 van 5». */
function wordsAround(cell: Element): string {
	const words = wordsOf(cell, isTyped);
	return /^[\s(),;–]*(van|of|tot)?[\s(),;–]*$/.test(words)
		? ''
		: tidy(words.replace(/\(\s*\)/g, ''));
}

const childrenNamed = (parent: Element, name: string): Element[] =>
	parent.children.filter(isElement).filter((child) => child.name === name);

const cellsOf = (row: Element | null): Element[] =>
	row ? row.children.filter(isElement).filter(({ name }) => name === 'th' || name === 'td') : [];

const spanOf = (cell: Element | undefined, which: 'colspan' | 'rowspan'): number =>
	Number(cell?.attribs[which] ?? 1);
