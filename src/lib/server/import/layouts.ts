import { UnreadableFileError } from './findings.ts';
import { householdsBySize } from './households-by-size.ts';
import type { Layout } from './layout.ts';
import { refnis } from './refnis.ts';
import type { Table } from './table.ts';
import { tidy } from './tidy.ts';

/** Every layout that can be read; the first that recognises a table takes it. */
export const LAYOUTS: readonly Layout[] = [tidy, refnis, householdsBySize];

/** A layout with the tables of a file that it takes, and those that it leaves. */
export interface Recognised {
	layout: Layout;
	tables: readonly Table[];
	left: readonly Table[];
}

/**
 * Finds the layout of a file.
 * @throws UnreadableFileError that lists the known layouts when none recognises a table
 */
export function recogniseLayout(tables: readonly Table[]): Recognised {
	for (const layout of LAYOUTS) {
		const taken = tables.filter((table) => layout.recognises(table));
		if (taken.length > 0) {
			return { layout, tables: taken, left: tables.filter((table) => !taken.includes(table)) };
		}
	}
	const seen = tables.length === 0 ? 'It holds neither text nor a workbook.' : firstRow(tables);
	throw new UnreadableFileError(
		'unknown_layout',
		`The file has none of the known layouts. ${seen}`,
		LAYOUTS.map(describe).join('; ')
	);
}

/** A layout in one line: what it is, and its columns, those that may be absent in brackets. */
export function describe({ name, about, columns, optional }: Layout): string {
	const names = [...columns, ...optional.map((column) => `[${column}]`)];
	return `${name}: ${about} with the columns ${names.join(', ')}`;
}

function firstRow(tables: readonly Table[]): string {
	const cells = tables[0]?.head[0]?.slice(0, 8).map((cell) => String(cell ?? '')) ?? [];
	const text = cells.join(' | ').replace(/\s+/g, ' ').slice(0, 120);
	return text.trim() ? `Its first row is: ${text}` : 'Its first row is blank.';
}
