import { error, redirect } from '@sveltejs/kit';
import { type Document, parsePage } from '#lib/server/export/markup.ts';
import { forExport } from '#lib/server/for-export.ts';
import { type Reference, reference } from '#lib/server/reference.ts';
import { runtime } from '#lib/server/runtime.ts';
import { today } from '#lib/server/today.ts';
import { NOTHING } from './page-told.ts';

/** Of who asks for a file, what it takes to ask for its page. */
interface Visit {
	fetch: typeof globalThis.fetch;
	url: URL;
}

/** A page, and how it says that it may be kept: a file of it is kept no longer. */
interface Asked {
	page: Document;
	caching: string;
}

/** So many pages are at hand for their other files, and so long (ms): who saves one file often saves more. */
const AT_HAND = { pages: 2, time: 5_000 };
/** Pages at hand by day and address, for each state of the data. */
const atHand = new WeakMap<Reference, Map<string, Asked>>();

/**
 * The page that a file is made of, as this site itself renders it for that. A page that is elsewhere takes its files
 * along; one that cannot be shown has none.
 * @param path of the page; its query is that of the file
 * @param fileAt where the same file of another page is
 */
export async function pageAsked(
	{ fetch, url }: Visit,
	path: string,
	fileAt: (page: string) => string
): Promise<Asked> {
	const facts = await reference(runtime().database);
	const pages = atHand.get(facts) ?? new Map<string, Asked>();
	atHand.set(facts, pages);
	const page = path + url.search;
	const key = `${today()} ${url.origin}${page}`;
	const found = pages.get(key) ?? (await rendered(fetch, page, fileAt));
	if (!pages.has(key) && found.caching.includes('public')) {
		pages.set(key, found);
		setTimeout(() => pages.delete(key), AT_HAND.time).unref();
	}
	if (pages.size > AT_HAND.pages) pages.delete([...pages.keys()][0] ?? '');
	return found;
}

async function rendered(
	fetch: Visit['fetch'],
	page: string,
	fileAt: (page: string) => string
): Promise<Asked> {
	const answer = await forExport(() => fetch(page, { redirect: 'manual' }));
	const elsewhere = answer.headers.get('location');
	if (elsewhere?.startsWith('/')) redirect(307, fileAt(elsewhere));
	if (!answer.ok) error(answer.status, await reasonOf(answer));
	if (!answer.headers.get('content-type')?.startsWith('text/html')) error(404, NOTHING);
	const caching = answer.headers.get('cache-control') ?? 'no-cache';
	return { page: parsePage(await answer.text()), caching };
}

/** A page says itself why it cannot be shown; the file says the same. */
async function reasonOf(answer: Response): Promise<string> {
	const [, heading] = /<h1[^>]*>([^<]*)<\/h1>/.exec(await answer.text()) ?? [];
	return heading?.trim() || NOTHING;
}
