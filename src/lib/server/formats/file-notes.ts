import { cellWords } from '#lib/tables/cell-words.ts';
import type { FileColumn } from '#lib/tables/file.ts';
import type { Table } from '#lib/tables/table.ts';
import { datesWords, definitionWords, STATUS_LEGEND } from '#lib/text/file-notes.ts';
import { day } from '#lib/text/format.ts';
import { issuedWords } from '#lib/text/issued.ts';
import { PUBLICATION_WORDS } from '#lib/text/words.ts';
import type { Publication } from '../queries/publications.ts';
import type { Note } from './workbook.ts';

/** What a page says of itself beside each table and drawing. */
export interface PageSheet {
	/** The absolute address at which the page shows these same numbers for ever. */
	frozen: string;
	/** Reference date; null when the page is about no single one. */
	on: string | null;
	/** Day as known on which the figures are shown. */
	known: string;
}

/** A table as it goes into a file. */
export interface TableInFile {
	table: Table;
	columns: readonly FileColumn[];
}

/** How a table is called in a file: by its title, or else by what stands above it. */
export const tableName = ({ title, caption }: Table): string => title || cellWords(caption ?? null);

/** All that must go with tables that leave their page: what they are, of when, from whom, and what their marks mean. */
export function fileNotes(
	tables: readonly TableInFile[],
	sheet: PageSheet,
	area: string,
	publications: ReadonlyMap<number, Publication>
): Note[] {
	return [
		...(area ? [['Gebied', area] as const] : []),
		...(sheet.on ? [['Toestand op', day(sheet.on)] as const] : []),
		['Zoals bekend op', day(sheet.known)],
		['Blijvend adres', sheet.frozen],
		...tables.flatMap(tableNotes),
		...sourceNotes(
			tables.flatMap(({ columns }) => columns),
			publications
		),
		...STATUS_LEGEND.map(([status, meaning]): Note => [`Status «${status}»`, meaning]),
		['Uitgever', 'Woonobjectief. Geen site van de Vlaamse overheid.']
	];
}

function tableNotes({ table, columns }: TableInFile): Note[] {
	const about = new Set([cellWords(table.caption ?? null), ...(table.notes ?? [])]);
	return [
		['Tabel', tableName(table)],
		...[...about]
			.filter((line) => line && line !== table.title)
			.map((line): Note => ['Hoe te lezen', line]),
		...columns.flatMap(columnNotes)
	];
}

/** What a column counts, and of which dates. */
function columnNotes({ name, figures }: FileColumn): Note[] {
	const known = figures.filter((one) => one.value !== null);
	if (known.length === 0) return [];
	const definition = definitionWords(known);
	const dates = `cijfers van ${datesWords(known.map((one) => one.date))}`;
	return [[`Kolom «${name}»`, definition ? `${definition}; ${dates}` : dates]];
}

/** The publications that the figures rest on, the most used one first. */
function sourceNotes(
	columns: readonly FileColumn[],
	publications: ReadonlyMap<number, Publication>
): Note[] {
	const uses = new Map<number, number>();
	for (const id of columns.flatMap(({ figures }) => figures.flatMap((one) => one.publications))) {
		uses.set(id, (uses.get(id) ?? 0) + 1);
	}
	return [...uses]
		.sort(([, a], [, b]) => b - a)
		.flatMap(([id]) => publications.get(id) ?? [])
		.map((one): Note => ['Bron', sourceWords(one)]);
}

function sourceWords({ publisher, title, kind, licence, url, ...issued }: Publication): string {
	if (kind === 'practice')
		return `${publisher}, ${title} (${PUBLICATION_WORDS.practice}: geen meting)`;
	return [
		`${publisher}, ${title}`,
		`${PUBLICATION_WORDS[kind]}, ${issuedWords(issued)}`,
		...(licence ? [licence] : []),
		...(url ? [url] : [])
	].join('. ');
}
