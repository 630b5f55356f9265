import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openDatabase } from '#lib/server/database/database.ts';
import { openDoor } from '#lib/server/web/door.ts';
import { acquireLock } from '#lib/server/database/lock.ts';
import type { TaskResult } from '#lib/server/tasks/task-result.ts';
import { today } from '#lib/server/today.ts';
import { end, start } from '../support/program.ts';
import { runHere } from '../support/shell.ts';
import { copyFolder } from '../support/starts.ts';
import { fillSmallWorld, newestFigures } from './small-world.ts';

const HEADER = 'nis_code,reference_date,indicator,value\n';
const folder = mkdtempSync(join(tmpdir(), 'woonobjectief-cli-'));
const settings = { databaseUrl: null, dataDir: join(folder, 'data') };
const environment = {
	DATABASE_URL: '',
	DATA_DIR: settings.dataDir,
	INIT_CWD: folder,
	NO_COLOR: '1'
};

beforeAll(async () => {
	copyFolder(inject('starts'), 'empty', settings.dataDir);
	const database = await openDatabase(settings);
	await fillSmallWorld(database);
	await database.close();
	writeFileSync(join(folder, 'sound.csv'), `${HEADER}34022,2022-12-31,stock,300\n`);
	writeFileSync(join(folder, 'map.json'), '{"columns": {"Wie": "town"}}');
	writeFileSync(join(folder, 'bad.csv'), `${HEADER}34022,2022-12-31,stock,1.234\n`);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Does what `npm run data -- …` does, and gives its exit code with everything it printed. */
const data = (...args: string[]) => runHere(['data', ...args], environment);
/** The same as a program of its own. */
const spawned = (...args: string[]) => end(start(['src/cli/main.ts', ...args], environment));

const SAID = ['--text', 'Proef', '--by', 'proefcollege', '--given', '2026-01-05'];
/** A reply to the stock of Kortrijk that says something; `more` comes after it and wins. */
const reply = (words: string, ...more: string[]) => [
	...['reply', '34022', 'stock', '2022-12-31', ...SAID, '--text', words],
	...more
];

test.for([
	[['--help'], 0, /check FILE .*import FILE .*list .*withdraw ID .*export FOLDER .*reset /s],
	[['import', '--help'], 0, /--observed-until .*--structure /s],
	[[], 2, /npm run data -- COMMAND/],
	[['drop'], 2, /There is no command "drop"\. Known: check, import/],
	[['toString'], 2, /There is no command "toString"/],
	[['import'], 2, /Expected: FILE/],
	[['import', 'a.csv', 'b.csv'], 2, /Expected: FILE/],
	[['import', 'nowhere.csv'], 2, /There is no file .*nowhere\.csv/],
	[['import', '.'], 2, /is not a file/],
	[['import', 'sound.csv', '--colour'], 2, /Unknown option '--colour'/],
	[['import', 'sound.csv', '--kind', 'guess'], 2, /--kind cannot be "guess": .*"first"/],
	[
		['import', 'sound.csv', '--published', '2022-02-30'],
		2,
		/--published cannot be "2022-02-30": expected a day/
	],
	[['import', 'sound.csv', '--observed-until', 'soon'], 2, /--observed-until cannot be/],
	[['import', 'sound.csv', '--url', 'ftp://x'], 2, /--url cannot be/],
	[['import', 'sound.csv', '--url', 'https://'], 2, /--url cannot be/],
	[['import', 'sound.csv', '--url', 'https://a.example/"x'], 2, /--url cannot be/],
	[['import', 'sound.csv', '--url', 'https://a.example/x\ny'], 2, /--url cannot be/],
	[['import', 'sound.csv', '--on', '2022-13-01'], 2, /--on cannot be "2022-13-01": expected a day/],
	[['import', 'sound.csv', '--map', 'nowhere.json'], 2, /--map cannot be read: .*nowhere\.json/],
	[['import', 'sound.csv', '--map', 'bad.csv'], 2, /--map cannot be read: .*bad\.csv/],
	[
		['import', 'sound.csv', '--map', 'map.json'],
		2,
		/--map cannot have columns › Wie: expected one of/
	],
	[['withdraw', '3'], 2, /--why cannot be nothing/],
	[['withdraw', 'three', '--why', 'x'], 2, /ID cannot be/],
	[['reply', '34022', 'stock'], 2, /Expected: NIS FIGURE DATE/],
	[['reply', '--list', '34022', 'stock'], 2, /Expected: NIS FIGURE DATE/],
	[['reply', '34022', 'stock', '2022-12-31'], 2, /--text cannot be nothing: expected the words/],
	[
		reply('x', '--text', ' \u0007\n'),
		2,
		/--text cannot be nothing: expected the words of the reply/
	],
	[
		reply('x'.repeat(283)),
		2,
		/--text cannot be "x{60}…": it has 283 characters and at most 280 are shown; shorten it by 3/
	],
	[reply('x', '--given', 'soon'), 2, /--given cannot be "soon": expected a day as YYYY-MM-DD/],
	[reply('x', '--by', ''), 2, /--by cannot be nothing/],
	[['reply', '34022', 'stock', '2022', ...SAID], 2, /DATE cannot be "2022": expected a day/],
	[['reply', '--withdraw', 'three', '--why', 'x'], 2, /--withdraw cannot be/],
	[['reply', '--withdraw', '3'], 2, /--why cannot be nothing/],
	[['reply', '--list', '99999'], 1, /No Flemish municipality has NIS code "99999"/],
	[['reset'], 2, /--practice or --empty/],
	[['reset', '--practice', '--empty'], 2, /--practice or --empty/]
] as [string[], number, RegExp][])(
	'data %j ends with %i and says what is expected',
	async ([args, code, says]) => {
		const result = await data(...args);
		expect(result.output).toMatch(says);
		expect(result.output).not.toMatch(/\n\s+at .*\.ts/);
		expect(result.code).toBe(code);
	}
);

test.for([
	[['data', '--help'], 0, /check FILE .*import FILE /s],
	[['data', 'drop'], 2, /There is no command "drop"/],
	[['data', 'check', 'bad.csv'], 1, /ambiguous_number/],
	[['sell'], 2, /Unknown command "sell"\. Known: serve, data\./]
] as const)('the shell hears how %j ended: %i', async ([args, code, says]) => {
	const result = await spawned(...args);
	expect(result.output).toMatch(says);
	expect(result.code).toBe(code);
});

test('check, import, list and withdraw on the embedded database, seen from the folder of the user', async () => {
	const bad = await data('check', 'bad.csv');
	expect(bad.code).toBe(1);
	expect(bad.output).toMatch(
		/block +row 2, value +ambiguous_number +1\.234\n.*\n +expected: .*1234/
	);
	expect(bad.output).toMatch(/Refused: 1 finding to repair first\. Nothing was written\./);

	const asJson = await data('check', 'bad.csv', '--json');
	const parsed = JSON.parse(asJson.output) as TaskResult;
	expect(parsed).toMatchObject({ exitCode: 1, findings: [{ row: 2, column: 'value' }, {}] });

	const sound = await spawned(
		'data',
		'import',
		'sound.csv',
		'--publisher',
		'Test',
		'--published',
		'2026-03-01'
	);
	expect(sound).toEqual({
		code: 0,
		output: expect.stringMatching(
			/practice_retired(.*\n)+Against what is known today: 1 new .*\nWritten as publication \d+: 1 figure, 1 practice figure retired \(layout tidy\)\.\n$/
		) as string
	});
	const id = /publication (\d+)/.exec(sound.output)?.[1] ?? '';
	const listed = await data('list');
	const line = `first +${today()} +1 +1 +Test +sound +released`;
	expect(listed.output).toMatch(new RegExp(`^ *id +kind .*\\n(.*\\n)* *\\d+ +${line}\\n`));

	const withdrawn = await data('withdraw', id, '--why', 'Proef');
	expect(withdrawn).toMatchObject({
		code: 0,
		output: expect.stringContaining('is withdrawn') as string
	});
	expect(await data('withdraw', id, '--why', 'Proef')).toMatchObject({ code: 1 });
});

test('while another process holds the database, the task goes through its door', async () => {
	const database = await openDatabase(settings);
	const door = await openDoor(database);
	writeFileSync(join(folder, 'other.csv'), `${HEADER}34013,2022-12-31,stock,111\n`);
	const imported = await data(
		'import',
		'other.csv',
		'--publisher',
		'Test',
		'--published',
		'2026-03-01'
	);
	expect(imported.output).toMatch(/^Written as publication \d+: 1 figure/m);
	expect(imported.code).toBe(0);
	expect(await newestFigures(database)).toContain('34013 stock_b 2022-12-31 111 normal first');
	expect(await data('check', 'bad.csv')).toMatchObject({ code: 1 });
	await door.close();
	await database.close();
});

test('a holder without a door is named', async () => {
	const lock = acquireLock(settings.dataDir);
	const { code, output } = await data('list');
	lock.release();
	expect(code).toBe(1);
	expect(output).toMatch(new RegExp(`in use by process ${process.pid} since .*Stop that process`));
});

test('a database that cannot be reached is a message, not a stack trace', async () => {
	const unreachable = { ...environment, DATABASE_URL: 'postgres://127.0.0.1:1/none' };
	const { code, output } = await runHere(['data', 'list'], unreachable);
	expect(code).toBe(1);
	expect(output).toMatch(/ECONNREFUSED/);
	expect(output.trim().split('\n')).toHaveLength(1);
});

test('kill -9 in the middle of an import leaves all of it or nothing, and what was there before', async () => {
	const rows = Array.from({ length: 60_000 }, (_, at) => {
		const day = new Date(Date.UTC(1990, 0, 1 + Math.floor(at / 5))).toISOString().slice(0, 10);
		return `34022,${day},${['realised', 'planned', 'dwellings', 'purchase', 'plots'][at % 5]},${at}\n`;
	});
	writeFileSync(join(folder, 'long.csv'), HEADER + rows.join(''));
	const before = await figures();
	const program = start(
		['src/cli/main.ts', 'data', 'import', 'long.csv', '--publisher', 'Test'],
		environment
	);
	await untilWriting(program.process);
	await program.stop('SIGKILL');

	const after = await figures();
	expect([before, before + rows.length]).toContain(after);
	expect(await data('list')).toMatchObject({ code: 0 });
});

async function figures(): Promise<number> {
	const database = await openDatabase(settings);
	const { count } = await database.read
		.selectFrom('observation')
		.select((eb) => eb.fn.countAll<number>().as('count'))
		.executeTakeFirstOrThrow();
	await database.close();
	return count;
}

/** Waits until the write-ahead log of the embedded database has grown by more than a start writes: rows are on their way. */
async function untilWriting(program: { exitCode: number | null }): Promise<void> {
	const first = endOfLog(join(settings.dataDir, 'pg', 'pg_wal'));
	const written = () => endOfLog(join(settings.dataDir, 'pg', 'pg_wal')) - first;
	while (program.exitCode === null && written() < 256 * 1024) await wait(20);
	expect(program.exitCode).toBeNull();
}

/** Where a write-ahead log ends, in bytes since its beginning: the last page that bears the address of its own place. */
function endOfLog(folderOfLog: string): number {
	const [segmentSize, pageSize] = [16 * 1024 * 1024, 8192];
	const segments = readdirSync(folderOfLog).filter((name) => /^[0-9A-F]{24}$/.test(name));
	const ends = segments.map((name) => {
		const bytes = readFileSync(join(folderOfLog, name));
		const begin =
			parseInt(name.slice(8, 16), 16) * 2 ** 32 + parseInt(name.slice(16), 16) * segmentSize;
		let at = 0;
		while (at < bytes.length && Number(bytes.readBigUInt64LE(at + 8)) === begin + at)
			at += pageSize;
		return at === 0 ? 0 : begin + at;
	});
	return Math.max(...ends);
}
