import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Status } from '#lib/domain/status.ts';
import { bandBetween, stepMarks } from './growth-path.ts';
import type { Place, TrendPoint } from './trend.ts';

const place: Place = { x: (date) => Number(date.slice(0, 4)) - 2010, y: (value) => 100 - value };
const point = (year: number, value: number | null, status: Status = 'normal'): TrendPoint => ({
	date: `${year}-12-31`,
	value,
	status,
	text: `${value}`,
	label: `${year}`
});
const realised = [point(2012, 10), point(2013, 20), point(2014, 25), point(2015, 30)];

describe('the band of the pipeline', () => {
	test('runs along the upper line and back along the lower one', () => {
		const upper = [point(2012, 30), point(2013, 40)];
		expect(bandBetween(realised, upper, [], place)).toEqual([
			{ path: 'M2 70L3 60L3 80L2 90Z', certainty: 'published' }
		]);
	});

	test('is open where the pipeline is not known, and where its meaning changes', () => {
		const upper = [point(2012, 30), point(2013, 40), point(2014, null), point(2015, 60)];
		expect(bandBetween(realised, upper, [], place)).toHaveLength(1);
		const whole = [point(2012, 30), point(2013, 40), point(2014, 45), point(2015, 60)];
		const cut = [{ date: '2013-12-31', label: 'ook geplande woningen' }];
		expect(bandBetween(realised, whole, [], place)).toHaveLength(1);
		expect(bandBetween(realised, whole, cut, place).map(({ path }) => path)).toEqual([
			'M3 60L4 55L5 40L5 70L4 75L3 80Z'
		]);
	});

	test('is an estimate where one end is', () => {
		const upper = [point(2012, 30), point(2013, 40, 'estimated'), point(2014, 45, 'estimated')];
		expect(bandBetween(realised, upper, [], place).map(({ certainty }) => certainty)).toEqual([
			'estimated'
		]);
	});

	test('needs both lines', () => {
		expect(bandBetween([], [point(2012, 30), point(2013, 40)], [], place)).toEqual([]);
	});
});

describe('the steps of the growth path', () => {
	test('each stands around its own day and nothing joins them', () => {
		const steps = [2021, 2023].map((year) => ({
			date: `${year}-12-31`,
			value: 80,
			text: '80 %',
			label: `toets ${year}`
		}));
		const [first, second] = stepMarks(steps, place);
		expect(first).toMatchObject({ x1: 11, x2: 12, y: 20, text: '80 %' });
		expect(first?.x2).toBeLessThan(second?.x1 ?? 0);
	});

	test('two of one day have texts that do not overlap', () => {
		const steps = [80, 84].map((value) => ({
			date: '2021-12-31',
			value,
			text: `${value}`,
			label: `${value}`
		}));
		const [lower, upper] = stepMarks(steps, place);
		expect((lower?.textY ?? 0) - (upper?.textY ?? 0)).toBe(16);
	});

	test('stay inside the plot', () => {
		fc.assert(
			fc.property(fc.integer({ min: 2000, max: 2200 }), (year) => {
				const step = { date: `${year}-12-31`, value: 1, text: '', label: '' };
				const [mark] = stepMarks([step], { ...place, x: (date) => place.x(date) });
				expect(mark?.x1).toBeGreaterThanOrEqual(0);
				expect(mark?.x2).toBeLessThanOrEqual(100);
			})
		);
	});
});
