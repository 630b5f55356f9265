import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openDatabase, type Database } from '#lib/server/database/database.ts';
import { handOver, openDoor } from '#lib/server/web/door.ts';
import { lockPath, type Door, type LockHolder } from '#lib/server/database/lock.ts';
import type { Task } from '#lib/server/tasks/tasks.ts';
import type { Progress } from '#lib/server/tasks/task-result.ts';
import { runTaskApart } from '#lib/server/thread/run-task.ts';
import { importRows, publicationOf } from '../support/importing.ts';
import { copyFolder } from '../support/starts.ts';
import { makeWorkbook } from './workbook-maker.ts';
import { fillSmallWorld, newestFigures } from './small-world.ts';

const folder = mkdtempSync(join(tmpdir(), 'woonobjectief-door-'));
const dataDir = join(folder, 'data');
const IMPORT: Task = {
	name: 'import',
	kind: 'first',
	why: null,
	supersedes: null,
	accept: [],
	release: 'now',
	publishedOn: '2026-03-01',
	publisher: 'Test',
	title: 'Door de deur: één',
	url: null,
	licence: null,
	observedUntil: null,
	structureOn: null,
	on: null,
	map: null
};

let database: Database;
let opened: { close(): Promise<void> };
let door: Door;

beforeAll(async () => {
	copyFolder(inject('starts'), 'empty', dataDir);
	database = await openDatabase({ databaseUrl: null, dataDir });
	await fillSmallWorld(database);
	opened = await openDoor(database);
	const holder = JSON.parse(readFileSync(lockPath(dataDir), 'utf8')) as LockHolder;
	if (!holder.door) throw new Error('The door was not announced.');
	door = holder.door;
});
afterAll(async () => {
	await opened.close();
	await database.close();
	rmSync(folder, { recursive: true });
});

const knock = (init: RequestInit, path = '/task') =>
	fetch(`http://127.0.0.1:${door.port}${path}`, init);
const headers = (rest: Record<string, string> = {}) => ({
	authorization: `Bearer ${door.secret}`,
	...rest
});
const header = (task: unknown) => encodeURIComponent(JSON.stringify(task));

test('only the owner of the folder can read the secret', () => {
	expect(statSync(lockPath(dataDir)).mode & 0o777).toBe(0o600);
	expect(door.secret.length).toBeGreaterThanOrEqual(43);
});

test('without the secret, or with another one, nothing is told and nothing done', async () => {
	const task = { 'x-task': header({ name: 'reset', to: 'empty' }) };
	const before = await newestFigures(database);
	for (const authorization of [
		null,
		'Bearer ',
		`Bearer ${door.secret}x`,
		door.secret,
		'Basic eDp4'
	]) {
		const answer = await knock({
			method: 'POST',
			headers: authorization === null ? task : { ...task, authorization }
		});
		expect([answer.status, await answer.json()]).toEqual([
			401,
			{ error: 'The secret is not right.' }
		]);
	}
	expect((await knock({})).status).toBe(401);
	expect(await newestFigures(database)).toEqual(before);
});

test('with the secret, only a POST of a sound task to the one path is taken; no other site may read it', async () => {
	const answers = await Promise.all([
		knock({ headers: headers() }),
		knock({ method: 'POST', headers: headers() }, '/'),
		knock({ method: 'POST', headers: headers() }),
		knock({ method: 'POST', headers: headers({ 'x-task': 'not json' }) }),
		knock({ method: 'POST', headers: headers({ 'x-task': header({ name: 'drop everything' }) }) }),
		knock({ method: 'OPTIONS', headers: { origin: 'https://example.org' } })
	]);
	expect(answers.map((one) => one.status)).toEqual([405, 404, 400, 400, 400, 401]);
	for (const answer of answers)
		expect(answer.headers.get('access-control-allow-origin')).toBeNull();
});

test('a file handed in is imported while the database is open, with its name and its progress', async () => {
	const path = join(folder, 'een bestand.csv');
	writeFileSync(path, 'nis_code,reference_date,indicator,value\n34022,2022-12-31,stock,300\n');
	const told: Progress[] = [];
	const result = await handOver(door, IMPORT, { path, name: 'één bestand.csv' }, (one) =>
		told.push(one)
	);

	expect(result).toMatchObject({
		exitCode: 0,
		findings: [{ code: 'practice_retired', level: 'info' }],
		counts: { block: 0 }
	});
	expect(result.lines).toEqual([
		expect.stringMatching(/^Against what is known today: 1 new/),
		expect.stringMatching(/^Written as publication 3: 1 figure, 1 practice figure retired/)
	]);
	expect(told).toEqual([{ what: 'rows', done: 1 }]);
	expect(await newestFigures(database)).toContain('34022 stock_b 2022-12-31 300 normal first');
	const stored = await database.read
		.selectFrom('publication')
		.select(['title', 'file_name'])
		.where('id', '=', 3)
		.executeTakeFirst();
	expect(stored).toEqual({ title: 'Door de deur: één', file_name: 'één bestand.csv' });
});

test('a file with findings comes back with them', async () => {
	const path = join(folder, 'bad.csv');
	writeFileSync(path, 'nis_code,reference_date,indicator,value\n34022,2022-12-31,stock,1.234\n');
	const result = await handOver(door, IMPORT, { path, name: 'bad.csv' }, () => undefined);
	expect(result).toMatchObject({ exitCode: 1, findings: [{ code: 'ambiguous_number', row: 2 }] });
});

test('a list comes back as a table', async () => {
	const { table } = await handOver(door, { name: 'list' }, null, () => undefined);
	expect(table?.columns).toContain('figures');
	expect(table?.rows.map((row) => row[0])).toContain(3);
});

test('a file larger than the limit is refused before it is read', async () => {
	const answer = await fetchWithLength(2 * 1024 ** 3);
	expect(answer).toBe(413);
});

test('what a task needs beyond its limits ends that task alone, and its change is taken back', async () => {
	const path = join(folder, 'many.xlsx');
	const rows = Array.from({ length: 60_000 }, (_, at) => [`3402${at % 10}`, 'soon', 'stock', at]);
	const head = ['nis_code', 'reference_date', 'indicator', 'value'];
	writeFileSync(path, makeWorkbook([{ sheet: 'veel', rows: [head, ...rows] }]));
	const before = await newestFigures(database);
	const file = { path, name: 'many.xlsx' };
	const limits = { memory: 32, longest: 60_000 };
	await expect(runTaskApart(database, IMPORT, file, () => undefined, limits)).rejects.toThrow(
		/needed more than 32 MB of memory.*Nothing was written/
	);
	await expect(
		runTaskApart(database, IMPORT, file, () => undefined, { memory: 512, longest: 20 })
	).rejects.toThrow(/took longer than 0 s.*Nothing was written/);
	expect(await newestFigures(database)).toEqual(before);
	await database.change(() => Promise.resolve()); // nobody holds the door to changes
});

test('tasks that follow one another share a thread, and each sees what came before it', async () => {
	let threads = 0;
	const count = () => threads++;
	process.on('worker', count);
	const numbers = async () => {
		const { table } = await runTaskApart(database, { name: 'list' }, null, () => undefined);
		return table?.rows.map((row) => row[0]) ?? [];
	};
	const before = await numbers();
	const id = publicationOf(await importRows(database, ['34022,2021-12-31,stock,290']));
	expect((await numbers()).toSorted()).toEqual([...before, id].toSorted());
	process.off('worker', count);
	expect(threads).toBeLessThanOrEqual(1);
});

test('a process that is gone is an error that says so', async () => {
	await expect(
		handOver({ port: 1, secret: 'x' }, { name: 'list' }, null, () => undefined)
	).rejects.toThrow(/ECONNREFUSED/);
});

test('PostgreSQL needs no door', async () => {
	const postgres = { ...database, lock: null };
	await expect(openDoor(postgres)).rejects.toThrow('Only the embedded database');
});

/** Status of a request that announces a body of this size; nothing is sent. */
async function fetchWithLength(size: number): Promise<number | undefined> {
	const { request } = await import('node:http');
	return new Promise((resolve, reject) => {
		const outgoing = request(
			{
				host: '127.0.0.1',
				port: door.port,
				path: '/task',
				method: 'POST',
				headers: headers({ 'x-task': header(IMPORT), 'content-length': String(size) })
			},
			(answer) => {
				resolve(answer.statusCode);
				outgoing.destroy();
			}
		);
		outgoing.on('error', reject).flushHeaders();
	});
}

test('a new key is taken through the door, and the thread of the task never has it', async () => {
	const before = await database.keys();
	const task: Task = { name: 'new-key', trusted: [] };
	const { lines } = await handOver(door, task, null, () => {});
	const { own, known } = await database.keys();
	expect(lines[0]).toContain(own);
	expect(known).toEqual([own, ...before.known]);
	const verified = await handOver(door, { name: 'verify' }, null, () => {});
	expect(verified).toMatchObject({ exitCode: 0 });
});
