import { areaList } from './area-list.ts';
import { UnreadableFileError } from '../findings/findings.ts';
import { incomes, permits, population } from './foreign.ts';
import { householdsByName } from './households-by-name.ts';
import { householdsBySize } from './households-by-size.ts';
import type { ImportMap } from './import-map.ts';
import type { Layout, Recognised } from './layout.ts';
import { measurement } from './measurement.ts';
import { memberships } from './memberships.ts';
import { refnis } from './refnis.ts';
import { swing } from './swing.ts';
import { rulesLayout } from './rules-layout.ts';
import type { Table } from '../bytes/table.ts';
import { tidy } from './tidy.ts';

/** Every layout that is known; the first that recognises a table takes it: the freest one stands last. */
export const LAYOUTS: readonly Layout[] = [
	tidy,
	rulesLayout,
	refnis,
	householdsBySize,
	population,
	permits,
	incomes,
	householdsByName,
	swing,
	memberships,
	areaList,
	measurement
];

/**
 * Finds the layout of a file.
 * @param map what a mapping file says: the layout itself, or what columns mean
 * @throws UnreadableFileError that lists the known layouts when none recognises a table
 */
export function recogniseLayout(
	tables: readonly Table[],
	map: ImportMap | null = null
): Recognised {
	const said = map?.layout;
	if (said !== undefined && !LAYOUTS.some(({ name }) => name === said)) {
		const message = `The mapping file says the layout "${said}", which is not known.`;
		throw new UnreadableFileError(
			'unknown_layout',
			message,
			LAYOUTS.map(({ name }) => name).join('; ')
		);
	}
	for (const layout of said === undefined ? LAYOUTS : LAYOUTS.filter(({ name }) => name === said)) {
		const taken = tables.filter((table) => layout.recognises(table, map));
		if (taken.length > 0) {
			return { layout, tables: taken, left: tables.filter((table) => !taken.includes(table)) };
		}
	}
	const seen = tables.length === 0 ? 'It holds neither text nor a workbook.' : firstRow(tables);
	throw new UnreadableFileError(
		'unknown_layout',
		`The file has none of the known layouts. ${seen}`,
		LAYOUTS.filter(({ kind }) => kind !== 'foreign')
			.map(describe)
			.join('; ')
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
