import type {
	IncomingMessage,
	OutgoingHttpHeader,
	OutgoingHttpHeaders,
	ServerResponse
} from 'node:http';
import { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';

/** A handler in the manner of Node; what it is given last is called when it has no answer. */
export type Handler = (
	request: IncomingMessage,
	response: ServerResponse,
	next: () => void
) => unknown;

/**
 * Stands in for a `ServerResponse` and keeps the whole answer, so that rendering does not hang on one visitor's
 * connection. It has what SvelteKit's Node adapter uses of a response.
 */
export class Capture extends Writable {
	statusCode = 200;
	headersSent = false;
	readonly headers: Record<string, OutgoingHttpHeader> = {};
	readonly #chunks: Buffer[] = [];

	/** The body so far; whole once the stream has finished. */
	get body(): Buffer {
		return Buffer.concat(this.#chunks);
	}

	setHeader(name: string, value: OutgoingHttpHeader): this {
		this.headers[name.toLowerCase()] = value;
		return this;
	}

	getHeader(name: string): OutgoingHttpHeader | undefined {
		return this.headers[name.toLowerCase()];
	}

	hasHeader(name: string): boolean {
		return name.toLowerCase() in this.headers;
	}

	getHeaderNames(): string[] {
		return Object.keys(this.headers);
	}

	removeHeader(name: string): void {
		delete this.headers[name.toLowerCase()];
	}

	writeHead(status: number, headers: OutgoingHttpHeaders = {}): this {
		this.statusCode = status;
		this.headersSent = true;
		for (const [name, value] of Object.entries(headers)) {
			if (value !== undefined) this.setHeader(name, value);
		}
		return this;
	}

	override _write(chunk: Buffer, _: BufferEncoding, done: () => void): void {
		this.#chunks.push(chunk);
		done();
	}
}

/** What belongs to one visitor and must not shape what all get. */
const PERSONAL = ['if-none-match', 'if-modified-since', 'range', 'cookie', 'authorization'];

/**
 * The whole answer of a handler, rendered apart from the visitor's connection.
 * @throws whatever the handler throws, or the error that broke its answer off.
 */
export async function captured(handler: Handler, request: IncomingMessage): Promise<Capture> {
	const capture = new Capture();
	const asked = Object.create(request, {
		method: { value: 'GET' },
		headers: { value: { ...request.headers } }
	}) as IncomingMessage;
	for (const name of PERSONAL) delete asked.headers[name];
	const done = finished(capture);
	const response = capture as unknown as ServerResponse;
	await Promise.all([handler(asked, response, () => capture.writeHead(404).end()), done]);
	return capture;
}
