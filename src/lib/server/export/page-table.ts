import { fileColumns, type FileColumn } from './file-columns.ts';
import { readGrid } from './grid.ts';
import { all, type Document, type Element, first, isElement, wordsOf } from './markup.ts';

/** What a page says of itself beside each table and drawing. */
export interface PageSheet {
	page: string;
	frozen: string;
	/** Reference date; null when the page is about no single one. */
	on: string | null;
	/** Day as known on which the figures are shown. */
	known: string;
}

/** A table of a page, ready to be written as a file. */
export interface PageTable {
	/** What it shows. */
	title: string;
	/** Base, dates, how to read it: all that stands around it on the page. */
	about: readonly string[];
	sheet: PageSheet;
	/** Whether it shows a «what if». */
	scenario: boolean;
	columns: readonly FileColumn[];
}

/** The words with which a page marks what is no decision. */
const SCENARIO = 'scenario, geen beslissing';

/** Whether words say that something is a «what if». */
export const isScenario = (words: string): boolean => words.toLowerCase().includes(SCENARIO);

/** What a page says of itself at a table or drawing; null when it says nothing. */
export function sheetOf({ attribs }: Element): PageSheet | null {
	const said = attribs['data-sheet'];
	return said ? (JSON.parse(said) as PageSheet) : null;
}

/**
 * Reads the table with a name out of a page that was rendered for a file; null when the page has none.
 * @param id of a figure with a table, of a table itself, or of the heading that labels it
 */
export function readTable(page: Document, id: string): PageTable | null {
	const place = first(`[data-table="${id}"]`, page) ?? first(`#${id}`, page);
	const table = place && (place.name === 'table' ? place : first('table', place));
	const holder =
		table && closest(table, (one) => one.attribs['data-sheet'] !== undefined && !isInFigure(one));
	const sheet = holder && sheetOf(holder);
	if (!table || !sheet) return null;
	const about = holder.name === 'figure' ? aboutFigure(holder) : aboutRegion(page, holder);
	const caption = captionOf(table);
	const scenario = [...about.lines, caption].some(isScenario);
	const columns = fileColumns(readGrid(table));
	return {
		title: about.title || caption,
		about: [...new Set([caption, ...about.lines])].filter((line) => line && line !== about.title),
		sheet,
		scenario,
		columns: scenario ? [...columns, scenarioColumn(columns)] : columns
	};
}

/** A mark that no row loses when rows are copied elsewhere. */
const scenarioColumn = (columns: readonly FileColumn[]): FileColumn => ({
	name: 'Soort cijfers',
	kind: { is: 'text' },
	cells: (columns[0]?.cells ?? []).map(() => SCENARIO),
	figures: []
});

const captionOf = (table: Element): string => {
	const caption = first('caption', table);
	return caption ? wordsOf(caption) : '';
};

interface About {
	title: string;
	lines: string[];
}

/** Title, base, reading note and source of a figure. */
function aboutFigure(figure: Element): About {
	const words = (selector: string) => all(selector, figure).map((one) => wordsOf(one));
	const [title = ''] = words('figcaption .title');
	return { title, lines: [...words('figcaption .subtitle'), ...words('footer > .note')] };
}

/** The heading of a table, and the notes that follow it. */
function aboutRegion(page: Document, region: Element): About {
	const { 'aria-labelledby': heading, 'aria-label': label } = region.attribs;
	const head = heading ? first(`#${heading}`, page) : null;
	const beside = region.parent?.children.filter(isElement) ?? [];
	const notes = beside.slice(beside.indexOf(region) + 1).filter((one) => one.name === 'p');
	return {
		title: head ? wordsOf(head) : (label ?? ''),
		lines: notes.map((note) => wordsOf(note))
	};
}

const isInFigure = (one: Element): boolean =>
	one.name !== 'figure' && closest(one, ({ name }) => name === 'figure') !== null;

function closest(from: Element, is: (element: Element) => boolean): Element | null {
	let node: Element['parent'] | Element = from;
	while (node) {
		if (isElement(node as Element) && is(node as Element)) return node as Element;
		node = node.parent;
	}
	return null;
}
