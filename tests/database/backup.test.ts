import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { KEY_FILE } from '#lib/server/database/chain-keys.ts';
import { openDatabase } from '#lib/server/database/database.ts';
import { type ServedSite, serveSite } from '../support/program.ts';
import { runHere } from '../support/shell.ts';
import { copyFolder } from '../support/starts.ts';

const root = mkdtempSync(join(tmpdir(), 'woonobjectief-backup-'));
const DATA_DIR = join(root, 'data');
const FILE = join(root, 'site.backup');
/** Public address: where a page says its own, it is not that of the port. */
const ORIGIN = 'https://wonen.example';
const PAGES = ['/', '/gemeenten/34022', '/regios/kortrijk', '/api/v1/publications'];

beforeAll(() => copyFolder(inject('starts'), 'practice', DATA_DIR));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Does what `npm run data -- …` does. */
const data = (dataDir: string, ...args: string[]) =>
	runHere(['data', ...args], { DATABASE_URL: '', DATA_DIR: dataDir });
/** A new place inside the folder of these tests. */
const place = (name: string) => join(mkdtempSync(join(root, 'one-')), name);
/** A file with these contents. */
function file(contents: Uint8Array | string): string {
	const path = place('some.backup');
	writeFileSync(path, contents);
	return path;
}
const pagesOf = ({ address }: ServedSite) =>
	Promise.all(
		PAGES.map(async (path) => {
			const reply = await fetch(address + path);
			expect(reply.status, path).toBe(200);
			return reply.text();
		})
	);
/** What a command says of the chain. */
const chainIn = (output: string) => /The chain holds: .*[\da-f]{64}/.exec(output)?.[0];

test('a backup of a running site brings back the same version, chain and pages after all was wiped', async () => {
	const site = await serveSite({ DATA_DIR, ORIGIN });
	const figures = join(root, 'figures.csv');
	writeFileSync(figures, 'nis_code,reference_date,indicator,value\n34022,2022-12-31,stock,3100\n');
	const imported = await data(DATA_DIR, 'import', figures, '--publisher', 'Proef');
	expect(imported.output).toMatch(/Written as publication/);

	const [backup, seen] = await Promise.all([data(DATA_DIR, 'backup', FILE), pagesOf(site)]);
	expect(backup.output).toMatch(/^Written to .*site\.backup \(\d+\.\d MB\) and proved\./);
	expect(backup.code).toBe(0);
	expect(statSync(FILE).mode & 0o777).toBe(0o600);
	expect(readdirSync(join(DATA_DIR, 'copies'))).toEqual([]);
	const health = async ({ address }: ServedSite) => (await fetch(`${address}/api/health`)).json();
	const before = await health(site);
	await site.stop();
	const key = readFileSync(join(DATA_DIR, KEY_FILE)); // a backup does not hold it
	rmSync(DATA_DIR, { recursive: true });

	const restored = await data(DATA_DIR, 'restore', FILE);
	expect(restored.output).toMatch(/^Restored to /);
	expect(restored.code).toBe(0);
	writeFileSync(join(DATA_DIR, KEY_FILE), key, { mode: 0o600 });
	const verified = await data(DATA_DIR, 'verify');
	for (const { output } of [restored, verified])
		expect(chainIn(output)).toBe(chainIn(backup.output));
	const again = await serveSite({ DATA_DIR, ORIGIN });
	expect(await health(again)).toEqual(before);
	expect(await pagesOf(again)).toEqual(seen);
	await again.stop();
});

test('a backup that is made while figures come in is whole, with them or without', async () => {
	const site = await serveSite({ DATA_DIR });
	const figures = join(root, 'more.csv');
	const rows = Array.from({ length: 12 }, (_, at) => `34022,${2009 + at}-12-31,stock,${3100 + at}`);
	writeFileSync(figures, ['nis_code,reference_date,indicator,value', ...rows].join('\n'));
	const [to, dataDir] = [place('busy.backup'), place('data')];
	const said = ['--publisher', 'Proef', '--kind', 'revision', '--why', 'Proef'];
	const [imported, backup] = await Promise.all([
		data(DATA_DIR, 'import', figures, ...said),
		data(DATA_DIR, 'backup', to)
	]);
	expect(imported).toMatchObject({ code: 0 });
	expect(backup).toMatchObject({ code: 0 });
	await site.stop();
	expect(await data(dataDir, 'restore', to)).toMatchObject({ code: 0 });
	const database = await openDatabase({ databaseUrl: null, dataDir });
	const came = await database.read
		.selectFrom('observation')
		.innerJoin('publication', 'publication.id', 'publication_id')
		.select('value')
		.where('file_name', '=', 'more.csv')
		.execute();
	await database.close();
	expect([0, rows.length]).toContain(came.length);
});

test.for([
	['damaged', (whole: Buffer) => flipped(whole), /is damaged, or no backup/],
	['cut off', (whole: Buffer) => whole.subarray(0, whole.length / 2), /unexpected end of file/],
	['empty', () => Buffer.alloc(0), /is damaged, or no backup/],
	['a text', () => Buffer.from('nis_code,value\n'), /incorrect header check/],
	['a packed text', () => gzipSync('nis_code,value\n'), /it holds no database/]
] as const)('a file that is %s is refused, and nothing is changed', async ([, make, words]) => {
	const dataDir = place('data');
	const { code, output } = await data(dataDir, 'restore', file(make(readFileSync(FILE))));
	expect(output).toMatch(words);
	expect(output).toMatch(/Nothing was changed/);
	expect(code).toBe(1);
	expect(existsSync(join(dataDir, 'pg'))).toBe(false);
});

function flipped(whole: Buffer): Buffer {
	const copy = Buffer.from(whole);
	const middle = copy.length >> 1;
	copy.writeUInt8(copy.readUInt8(middle) ^ 0xff, middle);
	return copy;
}

test('the database of another program, and an archive of other files, are refused', async () => {
	const other = await PGlite.create();
	const foreign = file(new Uint8Array(await (await other.dumpDataDir('gzip')).arrayBuffer()));
	await other.close();
	const archive = place('files.tgz');
	expect(spawnSync('tar', ['czf', archive, '-C', root, 'figures.csv']).status).toBe(0);
	const dataDir = place('data');
	expect(await data(dataDir, 'restore', foreign)).toMatchObject({
		code: 1,
		output: expect.stringMatching('that of another program')
	});
	expect(await data(dataDir, 'restore', archive)).toMatchObject({
		code: 1,
		output: expect.stringMatching('holds no database')
	});
	expect(existsSync(join(dataDir, 'pg'))).toBe(false);
});

test('a folder with a database is replaced on the word alone, and what was there is kept', async () => {
	const dataDir = place('data');
	copyFolder(inject('starts'), 'empty', dataDir);
	const refused = await data(dataDir, 'restore', FILE);
	expect(refused.output).toMatch(/holds a database already\. Nothing was changed\..*--replace/);
	expect(refused.code).toBe(1);
	const replaced = await data(dataDir, 'restore', FILE, '--replace');
	expect(replaced.code).toBe(0);
	const kept = /is kept in (\S+):/.exec(replaced.output)?.[1] ?? '';
	expect(existsSync(join(kept, 'PG_VERSION'))).toBe(true);
	const database = await openDatabase({ databaseUrl: null, dataDir });
	expect(await data(dataDir, 'restore', FILE, '--replace')).toMatchObject({
		code: 1,
		output: expect.stringMatching(`in use by process ${process.pid}`)
	});
	await database.close();
});

test('no backup is made of nothing, over another file, or of a chain that does not hold', async () => {
	expect(await data(place('none'), 'backup', place('x.backup'))).toMatchObject({
		code: 1,
		output: expect.stringMatching('holds no database')
	});
	expect(await data(DATA_DIR, 'backup', FILE)).toMatchObject({
		code: 2,
		output: expect.stringMatching('is there already')
	});
	const database = await openDatabase({ databaseUrl: null, dataDir: DATA_DIR });
	await database.changeQuietly((transaction) =>
		transaction.updateTable('publication').set({ title: 'Anders' }).where('id', '=', 1).execute()
	);
	await database.close();
	const to = place('altered.backup');
	const { code, output } = await data(DATA_DIR, 'backup', to);
	expect(output).toMatch(/does not hold\. What entry/);
	expect(code).toBe(1);
	expect(existsSync(to)).toBe(false);
});

test('for PostgreSQL the command says which programs of its own to use', async () => {
	const environment = { DATABASE_URL: 'postgres://u:secret@127.0.0.1/d' };
	const { code, output } = await runHere(['data', 'backup', place('x.backup')], environment);
	expect(output).toMatch(/pg_dump --format=custom --file=FILE .*pg_restore/);
	expect(output).not.toMatch(/secret/);
	expect(code).toBe(1);
});
