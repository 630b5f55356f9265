import {
	IncomingMessage,
	type IncomingHttpHeaders,
	type OutgoingHttpHeader,
	type OutgoingHttpHeaders,
	type ServerResponse
} from 'node:http';
import { Socket } from 'node:net';
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

/** A request for a page without the visitor who made it. */
export interface Question {
	url: string;
	headers: IncomingHttpHeaders;
}

/** Tells the built site by which protocol it is reached; the server says so, never a visitor. */
export const PROTOCOL_HEADER = 'x-served-protocol';
/** All that may shape a page: what else a visitor sends must not change what others get. */
const SHAPING = ['host', 'accept', PROTOCOL_HEADER];

/** What a visitor asks at an address, without anything of the visitor. */
export function questionOf({ headers }: IncomingMessage, url: string): Question {
	const shaping = SHAPING.filter((name) => headers[name] !== undefined);
	return { url, headers: Object.fromEntries(shaping.map((name) => [name, headers[name]])) };
}

/**
 * The whole answer of a handler to a question, rendered apart from any visitor's connection.
 * @throws whatever the handler throws, or the error that broke its answer off.
 */
export async function captured(handler: Handler, { url, headers }: Question): Promise<Capture> {
	const request = Object.assign(new IncomingMessage(new Socket()), { method: 'GET', url, headers });
	const capture = new Capture();
	const done = finished(capture);
	const response = capture as unknown as ServerResponse;
	await Promise.all([handler(request, response, () => capture.writeHead(404).end()), done]);
	return capture;
}
