import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { zipSync, type Zippable } from 'fflate';
import { BOUNDARY_LIMITS } from './open-areas.ts';

const PARTS = /\.(shp|dbf|prj|cpg)$/i;

/** A file ready to be handed in; `dispose` removes what was made for it. */
export interface HandedIn {
	path: string;
	/** The name of the file that was named. */
	name: string;
	dispose(): Promise<void>;
}

/**
 * The file as one: a plain shapefile becomes a zip archive with the parts that lie beside it, always the same bytes for the
 * same parts. Any other file stays as it is, and so does one that is too large to be read.
 */
export async function bundled(path: string): Promise<HandedIn> {
	const name = basename(path);
	const asItIs = { path, name, dispose: () => Promise.resolve() };
	if (!/\.shp$/i.test(name) || !existsSync(path)) return asItIs;
	const parts = await partsBeside(path);
	const sizes = await Promise.all(parts.map(async (part) => (await stat(part)).size));
	if (sizes.reduce((sum, size) => sum + size, 0) > BOUNDARY_LIMITS.packed) return asItIs;
	const folder = await mkdtemp(join(tmpdir(), 'woonobjectief-'));
	const packed = join(folder, 'boundaries.zip');
	await writeFile(packed, zipSync(await contentsOf(parts)), { mode: 0o600 });
	return { path: packed, name, dispose: () => rm(folder, { recursive: true, force: true }) };
}

async function partsBeside(path: string): Promise<string[]> {
	const stem = basename(path).replace(PARTS, '').toLowerCase();
	const names = await readdir(dirname(path));
	return names
		.filter((name) => PARTS.test(name) && name.replace(PARTS, '').toLowerCase() === stem)
		.sort()
		.map((name) => join(dirname(path), name));
}

async function contentsOf(parts: readonly string[]): Promise<Zippable> {
	const entries = parts.map(async (part) => {
		const bytes = new Uint8Array(await readFile(part));
		return [basename(part), [bytes, { level: 0, mtime: new Date(1980, 0, 1) }]] as const;
	});
	return Object.fromEntries(await Promise.all(entries)) as Zippable;
}
