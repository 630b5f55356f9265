import { error, redirect } from '@sveltejs/kit';
import { filePath } from '#lib/components/addresses.ts';
import { type Document, parsePage } from '#lib/server/export/markup.ts';
import { forExport } from '#lib/server/for-export.ts';
import type { AskedFile } from './asked.ts';

/**
 * The page that a file is made of, as this site itself renders it for that. A page that is elsewhere takes its files
 * along; one that cannot be shown has none.
 */
export async function pageAsked(
	fetch: typeof globalThis.fetch,
	{ path, id, ending }: AskedFile,
	search: string
): Promise<Document> {
	const answer = await forExport(() => fetch(path + search, { redirect: 'manual' }));
	const elsewhere = answer.headers.get('location');
	if (elsewhere?.startsWith('/')) redirect(307, filePath(elsewhere, id, ending));
	if (!answer.ok) error(answer.status, await reasonOf(answer));
	if (!answer.headers.get('content-type')?.startsWith('text/html')) error(404, NOTHING);
	return parsePage(await answer.text());
}

/** What is said when a page has no such part. */
export const NOTHING = 'Dit bestaat niet: deze pagina heeft geen tabel of tekening met die naam.';

/** A page says itself why it cannot be shown; the file says the same. */
async function reasonOf(answer: Response): Promise<string> {
	const [, heading] = /<h1[^>]*>([^<]*)<\/h1>/.exec(await answer.text()) ?? [];
	return heading?.trim() || NOTHING;
}
