import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bullet } from './bullet.ts';
import { stretchesOf, type BulletPart } from './stretches.ts';
import { LIGHT } from './palette.ts';

const parts = (...values: (number | null)[]): BulletPart[] =>
	values.map((value, index) => ({ key: `${index}`, label: '', value, estimated: false }));
const spans = (...values: (number | null)[]) =>
	stretchesOf({ parts: parts(...values), target: 83 }).stretches.map(({ from, to }) => [from, to]);

describe('the stretches of a bullet', () => {
	test('follow one another and end at their sum', () => {
		expect(spans(41, 14, 28)).toEqual([
			[0, 41],
			[41, 55],
			[55, 83]
		]);
	});

	test('a fall goes below zero, and what comes after starts from there', () => {
		expect(spans(-24, 40)).toEqual([
			[0, -24],
			[-24, 16]
		]);
	});

	test('an unknown part has no stretch, and those after it keep their look', () => {
		const { stretches } = stretchesOf({ parts: parts(312, null, 5), target: null });
		expect(stretches.map(({ part, look }) => [part.key, look])).toEqual([
			['0', 0],
			['2', 2]
		]);
	});

	test('257 % on a scale to 150 % is cut, with a mark; a fall beyond the scale too', () => {
		const high = stretchesOf({ parts: parts(257), target: 100, max: 150 });
		expect([high.cutLow, high.cutHigh]).toEqual([false, true]);
		const low = stretchesOf({ parts: parts(-80), target: 100, min: -25, max: 150 });
		expect([low.cutLow, low.cutHigh]).toEqual([true, false]);
	});

	test('the scale never leaves out zero or the target', () => {
		const value = fc.option(fc.integer({ min: -1e6, max: 1e6 }));
		fc.assert(
			fc.property(
				fc.array(value, { maxLength: 3 }),
				fc.option(fc.nat(1e6)),
				value,
				(values, target, max) => {
					const { domain } = stretchesOf({
						parts: parts(...values),
						target,
						max: max ?? undefined
					});
					expect(domain[0]).toBeLessThanOrEqual(Math.min(0, target ?? 0));
					expect(domain[1]).toBeGreaterThanOrEqual(Math.max(0, target ?? 0));
				}
			)
		);
	});
});

describe('a bullet as drawn', () => {
	/** Left and right end of every bar, in px. */
	const bars = (svg: string) =>
		[...svg.matchAll(/<g[^>]*class="p\d"[^>]*><rect([^>]*)>/g)].map(([, box = '']) => {
			const [x = 0, width = 0] = ['x', 'width'].map((name) =>
				Number(new RegExp(` ${name}="([\\d.]+)"`).exec(box)?.[1])
			);
			return [x, x + width];
		});
	const drawn = (...values: number[]) =>
		bullet(
			{
				parts: parts(...values),
				target: { value: 100, label: 'objectief' },
				format: String,
				title: 't',
				description: 'd'
			},
			{ width: 590, palette: LIGHT }
		);

	test('a length is in proportion to its value, counted from zero', () => {
		const [one, two] = bars(drawn(20, 40));
		expect(one?.[0]).toBeCloseTo(1, 0);
		expect(two?.[0]).toBeCloseTo(one?.[1] ?? NaN, 0);
		expect(((two?.[1] ?? 0) - (two?.[0] ?? 0)) / ((one?.[1] ?? 0) - (one?.[0] ?? 0))).toBeCloseTo(
			2,
			1
		);
	});

	test('every bar lies inside', () => {
		for (const [from = -1, to = 999] of [...bars(drawn(257)), ...bars(drawn(-300, 20))]) {
			expect(from).toBeGreaterThanOrEqual(0);
			expect(to).toBeLessThanOrEqual(590);
		}
	});
});
