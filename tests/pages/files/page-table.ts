/** A cell of a table as the page says it. */
export interface PageCell {
	/** What a listener hears; the raised marks of a forecast and of a composed sum as `^v` and `^s`. */
	words: string;
	/** What the page tells of its numbers on hover, such as their dates. */
	hints: string;
	/** NIS code of the municipality to whose page it leads; empty when it leads to none. */
	nis: string;
}

/** A row below the heads. */
export interface PageRow {
	/** The heading within the table under which it stands; empty without one. */
	group: string;
	/** A cell for each head: what spans rows stands in each of them, what spans columns in the first. */
	cells: PageCell[];
}

/** A table of a page, with the addresses of its files. */
export interface PageTable {
	heads: string[];
	rows: PageRow[];
	files: string[];
	/** Whether the page says beside it that it is a scenario. */
	isScenario: boolean;
}

/** Every table in the text of a page. */
export const tablesOf = (page: Document): PageTable[] =>
	[...page.querySelectorAll('main table')].map(readTable);

function readTable(table: Element): PageTable {
	const heads = covered([...table.querySelectorAll('thead > tr')]);
	const width = Math.max(0, ...heads.map((row) => row.length));
	return {
		heads: Array.from({ length: width }, (_, at) => headAt(heads, at)),
		rows: [...table.querySelectorAll('tbody, tfoot')].flatMap((part) => rowsOf(part, width)),
		files: filesOf(table),
		isScenario: SCENARIO.test(around(table))
	};
}

/** What a page says of its own figures; the method says of others that each is «een scenario, geen beslissing». */
const SCENARIO = /(?<!een )scenario, geen beslissing/i;

/** A head with those that it stands under. */
const headAt = (heads: readonly Place[][], at: number): string => {
	const over = new Set(heads.map((row) => row[at]?.cell));
	return [...over].map(heard).join(' ').trim();
};

function rowsOf(part: Element, width: number): PageRow[] {
	let group = '';
	return covered([...part.querySelectorAll('tr')]).flatMap((places) => {
		const [first] = places;
		const isHeading = places.every(
			(one) => one.cell === first?.cell && one.cell.localName === 'th'
		);
		if (isHeading && width > 1) {
			group = heard(first?.cell);
			return [];
		}
		const cells = Array.from({ length: width }, (_, at) => cellAt(places[at]));
		return [{ group, cells }];
	});
}

/** What covers a place of a table. */
interface Place {
	cell: Element;
	/** Whether the cell begins in this column. */
	begins: boolean;
}

/** What covers each place of rows, with what reaches to it from the left and from above. */
function covered(rows: readonly Element[]): Place[][] {
	const places: Place[][] = rows.map(() => []);
	rows.forEach((row, down) => {
		let across = 0;
		for (const cell of row.querySelectorAll('th, td')) {
			while (places[down]?.[across]) across++;
			for (const line of places.slice(down, down + spanOf(cell, 'rowspan')))
				for (let beside = 0; beside < spanOf(cell, 'colspan'); beside++)
					line[across + beside] = { cell, begins: beside === 0 };
		}
	});
	return places;
}

const spanOf = (cell: Element, which: 'colspan' | 'rowspan'): number =>
	Number(cell.getAttribute(which) ?? 1);

function cellAt(place: Place | undefined): PageCell {
	if (!place?.begins) return { words: '', hints: '', nis: '' };
	const { cell } = place;
	return {
		words: heard(cell),
		hints: [...cell.querySelectorAll('[title]')]
			.map((one) => one.getAttribute('title'))
			.join(' · '),
		nis: /^\/gemeenten\/(\d{5})(?:[?#]|$)/.exec(hrefIn(cell))?.[1] ?? ''
	};
}

const hrefIn = (cell: Element): string => cell.querySelector('a')?.getAttribute('href') ?? '';

const UNHEARD = 'svg, script, style, template, [aria-hidden="true"], .screen-only, .print-only';

/** The words of a part of a page as a listener hears them, apart where elements are. */
export function heard(part: Element | null | undefined): string {
	if (!part || part.matches(UNHEARD)) return '';
	const pieces = [...part.childNodes].map((node) => {
		if (node.nodeType === node.TEXT_NODE) return node.textContent ?? '';
		if (node.nodeType !== node.ELEMENT_NODE) return '';
		const words = heard(node as Element);
		return (node as Element).localName === 'sup' ? `^${words}` : ` ${words} `;
	});
	return pieces.join('').replaceAll('\u00ad', '').replace(/\s+/g, ' ').trim();
}

/** The files of a table; one in a figure has those of the figure. */
function filesOf(table: Element): string[] {
	const figure = table.closest('figure');
	const save = figure
		? figure.querySelector('details.save')
		: table.parentElement?.nextElementSibling;
	const links = save?.querySelectorAll('a[href^="/uitvoer/"]') ?? [];
	return [...links].map((link) => link.getAttribute('href') ?? '');
}

/** What stands around a table that is about it alone: its caption, its figure, the note below it. */
function around(table: Element): string {
	const figure = table.closest('figure');
	const notes = figure
		? [figure.querySelector('figcaption'), ...figure.querySelectorAll('footer > .note')]
		: followingNotes(table);
	return [table.querySelector('caption'), ...notes].map((one) => heard(one)).join(' ');
}

const followingNotes = (table: Element): Element[] => {
	const beside = [...(table.parentElement?.parentElement?.children ?? [])];
	const at = beside.indexOf(table.parentElement as Element);
	return beside.slice(at + 1).filter((one) => one.localName === 'p');
};
