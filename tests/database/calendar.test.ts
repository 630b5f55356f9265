import { beforeAll, expect, test } from 'vitest';
import { seed } from '#db/seed/load.ts';
import { withdrawalsTouching } from '#lib/server/queries/withdrawals.ts';
import { calendarOn } from '#lib/server/standing/calendar.ts';
import { withdraw } from '#lib/server/life/withdraw.ts';
import { describeEachEngine } from '../support/engines.ts';

describeEachEngine((engine) => {
	beforeAll(() => seed(engine.database, { practice: true }));

	const measurement = async (known: string) =>
		(await calendarOn(engine.database, known)).find((one) => one.series === 'measurement');

	test('what is not here after its last day is late, and what is still to come is next', async () => {
		const before = await measurement('2026-07-15');
		const after = await measurement('2026-07-16');
		expect(before?.next?.referenceDate).toBe('2025-12-31');
		expect(before?.late.map((one) => one.referenceDate)).toEqual(['2023-12-31', '2024-12-31']);
		expect(after?.late.at(-1)?.referenceDate).toBe('2025-12-31');
		expect(after?.next?.referenceDate).toBe('2026-12-31');
	});

	test('practice figures bring nothing, and a counted register does', async () => {
		const found = await calendarOn(engine.database, '2026-11-25');
		const last = Object.fromEntries(found.map((one) => [one.series, one.last?.referenceDate]));
		expect(last).toMatchObject({ measurement: undefined, households: '2023-01-01' });
	});

	test('a withdrawal is told for the municipalities that it touched, from its day on', async () => {
		const { read } = engine.database;
		const { id, nis } = await read
			.selectFrom('observation')
			.select(['publication_id as id', 'nis_code as nis'])
			.where('indicator', '=', 'stock_b')
			.where('publication_id', '<', 1000)
			.orderBy('publication_id')
			.executeTakeFirstOrThrow();
		await withdraw(engine.database, id, 'Proef', '2026-11-20');
		expect(await withdrawalsTouching(read, [nis], '2026-11-20')).toMatchObject([
			{ publication: id, why: 'Proef' }
		]);
		expect(await withdrawalsTouching(read, [nis], '2026-11-19')).toEqual([]);
		expect(await withdrawalsTouching(read, ['00000'], '2026-11-20')).toEqual([]);
	});
});
