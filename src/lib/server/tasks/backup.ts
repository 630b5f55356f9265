import { open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { openDatabase } from '../database/database.ts';
import { openEmbedded } from '../database/embedded.ts';
import type { Engine } from '../database/engine.ts';
import { verifyChain } from '../desk/release/chain.ts';

/**
 * A backup of the embedded database: its files in one tar archive, compressed with gzip, whose checksum tells of damage.
 * It is trusted once the database in it was opened and its chain holds, when it is made as well as when it is restored.
 */

/** What a backup holds, as it was proved. */
export interface Proof {
	/** Number of the state of the data. */
	version: number;
	/** Entries of the chain, and its last link. */
	entries: number;
	last: string | null;
}

/** Bytes of the files of the largest database that is restored. */
const LARGEST = 4 * 1024 ** 3;

/**
 * Writes the database of a data folder that nobody uses to a file, and lays it down once from there to prove it.
 * @param trial a data folder for that
 * @returns what was proved, with the size of the file in bytes
 * @throws Error when it cannot be written or proved; then there is no file
 */
export async function writeBackup(
	dataDir: string,
	file: string,
	trial: string
): Promise<Proof & { size: number }> {
	const part = `${file}.part`;
	try {
		const packed = await withEngine(openEmbedded(dataDir, true), ({ files }) => files?.packed());
		await writeFile(part, packed?.stream() ?? '', { mode: 0o600 });
		const written = await open(part, 'r+');
		await written.sync().finally(() => written.close());
		const proof = await layDown(part, trial);
		await rename(part, file);
		return { ...proof, size: packed?.size ?? 0 };
	} finally {
		await rm(part, { force: true });
	}
}

/**
 * Lays the database of a backup down in an empty data folder, brings it up to date and proves it.
 * @throws Error that says what is wrong with the file
 */
export async function layDown(file: string, dataDir: string): Promise<Proof> {
	const archive = new Blob([await unpacked(file)], { type: 'application/x-tar' });
	await withEngine(openEmbedded(dataDir, false, archive), (engine) =>
		engine.version().catch((error: Error) => {
			throw unusable(file, `the database in it is that of another program: ${error.message}`);
		})
	);
	const database = await openDatabase({ databaseUrl: null, dataDir, mustExist: true });
	try {
		const { holds, problem, entries, last } = await verifyChain(database.read);
		if (!holds) throw new Error(`The chain of the database in ${file} does not hold. ${problem}`);
		return { version: await database.version(), entries, last };
	} finally {
		await database.close();
	}
}

async function withEngine<T>(
	opening: Promise<Engine>,
	work: (engine: Engine) => T
): Promise<Awaited<T>> {
	const engine = await opening;
	try {
		return await work(engine);
	} finally {
		await engine.close();
	}
}

const unusable = (file: string, why: string): Error =>
	new Error(`${file} is damaged, or no backup of this program (${why}). Nothing was changed.`);

/** The tar archive in a file. */
async function unpacked(file: string): Promise<Buffer<ArrayBuffer>> {
	const archive = await promisify(gunzip)(await readFile(file), {
		maxOutputLength: LARGEST
	}).catch((error: Error) => {
		throw unusable(file, error.message);
	});
	if (!namesIn(archive).some((name) => /^(\.?\/)?PG_VERSION$/.test(name)))
		throw unusable(file, 'it holds no database');
	return archive as Buffer<ArrayBuffer>;
}

/** Places in the heading of a file in a tar archive, in bytes; its contents follow in whole blocks. */
const TAR = { block: 512, name: [0, 100], size: [124, 136], magic: [257, 262] } as const;

/** Names of the files in a tar archive; none in anything else. */
function namesIn(archive: Buffer): string[] {
	const names: string[] = [];
	const part = (at: number, [from, to]: readonly [number, number]) =>
		archive.toString('latin1', at + from, at + to).replace(/\0.*$/s, '');
	for (let at = 0; part(at, TAR.magic) === 'ustar';) {
		names.push(part(at, TAR.name));
		const size = parseInt(part(at, TAR.size), 8) || 0;
		at += TAR.block * (1 + Math.ceil(size / TAR.block));
	}
	return names;
}
