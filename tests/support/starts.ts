import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seed } from '#db/seed/load.ts';
import { openDatabase } from '#lib/server/database.ts';
import type { Settings } from '#lib/server/settings.ts';
import { createDatabase } from './postgres.ts';

/** What a test finds in its database: the schema alone, the published facts, or these with the practice figures. */
export type Start = 'empty' | 'facts' | 'practice';

type Place = Pick<Settings, 'databaseUrl' | 'dataDir'>;

/** Databases that nobody opens: each test takes a copy of the one from which it starts. */
export interface Starts {
	/** Folder of those of the embedded engine. */
	folder: string;
	/** Address of the PostgreSQL server that holds the others; null when none could be had. */
	cluster: string | null;
}

/** The program makes each start once on each engine, both engines at the same time. */
export async function makeStarts(cluster: string | null): Promise<Starts & { remove: () => void }> {
	const folder = mkdtempSync(join(tmpdir(), 'woonobjectief-starts-'));
	const remove = () => rmSync(folder, { recursive: true, force: true });
	process.once('exit', remove);
	try {
		const starts = { folder, cluster };
		const makers = [makeEach((start) => firstFolder(starts, start))];
		if (cluster !== null) makers.push(makeEach((start) => firstDatabase(cluster, start)));
		await Promise.all(makers);
		return { ...starts, remove };
	} catch (error) {
		remove();
		throw error;
	}
}

async function makeEach(place: (start: Start) => Place | Promise<Place>): Promise<void> {
	for (const start of ['empty', 'facts', 'practice'] as const) {
		const database = await openDatabase(await place(start));
		try {
			if (start !== 'empty') await seed(database, { practice: start === 'practice' });
		} finally {
			await database.close();
		}
	}
}

function firstFolder(starts: Starts, start: Start): Place {
	const dataDir = join(starts.folder, start);
	if (start !== 'empty') copyFolder(starts, 'empty', dataDir);
	return { databaseUrl: null, dataDir };
}

const firstDatabase = async (cluster: string, start: Start): Promise<Place> => ({
	databaseUrl: await createDatabase(
		cluster,
		start === 'empty' ? undefined : nameOf('empty'),
		nameOf(start)
	),
	dataDir: ''
});

const nameOf = (start: Start) => `start_${start}`;

/** Makes a data folder of the embedded engine that holds what a test starts from. */
export const copyFolder = ({ folder }: Starts, start: Start, to: string): void =>
	cpSync(join(folder, start), to, { recursive: true });

/** Makes a PostgreSQL database that holds what a test starts from, and gives its address. */
export function copyDatabase({ cluster }: Starts, start: Start): Promise<string> {
	if (cluster === null) throw new Error('There is no PostgreSQL.');
	return createDatabase(cluster, nameOf(start));
}
