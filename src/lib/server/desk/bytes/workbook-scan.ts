import { UnreadableFileError } from '../findings/findings.ts';
import { columnNumber } from './cell-addresses.ts';
import { LARGEST_COLUMN, type Hidden, type Merge } from './table.ts';

const LARGEST_SHEET_ROW = 1_048_576;
const LARGEST_SHEET_CELLS = 20_000_000;

/** What one look over the XML of a sheet tells that its values do not. */
export interface SheetScan {
	isFormula(row: number, column: number): boolean;
	merges: readonly Merge[];
	hidden: Hidden;
}

const TAG = /<(?:\w+:)?(row|c)\s([^>]*)>(\s*<(?:\w+:)?f[\s>/])?/g;
const ADDRESS = /(?:^|\s)r\s*=\s*["']([A-Z]{0,4})(\d{1,12})["']/;
const HAS_ADDRESS = /(?:^|\s)r\s*=/;

/**
 * Looks over the sheets of a workbook, in its order, before any is read: which cells hold a formula, and whether the
 * addresses stay within limits (one cell far away would make a reader fill everything before it).
 * @throws UnreadableFileError when a sheet is too large
 */
export function scanSheets(parts: Record<string, Uint8Array>): SheetScan[] {
	return sheetsOf(parts).map(({ path, isHidden }) => scanSheet(text(parts[path]), isHidden));
}

function scanSheet(xml: string, isHidden: boolean): SheetScan {
	const formulas = new Set<number>();
	const hiddenRows = new Set<number>();
	let rows = 0;
	let columns = 0;
	for (const [, kind, attributes = '', formula] of xml.matchAll(TAG)) {
		const address = addressOf(attributes);
		if (!address) continue;
		rows = Math.max(rows, address.row);
		columns = Math.max(columns, address.column);
		if (kind === 'row' && HIDDEN.test(attributes)) hiddenRows.add(address.row);
		if (kind === 'c' && formula) formulas.add(keyOf(address.row, address.column));
	}
	checkExtent(rows, columns);
	return {
		isFormula: (row, column) => formulas.has(keyOf(row, column)),
		merges: mergesOf(xml),
		hidden: { sheet: isHidden, rows: hiddenRows, columns: hiddenColumns(xml) }
	};
}

const HIDDEN = /(?:^|\s)hidden\s*=\s*["'](?:1|true)["']/;

function hiddenColumns(xml: string): Set<number> {
	const spans = tags(xml, 'col').filter((tag) => HIDDEN.test(tag));
	return new Set(
		spans.flatMap((tag) => {
			const [from, to] = [Number(attribute(tag, 'min')), Number(attribute(tag, 'max'))];
			const last = Math.min(to, LARGEST_COLUMN);
			return Array.from({ length: Math.max(0, last - from + 1) }, (_, at) => from + at);
		})
	);
}

const MERGE =
	/<(?:\w+:)?mergeCell\s[^>]*?ref\s*=\s*["']([A-Z]{1,4})(\d{1,8}):([A-Z]{1,4})(\d{1,8})["']/g;
/** A sheet has few merged cells that matter; more are not looked at. */
const MOST_MERGES = 10_000;

function mergesOf(xml: string): Merge[] {
	const merges: Merge[] = [];
	for (const [, left = '', top, right = '', bottom] of xml.matchAll(MERGE)) {
		if (merges.length >= MOST_MERGES) break;
		merges.push({
			top: Number(top),
			left: columnNumber(left),
			bottom: Number(bottom),
			right: columnNumber(right)
		});
	}
	return merges;
}

const keyOf = (row: number, column: number) => row * (LARGEST_COLUMN + 1) + column;

function addressOf(attributes: string): { row: number; column: number } | null {
	const match = ADDRESS.exec(attributes);
	if (match) return { row: Number(match[2]), column: columnNumber(match[1] ?? '') };
	if (!HAS_ADDRESS.test(attributes)) return null;
	throw new UnreadableFileError(
		'unreadable_file',
		'A sheet of the workbook has a cell without a sound address.'
	);
}

function checkExtent(rows: number, columns: number): void {
	if (columns > LARGEST_COLUMN) {
		throw new UnreadableFileError(
			'too_many_columns',
			`A sheet reaches column ${columns}; at most ${LARGEST_COLUMN} are read.`
		);
	}
	if (rows > LARGEST_SHEET_ROW || rows * columns > LARGEST_SHEET_CELLS) {
		throw new UnreadableFileError(
			'too_many_rows',
			`A sheet reaches row ${rows} and column ${columns}; at most ${LARGEST_SHEET_CELLS} cells are read.`,
			'the same rows as CSV, which may have more'
		);
	}
}

/** Paths of the sheets in the order of the workbook, and whether each is hidden. */
function sheetsOf(parts: Record<string, Uint8Array>): { path: string; isHidden: boolean }[] {
	const targets = new Map(
		tags(text(parts['xl/_rels/workbook.xml.rels']), 'Relationship').map((tag) => [
			attribute(tag, 'Id'),
			attribute(tag, 'Target').replace(/^(\/xl\/)?/, 'xl/')
		])
	);
	return tags(text(parts['xl/workbook.xml']), 'sheet').map((tag) => ({
		path: targets.get(attribute(tag, '\\w+:id')) ?? '',
		isHidden: /hidden/i.test(attribute(tag, 'state'))
	}));
}

const text = (part: Uint8Array | undefined): string =>
	part ? Buffer.from(part).toString('latin1') : '';
const tags = (xml: string, name: string): string[] =>
	[...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}\\s([^>]*)>`, 'g'))].map(
		(match) => match[1] ?? ''
	);
const attribute = (tag: string, name: string): string =>
	new RegExp(`(?:^|\\s)${name}\\s*=\\s*["']([^"']*)["']`).exec(tag)?.[1] ?? '';
