import { spokenIn } from '../../support/html.ts';
import { isSame, numbersIn, type Written } from './numbers.ts';
import type { Statement } from './statements.ts';

/** The numbers of a cell of a table or a mark of a drawing, with what they are of. */
export interface Cell {
	numbers: readonly Written[];
	/** What its row is of. */
	row: string;
	/** All cells of its row and the head of its column. */
	about: ReadonlySet<string>;
}

/** A part of a page that a statement may quote. */
interface Place {
	numbers: readonly Written[];
	cells: readonly Cell[];
}

/** What is no part of what a figure shows: what it gives to copy, and the choices of a form. */
const TOOLS = '.tools, form';

/** Where else a page says what a figure is about, and its statement may quote it. */
const BESIDE: Readonly<Record<string, string>> = {
	// The limit of the law stands in the sentence above the figure.
	voortgang: 'p.lead',
	// How many regions are compared stands above the heading.
	'leden-per-regio': '.kicker',
	// What was published of a round stands above the map.
	kaart: 'section[aria-labelledby=uitslag]',
	// The measures of the curve stand in the table of measures.
	lorenz: 'section[aria-labelledby=spreiding] table'
};

/** The numbers of a statement that its place on a page does not show, and those of its reservations that the page does not. */
export function unquoted(statement: Statement, document: Document): string[] {
	const own = placeOf(document, statement.id);
	const beside = placeOver([...document.querySelectorAll(BESIDE[statement.id] ?? 'none')]);
	const main = document.querySelector('main');
	const page = main ? numbersOf(main) : [];
	const missing = [
		...sentencesOf(statement.says).flatMap((sentence) =>
			numbersIn(sentence).filter((said) =>
				[own, beside].every((place) => !isQuoted(said, sentence, place))
			)
		),
		...numbersIn(statement.reservations).filter((said) => !page.some((one) => isSame(said, one)))
	];
	return missing.map(({ text }) => `${statement.id}: ${text} of «${statement.text}»`);
}

const sentencesOf = (text: string): string[] => text.split(/(?<=\D)\. (?=[A-Z])/);

/**
 * The place of a statement: a figure, with the table elsewhere that it leads to when it has none; for a heading the words up
 * to the first figure or section; else the section.
 */
function placeOf(document: Document, id: string): Place {
	const own = document.getElementById(id);
	if (!own) return placeOver([]);
	const isA = (selector: string) => own.matches(selector);
	if (isA('figure')) return placeOver(withTable(own));
	return placeOver(isA('h1') ? headOf(own) : [own.closest('section') ?? own]);
}

const placeOver = (parts: readonly Element[]): Place => ({
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

const numbersOf = (part: Element) => kept(numbers, part, () => numbersIn(spokenIn(part, TOOLS)));

const cellsOf = (part: Element) =>
	kept(cells, part, () => [...tablesOf(part).flatMap(tableCells), ...labelsOf(part).map(labelled)]);

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

/** What the marks of a drawing say; their titles, for the tips and labels that a script makes of them are not there yet. */
export const labelsOf = (part: Element, without = 'style'): string[] =>
	[...part.querySelectorAll('svg title')]
		.filter((one) => !one.parentElement?.matches('svg') && !one.closest(without))
		.map((one) => spokenIn(one));

/** `Genk: 15,0 %` */
function labelled(label: string): Cell {
	const [name = '', ...rest] = label.split(': ');
	return { numbers: numbersIn(rest.join(': ')), row: name, about: new Set(name.split(', ')) };
}

/** The tables of a part of a page, which may be one itself. */
export const tablesOf = (part: Element): Element[] =>
	part.matches('table') ? [part] : [...part.querySelectorAll('table')];

/** The cells of a table with the head of their column. */
export function tableCells(table: Element): Cell[] {
	const heads = [...table.querySelectorAll('thead tr:last-child > *')].map((one) => spokenIn(one));
	return [...table.querySelectorAll('tbody tr, tfoot tr')].flatMap((row) => {
		const words = [...row.children].map((cell) => spokenIn(cell, '.mark'));
		return words.map((text, index) => ({
			numbers: numbersIn(text),
			row: words[0] ?? '',
			// A head that reaches over several rows stands in the first of them only: columns are counted from the end.
			about: new Set([...words, heads.at(index - words.length) ?? ''])
		}));
	});
}

/** Whether a number of a sentence stands where it says. */
const isQuoted = (said: Written, sentence: string, place: Place): boolean =>
	seatsOf(said, sentence, place).every((seat) => seat.some((shown) => isSame(said, shown)));

/** The numbers among which one must be: those of every name that it is of, else of its dates, else of the whole place. */
function seatsOf(said: Written, sentence: string, place: Place): (readonly Written[])[] {
	const days = datesOf(sentence);
	const dated = place.cells.filter((cell) => days.includes(cell.row));
	const named = namesOf(said, sentence, place.cells)
		.map((name) => place.cells.filter((cell) => cell.about.has(name)))
		.filter((own) => own.length > 0)
		.map((own) => {
			const both = own.filter((cell) => days.includes(cell.row));
			return both.length > 0 ? both : own;
		});
	const bound = named.length > 0 ? named : dated.length > 0 ? [dated] : [];
	return bound.length > 0
		? bound.map((own) => own.flatMap((cell) => cell.numbers))
		: [place.numbers];
}

/** The days of which a sentence speaks, not those by which something is asked. */
const datesOf = (sentence: string): string[] =>
	sentence.match(/(?<!tegen )\b\d\d\/\d\d\/\d{4}/g) ?? [];

/** Whose number it is: `2,0 (As en Bree)`, `≈ 12 woningen (huishoudens)`, `Genk 15`, `Gini, gewogen, is 0,124`. */
function namesOf(
	{ start, end }: Written,
	sentence: string,
	cells: readonly Cell[]
): readonly string[] {
	const [, behind] = /^[ a-z]*\((?!\d)([^)]+)\)/.exec(sentence.slice(end)) ?? [];
	const before = ` ${sentence
		.slice(0, start)
		.replace(/((, )?is )?(≈ )?$/, '')
		.trimEnd()}`;
	const rows = new Set(cells.map((cell) => cell.row).filter((row) => /^\p{L}/u.test(row)));
	return [
		...(behind?.replace(/[«»]/g, '').split(/, | en /) ?? []),
		...[...rows].filter((row) => before.endsWith(` ${row}`))
	];
}
