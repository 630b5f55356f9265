import { townAt } from '#lib/text/addresses.ts';
import { piecesOf, type Cell } from './cell.ts';
import { areEstimates } from './estimates.ts';
import type { Column } from './column.ts';

/** So many rows of a group are shown on a page: a browser cannot hold tens of thousands. */
export const MOST_SHOWN = 1_000;

/** How a row looks, and what it is called in addresses. */
interface RowLook {
	id?: string;
	look?: string;
	/** It is the one that the page is about. */
	current?: boolean;
	/** How far it stands to the right. */
	level?: number;
	/** The municipality that it is about, by its NIS code; without it the one that its name leads to. */
	town?: string;
}

/** A row with its cells; `across` is one cell over all columns. */
export interface TableRow extends RowLook {
	cells: readonly Cell[];
	/** Looks of the cells, where they have one. */
	looks: readonly (string | undefined)[];
	across?: boolean;
	/** What it shares with the rows beside it, where cells span rows. */
	span?: unknown;
}

/** Rows under a heading within the table; null without one. */
interface TableGroup {
	heading: string | null;
	rows: readonly TableRow[];
}

export interface TableHead {
	head: Cell;
	numeric: boolean;
	look: string | undefined;
	/** The word in an address that orders the rows by it. */
	sort: string | undefined;
	/** Whether its cells span rows with the same. */
	spans: boolean;
	/** Whether its cells say what a row is about. */
	names: boolean;
	/** Whether all its numbers are estimates, so that a page can say so once. */
	estimated: boolean;
}

/** In which order the rows stand, and how to ask another one. */
export interface Order {
	by: string;
	descending: boolean;
	href: (sort: string) => string;
}

/** What is said of a table beside its numbers. */
export interface About {
	/** Its name in addresses; one of its own on the page, and never changed: files rest on it. */
	id: string;
	/** What it shows: the heading above it, or the title of the figure that it belongs to. */
	title: string;
	caption?: Cell;
	/** Whether the caption is only heard. */
	quiet?: boolean;
	/** How to read it: what stands around it on the page. */
	notes?: readonly string[];
	/** Its cells stand under each other where there is no room for columns. */
	reflow?: boolean;
	/** A name for its looks. */
	look?: string;
	/** How many rows there are, where these are only the first of them. */
	total?: number;
	order?: Order;
}

/** A table with its rows, as a page shows it and its files write it. */
export interface Table extends About {
	heads: readonly TableHead[];
	groups: readonly TableGroup[];
	foot: readonly TableRow[];
}

/** Rows under a heading, or a line across all columns. */
export type Line<Row> = Row | { heading: string } | { across: Cell };

const isHeading = (line: unknown): line is { heading: string } =>
	typeof line === 'object' && line !== null && 'heading' in line;
const isAcross = (line: unknown): line is { across: Cell } =>
	typeof line === 'object' && line !== null && 'across' in line;

/** A sum under the rows: its name, and a row with the sums in place of figures. */
interface Total<Row> {
	name: Cell;
	row: Row;
}

interface Under<Row> {
	/** Rows under the last one: a cell for each column that is shown. */
	foot?: readonly (readonly Cell[])[];
	/** Sums under the last row, each column its own. */
	totals?: readonly Total<Row>[];
	/** How a row looks. */
	lookOf?: (row: Row) => RowLook;
}

/** A list of columns with rows. */
export function tableOf<Row, Page>(
	columns: readonly Column<Row, never, Page>[],
	rows: readonly Line<Row>[],
	page: Page,
	about: About,
	{ foot = [], totals = [], lookOf = () => ({}) }: Under<Row> = {}
): Table {
	const shown = columns.flatMap(({ shown }) =>
		shown && (shown.when?.(page) ?? true) ? [shown] : []
	);
	const named = Math.max(
		0,
		shown.findIndex(({ names }) => names)
	);
	const groups: { heading: string | null; rows: TableRow[] }[] = [{ heading: null, rows: [] }];
	for (const line of rows) {
		if (isHeading(line)) groups.push({ heading: line.heading, rows: [] });
		else groups.at(-1)?.rows.push(isAcross(line) ? acrossRow(line.across) : rowOf(line));
	}
	const foots = [...totals.map(totalCells), ...foot];
	const cells = [
		...groups.flatMap(({ rows }) => rows.filter(({ across }) => !across).map((row) => row.cells)),
		...foots
	];
	return {
		...about,
		heads: shown.map(({ head, numeric = false, look, sort, spans }, index) => ({
			head: head(page),
			numeric,
			look: typeof look === 'string' ? look : undefined,
			sort,
			spans: spans !== undefined,
			names: index === named,
			estimated: index !== named && areEstimates(cells.map((row) => row[index] ?? null))
		})),
		groups: groups.filter((group) => group.heading !== null || group.rows.length > 0),
		foot: foots.map((own) => ({ cells: own, looks: [] }))
	};

	function totalCells({ name, row }: Total<Row>): readonly Cell[] {
		return shown.map(({ cell, total = cell }, at) => (at === named ? name : total(row, page)));
	}

	function rowOf(row: Row): TableRow {
		const span = shown.find(({ spans }) => spans)?.spans?.(row);
		const cells = shown.map(({ cell }) => cell(row, page));
		const town = townOf(cells[named] ?? null);
		return {
			...(town !== null && { town }),
			...lookOf(row),
			...(span !== undefined && { span }),
			cells,
			looks: shown.map(({ look }) => (typeof look === 'function' ? look(row, page) : look))
		};
	}
}

/** The municipality to whose page the words of a cell lead. */
const townOf = (cell: Cell): string | null =>
	piecesOf(cell)
		.map((piece) =>
			typeof piece === 'object' && 'href' in piece ? townAt(piece.href ?? '') : null
		)
		.find((town) => town !== null) ?? null;

const acrossRow = (cell: Cell): TableRow => ({ cells: [cell], looks: [], across: true });
