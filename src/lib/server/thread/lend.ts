import type { MessagePort } from 'node:worker_threads';
import { CompiledQuery, type QueryResult } from 'kysely';
import type { Database } from '../database/database.ts';
import type { Schema, Writer, WriteTransaction } from '../database/schema.ts';

/** What a thread asks of the database that it has on loan; `within` is the change in which it asks. */
export type Asked = { id: number } & (
	| { do: 'query'; sql: string; parameters: readonly unknown[]; within: number | null }
	| { do: 'begin'; quietly: boolean }
	| { do: 'version' | 'whyReadOnly' | 'keys' }
	| { do: 'copy'; name: string }
	| { do: 'renew-key'; trusted: readonly string[] }
	| { do: 'commit' | 'rollback'; within: number }
);

/** What it gets: an answer, or the news that the data changed. */
export type Told = { id: number; answer: unknown } | { id: number; error: LentError } | 'changed';

/** An error as it travels: its kind is in its code. */
interface LentError {
	message: string;
	code: string | undefined;
}

/** A change that a thread has under way. */
interface Session {
	transaction: WriteTransaction;
	/** Ends it: kept, or taken back. */
	end(kept: boolean): void;
	/** When it has ended, with what went wrong. */
	ended: Promise<void>;
}

class TakenBack extends Error {}

/**
 * Lends a database to a thread behind a port: it reads, and changes the data, as this process would. A change that is under
 * way when the thread ends is taken back.
 * @returns what ends the loan
 */
export function lendDatabase(database: Database, port: MessagePort): () => void {
	const sessions = new Map<number, Session>();
	const tell = (told: Told) => port.postMessage(told);
	const forget = database.onChange(() => tell('changed'));
	port.on('message', (asked: Asked) => {
		answer(database, sessions, asked).then(
			(given) => tell({ id: asked.id, answer: given }),
			(error: Error & { code?: string }) =>
				tell({ id: asked.id, error: { message: error.message, code: error.code } })
		);
	});
	const end = () => {
		forget();
		sessions.forEach((session) => session.end(false));
	};
	port.on('close', end);
	return () => port.close();
}

async function answer(
	database: Database,
	sessions: Map<number, Session>,
	asked: Asked
): Promise<unknown> {
	switch (asked.do) {
		case 'version':
			return database.version();
		case 'whyReadOnly':
			return database.whyReadOnly();
		case 'copy':
			return database.copy(asked.name);
		case 'keys':
			return database.keys();
		case 'renew-key':
			return database.renewKey(asked.trusted);
		case 'begin':
			sessions.set(asked.id, await begin(database, asked.quietly));
			return null;
		case 'query':
			return query(executorOf(database, sessions, asked.within), asked);
		case 'commit':
		case 'rollback':
			return finish(sessions, asked.within, asked.do === 'commit');
		default:
			return asked satisfies never;
	}
}

/** Begins a change that stays open until somebody ends it. @param quietly whether it changes nothing that a page shows */
function begin(database: Database, quietly: boolean): Promise<Session> {
	return new Promise((resolve, reject) => {
		const ended = database[quietly ? 'changeQuietly' : 'change'](
			(transaction) =>
				new Promise<void>((keep, takeBack) => {
					const end = (kept: boolean) => (kept ? keep() : takeBack(new TakenBack()));
					resolve({ transaction, end, ended });
				})
		);
		ended.catch(reject);
	});
}

async function finish(
	sessions: Map<number, Session>,
	within: number,
	kept: boolean
): Promise<void> {
	const session = sessions.get(within);
	if (!session) throw new Error('This change has ended already.');
	sessions.delete(within);
	session.end(kept);
	await session.ended.catch((error: unknown) => {
		if (!(error instanceof TakenBack)) throw error;
	});
}

function executorOf(
	database: Database,
	sessions: Map<number, Session>,
	within: number | null
): Writer {
	if (within === null) return database.read as unknown as Writer;
	const session = sessions.get(within);
	if (!session) throw new Error('This change has ended already.');
	return session.transaction;
}

async function query(
	executor: Writer,
	{ sql, parameters }: Extract<Asked, { do: 'query' }>
): Promise<QueryResult<Schema>> {
	const { rows, numAffectedRows } = await executor.executeQuery<Schema>(
		CompiledQuery.raw(sql, [...parameters])
	);
	return { rows, ...(numAffectedRows !== undefined && { numAffectedRows }) };
}
