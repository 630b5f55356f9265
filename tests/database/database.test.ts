import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type RawBuilder, sql } from 'kysely';
import { expect, inject, test, vi } from 'vitest';
import { type Database, openDatabase } from '#lib/server/database.ts';
import { DatabaseLockedError, lockHolder, lockPath } from '#lib/server/lock.ts';
import type { Writer } from '#lib/server/schema.ts';
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

describeEngine('embedded', 'empty', (engine) => {
	test('a second opening is refused with who holds the folder', async () => {
		const second = openDatabase(engine.settings);
		await expect(second).rejects.toThrow(DatabaseLockedError);
		await expect(openDatabase(engine.settings)).rejects.toThrow(
			`in use by process ${process.pid} since 2`
		);
	});

	test('a second process is refused as well', async () => {
		const program = `import { openDatabase } from '#lib/server/database.ts';
			openDatabase(${JSON.stringify(engine.settings)}).catch((e) => { console.log(e.name); });`;
		const other = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
			encoding: 'utf8'
		});
		expect(other.stdout.trim()).toBe('DatabaseLockedError');
	});

	test('the lock file can be read by its owner only', () => {
		expect(statSync(lockPath(engine.settings.dataDir)).mode & 0o777).toBe(0o600);
	});

	test('the holder announces its door without letting go of the folder', async () => {
		engine.database.lock?.announce({ port: 1, secret: 'x' });
		expect(lockHolder(engine.settings.dataDir)).toMatchObject({
			pid: process.pid,
			door: { port: 1, secret: 'x' }
		});
		await expect(openDatabase(engine.settings)).rejects.toThrow(DatabaseLockedError);
	});

	test('the lock of a dead process, or of another one with the same id, is taken over', async () => {
		const path = lockPath(engine.settings.dataDir);
		await engine.database.close();
		expect(existsSync(path)).toBe(false);
		const since = new Date().toISOString();
		const gone = spawnSync(process.execPath, ['-e', '']).pid;
		for (const holder of [
			{ pid: gone, ticks: null },
			{ pid: process.pid, ticks: '1' }
		]) {
			writeFileSync(path, JSON.stringify({ ...holder, since, token: 'old', door: null }));
			expect(lockHolder(engine.settings.dataDir)).toBeNull();
			const again = await openDatabase(engine.settings);
			expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ pid: process.pid });
			await again.close();
		}
	});
});
