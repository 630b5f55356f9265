import { beforeAll, expect, test } from 'vitest';
import { insertRows } from '#db/seed/insert.ts';
import { withdrawalsTouching } from '#lib/server/queries/withdrawals.ts';
import { calendarOn } from '#lib/server/standing/calendar.ts';
import { withdraw } from '#lib/server/desk/release/withdraw.ts';
import { describeEachEngine } from '../support/engines.ts';
import { existingOn, facts, knownFrom } from '../support/facts.ts';

const TODAY = '2026-11-25';
/** Two measurements of a time that no fact is about yet. */
const FAR = [
	{ reference_date: '2070-12-31', expected_by: '2071-07-15' },
	{ reference_date: '2071-12-31', expected_by: '2072-07-15' }
];

describeEachEngine('practice', (engine) => {
	beforeAll(() =>
		engine.database.change((transaction) =>
			insertRows(
				transaction,
				'release_calendar',
				FAR.map((one) => ({ series: 'measurement', basis: 'law', source: 'Proef', ...one }))
			)
		)
	);

	const measurement = async (known: string) =>
		(await calendarOn(engine.database, known)).find((one) => one.series === 'measurement');

	test('what is not here after its last day is late, and what is still to come is next', async () => {
		const before = await measurement('2071-07-15');
		const after = await measurement('2071-07-16');
		expect(before?.next?.referenceDate).toBe('2070-12-31');
		const late = before?.late.map((one) => one.referenceDate) ?? [];
		expect(late).toEqual(late.toSorted());
		expect(after?.late.map((one) => one.referenceDate)).toEqual([...late, '2070-12-31']);
		expect(after?.next?.referenceDate).toBe('2071-12-31');
	});

	/** The last date in the calendar of a series for which most municipalities have a published figure. */
	function lastCounted(series: string, indicators: readonly string[]): string | undefined {
		const counted = facts.observations.filter(
			(one) =>
				indicators.includes(one.indicator) &&
				!['estimated', 'forecast'].includes(one.status) &&
				knownFrom(one) <= TODAY
		);
		const dates = facts.calendar.filter((one) => one.series === series);
		return dates.findLast(({ reference_date: day }) => {
			const here = counted.filter((one) => one.reference_date === day).map((one) => one.nis_code);
			return new Set(here).size * 2 > existingOn(day).length;
		})?.reference_date;
	}

	test('practice figures bring nothing, and a counted register does', async () => {
		const found = await calendarOn(engine.database, TODAY);
		const last = Object.fromEntries(found.map((one) => [one.series, one.last?.referenceDate]));
		const households = lastCounted('households', ['households']);
		expect(households).toBeDefined();
		expect(last).toMatchObject({
			measurement: lastCounted('measurement', ['stock_b', 'realised']),
			households
		});
	});

	test('a withdrawal is told for the municipalities that it touched, from its day on', async () => {
		const { read } = engine.database;
		const { publication_id: id, nis_code: nis } =
			facts.observations.find((one) => one.indicator === 'stock_b') ?? {};
		if (id === undefined || nis === undefined) throw new Error('No stock was published.');
		await withdraw(engine.database, id, 'Proef', '2026-11-20');
		expect(await withdrawalsTouching(read, [nis], '2026-11-20')).toMatchObject([
			{ publication: id, why: 'Proef' }
		]);
		expect(await withdrawalsTouching(read, [nis], '2026-11-19')).toEqual([]);
		expect(await withdrawalsTouching(read, ['00000'], '2026-11-20')).toEqual([]);
	});
});
