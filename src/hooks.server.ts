import { type Handle, type HandleServerError, isHttpError, type RequestEvent } from '@sveltejs/kit';
import { isDatabaseAway } from '#lib/server/database/database-away.ts';
import { logFailure } from '#lib/server/log-failure.ts';
import { isOfDesk } from '#lib/server/web/desk-paths.ts';
import { runtime } from '#lib/server/web/runtime.ts';
import { reference } from '#lib/server/reference/reference.ts';
import { mayBeFramed, openToFrames } from '#lib/server/web/security-headers.ts';
import { optionsAnswer } from './routes/api/answer.ts';
import { enter, forOnePerson } from './routes/beheer/gate.ts';
import { MINE } from './routes/links.ts';

type Resolve = Parameters<Handle>[0]['resolve'];

const POLICY = 'content-security-policy';

/** What a script of the framework would put in the place of the styles of a page. */
const DISABLED = /\n\t\t<link [^>]*rel="stylesheet" disabled[^>]*>/g;

/** Addresses in a style that stands in a page; the build writes them as from the folder of its style sheets. */
const FROM_SHEET = /url\(\.\//g;
const SHEETS = 'url(/_app/immutable/assets/';

/** Pages may be kept by anyone, and are asked for again each time: a change of data shows at once. */
export const handle: Handle = async ({ event, resolve }) => {
	if (event.request.method === 'OPTIONS') return optionsAnswer();
	const isDesk = isOfDesk(event.url.pathname);
	const refusal = isDesk ? await enter(event) : null;
	if (refusal) return forOnePerson(event, refusal);
	const answer = await answered(event, resolve);
	const response = event.locals.databaseAway ? unavailable(answer) : answer;
	const { headers } = response;
	const isPage = headers.get('content-type')?.startsWith('text/html');
	if (isPage) headers.set('content-type', 'text/html; charset=utf-8');
	headers.delete('x-sveltekit-page'); // whose program this is concerns no visitor
	if (isDesk) return forOnePerson(event, response);
	if (await callsUnknown(event.url)) headers.set('cache-control', 'no-store');
	else if (!headers.has('cache-control')) headers.set('cache-control', keeping(response, isPage));
	if (mayBeFramed(event.url.pathname)) letFrame(headers);
	return response;
};

/**
 * What the site answers. A page goes past the framework, which would read every letter of it again to make a tag: a twelfth of
 * the time of a page.
 * @throws Error for a page that comes in parts, of which only the last would be sent
 */
async function answered(event: RequestEvent, resolve: Resolve): Promise<Response> {
	let page = Buffer.alloc(0);
	const answer = await resolve(event, {
		transformPageChunk: ({ html, done }) => {
			if (!done) throw new Error('A page is sent whole: await what it loads.');
			page = withPlainHead(html);
			return '';
		}
	});
	const { status, headers } = answer;
	// Without a length it is no page, but that one is still the same.
	if (page.length === 0 || headers.get('content-length') !== '0') return answer;
	headers.delete('etag');
	headers.set('content-length', `${page.length}`);
	return new Response(page, { status, headers });
}

/** In two parts, because joining long texts takes longer than joining their bytes. */
function withPlainHead(html: string): Buffer<ArrayBuffer> {
	const end = html.indexOf('</head>');
	const head = html.slice(0, end).replace(DISABLED, '').replace(FROM_SHEET, SHEETS);
	return Buffer.concat([Buffer.from(head), Buffer.from(html.slice(end))]);
}

/** How long what says nothing of it may be kept: nothing without asking again, and a failure not at all. */
function keeping({ status }: Response, isPage = false): string {
	if (status >= 500) return 'no-store';
	return status === 200 && isPage ? 'public, no-cache' : 'no-cache';
}

/** Whether an address calls a municipality its own that nobody knows: of such there is no end, so that none is kept. */
async function callsUnknown({ searchParams }: URL): Promise<boolean> {
	const asked = searchParams.get(MINE);
	if (!asked) return false;
	const { places } = await reference(runtime().database);
	return !places.byCode.has(asked);
}

function letFrame(headers: Headers): void {
	const policy = headers.get(POLICY);
	if (policy) headers.set(POLICY, openToFrames(policy));
}

/** The database does not answer: that is a 503, to be tried again soon, and not an error of the site. */
const unavailable = (answer: Response): Response => {
	const headers = new Headers(answer.headers);
	headers.set('retry-after', '30');
	return new Response(answer.body, { status: 503, headers });
};

/** What a page expected keeps its own words; what nobody expected is logged, and the visitor sees only a reference. */
export const handleError: HandleServerError = ({ error, event, status }) => {
	if (isHttpError(error)) return error.body;
	if (status === 404) return { message: 'Deze pagina bestaat niet.' };
	event.locals.databaseAway = isDatabaseAway(error);
	const reference = logFailure(error, { path: event.url.pathname, status });
	return { message: 'Er ging iets mis.', reference };
};
