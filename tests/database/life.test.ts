import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { seed } from '#db/seed/load.ts';
import type { FileTask } from '#lib/server/file-task.ts';
import { bytesSource } from '#lib/server/import/source.ts';
import { verifyChain } from '#lib/server/life/chain.ts';
import { keepReleasing } from '#lib/server/life/keeper.ts';
import { release, releaseDue } from '#lib/server/life/release.ts';
import { withdraw } from '#lib/server/life/withdraw.ts';
import { newestObservations } from '#lib/server/queries/observations.ts';
import { publications } from '#lib/server/queries/publications.ts';
import { publicationsBy, reference } from '#lib/server/reference.ts';
import { runTask } from '#lib/server/tasks.ts';
import { today } from '#lib/server/today.ts';
import { describeEachEngine } from '../support/engines.ts';

const HEADER = 'nis_code,reference_date,indicator,value\n';
const KORTRIJK = '34022';
const DATE = '2023-12-31';
const LONG_AFTER = '9999-12-31';

describeEachEngine((engine) => {
	beforeAll(() => seed(engine.database, { practice: true }));

	const run = (rows: string, said: Partial<FileTask> = {}) => {
		const task: FileTask = {
			name: 'import',
			kind: null,
			why: null,
			supersedes: null,
			accept: [],
			release: 'now',
			publishedOn: null,
			publisher: 'Proef',
			title: null,
			url: null,
			licence: null,
			observedUntil: null,
			structureOn: null,
			on: null,
			map: null,
			...said
		};
		const source = bytesSource('meting.csv', new TextEncoder().encode(HEADER + rows));
		return runTask(engine.database, task, source, () => {});
	};
	const numberIn = (lines: readonly string[]) =>
		Number(/(?:publication|draft) (\d+)/.exec(lines.join())?.[1]);
	const row = (value: number) => `${KORTRIJK},${DATE},stock,${value}\n`;

	/** The published stock of Kortrijk as known on a day. */
	async function stock(known = today()): Promise<number | null | undefined> {
		const found = await newestObservations(engine.database.read, {
			codes: [KORTRIJK],
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

	test('the start data set is sealed from the first publication to the last', async () => {
		const { publications } = await reference(engine.database);
		expect(await verifyChain(engine.database.read)).toEqual({
			holds: true,
			entries: publications.size,
			last: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
			problem: null
		});
	});

	describe('a draft', () => {
		let id = 0;
		beforeAll(async () => {
			id = numberIn((await run(row(3_101), { release: 'draft' })).lines);
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
			expect(await stock()).toBe(3_101);
			expect((await issued(id))?.knownFrom).toBe(today());
			expect(await listed(id)).toBe('released');
			expect(await verifyChain(engine.database.read)).toMatchObject({ holds: true });
		});

		test('is superseded by the correction that takes the place of its figures', async () => {
			const { lines } = await run(row(3_102), { kind: 'correction', why: 'Dubbel geteld' });
			expect(await issued(numberIn(lines))).toMatchObject({
				supersedes: id,
				reason: 'Dubbel geteld'
			});
			expect(await listed(id)).toBe('superseded');
			expect(await stock()).toBe(3_102);
		});
	});

	test('a planned release waits for its moment, and the keeper of the site sees to it', async () => {
		const at = '2090-01-01T08:00:00.000Z';
		const rows = `34013,${DATE},planned,7\n`;
		const id = numberIn((await run(rows, { release: at })).lines);
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
		const { lines } = await run(`34013,${DATE},planned,8\n`, {
			publishedOn: '2091-05-04',
			kind: 'revision',
			why: 'Later'
		});
		const { table } = await runTask(engine.database, { name: 'list' }, null, () => {});
		const found = table?.rows.find((one) => one[0] === numberIn(lines));
		expect(found).toContain('2091-05-03T22:00:00.000Z');
		expect(found).toContain('planned');
	});

	test('a draft that is withdrawn is never released', async () => {
		const id = numberIn(
			(await run(`34013,${DATE},planned,9\n`, { release: 'draft', kind: 'revision', why: 'Proef' }))
				.lines
		);
		expect(await withdraw(engine.database, id, 'Fout', today())).toMatchObject({ ok: true });
		expect(await release(engine.database, id, null)).toMatchObject({ ok: false });
		expect(await listed(id)).toBe('withdrawn');
		expect(await verifyChain(engine.database.read)).toMatchObject({ holds: true });
	});

	test('a withdrawal is an entry too, and the same file can be released again', async () => {
		const rows = `34022,${DATE},planned,12\n`;
		const id = numberIn((await run(rows)).lines);
		await withdraw(engine.database, id, 'Verkeerd bestand', today());
		const again = numberIn((await run(rows, { kind: 'correction', why: 'Opnieuw' })).lines);
		expect((await issued(again))?.supersedes).toBe(id);
		const last = await run(rows.replace(',12', ',13'), { kind: 'revision', why: 'Beter' });
		await withdraw(engine.database, numberIn(last.lines), 'Toch niet', today());
		expect(await listed(again)).toBe('released');
		await run(rows.replace(',12', ',14'), { kind: 'revision', why: 'Beter' });
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
			sql`update observation set value = value + 1 where nis_code = '34022' and publication_id =`
		],
		['a title', sql`update publication set title = 'Anders' where id =`],
		['the reason of a withdrawal', sql`update publication set withdrawn_why = 'Anders' where id =`]
	] as const)('the chain names the publication of which %s was altered', async ([what, update]) => {
		const id = numberIn((await run(`34022,${DATE},plots,${what.length}\n`)).lines);
		if (what.includes('withdrawal')) await withdraw(engine.database, id, 'Fout', today());
		const undo = new Error('undo');
		const tampering = engine.database.change(async (transaction) => {
			await sql`${update} ${id}`.execute(transaction);
			const { holds, problem } = await verifyChain(transaction as never);
			expect(holds).toBe(false);
			expect(problem).toContain(`of publication ${id}`);
			throw undo;
		});
		await expect(tampering).rejects.toBe(undo);
		expect(await verifyChain(engine.database.read)).toMatchObject({ holds: true });
		await withdraw(engine.database, id, 'Proef', today());
	});

	test('a removed entry breaks the chain at its place', async () => {
		const undo = new Error('undo');
		const tampering = engine.database.change(async (transaction) => {
			await transaction.deleteFrom('chain_entry').where('position', '=', 7).execute();
			expect((await verifyChain(transaction as never)).problem).toMatch(/^Entry 7 is gone/);
			throw undo;
		});
		await expect(tampering).rejects.toBe(undo);
	});
});
