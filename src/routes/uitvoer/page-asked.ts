import { error, redirect } from '@sveltejs/kit';
import { type Document, parsePage } from '#lib/server/export/markup.ts';
import { forExport } from '#lib/server/for-export.ts';

/**
 * The page that a file is made of, as this site itself renders it for that. A page that is elsewhere takes its files
 * along; one that cannot be shown has none.
 * @param page its path and query
 * @param fileAt where the same file of another page is
 */
export async function pageAsked(
	fetch: typeof globalThis.fetch,
	page: string,
	fileAt: (page: string) => string
): Promise<Document> {
	const answer = await forExport(() => fetch(page, { redirect: 'manual' }));
	const elsewhere = answer.headers.get('location');
	if (elsewhere?.startsWith('/')) redirect(307, fileAt(elsewhere));
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
