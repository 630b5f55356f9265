import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import {
	OPEN_TO_ALL,
	PROBLEM_TYPE,
	problemBody,
	PROBLEMS,
	type ProblemCode
} from '../api/problem.ts';
import { type Handler, PROTOCOL_HEADER } from './capture.ts';
import { isOfDesk, LARGEST_UPLOAD, largestBody, takesForms } from './desk-paths.ts';
import type { PageCache } from './page-cache.ts';
import { SECURITY_HEADERS, securityHeaders } from './security-headers.ts';
import { BusyError } from '../thread/queue.ts';
import type { WholeAnswer } from './whole-answer.ts';

/** Longest address, in characters, that is looked at. */
const LONGEST_ADDRESS = 8_192;

interface Parts {
	/** The built site: pages and API. */
	handler: Handler;
	/** The static files by their path. */
	files: ReadonlyMap<string, WholeAnswer>;
	pages: PageCache;
	log: Logger;
	/** Given to every answer besides, whoever makes it. */
	headers?: Readonly<Record<string, string>>;
}

/** How long (ms) a visitor may take, and how many there may be at once. */
const PATIENCE = { headers: 10_000, request: 120_000, idle: 10_000, silence: 120_000, look: 2_000 };
const MOST_CONNECTIONS = 2_000;

/** The HTTP server around the built site: limits, security headers, page cache, last resort for errors. */
export function createSite({ handler, files, pages, log, headers = {} }: Parts): Server {
	const given = new Map(Object.entries(headers));
	const page = pages.around(handler);

	function answer(request: IncomingMessage, response: ServerResponse): unknown {
		const refusal = refuse(request);
		if (refusal) return plain(request, response, refusal);
		request.headers[PROTOCOL_HEADER] = 'http';
		const forOne = isOfDesk(pathOf(request));
		if (request.method === 'OPTIONS' || forOne)
			response.setHeaders(new Map(Object.entries(SECURITY_HEADERS)));
		if (forOne) return handler(request, response, () => response.writeHead(404).end());
		const file = files.get(pathOf(request));
		return file ? file.send(request, response) : page(request, response);
	}

	async function guarded(request: IncomingMessage, response: ServerResponse): Promise<void> {
		if (given.size > 0) response.setHeaders(given);
		try {
			await answer(request, response);
		} catch (error) {
			if (error instanceof BusyError) return plain(request, response, busy(error));
			const reference = randomUUID().slice(0, 8);
			log.error({ reference, path: pathOf(request), err: error }, 'request failed');
			if (response.headersSent) response.destroy();
			else plain(request, response, { ...FAILED, reference });
		}
	}

	const server = createServer(
		{
			maxHeaderSize: 256 * 1_024, // read to the end, so that the visitor hears why it is refused
			headersTimeout: PATIENCE.headers,
			requestTimeout: PATIENCE.request,
			keepAliveTimeout: PATIENCE.idle,
			connectionsCheckingInterval: PATIENCE.look // without it these limits act up to 30 s later
		},
		(request, response) => void guarded(request, response)
	);
	server.maxConnections = MOST_CONNECTIONS;
	return server.setTimeout(PATIENCE.silence);
}

function pathOf({ url = '/' }: IncomingMessage): string {
	const question = url.indexOf('?');
	return question === -1 ? url : url.slice(0, question);
}

/** An answer without a page around it: words for a visitor, a code for a program. */
interface Refusal {
	code: ProblemCode;
	words: string;
	/** Under which the reason stands in the log. */
	reference?: string;
	headers?: Record<string, string>;
}

const busy = ({ retryAfter }: BusyError): Refusal => ({
	code: 'busy',
	words: `Er wordt op dit ogenblik te veel tegelijk gevraagd. Probeer het over ${retryAfter} seconden opnieuw.`,
	headers: { 'retry-after': String(retryAfter), 'cache-control': 'no-store' }
});

const FAILED: Refusal = { code: 'internal_server_error', words: 'Er ging iets mis.' };

/** Where SvelteKit would give the data of a page to its own script, which no page sends. */
const SIDE_DOOR = '__data.json';

/** What no page needs to look at. */
function refuse(request: IncomingMessage): Refusal | null {
	const { url = '' } = request;
	if (url.length > LONGEST_ADDRESS) return { code: 'uri_too_long', words: 'Dit adres is te lang.' };
	if (!url.startsWith('/') || !isReadable(pathOf(request)) || hasTwoHosts(request))
		return { code: 'bad_request', words: 'Dit adres is niet geldig.' };
	if (pathOf(request).includes(SIDE_DOOR))
		return { code: 'not_found', words: 'Deze pagina bestaat niet.' };
	if (!isReading(request)) {
		const allow = isOfApi(request) ? 'GET, HEAD, OPTIONS' : 'GET, HEAD';
		const words = 'Deze pagina kan alleen gelezen worden.';
		return { code: 'method_not_allowed', words, headers: { allow } };
	}
	return isTooLarge(request) ? TOO_LARGE : null;
}

const TOO_LARGE: Refusal = {
	code: 'content_too_large',
	words: 'Wat u meestuurt, is te groot; bij een gewone pagina hoort niets.'
};

/** Whether more comes along than anybody will read; a file that does not say how large it is, is counted as it is read. */
function isTooLarge(request: IncomingMessage): boolean {
	const most = request.method === 'POST' ? largestBody(pathOf(request)) : 0;
	if (most < LARGEST_UPLOAD && request.headers['transfer-encoding']) return true;
	return most === 0 ? hasBody(request) : Number(request.headers['content-length'] ?? 0) > most;
}

/** Which of them is meant nobody can say (RFC 9112, 3.2). */
const hasTwoHosts = ({ rawHeaders }: IncomingMessage): boolean =>
	rawHeaders.filter((name, at) => at % 2 === 0 && name.toLowerCase() === 'host').length > 1;

const isReading = (request: IncomingMessage): boolean =>
	request.method === 'GET' ||
	request.method === 'HEAD' ||
	(request.method === 'OPTIONS' && isOfApi(request)) ||
	(request.method === 'POST' && takesForms(pathOf(request)));

/** Whether something comes along that nobody will read. */
const hasBody = ({ headers }: IncomingMessage): boolean =>
	headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

/** Whether the per cent signs of a path can be read. */
function isReadable(path: string): boolean {
	try {
		decodeURI(path);
		return true;
	} catch {
		return false;
	}
}

const isOfApi = (request: IncomingMessage) => pathOf(request).startsWith('/api/');

/** Sends a refusal: words for a visitor, and under `/api/` a problem, as every part of the API gives it. */
function plain(request: IncomingMessage, response: ServerResponse, refusal: Refusal): void {
	const shape = isOfApi(request) ? forPrograms(request, refusal) : forVisitors(refusal);
	const headers = { ...securityHeaders(request.url ?? ''), ...shape.headers, ...refusal.headers };
	response.writeHead(PROBLEMS[refusal.code].status, headers).end(shape.body);
}

const forVisitors = ({ words, reference }: Refusal) => ({
	headers: { 'content-type': 'text/plain; charset=utf-8' },
	body: `${words}${reference ? ` Referentie: ${reference}` : ''}\n`
});

function forPrograms({ url = '' }: IncomingMessage, { code, reference }: Refusal) {
	const { about } = PROBLEMS[code];
	const detail = reference ? `${PROBLEMS[code].title}. Reference: ${reference}` : about;
	return {
		headers: { 'content-type': PROBLEM_TYPE, ...OPEN_TO_ALL },
		body: JSON.stringify(problemBody(code, detail, url))
	};
}
