import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { UnreadableFileError } from '../findings/findings.ts';

const HEAD_BYTES = 64 * 1024;
const CHUNK_BYTES = 64 * 1024;

/** Bytes of one text file; a million rows take about 40 MB. */
export const LARGEST_FILE = 1024 * 1024 * 1024;

/** A file to import; its bytes can be read more than once. */
export interface ImportSource {
	/** Name without folders, as it is stored with the publication. */
	name: string;
	chunks(): AsyncIterable<Uint8Array>;
}

/** A file on disk, read in pieces. */
export const fileSource = (path: string, name = basename(path)): ImportSource => ({
	name,
	chunks: () => createReadStream(path, { highWaterMark: CHUNK_BYTES })
});

/** A file in memory. */
export const bytesSource = (name: string, bytes: Uint8Array): ImportSource => ({
	name,
	async *chunks() {
		for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
			yield bytes.subarray(at, at + CHUNK_BYTES);
		}
	}
});

/** A file of a known size as a whole, for readers that cannot take it in pieces. */
export async function allBytes(
	source: ImportSource,
	size: number
): Promise<Uint8Array<ArrayBuffer>> {
	const bytes = new Uint8Array(size);
	let at = 0;
	for await (const chunk of source.chunks()) {
		bytes.set(chunk, at);
		at += chunk.length;
	}
	return bytes;
}

/** What one pass over the bytes tells. */
export interface Inspection {
	/** Size in bytes. */
	size: number;
	/** SHA-256 in hexadecimal. */
	sha256: string;
	/** The first bytes, at most 64 kB. */
	head: Uint8Array;
	/** Whether every byte is part of well-formed UTF-8. */
	utf8: boolean;
}

/**
 * Reads a file once: size, checksum, head and encoding.
 * @throws UnreadableFileError when it is empty or too large
 */
export async function inspect(source: ImportSource): Promise<Inspection> {
	const hash = createHash('sha256');
	const head: Uint8Array[] = [];
	const isUtf8 = utf8Checker();
	let size = 0;
	let utf8 = true;
	for await (const chunk of source.chunks()) {
		hash.update(chunk);
		if (size < HEAD_BYTES) head.push(chunk);
		size += chunk.length;
		utf8 &&= isUtf8(chunk, false);
		if (size > LARGEST_FILE) throw tooLarge();
	}
	utf8 &&= isUtf8(new Uint8Array(), true);
	if (size === 0) throw new UnreadableFileError('empty_file', 'The file is empty: 0 bytes.');
	const start = Buffer.concat(head).subarray(0, HEAD_BYTES);
	return { size, sha256: hash.digest('hex'), head: start, utf8 };
}

function utf8Checker(): (chunk: Uint8Array, last: boolean) => boolean {
	const decoder = new TextDecoder('utf-8', { fatal: true });
	return (chunk, last) => {
		try {
			decoder.decode(chunk, { stream: !last });
			return true;
		} catch {
			return false;
		}
	};
}

const tooLarge = () =>
	new UnreadableFileError(
		'too_large',
		`The file is larger than ${LARGEST_FILE / 1024 ** 2} MB.`,
		'a smaller file, or the same rows in several files'
	);
