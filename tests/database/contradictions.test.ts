import { beforeAll, expect, test } from 'vitest';
import { insertRows } from '#db/seed/insert.ts';
import { reference } from '#lib/server/reference/reference.ts';
import { today } from '#lib/server/today.ts';
import { allContradictions } from '#lib/server/standing/contradictions.ts';
import { readMoment } from '#lib/server/standing/moment.ts';
import { describeEachEngine } from '../support/engines.ts';

/** A town and a day that no fact is about. */
const TOWN = '11001';
const DATE = '2070-12-31';

const publication = (id: number, known_from: string, more: object = {}) => ({
	id,
	publisher: `Uitgever ${id}`,
	title: 'Proef',
	kind: 'first' as const,
	known_from,
	...more
});
const observation = (publication_id: number, indicator: string, value: number, more = {}) => ({
	publication_id,
	nis_code: TOWN,
	indicator,
	reference_date: DATE,
	value,
	status: 'normal' as const,
	...more
});
const plan = (
	publication_id: number,
	scheme: string,
	component: 'stated' | 'total',
	value: number
) => ({
	publication_id,
	scheme,
	nis_code: TOWN,
	component,
	value,
	status: 'compulsory' as const
});

describeEachEngine('practice', (engine) => {
	beforeAll(() =>
		engine.database.change(async (transaction) => {
			await insertRows(transaction, 'publication', [
				publication(90_001, '2071-01-01'),
				publication(90_002, '2071-02-01'),
				publication(90_003, '2071-03-01', { kind: 'correction', supersedes: 90_002 }),
				publication(90_004, '2071-04-01', { withdrawn_on: '2071-05-01', withdrawn_why: 'Proef' }),
				publication(90_005, '2071-01-01', { kind: 'practice' })
			]);
			await insertRows(transaction, 'observation', [
				observation(90_001, 'stock_b', 500),
				observation(90_002, 'stock_b', 520),
				observation(90_003, 'stock_b', 510),
				observation(90_004, 'stock_b', 777),
				observation(90_005, 'stock_d', 1, { status: 'estimated' }),
				observation(90_001, 'stock_part', 20),
				observation(90_001, 'stock_svk', 3, { status: 'forecast' })
			]);
			await insertRows(transaction, 'objective', [
				plan(90_001, 'LOKAAL', 'stated', 10),
				plan(90_002, 'LOKAAL', 'stated', 90),
				plan(90_001, 'BSO-2042', 'total', 40),
				plan(90_002, 'BSO-2042', 'total', 44)
			]);
		})
	);

	const known = async (day: string) => {
		const facts = await reference(engine.database);
		const moment = readMoment(new URLSearchParams({ bekend: day }), 'page', facts, '2072-01-01');
		const all = await allContradictions(engine.database, moment);
		return all.filter(({ first, nis }) => nis === TOWN && (first.date === DATE || first.scheme));
	};
	const told = async (day: string) =>
		(await known(day)).map(
			({ kind, first, second }) => `${kind}: ${first.code} ${first.value} ${second.value}`
		);

	test('what two publications say of one thing stands side by side, a plan and an estimate never', async () => {
		expect(await told('2071-02-15')).toEqual([
			'contradiction: total 40 44',
			'contradiction: stock_b 500 520'
		]);
	});

	test('a correction takes the place of what it corrects, and contradicts another source itself', async () => {
		expect((await told('2071-03-15')).filter((one) => one.includes('stock_b'))).toEqual([
			'contradiction: stock_b 500 520',
			'contradiction: stock_b 500 510',
			'correction: stock_b 520 510'
		]);
	});

	test('a withdrawn publication contradicts until the day before', async () => {
		const with777 = async (day: string) =>
			(await told(day)).filter((one) => one.endsWith('777')).length;
		expect(await with777('2071-04-30')).toBe(2);
		expect(await with777('2071-05-01')).toBe(0);
	});

	test('on an earlier day nothing of it is known', async () => {
		expect(await told('2070-12-31')).toEqual([]);
	});

	test('every pair has a name of its own, an area, and two numbers that differ', async () => {
		const facts = await reference(engine.database);
		const moment = readMoment(new URLSearchParams(), 'page', facts, today());
		const all = await allContradictions(engine.database, moment);
		expect(new Set(all.map((one) => one.id)).size).toBe(all.length);
		for (const { first, second, nis, region, name } of all) {
			expect(name).not.toBe('');
			expect((nis === null) !== (region === null)).toBe(true);
			expect(first.value ?? first.category).not.toBe(second.value ?? second.category);
			for (const id of [...first.publications, ...second.publications])
				expect(facts.publications.get(id)?.kind).not.toBe('practice');
		}
	});
});
