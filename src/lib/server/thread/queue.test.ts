import { afterEach, expect, test, vi } from 'vitest';
import { BusyError, WorkQueue } from './queue.ts';

afterEach(() => void vi.useRealTimers());

/** Work that ends when it is told to. */
function piece() {
	const { promise, resolve } = Promise.withResolvers<string>();
	const work = vi.fn(() => promise);
	return { work, end: () => resolve('done') };
}

test('a few pieces of work are done at once, the others in their turn, and what finds no room is sent away', async () => {
	const queue = new WorkQueue({ atOnce: 2, waiting: 1, patience: 5_000 });
	const [a, b, c, d] = [piece(), piece(), piece(), piece()];
	const done = [a, b, c].map(({ work }) => queue.do(work));
	await expect(queue.do(d.work)).rejects.toMatchObject({ name: 'BusyError', retryAfter: 5 });
	expect([a, b, c, d].map(({ work }) => work.mock.calls.length)).toEqual([1, 1, 0, 0]);
	a.end();
	await vi.waitFor(() => expect(c.work).toHaveBeenCalled());
	[b, c].forEach(({ end }) => end());
	expect(await Promise.all(done)).toEqual(['done', 'done', 'done']);
});

test('whoever waits too long is sent away and takes no turn', async () => {
	vi.useFakeTimers();
	const queue = new WorkQueue({ atOnce: 1, waiting: 2, patience: 1_000 });
	const [a, b, c] = [piece(), piece(), piece()];
	const first = queue.do(a.work);
	const second = queue.do(b.work);
	const refused = expect(second).rejects.toThrow(BusyError);
	await vi.advanceTimersByTimeAsync(1_000);
	await refused;
	const third = queue.do(c.work);
	[a, c].forEach(({ end }) => end());
	expect(await Promise.all([first, third])).toEqual(['done', 'done']);
	expect(b.work).not.toHaveBeenCalled();
});

test('work that fails makes room for the next', async () => {
	const queue = new WorkQueue({ atOnce: 1, waiting: 1, patience: 1_000 });
	await expect(queue.do(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
	expect(await queue.do(() => Promise.resolve('next'))).toBe('next');
});
