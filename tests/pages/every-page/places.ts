import { spokenIn } from '../../support/html.ts';
import { numbersIn, type Written } from './numbers.ts';

/** The numbers of a cell of a table or a mark of a drawing, with what they are of. */
export interface Cell {
	numbers: readonly Written[];
	/** What its row is of. */
	row: string;
	/** All cells of its row and the head of its column. */
	about: ReadonlySet<string>;
}

/** A part of a page that a statement may quote. */
export interface Place {
	/** What it says of the whole: not the rows and marks of each place or day, which a statement quotes by their name. */
	numbers: readonly Written[];
	cells: readonly Cell[];
}

/** The heads of the first column of tables with a row for each place or day. */
const EACH = ['Gemeente', 'Regio', 'Gebied', 'Datum', 'Tot en met'];

/** What is no part of what is said of the whole: what is there to copy or choose, and each single place or day. */
function isLeftOut(one: Element): boolean {
	if (one.matches('tbody')) return EACH.includes(spokenIn(headsOf(one.parentElement)[0] ?? one));
	return one.matches('.tools, form, desc') || isMark(one);
}

/**
 * The place of a statement: a figure, with the table elsewhere that it leads to when it has none; for a heading the words up
 * to the first figure or section; else the section.
 */
export function placeOf(document: Document, id: string): Place {
	const own = document.getElementById(id);
	if (!own) return placeOver([]);
	const isA = (selector: string) => own.matches(selector);
	if (isA('figure')) return placeOver(withTable(own));
	return placeOver(isA('h1') ? headOf(own) : [own.closest('section') ?? own]);
}

export const placeOver = (parts: readonly Element[]): Place => ({
	numbers: parts.flatMap(numbersOf),
	cells: parts.flatMap(cellsOf)
});

/** What an element was found to hold: pages have few figures and statements quote them again and again. */
const numbers = new WeakMap<Element, readonly Written[]>();
const cells = new WeakMap<Element, readonly Cell[]>();

function kept<Value>(values: WeakMap<Element, Value>, part: Element, find: () => Value): Value {
	const found = values.get(part) ?? find();
	values.set(part, found);
	return found;
}

const numbersOf = (part: Element) =>
	kept(numbers, part, () => numbersIn(spokenIn(part, isLeftOut)));

const cellsOf = (part: Element) =>
	kept(cells, part, () => [
		...tablesOf(part).flatMap(tableCells),
		...labelsOf(part).map(labelled),
		...[...part.querySelectorAll('svg text')].map((one) => labelled(spokenIn(one)))
	]);

/** A figure, and the table that it leads to. */
export function withTable(figure: Element): Element[] {
	const link = figure.querySelector('footer a[href^="#"]')?.getAttribute('href')?.slice(1);
	const aim = link ? figure.ownerDocument.getElementById(link) : null;
	const table = aim?.closest('table, section');
	return figure.querySelector('table') || !table ? [figure] : [figure, table];
}

/** The heading of a page with the words that belong to it. */
function headOf(heading: Element): Element[] {
	const next = heading.nextElementSibling;
	const isPart =
		next &&
		!next.matches('figure, section, form, table, h2') &&
		!next.querySelector('figure, section, table');
	return isPart ? [heading, ...headOf(next)] : [heading];
}

/** A title of a mark of a drawing, not of the drawing itself. */
const isMark = (one: Element): boolean =>
	one.matches('svg title') && !one.parentElement?.matches('svg');

/** What the marks of a drawing say; their titles, for the tips and labels that a script makes of them are not there yet. */
export const labelsOf = (part: Element, without = 'style'): string[] =>
	[...part.querySelectorAll('svg title')]
		.filter((one) => isMark(one) && !one.closest(without))
		.map((one) => spokenIn(one));

/** `Genk: 15,0 %`, `Vlaanderen ≈ 6,0 %` */
function labelled(label: string): Cell {
	const [, name = '', rest = ''] =
		/^(.*?): (.*)$/.exec(label) ?? /^(\D*?) ((?:≈ )?\d.*)$/.exec(label) ?? [];
	return { numbers: numbersIn(rest), row: name, about: new Set(name.split(', ')) };
}

/** The tables of a part of a page, which may be one itself. */
export const tablesOf = (part: Element): Element[] =>
	part.matches('table') ? [part] : [...part.querySelectorAll('table')];

const headsOf = (table: Element | null): Element[] => [
	...(table?.querySelectorAll('thead tr:last-child > *') ?? [])
];

/** The cells of a table with the head of their column. */
export function tableCells(table: Element): Cell[] {
	const heads = headsOf(table).map((one) => spokenIn(one));
	return [...table.querySelectorAll('tbody tr, tfoot tr')].flatMap((row) => {
		const words = [...row.children].map((cell) => spokenIn(cell, (one) => one.matches('.mark')));
		return words.map((text, index) => ({
			numbers: numbersIn(text),
			row: words[0] ?? '',
			// A head that reaches over several rows stands in the first of them only: columns are counted from the end.
			about: new Set([...words, heads.at(index - words.length) ?? ''])
		}));
	});
}
