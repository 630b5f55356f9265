import { expect, test, vi } from 'vitest';
import { keepDoing } from './keeper.ts';

const refused = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
const broken = new Error('Connection terminated unexpectedly');
const [wrong, other] = [new Error('wrong'), new Error('other')];

test('each trouble of a chore is told once as long as it lasts, and its end; a database away is one trouble', async () => {
	const turns = [null, refused, broken, null, null, broken, wrong, wrong, other, null];
	const told: (string | null)[] = [];
	const chore = async () => {
		const trouble = turns.shift();
		if (trouble) throw trouble;
	};
	const keeper = keepDoing(chore, (trouble) => told.push(trouble?.message ?? null), 1);
	await vi.waitFor(() => expect(turns).toEqual([]));
	keeper.stop();
	expect(told).toEqual(
		[refused, null, broken, wrong, other, null].map((one) => one?.message ?? null)
	);
});
