import { hash } from 'node:crypto';
import type { IncomingMessage, OutgoingHttpHeader, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants, gunzip, gzip } from 'node:zlib';

type Encoding = 'br' | 'gzip' | 'identity';
type Compressed = Exclude<Encoding, 'identity'>;

/** One form in which an answer is sent, ready to write. */
interface Form {
	/** Names and values in turn, as `writeHead` takes them fastest. */
	headers: string[];
	etag: string | null;
	/** When what it tells last changed, in milliseconds; null when it does not say so. */
	modified: number | null;
	body: Buffer;
}

export type AnswerHeaders = Record<string, OutgoingHttpHeader>;

/** Below this many bytes compression gains nothing. */
const SMALL = 1_024;
const COMPRESSIBLE = /^(text\/|image\/svg|application\/(?:[\w.-]+\+)?(?:json|xml|javascript|yaml))/;
/** What the server writes itself for each form. */
const OWN_HEADERS = new Set(['content-length', 'etag', 'connection', 'date', 'transfer-encoding']);
/** What an answer without a body repeats: what keeps it valid, and who may read it. */
const VALIDATORS = new Set([
	'etag',
	'last-modified',
	'cache-control',
	'vary',
	'content-location',
	'access-control-allow-origin',
	'access-control-expose-headers'
]);

/** A whole answer of the server; its compressed forms are made once, when first asked for. */
export class WholeAnswer {
	readonly status: number;
	readonly headers: AnswerHeaders;
	readonly #tag: string | null;
	readonly #compressible: boolean;
	readonly #forms: Partial<Record<Encoding, Form>> = {};
	readonly #inTheMaking: Partial<Record<Encoding, Promise<Form>>> = {};
	#body: Buffer | null;

	/** @param tagged whether it gets a strong ETag from a hash of its body, by which a visitor may ask again */
	constructor(status: number, headers: AnswerHeaders, body: Buffer, tagged: boolean) {
		this.status = status;
		this.headers = headers;
		this.#body = body;
		this.#tag = tagged ? hash('sha256', body, 'base64url').slice(0, 22) : null;
		this.#compressible =
			body.length >= SMALL &&
			!headers['content-encoding'] &&
			COMPRESSIBLE.test(String(headers['content-type'] ?? ''));
	}

	/** As it is before it is compressed; null once that was let go. */
	get body(): Buffer | null {
		return this.#body;
	}

	/** How many bytes it holds now. */
	get bytes(): number {
		const forms = COMPRESSED.map((encoding) => this.#forms[encoding]?.body.length ?? 0);
		return forms.reduce((sum, length) => sum + length, this.#body?.length ?? 0);
	}

	/** Lets go of what a compressed form holds in a tenth of the room. */
	shed(): void {
		if (COMPRESSED.some((encoding) => this.#forms[encoding])) this.#body = null;
	}

	/** As it is before it is compressed, whatever holds it now. */
	async whole(): Promise<Buffer> {
		if (this.#body) return this.#body;
		const { br, gzip: zipped } = this.#forms;
		return br ? unbrotli(br.body) : unzip((zipped as Form).body);
	}

	/** Makes the form in which most visitors take it, before one asks. */
	async prepare(): Promise<void> {
		if (this.#compressible) await this.#formIn('br');
	}

	/** Answers one request: 304 when the visitor has it already, without a body for HEAD. */
	send(request: IncomingMessage, response: ServerResponse): void | Promise<void> {
		const encoding = this.#compressible
			? preferred(request.headers['accept-encoding'])
			: 'identity';
		const form = this.#forms[encoding];
		if (form) return write(this.status, form, request, response);
		return this.#formIn(encoding).then((made) => write(this.status, made, request, response));
	}

	#formIn(encoding: Encoding): Promise<Form> {
		const form = this.#forms[encoding];
		if (form) return Promise.resolve(form);
		const making = this.#inTheMaking[encoding] ?? this.#make(encoding);
		this.#inTheMaking[encoding] = making;
		return making.finally(() => delete this.#inTheMaking[encoding]);
	}

	async #make(encoding: Encoding): Promise<Form> {
		const form = this.#formOf(encoding, await this.#bodyIn(encoding));
		if (encoding !== 'identity' || !this.#compressible) this.#forms[encoding] = form;
		return form;
	}

	async #bodyIn(encoding: Encoding): Promise<Buffer> {
		const body = await this.whole();
		return encoding === 'identity' ? body : COMPRESS[encoding](body);
	}

	#formOf(encoding: Encoding, body: Buffer): Form {
		const etag = this.#tag && `"${this.#tag}${encoding === 'identity' ? '' : `-${encoding}`}"`;
		const headers = Object.entries(this.headers).filter(([name]) => !OWN_HEADERS.has(name));
		if (this.#compressible) vary(headers, 'accept-encoding');
		if (encoding !== 'identity') headers.push(['content-encoding', encoding]);
		if (etag) headers.push(['etag', etag]);
		if (this.status !== 204 && this.status !== 304) headers.push(['content-length', body.length]);
		const stated = Date.parse(String(this.headers['last-modified']));
		const modified = this.#tag && !Number.isNaN(stated) ? stated : null;
		return { headers: headers.flatMap(flatten), etag, modified, body };
	}
}

type HeaderPair = [name: string, value: OutgoingHttpHeader];

/** A header with several values is written once for each. */
const flatten = ([name, value]: HeaderPair): string[] =>
	Array.isArray(value) ? value.flatMap((each) => [name, each]) : [name, String(value)];

function vary(headers: HeaderPair[], on: string): void {
	const found = headers.find(([name]) => name === 'vary');
	if (found) found[1] = `${String(found[1])}, ${on}`;
	else headers.push(['vary', on]);
}

const brotli = promisify(brotliCompress);
const unbrotli = promisify(brotliDecompress);
const unzip = promisify(gunzip);

const COMPRESS: Record<Compressed, (body: Buffer) => Promise<Buffer>> = {
	br: (body) =>
		brotli(body, {
			params: {
				[constants.BROTLI_PARAM_QUALITY]: 5,
				[constants.BROTLI_PARAM_SIZE_HINT]: body.length
			}
		}),
	gzip: promisify(gzip)
};
const COMPRESSED = ['br', 'gzip'] as const;

const accepts = (encoding: string) =>
	new RegExp(`(?:^|[ ,])${encoding}(?! *; *q=0(?:\\.0*)?(?: *,| *$))(?:[ ;,]|$)`);
const BROTLI = accepts('br');
const GZIP = accepts('gzip');

function preferred(accepted: string | string[] = ''): Encoding {
	const list = String(accepted);
	if (BROTLI.test(list)) return 'br';
	return GZIP.test(list) ? 'gzip' : 'identity';
}

function write(
	status: number,
	form: Form,
	request: IncomingMessage,
	response: ServerResponse
): void {
	const { headers, body } = form;
	if (status === 200 && isHeld(request, form)) {
		const repeated = headers.filter((_, i) => VALIDATORS.has(headers[i - (i % 2)] ?? ''));
		response.writeHead(304, repeated).end();
		return;
	}
	response.writeHead(status, headers).end(body); // Node itself leaves the body out for HEAD
}

/** Whether the visitor holds this form; a date counts only of who sends no tag (RFC 9110, 13.2.2). */
function isHeld({ headers }: IncomingMessage, { etag, modified }: Form): boolean {
	const known = headers['if-none-match'];
	if (known) return etag !== null && isKnown(known, etag);
	const since = headers['if-modified-since'];
	return since !== undefined && modified !== null && modified <= Date.parse(since);
}

const isKnown = (known: string, etag: string): boolean =>
	known === etag ||
	known.split(',').some((each) => each.trim() === '*' || each.trim().replace(/^W\//, '') === etag);
