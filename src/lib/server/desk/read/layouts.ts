import { areaList } from './area-list.ts';
import { UnreadableFileError } from '../findings/findings.ts';
import { incomes, permits, population } from './foreign.ts';
import { householdsByName } from './households-by-name.ts';
import { householdsBySize } from './households-by-size.ts';
import type { ImportMap } from './import-map.ts';
import type { Layout, Recognised } from './layout.ts';
import { measurement } from './measurement.ts';
import { nearPeopleTable } from './measurement-header.ts';
import { memberships } from './memberships.ts';
import { refnis } from './refnis.ts';
import { swing } from './swing.ts';
import { rulesLayout } from './rules-layout.ts';
import { plainName } from '../bytes/plain-name.ts';
import { cellText, type Cell, type Table } from '../bytes/table.ts';
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
	const seen =
		tables.length === 0
			? 'It holds neither text nor a workbook.'
			: (nearMiss(tables) ?? firstRow(tables));
	throw new UnreadableFileError(
		'unknown_layout',
		`The file has none of the known layouts. ${seen}`,
		LAYOUTS.filter(({ kind }) => kind !== 'foreign')
			.map(describe)
			.join('; ')
	);
}

/** A layout in one line: what it is, and its columns, those that may be absent in brackets. */
function describe({ name, about, columns, optional }: Layout): string {
	const names = [...columns, ...optional.map((column) => `[${column}]`)];
	return `${name}: ${about} with the columns ${names.join(', ')}`;
}

/** How near the best row of heads comes to a layout: the columns that it has, and those that it lacks. */
function nearMiss(tables: readonly Table[]): string | null {
	const rows = tables.flatMap(({ head }) => head.map((row) => row.map(plainCell)));
	const [best] = LAYOUTS.filter(({ kind, columns }) => kind !== 'foreign' && columns.length > 1)
		.flatMap(({ name, columns }) =>
			rows.map((row) => {
				const lacks = columns.filter((column) => !row.includes(plainName(column)));
				return { name, lacks, has: columns.length - lacks.length };
			})
		)
		.sort((a, b) => b.has - b.lacks.length - (a.has - a.lacks.length));
	if (best && best.has > 1 && best.has >= best.lacks.length)
		return `It comes nearest to "${best.name}", and lacks the columns ${best.lacks.join(', ')}.`;
	return tables.map(nearPeopleTable).find((told) => told !== null) ?? null;
}

const plainCell = (cell: Cell): string => plainName(cellText(cell));

function firstRow(tables: readonly Table[]): string {
	const cells = tables[0]?.head[0]?.slice(0, 8).map((cell) => String(cell ?? '')) ?? [];
	const text = cells.join(' | ').replace(/\s+/g, ' ').slice(0, 120);
	return text.trim() ? `Its first row is: ${text}` : 'Its first row is blank.';
}
