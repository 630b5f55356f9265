import { error } from '@sveltejs/kit';
import { filePath } from '#lib/components/addresses.ts';
import { isOfDrawing, readAskedFile } from '../asked.ts';
import { drawingFile } from '../drawing-file.ts';
import { pageAsked } from '../page-asked.ts';
import { KEPT, NOTHING } from '../page-told.ts';
import { tableFile } from '../table-file.ts';

/** A table or drawing of a page as a file: what the page shows at this address, with the same filter, order and dates. */
export async function GET({ params, url, fetch, setHeaders }) {
	const asked = readAskedFile(params.doel) ?? error(404, NOTHING);
	const { path, id, ending } = asked;
	const part = { path, query: url.searchParams, id };
	if (isOfDrawing(ending)) {
		const file = await drawingFile(url, part, ending);
		setHeaders({ 'cache-control': KEPT });
		return file;
	}
	const { page, caching } = await pageAsked({ fetch, url }, path, (other) =>
		filePath(other, id, ending)
	);
	const file = (await tableFile(page, part, ending)) ?? error(404, NOTHING);
	setHeaders({ 'cache-control': caching });
	return file;
}
