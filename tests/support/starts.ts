import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { seed } from '#db/seed/load.ts';
import { type Database, openDatabase, type Place } from '#lib/server/database/database.ts';
import { createDatabase } from './postgres.ts';

/** What a test finds in its database: the schema alone, the published facts, or these with the practice figures. */
export const STARTS = ['empty', 'facts', 'practice'] as const;
export type Start = (typeof STARTS)[number];

/** Databases that nobody opens: each test takes a copy of the one from which it starts. */
export interface Starts {
	/** Folder of those of the embedded engine. */
	folder: string;
	/** Address of the PostgreSQL server that holds the others; null when none could be had. */
	cluster: string | null;
}

/** Makes databases that others are copied from, as the program makes them: the empty one first, the others from it. */
export async function makeStarts(
	starts: Starts,
	engine: Database['engine'],
	wanted: readonly Start[]
): Promise<void> {
	for (const start of wanted) {
		const database = await openDatabase(await place(starts, engine, start));
		try {
			if (start !== 'empty') await seed(database, { practice: start === 'practice' });
		} finally {
			await database.close();
		}
	}
}

/** Where a start is made: in a new database, or in a copy of the empty one, which is quicker. */
async function place(starts: Starts, engine: Database['engine'], start: Start): Promise<Place> {
	const dataDir = join(starts.folder, start);
	if (engine === 'embedded') {
		if (start !== 'empty') copyFolder(starts, 'empty', dataDir);
		return { databaseUrl: null, dataDir };
	}
	const template = start === 'empty' ? undefined : nameOf('empty');
	return {
		databaseUrl: await createDatabase(starts.cluster ?? '', template, nameOf(start)),
		dataDir,
		chainKey: clusterKey(starts)
	};
}

/** File of the keys of all databases of the PostgreSQL server. */
export const clusterKey = ({ folder }: Starts): string => join(folder, 'chain-key.json');

const nameOf = (start: Start) => `start_${start}`;

/** Makes a data folder of the embedded engine that holds what a test starts from. */
export const copyFolder = ({ folder }: Starts, start: Start, to: string): void =>
	cpSync(join(folder, start), to, { recursive: true });

/** Makes a PostgreSQL database that holds what a test starts from, and gives its address. */
export function copyDatabase({ cluster }: Starts, start: Start): Promise<string> {
	if (cluster === null) throw new Error('There is no PostgreSQL.');
	return createDatabase(cluster, nameOf(start));
}
