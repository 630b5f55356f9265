import { userInfo } from 'node:os';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { addDays } from '#lib/domain/dates.ts';
import type { FileTask } from '#lib/server/tasks/file-task.ts';
import { verifyChain } from '#lib/server/desk/release/chain.ts';
import { keepReleasing } from '#lib/server/desk/release/keeper.ts';
import { release, releaseDue } from '#lib/server/desk/release/release.ts';
import { replacedParts } from '#lib/server/desk/review/replaced.ts';
import { withdraw } from '#lib/server/desk/release/withdraw.ts';
import { changedBy } from '#lib/server/queries/changes.ts';
import { ownTitle } from '#lib/server/intake/own-title.ts';
import { newestObservations } from '#lib/server/queries/observations.ts';
import { publications } from '#lib/server/queries/publications.ts';
import { publicationsBy, reference } from '#lib/server/reference/reference.ts';
import { runTask } from '#lib/server/tasks/tasks.ts';
import { today } from '#lib/server/today.ts';
import { describeEachEngine } from '../support/engines.ts';
import { importRows, publicationOf } from '../support/importing.ts';
import { fillSmallWorld } from '../import/small-world.ts';
import { undone } from '../support/undone.ts';

const DATE = '2022-12-31';
const [TOWN, OTHER] = ['34022', '34013'];
const LONG_AFTER = '9999-12-31';

describeEachEngine('practice', (engine) => {
	test('the start data set is sealed from the first publication to the last', async () => {
		const { publications } = await reference(engine.database);
		expect(await verifyChain(engine.database.read)).toEqual({
			holds: true,
			entries: publications.size,
			last: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
			problem: null,
			signatures: [
				{
					key: (await engine.database.keys()).own,
					by: [userInfo().username],
					links: publications.size
				}
			]
		});
	});
});

describeEachEngine('empty', (engine) => {
	beforeAll(() => fillSmallWorld(engine.database));

	const run = (rows: readonly string[], said: Partial<FileTask> = {}) =>
		importRows(engine.database, rows, said);
	const row = (value: number) => [`${TOWN},${DATE},stock,${value}`];

	/** The published stock of the first as known on a day. */
	async function stock(known = today()): Promise<number | null | undefined> {
		const found = await newestObservations(engine.database.read, {
			codes: [TOWN],
			indicators: ['stock_b'],
			dates: [DATE],
			known
		});
		return found.find((one) => one.status === 'normal')?.value;
	}
	/** Straight from the table: word of a change may take a moment to reach what is held in memory. */
	const issued = async (id: number) =>
		(await publications(engine.database.read)).find((one) => one.id === id);
	const listed = async (id: number) => {
		const { table } = await runTask(engine.database, { name: 'list' }, null, () => {});
		const found = table?.rows.find((one) => one[0] === id);
		return found?.[table?.columns.indexOf('state') ?? -1];
	};

	describe('a draft', () => {
		let id = 0;
		beforeAll(async () => {
			id = publicationOf(await run(row(301), { release: 'draft' }));
		});

		test('is known on no day at all, and in no list of publications', async () => {
			expect(await stock()).toBeUndefined();
			expect(await stock(LONG_AFTER)).toBeUndefined();
			const facts = await reference(engine.database);
			expect(facts.publications.has(id)).toBe(false);
			expect(publicationsBy(facts, LONG_AFTER).map((one) => one.id)).not.toContain(id);
			expect(await listed(id)).toBe('draft');
		});

		test('counts from the day of its release, once, and its release is an entry of the chain', async () => {
			expect(await release(engine.database, id, null)).toMatchObject({ ok: true });
			expect(await release(engine.database, id, null)).toMatchObject({ ok: false });
			expect(await stock()).toBe(301);
			expect((await issued(id))?.knownFrom).toBe(today());
			expect(await listed(id)).toBe('released');
			expect(await verifyChain(engine.database.read)).toMatchObject({ holds: true });
		});

		test('is superseded by the correction that takes the place of its figures', async () => {
			const correction = await run(row(302), { kind: 'correction', why: 'Dubbel geteld' });
			expect(await issued(publicationOf(correction))).toMatchObject({
				supersedes: id,
				reason: 'Dubbel geteld'
			});
			expect(await listed(id)).toBe('superseded');
			expect(await stock()).toBe(302);
		});
	});

	test('a correction of one figure replaces that one alone, and says how many of how many', async () => {
		const id = publicationOf(
			await run([`${TOWN},${DATE},in_execution,21`, `${OTHER},${DATE},in_execution,22`])
		);
		const correct = async (town: string) =>
			publicationOf(
				await run([`${town},${DATE},in_execution,23`], { kind: 'correction', why: 'Tikfout' })
			);
		const part = async () => (await replacedParts(engine.database.read, [id], today())).get(id);
		expect(await part()).toEqual({ publication: id, figures: 2, replaced: 0, by: [] });
		const one = await correct(TOWN);
		expect(await part()).toMatchObject({
			replaced: 1,
			by: [{ publication: one, figures: 1 }]
		});
		expect(await listed(id)).toBe('released');
		await correct(OTHER);
		expect(await part()).toMatchObject({ replaced: 2 });
		expect(await listed(id)).toBe('superseded');
	});

	test('what changes a publication never takes its title, a second time neither', async () => {
		const { read } = engine.database;
		const taken = (await publications(read)).at(-1)?.title ?? '';
		const named = (title: string, kind: 'first' | 'correction') =>
			ownTitle(read, title, kind, { always: false, on: '01/12/2026' });
		expect(await named(taken, 'first')).toBe(taken);
		expect(await named(`${taken}, nieuw`, 'correction')).toBe(`${taken}, nieuw`);
		const own = await named(taken, 'correction');
		expect(own).toBe(`Rechtzetting: ${taken}`);
		const correctAs = (homes: number, title: string) =>
			run([`${TOWN},${DATE},in_execution,${homes}`], {
				...{ kind: 'correction', why: 'Tikfout', title }
			});
		await correctAs(24, own);
		for (const [homes, number] of [
			[25, ''],
			[26, ', 2'],
			[27, ', 3']
		] as const) {
			const next = await named(taken, 'correction');
			expect(next).toBe(`${own} (01/12/2026${number})`);
			await correctAs(homes, next);
		}
	});

	test.for([
		'Verbetering van de meting',
		'rechtzetting: brief van 2020',
		'Rechtzetting van de meting'
	])('a title that says already that it changes something says so once: %s', async (title) => {
		const how = { always: true, on: '01/12/2026' };
		const own = await ownTitle(engine.database.read, title, 'correction', how);
		expect(own.toLowerCase()).toBe(title.toLowerCase());
	});

	test('a title is not taken again by another use of capitals', async () => {
		await run([`${TOWN},${DATE},in_execution,28`], {
			...{ kind: 'correction', why: 'Tikfout', title: 'Rechtzetting: brief' }
		});
		const how = { always: true, on: '01/12/2026' };
		expect(await ownTitle(engine.database.read, 'rechtzetting: brief', 'correction', how)).toBe(
			'Rechtzetting: brief (01/12/2026)'
		);
	});

	test('a planned release waits for its moment, and the keeper of the site sees to it', async () => {
		const at = '2090-01-01T08:00:00.000Z';
		const rows = [`${OTHER},${DATE},planned,7`];
		const id = publicationOf(await run(rows, { release: at }));
		expect(await listed(id)).toBe('planned');
		expect(await releaseDue(engine.database)).toBe(0);

		const keeper = keepReleasing(engine.database, () => {}, 20);
		await engine.database.change((transaction) =>
			transaction
				.updateTable('publication')
				.set({ release_at: '2020-01-01T08:00:00Z' })
				.where('id', '=', id)
				.execute()
		);
		await expect.poll(() => listed(id)).toBe('released');
		keeper.stop();
	});

	test('what is published on a day to come waits for that day', async () => {
		const planned = await run([`${OTHER},${DATE},planned,8`], {
			publishedOn: '2091-05-04',
			kind: 'revision',
			why: 'Later'
		});
		const { table } = await runTask(engine.database, { name: 'list' }, null, () => {});
		const found = table?.rows.find((one) => one[0] === publicationOf(planned));
		expect(found).toContain('2091-05-03T22:00:00.000Z');
		expect(found).toContain('planned');
	});

	describe('a file that is entered today and was published before', () => {
		const date = '2019-12-31';
		const known = async (day: string) => {
			const [found] = await newestObservations(engine.database.read, {
				codes: [TOWN],
				indicators: ['stock_b'],
				dates: [date],
				known: day
			});
			return found?.value;
		};
		const said = { kind: 'revision', why: 'Proef' } as const;

		test('is known here from today on: no earlier day tells of it', async () => {
			const id = publicationOf(
				await run([`${TOWN},${date},stock,310`], { publishedOn: '2021-06-01' })
			);
			expect(await issued(id)).toMatchObject({ publishedOn: '2021-06-01', knownFrom: today() });
			expect(await known('2021-06-01')).toBeUndefined();
			expect(await known(addDays(today(), -1))).toBeUndefined();
			expect(await known(today())).toBe(310);
		});

		test('takes the place of nothing that was published later', async () => {
			const old = publicationOf(
				await run([`${TOWN},${date},stock,311`], { ...said, publishedOn: '2020-06-01' })
			);
			expect(await known(today())).toBe(310);
			expect(await changedBy(engine.database.read, [old])).toEqual(new Map());
		});

		test('takes the place of what was published before it', async () => {
			await run([`${TOWN},${date},stock,312`], { ...said, publishedOn: '2021-07-01' });
			expect(await known(today())).toBe(312);
		});
	});

	test('a draft that is withdrawn is never released', async () => {
		const id = publicationOf(
			await run([`${OTHER},${DATE},planned,9`], {
				release: 'draft',
				kind: 'revision',
				why: 'Proef'
			})
		);
		expect(await withdraw(engine.database, id, 'Fout', today())).toMatchObject({ ok: true });
		expect(await release(engine.database, id, null)).toMatchObject({ ok: false });
		expect(await listed(id)).toBe('withdrawn');
		expect(await verifyChain(engine.database.read)).toMatchObject({ holds: true });
	});

	test('a withdrawal is an entry too, and the same file can be released again', async () => {
		const rows = (value: number) => [`${TOWN},${DATE},planned,${value}`];
		const id = publicationOf(await run(rows(12)));
		await withdraw(engine.database, id, 'Verkeerd bestand', today());
		const again = publicationOf(await run(rows(12), { kind: 'correction', why: 'Opnieuw' }));
		expect((await issued(again))?.supersedes).toBe(id);
		const last = await run(rows(13), { kind: 'revision', why: 'Beter' });
		await withdraw(engine.database, publicationOf(last), 'Toch niet', today());
		expect(await listed(again)).toBe('released');
		await run(rows(14), { kind: 'revision', why: 'Beter' });
		expect(await listed(again)).toBe('superseded');
		const { rows: events } = await sql<{ event: string }>`
			select event from chain_entry where publication_id in (${id}, ${again}) order by position`.execute(
			engine.database.read as never
		);
		expect(events.map((one) => one.event)).toEqual(['release', 'withdrawal', 'release']);
	});

	test.for([
		[
			'a figure',
			sql`update observation set value = value + 1 where indicator = 'plots' and publication_id =`
		],
		['a title', sql`update publication set title = 'Anders' where id =`],
		['the reason of a withdrawal', sql`update publication set withdrawn_why = 'Anders' where id =`]
	] as const)('the chain names the publication of which %s was altered', async ([what, update]) => {
		const id = publicationOf(await run([`${TOWN},${DATE},plots,${what.length}`]));
		if (what.includes('withdrawal')) await withdraw(engine.database, id, 'Fout', today());
		const { holds, problem } = await undone(engine.database, async (transaction, reader) => {
			await sql`${update} ${id}`.execute(transaction);
			return verifyChain(reader);
		});
		expect(holds).toBe(false);
		expect(problem).toContain(`of publication ${id}`);
		expect(await verifyChain(engine.database.read)).toMatchObject({ holds: true });
		await withdraw(engine.database, id, 'Proef', today());
	});

	test('a removed entry breaks the chain at its place', async () => {
		const { problem } = await undone(engine.database, async (transaction, reader) => {
			await transaction.deleteFrom('chain_entry').where('position', '=', 2).execute();
			return verifyChain(reader);
		});
		expect(problem).toMatch(/^Entry 2 is gone/);
	});
});
