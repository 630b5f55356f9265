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

/** All that must go with a table that leaves its page: what it is, of when, from whom, and what its marks mean. */
export function fileNotes(
	table: Table,
	columns: readonly FileColumn[],
	sheet: PageSheet,
	area: string,
	publications: ReadonlyMap<number, Publication>
): Note[] {
	const caption = cellWords(table.caption ?? null);
	const about = [...new Set([caption, ...(table.notes ?? [])])];
	return [
		['Tabel', table.title || caption],
		...(area ? [['Gebied', area] as const] : []),
		...about
			.filter((line) => line && line !== table.title)
			.map((line): Note => ['Hoe te lezen', line]),
		...(sheet.on ? [['Toestand op', day(sheet.on)] as const] : []),
		['Zoals bekend op', day(sheet.known)],
		['Blijvend adres', sheet.frozen],
		...columns.flatMap(columnNotes),
		...sourceNotes(columns, publications),
		...STATUS_LEGEND.map(([status, meaning]): Note => [`Status «${status}»`, meaning]),
		['Uitgever', 'Woonobjectief. Geen site van de Vlaamse overheid.']
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
