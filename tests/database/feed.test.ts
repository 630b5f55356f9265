// What the feed says of revisions, and that it costs the same after many of them.
import { beforeAll, describe, expect, test } from 'vitest';
import { addDays } from '#lib/domain/dates.ts';
import type { Database } from '#lib/server/database/database.ts';
import { withdraw } from '#lib/server/desk/release/withdraw.ts';
import { publicationFeed } from '#lib/server/formats/open-data/feed.ts';
import { changedBy } from '#lib/server/queries/changes.ts';
import { today } from '#lib/server/today.ts';
import { fillSmallWorld } from '../import/small-world.ts';
import { describeEachEngine } from '../support/engines.ts';
import { importRows, publicationOf } from '../support/importing.ts';

const TOWN = '34022';
const DATE = '2022-12-31';

/** The database, and how many queries were asked of it since. */
function counted(database: Database): { database: Database; queries: () => number } {
	let asked = 0;
	const read = database.read.withPlugin({
		transformQuery({ node }) {
			asked++;
			return node;
		},
		transformResult: ({ result }) => Promise.resolve(result)
	});
	return { database: { ...database, read }, queries: () => asked };
}

describeEachEngine('empty', (engine) => {
	beforeAll(() => fillSmallWorld(engine.database));

	let year = 1990;
	/** Publishes a stock, and a figure of which nothing was known: no file is taken in twice. */
	const bring = async (value: number, kind: 'revision' | 'correction' | null = 'revision') =>
		publicationOf(
			await importRows(
				engine.database,
				[`${TOWN},${DATE},stock,${value}`, `${TOWN},${year++}-12-31,planned,1`],
				kind ? { kind, why: 'Proef' } : {}
			)
		);

	async function queriesOfFeed(): Promise<number> {
		const { database, queries } = counted(engine.database);
		await publicationFeed(database, today(), 'https://wonen.example');
		return queries();
	}

	test('the feed asks as little after many revisions as after one', async () => {
		await bring(300, null);
		await bring(301);
		const once = await queriesOfFeed();
		for (let value = 302; value < 310; value++) await bring(value);
		expect(await queriesOfFeed()).toBe(once);
	});

	describe('what a revision changed', () => {
		const changed = async (id: number) =>
			(await changedBy(engine.database.read, [id])).get(id)?.figures ?? 0;

		test('is a figure that was another one before it, each time anew', async () => {
			const ids = [await bring(400), await bring(400), await bring(401, 'correction')];
			const all = await changedBy(engine.database.read, ids);
			expect(ids.map((id) => all.get(id)?.figures ?? 0)).toEqual([1, 0, 1]);
			expect(all.get(ids[0] ?? 0)).toEqual({ figures: 1, municipalities: 1 });
		});

		test('stays set against what counted then, also when that is withdrawn since', async () => {
			await bring(411);
			const [wrong, right] = [await bring(410), await bring(411)];
			expect(await changed(right)).toBe(1);
			await withdraw(engine.database, wrong, 'Verkeerd bestand', addDays(today(), 1));
			expect(await changed(right)).toBe(1); // what stands before it now is the same figure
		});
	});
});
