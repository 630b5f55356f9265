import { areaName, type FilePart, fileName } from '#lib/server/formats/file-name.ts';
import { fileNotes, tableName, type TableInFile } from '#lib/server/formats/file-notes.ts';
import { dutchScreenCsv, screenCsv } from '#lib/server/formats/screen-csv.ts';
import { type Note, workbook } from '#lib/server/formats/workbook.ts';
import { reference } from '#lib/server/reference/reference.ts';
import { runtime } from '#lib/server/web/runtime.ts';
import { repliesTo } from '#lib/domain/reply.ts';
import { fileColumns, isScenario } from '#lib/tables/file.ts';
import type { TableEnding } from './asked.ts';
import { fileAnswer } from './file-answer.ts';
import { tableOf, tablesOf, type LoadedPage } from './loaded-page.ts';

const TYPES: Record<TableEnding, string> = {
	csv: 'text/csv; charset=utf-8',
	'excel.csv': 'text/csv; charset=utf-8',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
};

/** Under this name a page has all its tables together, in one workbook. */
const ALL = 'alles';

/** A table of a page as a file, or all of them. */
export async function tableFile(
	page: LoadedPage,
	part: FilePart,
	ending: TableEnding
): Promise<Response> {
	const { sheet, replies } = page;
	const all = part.id === ALL && ending === 'xlsx';
	const shown = all ? await tablesOf(page) : [await tableOf(page, part.id)];
	const facts = await reference(runtime().database);
	const tables = shown.map((table) => ({
		table,
		columns: fileColumns(table, repliesTo(replies))
	}));
	const name = fileName(part, sheet, { scenario: shown.some(isScenario), facts });
	const notes = () => fileNotes(tables, sheet, areaName(part, facts), facts.publications);
	return fileAnswer(await content(ending, tables, notes), {
		name: `${name}.${ending.replace('excel.', '')}`,
		type: TYPES[ending]
	});
}

/** What stands in the file. */
async function content(ending: TableEnding, tables: readonly TableInFile[], notes: () => Note[]) {
	const columns = tables.flatMap((one) => one.columns);
	switch (ending) {
		case 'csv':
			return screenCsv(columns);
		case 'excel.csv':
			return dutchScreenCsv(columns);
		case 'xlsx':
			return new Uint8Array(await workbook(tables.map(inBook), notes()));
		default:
			return ending satisfies never;
	}
}

const inBook = ({ table, columns }: TableInFile) => ({ name: tableName(table), columns });
