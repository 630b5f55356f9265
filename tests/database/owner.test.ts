import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { statSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeEach, expect, inject, test } from 'vitest';
import { makeReady } from '#db/seed/load.ts';
import { openDatabase } from '#lib/server/database/database.ts';
import { DatabaseLockedError, lockHolder, lockPath } from '#lib/server/database/lock.ts';
import { end, start } from '../support/program.ts';
import { describeEngine } from '../support/engines.ts';
import { copyFolder } from '../support/starts.ts';

const root = mkdtempSync(join(tmpdir(), 'woonobjectief-owner-'));
let dataDir: string;
const place = () => ({ databaseUrl: null, dataDir });
beforeEach(() => void (dataDir = join(mkdtempSync(join(root, 'one-')), 'data')));
afterAll(() => rmSync(root, { recursive: true, force: true }));

describeEngine('embedded', 'empty', (engine) => {
	const held = () => engine.settings.dataDir;

	test('a second opening is refused with who holds the folder', async () => {
		const second = openDatabase(engine.settings);
		await expect(second).rejects.toThrow(DatabaseLockedError);
		await expect(openDatabase(engine.settings)).rejects.toThrow(
			`in use by process ${process.pid} since 2`
		);
	});

	test('a second opening is refused by whatever path it comes', async () => {
		symlinkSync(held(), `${dataDir}-link`);
		for (const path of [`${dataDir}-link`, `${held()}/.`, `${held()}/pg/..`, `${held()}//`]) {
			const second = openDatabase({ databaseUrl: null, dataDir: path });
			await expect(second, path).rejects.toThrow(DatabaseLockedError);
		}
	});

	test('a process that sees other process ids, as in a container on the same volume, is refused and takes nothing away', async () => {
		const canLeave = spawnSync('unshare', ['--pid', '--fork', 'true']).status === 0;
		const program = `import { openDatabase } from '#lib/server/database/database.ts';
			openDatabase(${JSON.stringify(engine.settings)})
				.then(() => 'opened', (e) => e.name).then((what) => { console.log(what); process.exit(); });`;
		const node = [process.execPath, '--input-type=module', '-e', program];
		const [command = '', ...rest] = canLeave ? ['unshare', '--pid', '--fork', ...node] : node;
		for (const attempt of ['first', 'second']) {
			const other = spawnSync(command, rest, { encoding: 'utf8' });
			expect(other.stdout.trim(), attempt).toBe('DatabaseLockedError');
		}
		expect(lockHolder(held())).toMatchObject({ pid: process.pid });
	});

	test('only the owner can enter the folder and read who holds it', () => {
		expect(statSync(held()).mode & 0o077).toBe(0);
		expect(statSync(join(held(), 'pg')).mode & 0o077).toBe(0);
		expect(statSync(lockPath(held())).mode & 0o777).toBe(0o600);
	});

	test('the holder announces its door without letting go of the folder', async () => {
		engine.database.lock?.announce({ port: 1, secret: 'x' });
		expect(lockHolder(held())).toMatchObject({ pid: process.pid, door: { port: 1, secret: 'x' } });
		await expect(openDatabase(engine.settings)).rejects.toThrow(DatabaseLockedError);
	});

	test('what a dead process wrote of itself holds nobody up', async () => {
		await engine.database.close();
		expect(existsSync(lockPath(held()))).toBe(false);
		const since = new Date().toISOString();
		writeFileSync(lockPath(held()), JSON.stringify({ pid: 1, host: 'x', since, door: null }));
		expect(lockHolder(held())).toBeNull();
		const again = await openDatabase(engine.settings);
		expect(lockHolder(held())).toMatchObject({ pid: process.pid });
		await again.close();
	});
});

test('what a dead process was handed is removed by whoever opens the folder next', async () => {
	copyFolder(inject('starts'), 'empty', dataDir);
	const left = join(dataDir, 'uploads', 'file-x');
	mkdirSync(left, { recursive: true });
	writeFileSync(join(left, 'body'), 'a draft');
	const database = await openDatabase(place());
	expect(existsSync(left)).toBe(false);
	await database.close();
});

test('what was told as written is in the files: a checkpoint comes after it, before the word is given', async () => {
	copyFolder(inject('starts'), 'empty', dataDir);
	const database = await openDatabase(place());
	const { rows } = await database.change((transaction) =>
		sql<{ written: string }>`select pg_current_wal_insert_lsn()::text as written`.execute(
			transaction
		)
	);
	const { rows: found } = await sql<{ isIn: boolean }>`
		select redo_lsn >= ${rows[0]?.written}::pg_lsn as "isIn" from pg_control_checkpoint()`.execute(
		database.read as never
	);
	expect(found).toEqual([{ isIn: true }]);
	await database.close();
});

test('a database that lost its version file is refused, and stays as it is', async () => {
	copyFolder(inject('starts'), 'empty', dataDir);
	rmSync(join(dataDir, 'pg', 'PG_VERSION'));
	const before = readdirSync(join(dataDir, 'pg'));
	await expect(openDatabase(place())).rejects.toThrow(/is damaged.*PG_VERSION.*restore/s);
	expect(readdirSync(join(dataDir, 'pg'))).toEqual(before);
});

test('a folder with other files is no place for a new database', async () => {
	mkdirSync(dataDir);
	writeFileSync(join(dataDir, 'letters.txt'), 'x');
	await expect(openDatabase(place())).rejects.toThrow(/other files: letters\.txt.*DATA_DIR/s);
	expect(readdirSync(dataDir)).not.toContain('pg');
});

test('where a database must exist, neither a folder that is not there, nor an empty one, nor an empty database is filled', async () => {
	const demanded = { ...place(), mustExist: true };
	await expect(openDatabase(demanded)).rejects.toThrow(/DATA_MUST_EXIST.*Mount the volume/s);
	expect(existsSync(dataDir)).toBe(false);
	mkdirSync(dataDir);
	await expect(openDatabase(demanded)).rejects.toThrow(/DATA_MUST_EXIST/);
	rmSync(dataDir, { recursive: true });

	copyFolder(inject('starts'), 'empty', dataDir);
	const database = await openDatabase(demanded);
	await expect(makeReady(database, () => undefined, true)).rejects.toThrow(/database is empty/);
	await database.close();
});

test('a database that was being laid down when the program died is begun anew', async () => {
	mkdirSync(join(dataDir, 'pg', 'base'), { recursive: true });
	writeFileSync(join(dataDir, 'unfinished'), '');
	writeFileSync(join(dataDir, 'pg', 'PG_VERSION'), '18\n');
	const database = await openDatabase(place());
	expect(await database.version()).toBeTypeOf('number');
	await database.close();
	expect(existsSync(join(dataDir, 'unfinished'))).toBe(false);
});

test.for([
	[
		'no control file',
		(pg: string) => rmSync(join(pg, 'global/pg_control')),
		/pg_control is missing/
	],
	[
		'an empty control file',
		(pg: string) => zero(join(pg, 'global/pg_control')),
		/pg_control is empty/
	],
	[
		'another version',
		(pg: string) => writeFileSync(join(pg, 'PG_VERSION'), '12\n'),
		/made by PostgreSQL 12/
	],
	['no log', (pg: string) => rmSync(join(pg, 'pg_wal'), { recursive: true }), /pg_wal is missing/],
	['a catalogue that was cut off', (pg: string) => truncateSync(join(pg, 'base/5/1259')), /damaged/]
] as const)(
	'a start on a damaged folder (%s) says so, and what to do, and ends with 1',
	async ([, damage, words]) => {
		copyFolder(inject('starts'), 'empty', dataDir);
		damage(join(dataDir, 'pg'));
		const { code, output } = await end(
			start(['src/cli/main.ts', 'data', 'list'], { DATABASE_URL: '', DATA_DIR: dataDir })
		);
		expect(output).toMatch(words);
		expect(output).toMatch(/restore a backup/);
		expect(output).toContain(dataDir);
		expect(output.trim().split('\n')).toHaveLength(1);
		expect(code).toBe(1);
	}
);

function zero(path: string): void {
	writeFileSync(path, Buffer.alloc(statSync(path).size));
}
