import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromObservation, unknown, type Figure, type Observation } from './figure.ts';
import { gapToShare, reachesShare, share, shortAndSurplus } from './share.ts';

const figure = (value: number, indicator: Observation['indicator'], date: string): Figure =>
	fromObservation({
		nis: '38008',
		indicator,
		date,
		value,
		status: 'normal',
		publication: 1,
		structureOn: null,
		note: null
	});

const homes = fc.integer({ min: 0, max: 200_000 });
const people = fc.integer({ min: 1, max: 500_000 });
const points = fc.integer({ min: 1, max: 4_000 });

describe('share', () => {
	test('De Panne: 226 dwellings on 4,974 households is 4.54 % (published)', () => {
		const one = share(
			figure(226, 'stock_a', '2007-12-31'),
			figure(4974, 'households', '2008-01-01')
		);
		expect(one.value).toBe(226 / 4974);
		expect(((one.value ?? 0) * 100).toFixed(2)).toBe('4.54');
	});

	test('a share of an unknown whole is unknown, with the reason', () => {
		const one = share(
			figure(226, 'stock_a', '2007-12-31'),
			unknown('2008-01-01', 'not_published', ['38008'])
		);
		expect(one).toMatchObject({ value: null, reason: 'no_households', missing: ['38008'] });
	});

	test('no households give no share, not infinity', () => {
		const one = share(figure(1, 'stock_b', '2020-12-31'), figure(0, 'households', '2021-01-01'));
		expect(one).toMatchObject({ value: null, reason: 'no_households' });
	});

	test('an unknown stock is not a share of zero', () => {
		const one = share(
			unknown('2020-12-31', 'not_published'),
			figure(10, 'households', '2021-01-01')
		);
		expect(one).toMatchObject({ value: null, reason: 'no_stock' });
	});

	test('a share is as sure as its least sure part', () => {
		const estimate = { ...figure(5, 'stock_b', '2020-12-31'), status: 'estimated' as const };
		expect(share(estimate, figure(10, 'households', '2021-01-01')).status).toBe('estimated');
		const forecast = { ...figure(10, 'households', '2025-01-01'), status: 'forecast' as const };
		expect(share(figure(5, 'stock_b', '2024-12-31'), forecast).status).toBe('forecast');
	});
});

describe('gap to a share', () => {
	test('Kortrijk 2009: 2,682 dwellings are 203 short of 9 % of 32,050 households, and 641 more of 11 %', () => {
		expect(gapToShare(2682, 32_050, 900)).toBe(203);
		expect(gapToShare(2682, 32_050, 1100)).toBe(203 + 641);
	});

	test('Kortrijk 2009: with one dwelling fewer it is one short more', () => {
		expect(gapToShare(2681, 32_050, 900)).toBe(204);
		expect(gapToShare(2681, 32_050, 1100)).toBe(204 + 641);
	});

	test('the synthetic region of three has gaps 600, 600 and 800 to 11 %, together 2,000', () => {
		expect([
			gapToShare(2700, 30_000, 1100),
			gapToShare(500, 10_000, 1100),
			gapToShare(300, 10_000, 1100)
		]).toEqual([600, 600, 800]);
		expect(gapToShare(3500, 50_000, 1100)).toBe(2000);
	});

	test('a fraction of a dwelling is rounded up: one household more asks for one dwelling more', () => {
		expect(gapToShare(11, 100, 1100)).toBe(0);
		expect(gapToShare(11, 101, 1100)).toBe(1);
	});

	test('a reached share is zero or negative: that many dwellings stand above it', () => {
		expect(shortAndSurplus(gapToShare(20, 100, 1100))).toEqual({ short: 0, surplus: 9 });
		expect(Object.is(gapToShare(11, 100, 1100), 0)).toBe(true);
	});

	test('the gap is zero or less exactly when the share is reached', () => {
		fc.assert(
			fc.property(homes, people, points, (stock, households, goal) => {
				expect(gapToShare(stock, households, goal) <= 0).toBe(
					reachesShare(stock, households, goal)
				);
			})
		);
	});

	test('that many dwellings more reach the share, and one fewer does not', () => {
		fc.assert(
			fc.property(homes, people, points, (stock, households, goal) => {
				const gap = gapToShare(stock, households, goal);
				fc.pre(gap > 0);
				expect(reachesShare(stock + gap, households, goal)).toBe(true);
				expect(reachesShare(stock + gap - 1, households, goal)).toBe(false);
			})
		);
	});

	test('each dwelling more makes the gap one smaller', () => {
		fc.assert(
			fc.property(homes, people, points, (stock, households, goal) => {
				expect(gapToShare(stock + 1, households, goal)).toBe(
					gapToShare(stock, households, goal) - 1 || 0
				);
			})
		);
	});

	test('a share that is held is reckoned as one number of dwellings over another of households', () => {
		expect(gapToShare(36_471, 477_494, (32_910 / 435_527) * 10_000)).toBe(-389);
		fc.assert(
			fc.property(homes, people, homes, people, (s0, h0, stock, households) => {
				fc.pre(s0 <= h0);
				const asked = BigInt(s0) * BigInt(households);
				const whole = asked / BigInt(h0) + (asked % BigInt(h0) > 0n ? 1n : 0n);
				expect(gapToShare(stock, households, (s0 / h0) * 10_000)).toBe(Number(whole) - stock);
			})
		);
	});
});
