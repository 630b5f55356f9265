import { error } from '@sveltejs/kit';
import { filePath } from '#lib/text/addresses.ts';
import { isOfDrawing, readAskedFile } from '../asked.ts';
import { drawingFile } from '../drawing-file.ts';
import { NOTHING, pageAt } from '../loaded-page.ts';
import { tableFile } from '../table-file.ts';

/** A table or drawing of a page as a file: what the page shows at this address, with the same filter, order and dates. */
export async function GET({ params, url, setHeaders }) {
	const { path, id, ending } = readAskedFile(params.doel) ?? error(404, NOTHING);
	const part = { path, query: url.searchParams, id };
	const page = await pageAt(new URL(path + url.search, url), (other) =>
		filePath(other, id, ending)
	);
	const file = isOfDrawing(ending)
		? await drawingFile(page, part, ending)
		: await tableFile(page, part, ending);
	setHeaders({ 'cache-control': page.caching });
	return file;
}
