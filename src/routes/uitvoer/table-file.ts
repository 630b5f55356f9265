import { areaName, type FilePart, fileName } from '#lib/server/export/file-name.ts';
import { fileNotes } from '#lib/server/export/file-notes.ts';
import type { Document } from '#lib/server/export/markup.ts';
import { type PageTable, readTable } from '#lib/server/export/page-table.ts';
import { dutchScreenCsv, screenCsv } from '#lib/server/export/screen-csv.ts';
import { type Note, workbook } from '#lib/server/export/workbook.ts';
import { reference } from '#lib/server/reference.ts';
import { runtime } from '#lib/server/runtime.ts';
import type { TableEnding } from './asked.ts';
import { fileAnswer } from './file-answer.ts';

const TYPES: Record<TableEnding, string> = {
	csv: 'text/csv; charset=utf-8',
	'excel.csv': 'text/csv; charset=utf-8',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
};

/** A table of a page as a file; null when the page has no table with that name. */
export async function tableFile(
	page: Document,
	part: FilePart,
	ending: TableEnding
): Promise<Response | null> {
	const table = readTable(page, part.id);
	if (!table) return null;
	const facts = await reference(runtime().database);
	const name = fileName(part, table.sheet, { scenario: table.scenario, facts });
	const notes = () => fileNotes(table, areaName(part, facts), facts.publications);
	return fileAnswer(await content(ending, table, notes), {
		name: `${name}.${ending.replace('excel.', '')}`,
		type: TYPES[ending]
	});
}

/** What stands in the file. */
async function content(ending: TableEnding, table: PageTable, notes: () => Note[]) {
	switch (ending) {
		case 'csv':
			return screenCsv(table.columns);
		case 'excel.csv':
			return dutchScreenCsv(table.columns);
		case 'xlsx':
			return new Uint8Array(await workbook(table.title, table.columns, notes()));
		default:
			return ending satisfies never;
	}
}
