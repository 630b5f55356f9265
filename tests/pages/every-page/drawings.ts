import { allWords } from '../../support/html.ts';
import { isAsLarge, numbersIn, type Written } from './numbers.ts';
import { labelsOf, tableCells, tablesOf, withTable, type Cell } from './places.ts';

/** The drawings of a page that are no tiny mark in a row of a table, which says the numbers itself. */
const drawingsOf = (document: Document): Element[] =>
	[...document.querySelectorAll('svg[role=img], svg[data-marks]')].filter(
		(one) => !one.closest('td')
	);

/**
 * What a drawing says that its own table, or the table that it links to, does not: a mark that is named as a row is must
 * have its numbers in that row.
 */
export const unheld = (document: Document): string[] =>
	drawingsOf(document).flatMap((drawing) => {
		const frame = drawing.closest('figure');
		const parts = frame ? withTable(frame) : [];
		const cells = parts.flatMap(tablesOf).flatMap(tableCells);
		if (cells.length === 0) return [`no table: ${drawing.outerHTML.slice(0, 90)}`];
		const isFiltered = parts.some((part) =>
			allWords(part, 'form a').some((text) => ALL.test(text))
		);
		return shownIn(drawing).filter((label) => !isHeld(label, cells, isFiltered));
	});

/** The link in a filter that is there when it leaves something out. */
const ALL = /^Alle /;

/** What the marks of a drawing say of what is drawn, and the numbers of its key. */
const shownIn = (drawing: Element): string[] =>
	[...labelsOf(drawing, ELSEWHERE), ...allWords(drawing, 'tspan')].filter(
		(text) => !text.includes('geen lid')
	);

/** The years before a scenario: the page of the region has them in its table. */
const ELSEWHERE = '.past';

function isHeld(label: string, cells: readonly Cell[], isFiltered: boolean): boolean {
	const names = label.split(': ')[0]?.split(', ') ?? [];
	const own = cells.filter(({ about }) => names.some((name) => about.has(name)));
	if (own.length === 0 && isFiltered) return true;
	const held = (own.length > 0 ? own : cells).flatMap((cell) => cell.numbers);
	return measured(label).every((shown) => held.some((one) => isAsLarge(shown, one)));
}

/** The dwellings of a label, else what it ends with or gives as a part: not the year of a threshold or the name of a category. */
function measured(text: string): Written[] {
	const all = numbersIn(text);
	const dwellings = all.filter(({ end }) => /^ (sociale )?(huur)?woning/.test(text.slice(end)));
	return dwellings.length > 0
		? dwellings
		: all.filter(({ isPart, end }) => isPart || end === text.length);
}
