import { parentPort, workerData } from 'node:worker_threads';
import { captured, type Handler, type Question } from './capture.ts';
import { PageCache } from './page-cache.ts';
import { provideRuntime } from './runtime.ts';
import { SECURITY_HEADERS } from './security-headers.ts';
import { readStaticFiles } from './static-files.ts';
import { borrowedDatabase } from '../thread/borrow.ts';
import type { PageAsked, PageTold, SiteGiven } from './workshop.ts';

const { port, engine, site, client } = workerData as SiteGiven;
const say = (told: PageTold, moved: ArrayBuffer[] = []) => parentPort?.postMessage(told, moved);

const database = borrowedDatabase(port, engine);
provideRuntime({
	database,
	pages: new PageCache(),
	files: readStaticFiles(client, SECURITY_HEADERS)
});
const { handler } = (await import(site)) as { handler: Handler };
parentPort?.on('message', ({ id, question }: PageAsked) => {
	made(question).then(
		(page) => say({ id, ...page }, [page.body.buffer]),
		(error: Error) => say({ id, error: error.message })
	);
});
say('ready');

/**
 * A page whose body can be handed over without a copy. News of a change comes by another port than the question, and may be
 * behind it: an answer of the lender is behind both.
 */
async function made(question: Question) {
	await database.version().catch(() => undefined); // one that is away, the page tells of
	const { statusCode: status, headers, body } = await captured(handler, question);
	return { status, headers: { ...headers }, body: new Uint8Array(body) };
}
