import { beforeAll, describe, expect, test, vi } from 'vitest';
import { PRACTICE_PUBLICATION_ID } from '#db/seed/facts.ts';
import { addDays } from '#lib/domain/dates.ts';
import { versionChangesJson, versionsJson } from '#lib/server/formats/versions.ts';
import type { FileTask } from '#lib/server/tasks/file-task.ts';
import { withdraw } from '#lib/server/desk/release/withdraw.ts';
import { figureChanges, type ChangesAsked } from '#lib/server/queries/figure-changes.ts';
import { reference } from '#lib/server/reference/reference.ts';
import { versionsBy } from '#lib/server/standing/versions.ts';
import { today } from '#lib/server/today.ts';
import { onDay } from '../support/clock.ts';
import { describeEachEngine } from '../support/engines.ts';
import { unpublishedMembers } from '../support/facts.ts';
import { importRows, publicationOf } from '../support/importing.ts';

const DATE = '2023-12-31';
/** Two municipalities of which the stock of that day is estimated, until a test publishes it. */
const [TOWN = '', OTHER = ''] = unpublishedMembers('kortrijk', ['stock_b'], DATE);
const TODAY = today();
/** So many days ago. */
const ago = (days: number) => addDays(TODAY, -days);
const ALL = { limit: 10_000, offset: 0 };

describeEachEngine('practice', (engine) => {
	/** Imports some stocks as the command line does, and gives the number of the publication. */
	async function bring(
		kind: FileTask['kind'],
		enteredOn: string,
		values: Record<string, number>
	): Promise<number> {
		const rows = Object.entries(values).map(([nis, value]) => `${nis},${DATE},stock,${value}`);
		const why = kind === 'first' ? null : 'Proef';
		const said = { kind, why, title: `Proef ${kind}` };
		return onDay(enteredOn, async () =>
			publicationOf(await importRows(engine.database, rows, said))
		);
	}

	const changes = async (
		from: string,
		to: string,
		more: Partial<ChangesAsked> = {},
		part = ALL
	) => {
		const asked = { from, to, nis: null, code: null, change: null, ...more };
		const found = await figureChanges(engine.database.read, asked, part);
		return versionChangesJson(asked, found, await reference(engine.database));
	};

	let first = 0;
	let correction = 0;
	beforeAll(async () => {
		first = await bring('first', ago(40), { [TOWN]: 3000, [OTHER]: 1200 });
		await bring('revision', ago(30), { [TOWN]: 3010, [OTHER]: 1200 });
		correction = await bring('correction', ago(20), { [TOWN]: 3020 });
		await withdraw(engine.database, correction, 'Verkeerd bestand', ago(10));
	});

	describe('changes between two versions', () => {
		const own = { nis: TOWN, code: 'stock_b' };

		test('a published figure replaces a practice figure, with the old and the new one', async () => {
			const found = await changes(ago(41), ago(40), own);
			expect(found.counts).toEqual({ new: 0, replaced: 1, revised: 0, corrected: 0, withdrawn: 0 });
			expect(found.changes).toEqual([
				{
					change: 'replaced',
					part: 'observation',
					nis: TOWN,
					region: null,
					code: 'stock_b',
					scheme: null,
					year: null,
					date: DATE,
					before: {
						value: expect.any(Number),
						status: 'estimated',
						source: { publication: PRACTICE_PUBLICATION_ID, title: expect.any(String), url: null },
						kind: 'practice'
					},
					after: {
						value: 3000,
						status: 'normal',
						source: { publication: first, title: 'Proef first', url: null },
						kind: 'first'
					},
					difference: 3000 - Number(found.changes[0]?.before?.value)
				}
			]);
		});

		test.for([
			[40, 30, 'revised', 3000, 3010],
			[30, 20, 'corrected', 3010, 3020],
			[20, 10, 'withdrawn', 3020, 3010],
			[40, 20, 'corrected', 3000, 3020],
			[40, 10, 'revised', 3000, 3010]
		] as const)('from %i to %i days ago: %s', async ([from, to, change, before, after]) => {
			const { changes: rows } = await changes(ago(from), ago(to), own);
			expect(rows).toMatchObject([
				{ change, before: { value: before }, after: { value: after }, difference: after - before }
			]);
		});

		test('a figure that says the same again is no change', async () => {
			const { changes: rows } = await changes(ago(40), ago(30));
			expect(rows.map((row) => row.nis)).toEqual([TOWN]);
		});

		test('nothing changes between a day and itself, nor on days without a version', async () => {
			expect((await changes(ago(30), ago(30))).changes).toEqual([]);
			expect((await changes(ago(29), ago(21))).changes).toEqual([]);
		});

		test('what was known for the first time is new: figures, totals, objectives and categories', async () => {
			const { counts } = await changes('2003-01-01', ago(50));
			expect(counts).toEqual({
				new: expect.any(Number),
				replaced: 0,
				revised: 0,
				corrected: 0,
				withdrawn: 0
			});
			for (const [code, part] of [
				['households', 'observation'],
				['stock_c', 'region_observation'],
				['total', 'objective'],
				['category', 'test_result']
			]) {
				const { changes: rows } = await changes('2003-01-01', ago(50), { code });
				expect(rows.every((row) => row.change === 'new' && row.before === null)).toBe(true);
				expect(rows.map((row) => row.part)).toContain(part);
			}
		});

		test('parts follow one another without gap or double, and the counts are of all', async () => {
			const asked = ['2009-01-01', '2014-12-31'] as const;
			const whole = await changes(...asked);
			const parts = [];
			const limit = Math.ceil(whole.changes.length / 3.5);
			for (let offset = 0; offset < whole.changes.length; offset += limit) {
				const part = await changes(...asked, {}, { limit, offset });
				expect(part.counts).toEqual(whole.counts);
				parts.push(...part.changes);
			}
			expect(parts).toEqual(whole.changes);
			const total = Object.values(whole.counts).reduce((sum, figures) => sum + figures, 0);
			expect(total).toBe(whole.changes.length);
			expect(total).toBeGreaterThan(400);
		});

		test('only one kind of change, when that is asked', async () => {
			const { changes: rows } = await changes(ago(50), TODAY, { change: 'replaced' });
			expect(rows.map((row) => [row.nis, row.after?.value])).toEqual([
				[TOWN, 3010],
				[OTHER, 1200]
			]);
			expect((await changes(ago(50), TODAY, { change: 'new', nis: OTHER })).changes).toEqual([]);
		});

		test('before and after are what is known on the two days by every other question', async () => {
			const facts = await reference(engine.database);
			const { rows } = await figureChanges(
				engine.database.read,
				{ from: '2012-03-18', to: '2012-03-19', nis: null, code: null, change: 'revised' },
				ALL
			);
			expect(rows.length).toBeGreaterThan(0);
			for (const { before, after } of rows) {
				expect(facts.publications.get(after?.publication ?? 0)?.kind).toBe('revision');
				expect(facts.publications.get(before?.publication ?? 0)?.kind).toBe('first');
			}
		});
	});

	describe('the versions', () => {
		test('tell each day once, the latest first, with what happened and the day before it', async () => {
			const versions = versionsJson(await versionsBy(engine.database, TODAY));
			const days = versions.map((one) => one.day);
			expect(days).toEqual([...new Set(days)].sort().reverse());
			expect(
				versions.slice(0, 4).map((one) => [one.day, one.events.map((each) => each.event)])
			).toEqual([
				[ago(10), ['withdrawn']],
				[ago(20), ['released']],
				[ago(30), ['released']],
				[ago(40), ['released']]
			]);
			expect(versions[0]).toMatchObject({
				previous: ago(20),
				changes: `/api/v1/versions/${ago(20)}/${ago(10)}`,
				events: [{ publication: { publication: correction }, why: 'Verkeerd bestand' }]
			});
			expect(versions.at(-1)).toMatchObject({ previous: null, changes: null });
		});

		test('are numbered by the chain: every number once, and each event sealed', async () => {
			const versions = await versionsBy(engine.database, TODAY);
			const numbers = versions.map((one) => one.number);
			expect(numbers.every((number) => number !== null)).toBe(true);
			expect(new Set(numbers).size).toBe(numbers.length);
			expect(versions.flatMap((one) => one.events).every((one) => one.sealed !== null)).toBe(true);
		});

		test('as known on an earlier day are those that had come by then', async () => {
			const versions = await versionsBy(engine.database, ago(25));
			expect(versions[0]?.day).toBe(ago(30));
		});

		test('keep their numbers when something is entered later with an earlier day', async () => {
			const before = await versionsBy(engine.database, TODAY);
			await bring('revision', ago(35), { [OTHER]: 1205 });
			// Word of a change may take a moment to reach what is held in memory.
			const after = await vi.waitUntil(async () => {
				const versions = await versionsBy(engine.database, TODAY);
				return versions.length > before.length && versions;
			});
			expect(after.find((one) => one.day === ago(35))?.number).toBeGreaterThan(
				Math.max(...before.map((one) => one.number ?? 0))
			);
			for (const { day, number } of before) {
				expect(after.find((one) => one.day === day)?.number, day).toBe(number);
			}
		});
	});
});
