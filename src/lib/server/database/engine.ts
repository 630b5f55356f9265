import type { Kysely } from 'kysely';
import type { Lock } from './lock.ts';
import type { Reader, Schema } from './schema.ts';

/** Channel on which a committed change of data is told to every process that serves pages. */
export const CHANNEL = 'woonobjectief_data';

/** What an engine hears of the data while it is open. */
export interface Ears {
	/** After a change, with the name of who made it where that is heard; also when changes may pass unheard, and no longer. */
	changed(by?: string): void;
	/** The number of the present state of the data, each time that the engine looks. */
	stands(version: number): void;
}

/** What differs between the two engines, and nothing else. */
export interface Engine {
	name: 'postgresql' | 'embedded';
	reader: Kysely<Schema>;
	writer: Kysely<Schema>;
	/** Lock on the folder of the embedded database; null on PostgreSQL. */
	lock: Lock | null;
	/** The number of the present state of the data, as pages read them. */
	version(): Promise<number>;
	/** How often pages began to read at another server of the same data. */
	moves(): number;
	listen(ears: Ears): Promise<void>;
	/** Makes what was committed outlast a power cut, and waits until pages can read it, where a commit alone does not do. */
	settle(): Promise<void>;
	/** Why no change can be made now, in words; null when it can. */
	whyReadOnly(): Promise<string | null>;
	/** The files of the embedded database; null where PostgreSQL keeps them. */
	files: DatabaseFiles | null;
	/** What stood in the way of a change that waited too long for another, in words; null when nobody does any more. */
	holderOfWrites(): Promise<string | null>;
	close(): Promise<void>;
}

/** The files of an embedded database that is open. */
export interface DatabaseFiles {
	/** Copies them as they stand after the last change to a new data folder; changes wait, and so does who reads. */
	copyTo(dataDir: string): Promise<void>;
	/** A tar archive of them, compressed with gzip. */
	packed(): Promise<Blob>;
}

const INT8 = 20;
const DATE = 1082;
const TIMESTAMPTZ = 1184;
const NUMERIC = 1700;

/** Both engines give numbers as numbers, days as `YYYY-MM-DD` and moments as ISO 8601. */
export const PARSERS: Record<number, (text: string) => string | number> = {
	[INT8]: Number,
	[NUMERIC]: Number,
	[DATE]: (text) => text,
	[TIMESTAMPTZ]: (text) => new Date(text).toISOString()
};

/** The number of the state of the data that a reader sees. */
export async function versionOf(reader: Pick<Reader, 'selectFrom'>): Promise<number> {
	const state = reader.selectFrom('data_state').select('version');
	return (await state.executeTakeFirstOrThrow()).version;
}
