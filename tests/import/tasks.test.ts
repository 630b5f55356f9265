import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeDataFolder } from '#lib/server/formats/open-data/data-folder.ts';
import { editionOn } from '#lib/server/formats/open-data/kept.ts';
import { makePackage } from '#lib/server/formats/open-data/package.ts';
import { OPEN_TABLES } from '#lib/tables/data-package.ts';
import { reference } from '#lib/server/reference/reference.ts';
import { readMoment } from '#lib/server/standing/moment.ts';
import { regionStanding } from '#lib/server/standing/regions.ts';
import { runTask, type Task } from '#lib/server/tasks/tasks.ts';
import type { Progress } from '#lib/server/tasks/task-result.ts';
import { today } from '#lib/server/today.ts';
import { useOneEngine } from '../support/engines.ts';
import { facts, membersOn } from '../support/facts.ts';
import { regionCalled } from '../support/regions.ts';

const folder = join(mkdtempSync(join(tmpdir(), 'woonobjectief-tasks-')), 'open data');
const told: Progress[] = [];
const engine = useOneEngine('practice');

beforeAll(() => run({ name: 'export', folder }));
afterAll(() => rmSync(join(folder, '..'), { recursive: true }));

const run = (task: Task) => runTask(engine.database, task, null, (one) => void told.push(one));

/** A file of an export as rows by column. */
const read = (name: string, from = folder) =>
	parse(readFileSync(join(from, `${name}.csv`)), { columns: true }) as Record<string, string>[];

test('the open data are one file a subject, with their description and checksums', () => {
	const tables = Object.keys(OPEN_TABLES).map((name) => `${name}.csv`);
	const others = ['README.md', 'SHA256SUMS', 'csv-metadata.json', 'datapackage.json'];
	expect(readdirSync(folder).sort()).toEqual([...tables, ...others].sort());
	expect(told.at(-1)).toEqual({ what: 'files', done: tables.length + others.length });
});

test('the folder holds the same files as the package of the same day', async () => {
	const { database } = engine;
	const edition = editionOn(await reference(database), today());
	const { content } = await makePackage(database, edition);
	for (const [path, bytes] of Object.entries(unzipSync(content)))
		expect(Buffer.from(bytes).equals(readFileSync(join(folder, path))), path).toBe(true);
});

test('a region in the export has the numbers of its page: sums of its members, share and gap', async () => {
	const moment = readMoment(
		new URLSearchParams(),
		'api',
		await reference(engine.database),
		today()
	);
	const standing = await regionStanding(
		engine.database,
		moment,
		await regionCalled(engine.database, 'kortrijk')
	);
	const row = read('regions').find((one) => one['slug'] === 'kortrijk');
	const count = membersOn('kortrijk', moment.on).length;
	expect(row).toMatchObject({ members: String(count), goal: '0.11', on: moment.on });
	expect(Number(row?.['share'])).toBe(Number(row?.['stock']) / Number(row?.['households']));
	expect(Number(row?.['share'])).toBe(standing?.share.value);
	expect(Number(row?.['gap'])).toBe(standing?.goal?.gap.value);

	const members = new Set(standing?.members.map((one) => one.municipality.nis));
	const towns = read('municipalities').filter((one) => members.has(one['nis'] ?? ''));
	const sum = towns.reduce((total, one) => total + Number(one['stock']), 0);
	expect([towns.length, sum]).toEqual([count, Number(row?.['stock'])]);
});

test('the total that was published for a region stands beside the sum of its members', async () => {
	const moment = readMoment(
		new URLSearchParams(),
		'api',
		await reference(engine.database),
		today()
	);
	const standing = await regionStanding(
		engine.database,
		moment,
		await regionCalled(engine.database, 'vlaanderen')
	);
	const row = read('regions').find((one) => one['slug'] === 'vlaanderen');
	expect(standing?.published?.value).toBeGreaterThan(100_000);
	expect(row).toMatchObject({
		published: String(standing?.published?.value),
		published_status: standing?.published?.status,
		published_publications: standing?.published?.publications.join(' '),
		sum_of_members: String(standing?.sum.stock.value)
	});
	const silent = facts.regions.find(
		({ slug, kind }) =>
			kind === 'stadsregio' && !facts.regionObservations.some((one) => one.region === slug)
	);
	expect(read('regions').find((one) => one['slug'] === silent?.slug)).toMatchObject({
		published: '',
		published_status: ''
	});
});

test('an export as known on an earlier day has the goals and publications of that day', async () => {
	const early = join(folder, '..', 'early');
	await writeDataFolder(engine.database, early, '2009-12-31', () => {});
	const later = (one: Record<string, string>) => (one['known_from'] ?? '') > '2009-12-31';
	expect(read('publications', early).filter(later)).toEqual([]);
	const issued = new Set(read('publications', early).map((one) => one['id']));
	const goals = read('goals').filter((one) => issued.has(one['publication']));
	expect(read('goals', early)).toEqual(goals);
	expect(goals.length).toBeLessThan(read('goals').length);
});

test('every figure in the export names its status, definition and publication', () => {
	const figures = read('figures');
	const publications = new Set(read('publications').map((one) => one['id']));
	const baseline = figures.find(
		(one) =>
			one['nis'] === '38008' &&
			one['reference_date'] === '2007-12-31' &&
			one['indicator'] === 'stock_a'
	);
	expect(baseline).toMatchObject({
		value: '226',
		status: 'normal',
		definition: 'A',
		unit: 'dwellings'
	});
	expect(figures.every((one) => publications.has(one['publication']))).toBe(true);
});

test('a reset to nothing keeps the reference facts, a reset to practice brings all back', async () => {
	const full = await run({ name: 'list' });
	const emptied = await run({ name: 'reset', to: 'empty' });
	const listed = await run({ name: 'list' });
	expect(emptied).toMatchObject({
		exitCode: 0,
		lines: [expect.stringMatching(/^The data were reset/)]
	});
	expect(listed.table?.rows.map((row) => row[1])).not.toContain('practice');
	expect(listed.table?.rows.length).toBeGreaterThan(0);

	await run({ name: 'reset', to: 'practice' });
	expect((await run({ name: 'list' })).table).toEqual(full.table);
});
