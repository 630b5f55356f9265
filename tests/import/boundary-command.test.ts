import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openDatabase, type Database } from '#lib/server/database/database.ts';
import { openDoor } from '#lib/server/web/door.ts';
import { bundled } from '#lib/server/desk/boundaries/bundle.ts';
import { runHere } from '../support/shell.ts';
import { copyFolder } from '../support/starts.ts';
import { shapefile, type Square } from './boundary-maker.ts';
import { fillSmallWorld } from './small-world.ts';

const folder = mkdtempSync(join(tmpdir(), 'woonobjectief-grenzen-'));
const dataDir = join(folder, 'data');
const shp = join(folder, 'Gemeenten 2025.shp');
const SQUARES: Square[] = ['Antwerpen', 'Harelbeke', 'Kortrijk', 'Oudsbergen', 'Herstappe'].map(
	(NAAM, at) => ({ properties: { NAAM }, at })
);

let database: Database;
let door: { close(): Promise<void> };
beforeAll(async () => {
	for (const [ending, bytes] of Object.entries(shapefile(SQUARES))) {
		const name = ending === 'dbf' ? 'Gemeenten 2025.DBF' : `Gemeenten 2025.${ending}`;
		writeFileSync(join(folder, name), bytes);
	}
	copyFolder(inject('starts'), 'empty', dataDir);
	database = await openDatabase({ databaseUrl: null, dataDir });
	await fillSmallWorld(database);
	door = await openDoor(database);
});
afterAll(async () => {
	await door.close();
	await database.close();
	rmSync(folder, { recursive: true });
});

/** Does what `npm run data -- …` does while this process holds the database. */
const data = (...args: string[]) =>
	runHere(['data', ...args], { DATA_DIR: dataDir, DATABASE_URL: '' });

test('a plain shapefile is handed to the running program with its parts, and its pages hear of it', async () => {
	let told = 0;
	database.onChange(() => told++);
	const { code, output } = await data('boundaries', shp, '--publisher', 'Test', '--neighbours');
	expect(output).toMatch(
		/Written: boundaries of 5 municipalities from 2025-01-01 on \(shapefile, Belgian Lambert 72\)/
	);
	expect(output).toMatch(/Neighbours in the structure of 2025-01-01: 4 pairs, 4 new, 0 gone/);
	expect(code).toBe(0);
	expect(told).toBe(1);
	const sets = await database.read
		.selectFrom('boundary_set')
		.select(['file_name', 'title'])
		.execute();
	expect(sets).toEqual([{ file_name: 'Gemeenten 2025.shp', title: 'Gemeenten 2025' }]);
});

test('a file with findings leaves exit code 1, with what was found as JSON', async () => {
	const broken = join(folder, 'stuk.geojson');
	writeFileSync(broken, '{"type":');
	const { code, output } = await data('boundaries', broken, '--json');
	expect(code).toBe(1);
	expect(JSON.parse(output)).toMatchObject({
		findings: [{ code: 'unreadable_file', level: 'block' }]
	});
});

test('--remove takes the boundaries away, and asks for no file', async () => {
	expect(await data('boundaries', '--remove')).toMatchObject({
		code: 0,
		output: expect.stringMatching(/Removed: "Gemeenten 2025"/) as string
	});
	expect(await database.read.selectFrom('boundary').selectAll().execute()).toEqual([]);
});

test.for(
	[[], ['--remove', 'a.shp'], ['a.shp', '--on', 'nu']].map(
		(args) => [args.join(' '), args] as const
	)
)('what cannot be understood is told: %s', async ([, args]) => {
	expect((await data('boundaries', ...args)).code).toBe(2);
});

test('the parts of a shapefile always make the same archive', async () => {
	const bytes = async () => {
		const { readFile } = await import('node:fs/promises');
		const file = await bundled(shp);
		return readFile(file.path).finally(file.dispose);
	};
	expect((await bytes()).equals(await bytes())).toBe(true);
});
