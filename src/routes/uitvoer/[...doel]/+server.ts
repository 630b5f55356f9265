import { error } from '@sveltejs/kit';
import { filePath } from '#lib/text/addresses.ts';
import { isOfDrawing, readAskedFile } from '../asked.ts';
import { drawingFile } from '../drawing-file.ts';
import { KEPT, pageTables } from '../page-tables.ts';
import { NOTHING } from '../page-told.ts';
import { tableFile } from '../table-file.ts';

/** A table or drawing of a page as a file: what the page shows at this address, with the same filter, order and dates. */
export async function GET({ params, url, setHeaders }) {
	const asked = readAskedFile(params.doel) ?? error(404, NOTHING);
	const { path, id, ending } = asked;
	const part = { path, query: url.searchParams, id };
	if (isOfDrawing(ending)) {
		const file = await drawingFile(url, part, ending);
		setHeaders({ 'cache-control': KEPT });
		return file;
	}
	const page = new URL(path + url.search, url);
	const found = await pageTables(page, (other) => filePath(other, id, ending));
	const file = (found && (await tableFile(found, part, ending))) ?? error(404, NOTHING);
	if (found) setHeaders({ 'cache-control': found.caching });
	return file;
}
