import { error } from '@sveltejs/kit';
import { filePath } from '#lib/text/addresses.ts';
import { isOfDrawing, readAskedFile } from '../asked.ts';
import { drawingFile } from '../drawing-file.ts';
import { NOTHING, pageAsked } from '../page-asked.ts';
import { pageTables } from '../page-tables.ts';
import { tableFile } from '../table-file.ts';

/** A table or drawing of a page as a file: what the page shows at this address, with the same filter, order and dates. */
export async function GET({ params, url, fetch, setHeaders }) {
	const asked = readAskedFile(params.doel) ?? error(404, NOTHING);
	const { path, id, ending } = asked;
	const part = { path, query: url.searchParams, id };
	const fileAt = (other: string) => filePath(other, id, ending);
	if (isOfDrawing(ending)) {
		const { page, caching } = await pageAsked({ fetch, url }, path, fileAt);
		const file = (await drawingFile(page, part, ending)) ?? error(404, NOTHING);
		setHeaders({ 'cache-control': caching });
		return file;
	}
	const found = await pageTables(new URL(path + url.search, url), fileAt);
	const file = (found && (await tableFile(found, part, ending))) ?? error(404, NOTHING);
	if (found) setHeaders({ 'cache-control': found.caching });
	return file;
}
