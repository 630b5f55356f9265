/** A file as a browser sends it: written to disk as it comes, within a limit, for its owner alone, and removed afterwards. */
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import Busboy from '@fastify/busboy';

/** A file on disk under a name of ours; its own name is for people to read. */
interface HandedIn {
	path: string;
	name: string;
	/** Bytes. */
	size: number;
}

/** What a form brought. */
export interface Received {
	fields: ReadonlyMap<string, string>;
	/** Null when no file was chosen. */
	file: HandedIn | null;
}

/** The file has more bytes than are taken, or the form more parts. */
export class TooMuchError extends Error {}

const LIMITS = { files: 1, fields: 20, fieldSize: 4_000, fieldNameSize: 100, headerPairs: 20 };

/**
 * Reads a form with a file, and works with it while it is on disk.
 * @param largest bytes of the file
 * @throws TooMuchError; Error when it is no such form, or broke off
 */
export async function withUpload<T>(
	body: ReadableStream<Uint8Array>,
	contentType: string,
	largest: number,
	work: (received: Received) => Promise<T>
): Promise<T> {
	const folder = await mkdtemp(join(tmpdir(), 'woonobjectief-'));
	try {
		return await work(await received(body, contentType, largest, join(folder, 'file')));
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

async function received(
	body: ReadableStream<Uint8Array>,
	contentType: string,
	largest: number,
	path: string
): Promise<Received> {
	const fields = new Map<string, string>();
	const form = new Busboy({
		headers: { 'content-type': contentType },
		limits: { ...LIMITS, fileSize: largest }
	});
	let writing: Promise<string> | null = null;
	const tooMuch = () => form.destroy(new TooMuchError());
	form
		.on('field', (name, value) => void fields.set(name, value))
		.on('file', (_, stream, name) => {
			stream.on('limit', tooMuch);
			writing = pipeline(stream, createWriteStream(path, { mode: 0o600 })).then(() => name);
			writing.catch(() => undefined);
		})
		.on('filesLimit', tooMuch)
		.on('fieldsLimit', tooMuch);
	await pipeline(Readable.fromWeb(body), form);
	const name = plainName((await (writing as Promise<string> | null)) ?? '');
	const size = name === '' ? 0 : (await stat(path)).size;
	return { fields, file: size === 0 ? null : { path, name, size } };
}

/** The name of a file without folders and without what cannot be seen. */
const plainName = (given: string): string =>
	basename(given.replaceAll('\\', '/'))
		.replace(/[\p{Cc}\p{Cf}]/gu, '')
		.trim()
		.slice(0, 200);
