import fc from 'fast-check';
import { expect, test } from 'vitest';
import { waterfallLayout, type WaterfallStep } from './waterfall.ts';

const step = (key: string, value: number | null, kind: WaterfallStep['kind']): WaterfallStep => ({
	key,
	label: key,
	value,
	kind,
	estimated: false,
	text: String(value)
});
const balance = (start: number, changes: readonly (number | null)[]) => [
	step('start', start, 'total'),
	...changes.map((value, index) => step(String(index), value, 'change')),
	step('end', start + changes.reduce((sum: number, value) => sum + (value ?? 0), 0), 'total')
];

test('the last change ends where the end stands', () => {
	const change = fc.option(fc.integer({ min: -300, max: 300 }), { nil: null });
	fc.assert(
		fc.property(
			fc.integer({ min: 2000, max: 9000 }),
			fc.array(change, { maxLength: 6 }),
			(start, changes) => {
				const { bars } = waterfallLayout(balance(start, changes));
				const drawn = bars.filter((bar) => bar.end !== null);
				expect(drawn.at(-2)?.end).toBeCloseTo(drawn.at(-1)?.end ?? NaN);
				for (const bar of drawn) {
					expect(bar.x).toBeGreaterThanOrEqual(0);
					expect(bar.x + bar.width).toBeLessThanOrEqual(100.02);
				}
			}
		)
	);
});

test('small changes of a large stock can be seen: the scale begins above zero, and says so', () => {
	const { bars, cut } = waterfallLayout(balance(5000, [80, -60]));
	expect(cut).toBe(true);
	expect(bars[1]?.width).toBeGreaterThan(30);
	expect(bars[2]?.down).toBe(true);
});

test('large changes of a small stock stand on zero; an unknown step has no bar', () => {
	const { bars, cut } = waterfallLayout(balance(20, [30, null, -10]));
	expect(cut).toBe(false);
	expect(bars[2]).toMatchObject({ width: 0, end: null });
});
