import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { type RawBuilder, sql } from 'kysely';
import { expect, inject, test, vi } from 'vitest';
import { type Database, openDatabase } from '#lib/server/database/database.ts';
import type { Writer } from '#lib/server/database/schema.ts';
import { LIMITS } from '#lib/server/database/postgres.ts';
import { readReference } from '#lib/server/reference/reference.ts';
import { openGate } from '../support/gate.ts';
import { describeEachEngine, describeEngine } from '../support/engines.ts';
import { copyFolder } from '../support/starts.ts';

const publication = (title: string) => ({
	publisher: 'Proef',
	title,
	kind: 'first' as const,
	known_from: '2024-02-29'
});

const titles = async (database: Database): Promise<string[]> => {
	const rows = await database.read
		.selectFrom('publication')
		.select('title')
		.orderBy('id')
		.execute();
	return rows.map(({ title }) => title);
};

const version = async (database: Database): Promise<number> => {
	const state = database.read.selectFrom('data_state').select('version');
	return (await state.executeTakeFirstOrThrow()).version;
};

/** Runs SQL of our own on the reader, whose type keeps that from pages. */
const run = (database: Database, query: RawBuilder<unknown>) =>
	query.execute(database.read as unknown as Writer);

/** Columns and constraints of all tables, in the words of the engine's own catalogue. */
async function shape(database: Database): Promise<unknown[]> {
	const columns = await run(
		database,
		sql`select table_name, column_name, data_type, is_nullable, column_default
		from information_schema.columns where table_schema = 'public'
		order by table_name, column_name`
	);
	const constraints = await run(
		database,
		sql`select conrelid::regclass::text as table_name, conname,
		pg_get_constraintdef(oid) as definition
		from pg_constraint where connamespace = 'public'::regnamespace and contype <> 'n'
		order by 1, 2`
	);
	return [...columns.rows, ...constraints.rows];
}

const add = (database: Database, title: string) =>
	database.change((tx) => tx.insertInto('publication').values(publication(title)).execute());

describeEachEngine('empty', (engine) => {
	test('a change is there for readers once it is done, and raises the data version by one', async () => {
		const before = await version(engine.database);
		await add(engine.database, 'kept');
		expect(await titles(engine.database)).toContain('kept');
		expect(await version(engine.database)).toBe(before + 1);
	});

	test('a change that fails leaves nothing behind, and gives its error', async () => {
		const before = await version(engine.database);
		const failing = engine.database.change(async (tx) => {
			await tx.insertInto('publication').values(publication('lost')).execute();
			throw new Error('halfway');
		});
		await expect(failing).rejects.toThrow('halfway');
		expect(await titles(engine.database)).not.toContain('lost');
		expect(await version(engine.database)).toBe(before);
	});

	test('a broken constraint rolls the whole change back', async () => {
		const failing = engine.database.change(async (tx) => {
			await tx.insertInto('publication').values(publication('first half')).execute();
			const missing = { publication_id: 1, nis_code: '99999', reference_date: '2022-12-31' };
			await tx
				.insertInto('observation')
				.values({ ...missing, indicator: 'stock_b', value: 1, status: 'normal' })
				.execute();
		});
		await expect(failing).rejects.toThrow();
		expect(await titles(engine.database)).not.toContain('first half');
	});

	test('a reader that asks during a change never sees rows that are rolled back', async () => {
		let reading: Promise<string[]> | undefined;
		const failing = engine.database.change(async (tx) => {
			await tx.insertInto('publication').values(publication('under way')).execute();
			reading = titles(engine.database);
			await new Promise((later) => setTimeout(later, 20));
			throw new Error('halfway');
		});
		await expect(failing).rejects.toThrow('halfway');
		expect(await reading).not.toContain('under way');
	});

	test('changes run one after another, also when one of them fails', async () => {
		const order: string[] = [];
		const step = (name: string, fails = false) =>
			engine.database.change(async () => {
				order.push(`${name} begins`);
				await new Promise((later) => setTimeout(later, 10));
				order.push(`${name} ends`);
				if (fails) throw new Error(name);
			});
		await Promise.allSettled([step('a'), step('b', true), step('c')]);
		expect(order).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
	});

	test('numbers are numbers, days are YYYY-MM-DD and moments are ISO 8601 on every engine', async () => {
		const row = await run(
			engine.database,
			sql`select
			9007199254740991::int8 as whole, 0.25::numeric as fraction, count(*) as many,
			sum(3::int8) as total, 1.5::float8 as real, true as yes, null::int8 as nothing,
			'2024-02-29'::date as day, '1890-01-01'::date as old,
			'2024-06-30T12:00:00+02'::timestamptz as moment`
		);
		expect(row.rows).toEqual([
			{
				whole: 9_007_199_254_740_991,
				fraction: 0.25,
				many: 1,
				total: 3,
				real: 1.5,
				yes: true,
				nothing: null,
				day: '2024-02-29',
				old: '1890-01-01',
				moment: '2024-06-30T10:00:00.000Z'
			}
		]);
	});

	test('every listener hears of a change that was committed, and of no other', async () => {
		const listener = vi.fn();
		engine.database.onChange(listener);
		await engine.database.change(() => Promise.reject(new Error('no'))).catch(() => undefined);
		await add(engine.database, 'heard');
		await vi.waitFor(() => expect(listener).toHaveBeenCalledTimes(1));
	});

	test('a database that is opened again keeps its data and migrates no further', async () => {
		await add(engine.database, 'stays');
		const before = await titles(engine.database);
		await engine.database.close();
		const again = await openDatabase(engine.settings);
		expect(await titles(again)).toEqual(before);
		await again.close();
	});
});

describeEngine('postgresql', 'empty', (engine) => {
	/** Runs SQL beside the program, which hears nothing of it. */
	const beside = async (text: string) => {
		const client = new pg.Client(engine.settings.databaseUrl ?? '');
		await client.connect();
		await client.query(text).finally(() => client.end());
	};

	test('a change by another connection is heard here', async () => {
		const listener = vi.fn();
		engine.database.onChange(listener);
		const other = await openDatabase(engine.settings);
		await add(other, 'by another');
		await other.close();
		await vi.waitFor(() => expect(listener).toHaveBeenCalledTimes(1));
	});

	test('listeners hear at once when changes can no longer be heard, and again when they can', async () => {
		const listener = vi.fn();
		engine.database.onChange(listener);
		const other = await openDatabase(engine.settings);
		await run(
			other,
			sql`select pg_terminate_backend(pid) from pg_stat_activity
				where query like 'listen %' and pid <> pg_backend_pid()`
		);
		await vi.waitFor(() => expect(listener).toHaveBeenCalledTimes(1), { timeout: 500 });
		await vi.waitFor(() => expect(listener).toHaveBeenCalledTimes(2), { timeout: 5_000 });
		await add(other, 'after the break');
		await vi.waitFor(() => expect(listener).toHaveBeenCalledTimes(3));
		await other.close();
	});

	test('a change that passed unheard is heard of when the version is asked, and at the next pulse', async () => {
		const own = await openDatabase(engine.settings, { ...LIMITS, pulse: 200 });
		const listener = vi.fn();
		own.onChange(listener);
		const unheard = () => beside('update data_state set version = version + 1');
		await unheard();
		expect(await own.version()).toBe(await version(own));
		expect(listener).toHaveBeenCalledTimes(1);
		await unheard();
		await vi.waitFor(() => expect(listener).toHaveBeenCalledTimes(2));
		await own.close();
	});

	test('a question on a connection that is silent ends by itself, and its connection is replaced', async () => {
		const gate = await openGate(Number(new URL(engine.settings.databaseUrl ?? '').port));
		const databaseUrl = (engine.settings.databaseUrl ?? '').replace(/:\d+\//, `:${gate.port}/`);
		const limits = { ...LIMITS, pulse: 200, answer: 300, read: 500, connect: 1_000 };
		const own = await openDatabase({ ...engine.settings, databaseUrl, pool: 1 }, limits);
		const listener = vi.fn();
		await titles(own);
		own.onChange(listener);
		gate.silence();
		await expect(titles(own)).rejects.toThrow(/timeout/);
		expect(await titles(own)).toEqual(await titles(engine.database));
		await vi.waitFor(() => expect(listener).toHaveBeenCalled(), { timeout: 3_000 });
		await own.close();
		await gate.shut();
	});

	test('a change that waits too long for another says whose that is', async () => {
		const own = await openDatabase(engine.settings, { ...LIMITS, lock: 200 });
		const { promise: begun, resolve: begin } = Promise.withResolvers<null>();
		const { promise: ended, resolve: end } = Promise.withResolvers<null>();
		const slow = engine.database.change(() => {
			begin(null);
			return ended;
		});
		await begun;
		await expect(own.change(() => Promise.resolve())).rejects.toThrow(
			new RegExp(
				`Another change .*"woonobjectief ${process.pid} on .*" since .*Nothing was written`
			)
		);
		end(null);
		await slow;
		await own.close();
	});

	test('pages are served when the server gives fewer connections than are asked at once', async () => {
		const few = new URL(engine.settings.databaseUrl ?? '');
		few.username = 'few';
		few.password = 'few';
		await beside(`create role few login password 'few' connection limit 3;
			grant all on schema public to few; grant all on all tables in schema public to few`);
		const own = await openDatabase({ ...engine.settings, databaseUrl: few.href });
		const { publications } = await readReference(own.read);
		expect(publications).toBeInstanceOf(Map);
		await own.close();
	});

	test('connections that break fail the queries that run on them, and are replaced', async () => {
		const other = await openDatabase(engine.settings);
		const sleeping = run(engine.database, sql`select pg_sleep(30)`);
		const changing = engine.database.change((tx) => sql`select pg_sleep(30)`.execute(tx));
		const settled = Promise.allSettled([sleeping, changing]);
		await new Promise((later) => setTimeout(later, 100));
		await run(
			other,
			sql`select pg_terminate_backend(pid) from pg_stat_activity
				where datname = current_database() and pid <> pg_backend_pid()`
		);
		expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
		await vi.waitFor(() => add(engine.database, 'after the break'));
		await vi.waitFor(async () => {
			expect(await titles(engine.database)).toContain('after the break');
		});
		await other.close();
	});

	test('readers cannot write, even past the compiler', async () => {
		const writing = run(engine.database, sql`update data_state set version = 0`);
		await expect(writing).rejects.toThrow(/read-only/);
	});

	test('the schema is the same as that of the embedded engine', async () => {
		const dataDir = join(mkdtempSync(join(tmpdir(), 'woonobjectief-shape-')), 'data');
		copyFolder(inject('starts'), 'empty', dataDir);
		const embedded = await openDatabase({ databaseUrl: null, dataDir });
		expect(await shape(engine.database)).toEqual(await shape(embedded));
		await embedded.close();
		rmSync(dirname(dataDir), { recursive: true });
	});
});
