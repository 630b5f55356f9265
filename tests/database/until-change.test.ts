import { expect, test, vi } from 'vitest';
import { untilChange } from '#lib/server/reference/until-change.ts';
import { describeOneEngine } from '../support/engines.ts';

describeOneEngine('facts', (engine) => {
	const asker = () => vi.fn(() => Promise.resolve('an answer'));

	test('an answer is held as long as the data stay as they are', async () => {
		const [hold, ask] = [untilChange<string>(2), asker()];
		for (let time = 0; time < 3; time++)
			expect(await hold(engine.database, 'a page', ask)).toBe('an answer');
		expect(ask).toHaveBeenCalledTimes(1);
		await engine.database.change((transaction) =>
			transaction.updateTable('data_state').set({ version: 1_000 }).execute()
		);
		await hold(engine.database, 'a page', ask);
		expect(ask).toHaveBeenCalledTimes(2);
	});

	test('no more answers are held than it was told, those asked for last', async () => {
		const [hold, ask] = [untilChange<string>(2), asker()];
		for (const key of ['one', 'two', 'one', 'three', 'one', 'three'])
			await hold(engine.database, key, ask);
		expect(ask).toHaveBeenCalledTimes(3);
		await hold(engine.database, 'two', ask);
		expect(ask).toHaveBeenCalledTimes(4);
	});

	test('a failure is told and not held', async () => {
		const hold = untilChange<string>(2);
		const failing = () => Promise.reject(new Error('no'));
		await expect(hold(engine.database, 'a page', failing)).rejects.toThrow('no');
		expect(await hold(engine.database, 'a page', asker())).toBe('an answer');
	});
});
