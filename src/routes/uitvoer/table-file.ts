import { areaName, type FilePart, fileName } from '#lib/server/formats/file-name.ts';
import { fileNotes } from '#lib/server/formats/file-notes.ts';
import { dutchScreenCsv, screenCsv } from '#lib/server/formats/screen-csv.ts';
import { type Note, workbook } from '#lib/server/formats/workbook.ts';
import { reference } from '#lib/server/reference/reference.ts';
import { runtime } from '#lib/server/web/runtime.ts';
import { repliesTo } from '#lib/domain/reply.ts';
import { cellWords } from '#lib/tables/cell-words.ts';
import { type FileColumn, fileColumns, isScenario } from '#lib/tables/file.ts';
import type { TableEnding } from './asked.ts';
import { fileAnswer } from './file-answer.ts';
import { tableOf, type LoadedPage } from './loaded-page.ts';

const TYPES: Record<TableEnding, string> = {
	csv: 'text/csv; charset=utf-8',
	'excel.csv': 'text/csv; charset=utf-8',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
};

/** A table of a page as a file. */
export async function tableFile(
	page: LoadedPage,
	part: FilePart,
	ending: TableEnding
): Promise<Response> {
	const { sheet, replies } = page;
	const table = await tableOf(page, part.id);
	const facts = await reference(runtime().database);
	const columns = fileColumns(table, repliesTo(replies));
	const name = fileName(part, sheet, { scenario: isScenario(table), facts });
	const title = table.title || cellWords(table.caption ?? null);
	const notes = () => fileNotes(table, columns, sheet, areaName(part, facts), facts.publications);
	return fileAnswer(await content(ending, title, columns, notes), {
		name: `${name}.${ending.replace('excel.', '')}`,
		type: TYPES[ending]
	});
}

/** What stands in the file. */
async function content(
	ending: TableEnding,
	title: string,
	columns: readonly FileColumn[],
	notes: () => Note[]
) {
	switch (ending) {
		case 'csv':
			return screenCsv(columns);
		case 'excel.csv':
			return dutchScreenCsv(columns);
		case 'xlsx':
			return new Uint8Array(await workbook(title, columns, notes()));
		default:
			return ending satisfies never;
	}
}
