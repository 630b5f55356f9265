import type { MessagePort } from 'node:worker_threads';
import {
	type CompiledQuery,
	type DatabaseConnection,
	type Driver,
	Kysely,
	PostgresAdapter,
	PostgresIntrospector,
	PostgresQueryCompiler,
	type QueryResult
} from 'kysely';
import type { KnownKeys } from '../database/chain-keys.ts';
import type { Database } from '../database/database.ts';
import type { Reader, Schema } from '../database/schema.ts';
import type { Asked, Told } from './lend.ts';

/** What is asked, before it has its number. */
type Question = Asked extends infer One ? (One extends Asked ? Omit<One, 'id'> : never) : never;
type Ask = (question: Question) => Promise<{ id: number; answer: unknown }>;

/** A database of another thread, which lends it through a port. */
export function borrowedDatabase(port: MessagePort, engine: Database['engine']): Database {
	const listeners = new Set<() => void>();
	const tell = () => listeners.forEach((listener) => listener());
	const ask = askerOf(port, tell);
	const handle = (quietly = false) =>
		new Kysely<Schema>({
			dialect: {
				createAdapter: () => new PostgresAdapter(),
				createDriver: () => new PortDriver(ask, quietly),
				createIntrospector: (db) => new PostgresIntrospector(db),
				createQueryCompiler: () => new PostgresQueryCompiler()
			}
		});
	const version = async () => (await ask({ do: 'version' })).answer as number;
	const [writer, quietWriter] = [handle(), handle(true)];
	return {
		engine,
		read: handle() as Kysely<Schema> & Reader,
		lock: null,
		change: (work) => writer.transaction().execute(work),
		changeQuietly: (work) => quietWriter.transaction().execute(work),
		onChange: (listener) => {
			listeners.add(listener);
			return () => void listeners.delete(listener);
		},
		renew: tell,
		version,
		state: async () => String(await version()),
		whyReadOnly: async () => (await ask({ do: 'whyReadOnly' })).answer as string | null,
		copy: async (name) => void (await ask({ do: 'copy', name })),
		keys: async () => (await ask({ do: 'keys' })).answer as KnownKeys,
		renewKey: async (trusted) => (await ask({ do: 'renew-key', trusted })).answer as KnownKeys,
		close: () => Promise.resolve(port.close())
	};
}

/** Asks through a port, and hears of changes there. */
function askerOf(port: MessagePort, changed: () => void): Ask {
	const waiting = new Map<number, (told: Exclude<Told, 'changed'>) => void>();
	let last = 0;
	port.on('message', (told: Told) => {
		if (told === 'changed') return changed();
		waiting.get(told.id)?.(told);
		waiting.delete(told.id);
	});
	return (question) =>
		new Promise((resolve, reject) => {
			const id = ++last;
			waiting.set(id, (told) => {
				if ('answer' in told) resolve({ id, answer: told.answer });
				else reject(Object.assign(new Error(told.error.message), { code: told.error.code }));
			});
			port.postMessage({ id, ...question });
		});
}

/** A connection is a change that is under way, or none: the lender has the real ones. */
class PortConnection implements DatabaseConnection {
	within: number | null = null;
	readonly #ask: Ask;

	constructor(ask: Ask) {
		this.#ask = ask;
	}

	async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
		const { answer } = await this.#ask({ do: 'query', sql, parameters, within: this.within });
		return answer as QueryResult<Row>;
	}

	streamQuery(): never {
		throw new Error('A borrowed database gives whole answers only.');
	}
}

class PortDriver implements Driver {
	readonly #ask: Ask;
	readonly #quietly: boolean;

	constructor(ask: Ask, quietly: boolean) {
		this.#ask = ask;
		this.#quietly = quietly;
	}

	init = () => Promise.resolve();
	acquireConnection = () => Promise.resolve(new PortConnection(this.#ask));
	releaseConnection = () => Promise.resolve();
	destroy = () => Promise.resolve();

	async beginTransaction(connection: PortConnection): Promise<void> {
		connection.within = (await this.#ask({ do: 'begin', quietly: this.#quietly })).id;
	}

	commitTransaction = (connection: PortConnection) => this.#end(connection, 'commit');
	rollbackTransaction = (connection: PortConnection) => this.#end(connection, 'rollback');

	async #end(connection: PortConnection, how: 'commit' | 'rollback'): Promise<void> {
		const { within } = connection;
		connection.within = null;
		if (within !== null) await this.#ask({ do: how, within });
	}
}
