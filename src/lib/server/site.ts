import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
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
		if (refusal) return plain(response, ...refusal);
		request.headers[PROTOCOL_HEADER] = 'http';
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
			else plain(response, 500, `Er ging iets mis. Referentie: ${reference}`);
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

type Refusal = [status: number, words: string, headers?: Record<string, string>];

/** What no page needs to look at. */
function refuse({ method, url = '' }: IncomingMessage): Refusal | null {
	if (url.length > LONGEST_ADDRESS) return [414, 'Dit adres is te lang.'];
	if (!url.startsWith('/')) return [400, 'Dit adres is niet geldig.'];
	if (method === 'GET' || method === 'HEAD') return null;
	if (method === 'OPTIONS' && url.startsWith('/api/')) return null;
	return [405, 'Deze pagina kan alleen gelezen worden.', { allow: 'GET, HEAD' }];
}

function plain(response: ServerResponse, ...[status, words, headers]: Refusal): void {
	const type = { 'content-type': 'text/plain; charset=utf-8' };
	response.writeHead(status, { ...SECURITY_HEADERS, ...type, ...headers }).end(`${words}\n`);
}
