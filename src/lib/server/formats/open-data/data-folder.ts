import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Day } from '#lib/domain/dates.ts';
import type { Database } from '../../database/database.ts';
import { reference } from '../../reference/reference.ts';
import { editionOn } from './kept.ts';
import { packageFiles } from './package.ts';

/**
 * Writes the open data as known on a day into a folder: the same files as in the package of that day.
 * @returns the names of the files
 */
export async function writeDataFolder(
	database: Database,
	folder: string,
	known: Day,
	report: (files: number) => void
): Promise<string[]> {
	const files = await packageFiles(database, editionOn(await reference(database), known), report);
	await mkdir(folder, { recursive: true });
	for (const { path, content } of files) await writeFile(join(folder, path), content);
	return files.map(({ path }) => path);
}
