import { MessageChannel } from 'node:worker_threads';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Database } from '#lib/server/database/database.ts';
import { borrowedDatabase } from '#lib/server/thread/borrow.ts';
import { lendDatabase } from '#lib/server/thread/lend.ts';
import { describeEachEngine } from '../support/engines.ts';

const publication = (title: string) => ({
	publisher: 'Proef',
	title,
	kind: 'first' as const,
	known_from: '2024-02-29'
});
const titles = async ({ read }: Database): Promise<string[]> =>
	(await read.selectFrom('publication').select('title').execute()).map(({ title }) => title);

describeEachEngine('empty', (engine) => {
	let borrowed: Database;
	let end: () => void;
	beforeEach(() => {
		const { port1, port2 } = new MessageChannel();
		end = lendDatabase(engine.database, port1);
		borrowed = borrowedDatabase(port2, engine.database.engine);
	});
	afterEach(() => end());

	test('a borrowed database reads and changes as its lender does, and both hear of it', async () => {
		const [here, there] = [vi.fn(), vi.fn()];
		engine.database.onChange(here);
		borrowed.onChange(there);
		const before = await borrowed.version();
		const id = await borrowed.change(async (tx) => {
			const row = await tx
				.insertInto('publication')
				.values(publication('lent'))
				.returning('id')
				.executeTakeFirstOrThrow();
			return row.id;
		});
		expect(id).toBeTypeOf('number');
		expect(await titles(engine.database)).toContain('lent');
		expect(await borrowed.version()).toBe(before + 1);
		expect(here).toHaveBeenCalledTimes(1);
		await vi.waitFor(() => expect(there).toHaveBeenCalledTimes(1));
	});

	test('what changes no page is as quiet there: no new state of the data, and nobody hears of it', async () => {
		const here = vi.fn();
		engine.database.onChange(here);
		const before = await borrowed.version();
		await borrowed.changeQuietly((tx) =>
			tx.insertInto('publication').values(publication('quiet')).execute()
		);
		expect(await titles(engine.database)).toContain('quiet');
		expect(await borrowed.version()).toBe(before);
		expect(here).not.toHaveBeenCalled();
	});

	test('a change that fails there leaves nothing behind, and gives its own error', async () => {
		const failing = borrowed.change(async (tx) => {
			await tx.insertInto('publication').values(publication('lost')).execute();
			throw new Error('halfway');
		});
		await expect(failing).rejects.toThrow('halfway');
		expect(await titles(engine.database)).not.toContain('lost');
	});

	test('an error of the database keeps its code', async () => {
		const wrong = borrowed.change((tx) => sql`select 1/0`.execute(tx));
		await expect(wrong).rejects.toMatchObject({ code: '22012' });
	});

	test('a change that is under way when the loan ends is taken back, and the next has its turn', async () => {
		const { promise: begun, resolve } = Promise.withResolvers<null>();
		void borrowed.change(async (tx) => {
			await tx.insertInto('publication').values(publication('cut off')).execute();
			end();
			resolve(null);
			await new Promise(() => undefined);
		});
		await begun;
		await engine.database.change(() => Promise.resolve());
		expect(await titles(engine.database)).not.toContain('cut off');
	});
});
