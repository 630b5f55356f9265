import { beforeAll, expect, test } from 'vitest';
import { countUnread, handleNotice, MOST_UNREAD, sendNotice } from '#lib/server/deeds/notices.ts';
import { runFor } from '#lib/server/deeds/run-for.ts';
import { bytesSource } from '#lib/server/desk/bytes/source.ts';
import { verifyChain } from '#lib/server/desk/release/chain.ts';
import { releaseDue } from '#lib/server/desk/release/release.ts';
import { changeIntake, handIn, layAside, openIntakes } from '#lib/server/intake/intake.ts';
import type { Person } from '#lib/server/people/roles.ts';
import type { Task } from '#lib/server/tasks/tasks.ts';
import { describeEachEngine } from '../support/engines.ts';
import { person } from '../support/people.ts';
import { SILENT } from '../support/importing.ts';

/** A file of one figure that nobody published; every number is another one. */
let next = 3_000;
const file = (name: string) =>
	bytesSource(
		name,
		Buffer.from(`nis_code,reference_date,indicator,value\n34022,2024-12-31,stock_b,${next++}\n`)
	);
const IMPORT = {
	...SILENT,
	name: 'import' as const,
	publisher: 'Proefdienst',
	kind: 'first' as const,
	why: 'Een proef.',
	accept: [{ code: 'stock_below_baseline' as const, because: 'Een proef.' }]
};

describeEachEngine('facts', (engine) => {
	let [els, gust]: [Person, Person] = [] as never;
	beforeAll(async () => {
		els = await person(engine, 'els', ['editor', 'releaser']);
		gust = await person(engine, 'gust', ['releaser']);
	});
	const run = (task: Task, doer: Person | null, name = 'proef.csv') =>
		runFor(engine.database, task, task.name === 'import' ? file(name) : null, () => {}, doer);
	const rows = () =>
		engine.database.read.selectFrom('desk_log').selectAll().orderBy('number').execute();

	/** Enters a draft. @returns its number */
	async function draft(doer: Person): Promise<number> {
		const result = await run({ ...IMPORT, release: 'draft' }, doer);
		expect(result.lines.at(-1)).toMatch(/Written as draft/);
		return (await rows()).at(-1)?.publication_id ?? 0;
	}
	const release = (publication: number, content: string | null = null): Task => ({
		name: 'release',
		publication,
		at: null,
		content
	});

	test('who entered a draft cannot release it, somebody else can, and the log tells both', async () => {
		const id = await draft(els);
		const refused = await run(release(id), els);
		expect(refused).toMatchObject({ exitCode: 1 });
		expect(refused.lines[0]).toMatch(/Somebody else/);
		expect(await run(release(id), gust)).toMatchObject({ exitCode: 0 });
		const told = (await rows()).slice(-3);
		expect(told).toMatchObject([
			{ action: 'import', done: true, account_id: els.account, file_name: 'proef.csv' },
			{ action: 'release', done: false, account_id: els.account, chain_position: null },
			{ action: 'release', done: true, account_id: gust.account, publication_id: id }
		]);
		expect(told[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
		expect(told[2]?.chain_position).toBeGreaterThan(0);
	});

	test('the database itself refuses to let a draft count that nobody else approved, by whatever way it comes', async () => {
		const id = await draft(els);
		const set = (change: { known_from: string } | { release_at: string }) =>
			engine.database.changeQuietly((transaction) =>
				transaction.updateTable('publication').set(change).where('id', '=', id).execute()
			);
		await expect(set({ known_from: '2026-01-01' })).rejects.toMatchObject({ code: '4EYES' });
		await expect(set({ release_at: '2030-01-01T00:00:00Z' })).rejects.toMatchObject({
			code: '4EYES'
		});
		const approved = engine.database.changeQuietly((transaction) =>
			transaction
				.updateTable('handling')
				.set({ approved_by: els.account, approved_at: new Date().toISOString() })
				.where('publication_id', '=', id)
				.execute()
		);
		await expect(approved).rejects.toMatchObject({ code: '4EYES' });
		const gone = engine.database.changeQuietly((transaction) =>
			transaction.deleteFrom('handling').where('publication_id', '=', id).execute()
		);
		await expect(gone).rejects.toThrow(/not forgotten/);
	});

	test('a release that somebody else planned comes by itself when its moment comes', async () => {
		const id = await draft(els);
		const plan = (doer: Person) =>
			run({ ...release(id), at: '2040-01-01T08:00:00Z' } as Task, doer);
		expect(await plan(els)).toMatchObject({ exitCode: 1 });
		expect(await plan(gust)).toMatchObject({ exitCode: 0 });
		expect(await releaseDue(engine.database, new Date('2040-01-01T08:00:01Z'))).toBe(1);
		const { known_from } = await engine.database.read
			.selectFrom('publication')
			.select('known_from')
			.where('id', '=', id)
			.executeTakeFirstOrThrow();
		expect(known_from).toBe('2040-01-01');
	});

	test('an import that a finding stops brings nothing, says what was found, and is told as not done', async () => {
		const task: Task = { ...IMPORT, release: 'draft' };
		const same = file('tweemaal.csv');
		const again = () => runFor(engine.database, task, same, () => {}, els);
		expect(await again()).toMatchObject({ exitCode: 0 });
		const second = await again();
		expect(second).toMatchObject({ exitCode: 1, findings: [{ code: 'already_imported' }] });
		const told = (await rows()).slice(-2);
		expect(told.map(({ done }) => done)).toEqual([true, false]);
		expect(told[1]).toMatchObject({
			action: 'import',
			file_name: 'tweemaal.csv',
			chain_position: null
		});
	});

	test('a person enters nothing that counts at once', async () => {
		expect(await run({ ...IMPORT, release: 'now' }, els)).toMatchObject({ exitCode: 1 });
		expect((await rows()).at(-1)).toMatchObject({ action: 'import', done: false });
	});

	test('whoever sits at this machine may do both, and so may its command line', async () => {
		const here: Person = { ...els, account: 1, isLocal: true };
		expect(await run(release(await draft(here)), here)).toMatchObject({ exitCode: 0 });
		expect(await run(release(await draft(els)), null)).toMatchObject({ exitCode: 0 });
		expect((await rows()).at(-1)).toMatchObject({ door: 'command_line', account_id: null });
		expect(await run({ ...IMPORT, release: 'now' }, null)).toMatchObject({ exitCode: 0 });
	});

	test('a draft is released as it was looked at, or not at all', async () => {
		const id = await draft(els);
		const altered = await run(release(id, '0'.repeat(64)), gust);
		expect(altered).toMatchObject({ exitCode: 1, lines: [expect.stringMatching(/look again/)] });
		const { content } = await engine.database.read
			.selectFrom('handling')
			.select('content')
			.where('publication_id', '=', id)
			.executeTakeFirstOrThrow();
		expect(await run(release(id, content), gust)).toMatchObject({ exitCode: 0 });
	});

	test('a link of the chain is signed for the organisation of who made it, or else of the server', async () => {
		expect(await run(release(await draft(els)), gust)).toMatchObject({ exitCode: 0 });
		expect(await run({ ...IMPORT, release: 'now' }, null)).toMatchObject({ exitCode: 0 });
		const made = await engine.database.read
			.selectFrom('chain_entry')
			.select('made_by')
			.orderBy('position')
			.execute();
		const [released, entered] = made.slice(-2);
		expect(released?.made_by).toBe('Proefdienst');
		expect(entered?.made_by).toBe(made[0]?.made_by);
		expect(entered?.made_by).not.toBe('Proefdienst');
		expect((await verifyChain(engine.database.read, await engine.database.keys())).holds).toBe(
			true
		);
	});

	test('each role has its tasks, and a refusal is told', async () => {
		const editor = await person(engine, 'editor', ['editor']);
		const id = await draft(els);
		expect(await run(release(id), editor)).toMatchObject({ exitCode: 1 });
		expect((await rows()).at(-1)).toMatchObject({ action: 'release', done: false });
		const withdraw = (publication: number): Task => ({
			name: 'withdraw',
			publication,
			why: 'Proef.'
		});
		expect(await run(withdraw(1), editor)).toMatchObject({ exitCode: 1 });
		expect(await run(withdraw(id), editor)).toMatchObject({ exitCode: 0 });
		expect(await run({ name: 'reset', to: 'empty' }, els)).toMatchObject({ exitCode: 1 });
	});

	test('a municipality replies to its own figures alone', async () => {
		const town = { ...(await person(engine, 'stad', ['municipality'])), nis: '34022' };
		const reply = (nis: string): Task => ({
			...{ name: 'reply', nis, figure: 'stock', date: '2024-12-31', words: 'Een proef.' },
			...{ by: 'proefcollege', givenOn: '2026-01-05', reference: null, write: true }
		});
		expect(await run(reply('34027'), town)).toMatchObject({ exitCode: 1 });
		expect(await run(reply('34022'), town)).toMatchObject({ exitCode: 0 });
	});

	test('who handed boundaries in does not approve them, somebody else does', async () => {
		const { database } = engine;
		const boundaries = bytesSource('proef.geojson', Buffer.from('{}'));
		const id = await handIn(database, els, boundaries, {});
		const approve = (one: Person) => changeIntake(database, id, { approvedBy: one.account });
		await expect(approve(els)).rejects.toMatchObject({ code: '4EYES' });
		await expect(approve(gust)).resolves.toBeDefined();
	});

	test('a file that was handed in waits until it is laid aside, and then its bytes are gone', async () => {
		const { database } = engine;
		const id = await handIn(database, els, file('weg.csv'), {});
		const waiting = async () => (await openIntakes(database.read)).map((one) => one.id);
		const bytes = () =>
			database.read
				.selectFrom('intake_part')
				.select('position')
				.where('intake_id', '=', id)
				.execute();
		expect(await waiting()).toContain(id);
		expect(await bytes()).not.toEqual([]);
		await database.changeQuietly((transaction) => layAside(transaction, id));
		expect(await waiting()).not.toContain(id);
		expect(await bytes()).toEqual([]);
	});

	test('no more notices are taken than can wait unread, until one was looked at', async () => {
		const { database } = engine;
		const notice = { page: '/', words: 'Een proef.', reply_to: null };
		const full = await database.changeQuietly((transaction) =>
			transaction
				.insertInto('notice')
				.values(
					Array.from({ length: MOST_UNREAD }, () => ({
						...notice,
						version: 1,
						received_at: new Date().toISOString()
					}))
				)
				.returning('id')
				.execute()
		);
		expect(await sendNotice(database, notice)).toBe(null);
		const looked = { state: 'looked_at', answer: null } as const;
		await handleNotice(database, full[0]?.id ?? 0, looked, els);
		expect(await sendNotice(database, notice)).toBeGreaterThan(0);
		expect(await countUnread(database.read)).toBe(MOST_UNREAD);
	});

	test('what stands in the log stays as it is', async () => {
		const altered = engine.database.changeQuietly((transaction) =>
			transaction.updateTable('desk_log').set({ why: 'anders' }).execute()
		);
		await expect(altered).rejects.toThrow(/only added to/);
	});
});
