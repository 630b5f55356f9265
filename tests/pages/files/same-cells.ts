import { type FileValue, type Reading, readPast } from './cell-words.ts';
import {
	APART,
	columnsByHead,
	type FileTable,
	type HeadColumns,
	type ValueColumn
} from './file-table.ts';
import type { PageCell, PageTable } from './page-table.ts';

/** What is shown of a table, without the addresses of its files. */
type Shown = Omit<PageTable, 'files'>;

/** Columns in which the page writes with a minus what goes away, and the file counts it: so many were delivered. */
const COUNTED_AWAY = ['Opgeleverd', 'Weggevallen (minstens)'];

/** Words that only join the values of a cell. */
const JOINING = ['', '–', 'van', 'of', 'tot'];

/** All that a file says otherwise than the table of its page; nothing when every cell is the same. */
export function differences(page: Shown, file: FileTable): string[] {
	if (page.rows.length !== file.rows.length)
		return [`${file.rows.length} rows in the file, ${page.rows.length} on the page`];
	const columns = columnsByHead(file, page.heads);
	return [
		...columns.flatMap((one, at) => missingColumn(one, page, at)),
		...page.rows.flatMap(({ cells }, line) =>
			[
				...columns.flatMap((one, at) =>
					cellDifferences(cells[at] as PageCell, one, file.rows[line] ?? [])
				),
				...apartDifferences(page, line, file)
			].map((words) => `row ${line + 1}, ${words}`)
		)
	];
}

/** Only what is drawn has no column in a file. */
const missingColumn = ({ head, values, words }: HeadColumns, page: Shown, at: number) =>
	values.length + words.length === 0 && page.rows.some(({ cells }) => cells[at]?.words)
		? [`«${head}» has no column`]
		: [];

/** The code of the municipality that a row is about, the heading over it, and the mark of a scenario. */
function apartDifferences(page: Shown, line: number, file: FileTable): string[] {
	const row = page.rows[line];
	const expected = {
		[APART.group]: page.rows.some(({ group }) => group) ? row?.group : undefined,
		[APART.nis]: page.rows.some(({ cells }) => cells[0]?.nis) ? row?.cells[0]?.nis : undefined,
		[APART.kind]: page.isScenario ? 'scenario, geen beslissing' : undefined
	};
	return Object.entries(expected).flatMap(([name, cell]) => {
		const held = file.rows[line]?.[file.heads.indexOf(name)];
		return held === cell ? [] : [`«${name}»: the file has «${held}», the page «${cell}»`];
	});
}

/** What a cell of the page says otherwise than the cells of the file that come from it. */
function cellDifferences(cell: PageCell, columns: HeadColumns, row: readonly string[]): string[] {
	const start: Reading = { passed: '', ahead: cell.words, faults: [] };
	const { passed, ahead, faults } = columns.values.reduce(
		(reading, column) => readPast(reading, valueIn(column, row, columns.head), cell.hints),
		start
	);
	const [said, held] = [`${passed}${ahead}`, columns.words.map((at) => row[at] ?? '').join(' ')];
	const isSame =
		squeezed(said) === squeezed(held) || (held === '' && JOINING.includes(squeezed(said)));
	const all = isSame ? faults : [...faults, `the file has the words «${held}»`];
	return all.map((fault) => `«${columns.head}»: ${fault}, the page «${cell.words}»`);
}

/** Letters, digits and signs alone: a file parts remarks otherwise than a page, and disarms what a spreadsheet would run. */
const squeezed = (words: string): string =>
	words.replace(/^'/, '').replace(/[\s;:()·]|(?<!\d)[.,]|[.,](?!\d)/g, '');

function valueIn(column: ValueColumn, row: readonly string[], head: string): FileValue {
	const cell = (at: number | undefined) => (at === undefined ? '' : (row[at] ?? ''));
	const status = cell(column.status);
	const isTurned = status.includes('meer dan gevraagd') || COUNTED_AWAY.includes(head);
	return {
		text: cell(column.at),
		unit: column.unit || cell(column.units).replace(/^aantal$/, ''),
		status,
		day: cell(column.days),
		sign: isTurned ? -1 : 1,
		isNow: column.isNow,
		head
	};
}
