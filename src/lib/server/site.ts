import { randomUUID } from 'node:crypto';
import {
	createServer,
	type IncomingMessage,
	type Server,
	type ServerResponse,
	STATUS_CODES
} from 'node:http';
import type { Logger } from 'pino';
import { type Handler, PROTOCOL_HEADER } from './capture.ts';
import type { PageCache } from './page-cache.ts';
import type { WholeAnswer } from './whole-answer.ts';

/** Longest address, in characters, that is looked at. */
const LONGEST_ADDRESS = 8_192;

/** Given to every answer; the content security policy comes with the page itself. */
export const SECURITY_HEADERS = {
	'x-content-type-options': 'nosniff',
	'x-frame-options': 'DENY',
	'referrer-policy': 'strict-origin-when-cross-origin',
	'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
	'cross-origin-opener-policy': 'same-origin'
};

interface Parts {
	/** The built site: pages and API. */
	handler: Handler;
	/** The static files by their path. */
	files: ReadonlyMap<string, WholeAnswer>;
	pages: PageCache;
	log: Logger;
}

/** The HTTP server around the built site: limits, security headers, page cache, last resort for errors. */
export function createSite({ handler, files, pages, log }: Parts): Server {
	const page = pages.around(handler);

	function answer(request: IncomingMessage, response: ServerResponse): unknown {
		const refusal = refuse(request);
		if (refusal) return plain(request, response, refusal);
		request.headers[PROTOCOL_HEADER] = 'http';
		if (request.method === 'OPTIONS')
			response.setHeaders(new Map(Object.entries(SECURITY_HEADERS)));
		const file = files.get(pathOf(request));
		return file ? file.send(request, response) : page(request, response);
	}

	async function guarded(request: IncomingMessage, response: ServerResponse): Promise<void> {
		try {
			await answer(request, response);
		} catch (error) {
			const reference = randomUUID().slice(0, 8);
			log.error({ reference, path: pathOf(request), err: error }, 'request failed');
			if (response.headersSent) response.destroy();
			else plain(request, response, { status: 500, words: 'Er ging iets mis.', reference });
		}
	}

	return createServer(
		{
			maxHeaderSize: 256 * 1_024, // read to the end, so that the visitor hears why it is refused
			headersTimeout: 10_000,
			requestTimeout: 30_000,
			keepAliveTimeout: 10_000
		},
		(request, response) => void guarded(request, response)
	);
}

function pathOf({ url = '/' }: IncomingMessage): string {
	const question = url.indexOf('?');
	return question === -1 ? url : url.slice(0, question);
}

/** An answer without a page around it. */
interface Refusal {
	status: number;
	words: string;
	/** Under which the reason stands in the log. */
	reference?: string;
	headers?: Record<string, string>;
}

/** Where SvelteKit would give the data of a page to its own script, which no page sends. */
const SIDE_DOOR = '__data.json';

/** What no page needs to look at. */
function refuse(request: IncomingMessage): Refusal | null {
	const { method, url = '' } = request;
	if (url.length > LONGEST_ADDRESS) return { status: 414, words: 'Dit adres is te lang.' };
	if (!url.startsWith('/')) return { status: 400, words: 'Dit adres is niet geldig.' };
	if (pathOf(request).includes(SIDE_DOOR))
		return { status: 404, words: 'Deze pagina bestaat niet.' };
	if (method === 'GET' || method === 'HEAD') return null;
	if (method === 'OPTIONS' && isOfApi(request)) return null;
	const allow = isOfApi(request) ? 'GET, HEAD, OPTIONS' : 'GET, HEAD';
	return { status: 405, words: 'Deze pagina kan alleen gelezen worden.', headers: { allow } };
}

const isOfApi = (request: IncomingMessage) => pathOf(request).startsWith('/api/');

/** Sends a refusal: words for a visitor, and under `/api/` the shape that every error of the API has. */
function plain(request: IncomingMessage, response: ServerResponse, refusal: Refusal): void {
	const shape = isOfApi(request) ? forPrograms(refusal) : forVisitors(refusal);
	const headers = { ...SECURITY_HEADERS, ...shape.headers, ...refusal.headers };
	response.writeHead(refusal.status, headers).end(shape.body);
}

const forVisitors = ({ words, reference }: Refusal) => ({
	headers: { 'content-type': 'text/plain; charset=utf-8' },
	body: `${words}${reference ? ` Referentie: ${reference}` : ''}\n`
});

function forPrograms({ status, reference }: Refusal) {
	const name = STATUS_CODES[status] ?? '';
	const code = name.toLowerCase().replace(/\W+/g, '_');
	const message = `${name}.${reference ? ` Reference: ${reference}` : ''}`;
	return {
		headers: { 'content-type': 'application/json', 'access-control-allow-origin': '*' },
		body: JSON.stringify({ error: { code, message } })
	};
}
