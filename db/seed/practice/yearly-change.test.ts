import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ApportionError } from '#lib/domain/apportion.ts';
import { changeProvince, type Standing } from './yearly-change.ts';

const member = (nis: string, changes: Partial<Standing> = {}): Standing => ({
	nis,
	province: '10000',
	before: 100,
	settled: null,
	weight: 1,
	owed: 0,
	least: 0,
	room: 1000,
	...changes
});

const stocks = (members: readonly Standing[], total: number) =>
	new Map(changeProvince(members, total).map(({ nis, stock }) => [nis, stock]));

/** A free member and at most eleven others, of which some are settled; room enough for every total up to 20,000. */
const province = fc
	.array(
		fc.record({
			before: fc.nat(1000),
			settled: fc.option(fc.nat(50), { freq: 3 }),
			weight: fc.double({ min: 0.01, max: 100, noNaN: true }),
			owed: fc.double({ min: -0.9, max: 0.9, noNaN: true }),
			least: fc.nat(50)
		}),
		{ maxLength: 11 }
	)
	.map((parts) => [
		member('a0', { before: 500, room: 20_000 }),
		...parts.map((part, index) => member(`b${index}`, { ...part, room: 20_000 }))
	]);

describe('changeProvince: one year of one province', () => {
	it('divides the growth that settled changes leave, by weight', () => {
		const members = [
			member('a', { settled: 7 }),
			member('b', { weight: 3 }),
			member('c', { weight: 1 })
		];
		expect(stocks(members, 347)).toEqual(
			new Map([
				['a', 107],
				['b', 130],
				['c', 110]
			])
		);
	});

	it('lets nobody exceed its room', () => {
		const members = [member('a', { room: 5 }), member('b')];
		expect(stocks(members, 240).get('a')).toBe(105);
	});

	it('gives who must grow its least, and divides the rest by weight', () => {
		const members = [member('a', { least: 20 }), member('b', { weight: 3 }), member('c')];
		expect(stocks(members, 340)).toEqual(
			new Map([
				['a', 120],
				['b', 115],
				['c', 105]
			])
		);
	});

	it('gives all the same part of their least when the province grows too little', () => {
		const members = [member('a', { least: 20 }), member('b', { least: 60 }), member('c')];
		expect(stocks(members, 340)).toEqual(
			new Map([
				['a', 110],
				['b', 130],
				['c', 100]
			])
		);
	});

	it('owes nothing to who is held at its room or its least', () => {
		const members = [member('a', { room: 5 }), member('b', { least: 90 }), member('c')];
		const changed = changeProvince(members, 405);
		expect(changed.map(({ owed }) => owed)).toEqual([0, 0, 0]);
	});

	it('takes away by stock when settled changes leave too few', () => {
		const members = [
			member('a', { settled: 60 }),
			member('b', { before: 300 }),
			member('c', { before: 100 })
		];
		expect(stocks(members, 520)).toEqual(
			new Map([
				['a', 160],
				['b', 270],
				['c', 90]
			])
		);
	});

	it('remembers what rounding owes, so that small growth arrives in the end', () => {
		const weights = new Map([
			['a', 1],
			['b', 9]
		]);
		let members = [...weights].map(([nis, weight]) => member(nis, { weight }));
		for (let year = 1; year <= 10; year++) {
			members = changeProvince(members, 200 + 5 * year).map(({ nis, stock, owed }) =>
				member(nis, { weight: weights.get(nis), before: stock, owed })
			);
		}
		expect(members.map(({ before }) => before)).toEqual([105, 145]);
	});

	it('refuses a total that cannot be reached', () => {
		expect(() => changeProvince([member('a', { settled: 0 })], 101)).toThrow(ApportionError);
	});

	it('keeps the total, the settled changes and what each has at least, never goes below zero, only the settled lose', () => {
		fc.assert(
			fc.property(province, fc.nat(3000), (members, extra) => {
				const expected = members.reduce((sum, one) => sum + one.before + (one.settled ?? 0), 0);
				const changed = stocks(members, expected + extra);
				expect([...changed.values()].reduce((a, b) => a + b, 0)).toBe(expected + extra);
				const all = members.reduce((sum, one) => sum + (one.settled === null ? one.least : 0), 0);
				for (const { nis, before, settled, least } of members) {
					const held = all <= extra ? least : 0;
					if (settled !== null) expect(changed.get(nis)).toBe(before + settled);
					else expect(changed.get(nis)).toBeGreaterThanOrEqual(before + held);
				}
			})
		);
	});

	it('reaches a smaller total too, down to what is settled, without going below zero', () => {
		fc.assert(
			fc.property(province, fc.double({ min: 0, max: 1, noNaN: true }), (members, part) => {
				const free = members.filter((one) => one.settled === null);
				const stock = free.reduce((sum, one) => sum + one.before, 0);
				const all = members.reduce((sum, one) => sum + one.before + (one.settled ?? 0), 0);
				const total = all - Math.floor(part * stock);
				const changed = [...stocks(members, total).values()];
				expect(changed.reduce((a, b) => a + b, 0)).toBe(total);
				expect(Math.min(...changed)).toBeGreaterThanOrEqual(0);
			})
		);
	});

	it('does not depend on the order of the members', () => {
		fc.assert(
			fc.property(province, fc.nat(3000), (members, extra) => {
				const expected = members.reduce((sum, one) => sum + one.before + (one.settled ?? 0), 0);
				expect(stocks(members.toReversed(), expected + extra)).toEqual(
					stocks(members, expected + extra)
				);
			})
		);
	});
});
