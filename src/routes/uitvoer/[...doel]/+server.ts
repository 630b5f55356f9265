import { error } from '@sveltejs/kit';
import { fileName } from '#lib/server/export/file-name.ts';
import { fileNotes } from '#lib/server/export/file-notes.ts';
import { type PageTable, readTable } from '#lib/server/export/page-table.ts';
import { dutchScreenCsv, screenCsv } from '#lib/server/export/screen-csv.ts';
import { workbook } from '#lib/server/export/workbook.ts';
import { reference, type Reference } from '#lib/server/reference.ts';
import { runtime } from '#lib/server/runtime.ts';
import { type Ending, readAskedFile } from '../asked.ts';
import { NOTHING, pageAsked } from '../page-asked.ts';

const TYPES: Record<Ending, string> = {
	csv: 'text/csv; charset=utf-8',
	'excel.csv': 'text/csv; charset=utf-8',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
};

/** A table of a page as a file: what the page shows at this address, with the same filter, order and dates. */
export async function GET({ params, url, fetch }) {
	const asked = readAskedFile(params.doel) ?? error(404, NOTHING);
	const page = await pageAsked(fetch, asked, url.search);
	const table = readTable(page, asked.id) ?? error(404, NOTHING);
	const facts = await reference(runtime().database);
	const part = { path: asked.path, query: url.searchParams, id: asked.id };
	const name = fileName(part, table.sheet, { scenario: table.scenario, facts });
	return new Response(await content(asked.ending, table, facts), {
		headers: {
			'content-type': TYPES[asked.ending],
			'content-disposition': `attachment; filename="${name}.${asked.ending.replace('excel.', '')}"`,
			'cache-control': 'public, no-cache'
		}
	});
}

/** What stands in the file. */
async function content(ending: Ending, table: PageTable, facts: Reference) {
	switch (ending) {
		case 'csv':
			return screenCsv(table.columns);
		case 'excel.csv':
			return dutchScreenCsv(table.columns);
		case 'xlsx':
			return new Uint8Array(
				await workbook(table.title, table.columns, fileNotes(table, facts.publications))
			);
		default:
			return ending satisfies never;
	}
}
