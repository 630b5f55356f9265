import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spansOf, waterfallDomain, type WaterfallStep } from './waterfall.ts';

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

test('the last change ends where the end stands, and all lies on the scale', () => {
	const change = fc.option(fc.integer({ min: -300, max: 300 }), { nil: null });
	fc.assert(
		fc.property(
			fc.integer({ min: 2000, max: 9000 }),
			fc.array(change, { maxLength: 6 }),
			(start, changes) => {
				const spans = spansOf(balance(start, changes));
				expect(spans.at(-2)?.to).toBe(spans.at(-1)?.to);
				const [low, high] = waterfallDomain(spans);
				for (const { step, from, to } of spans) {
					const ends = step.kind === 'total' ? [to] : [from, to];
					expect(Math.min(...ends)).toBeGreaterThanOrEqual(low);
					expect(Math.max(...ends)).toBeLessThanOrEqual(high);
				}
			}
		)
	);
});

test('small changes of a large stock can be seen: the scale begins above zero', () => {
	const spans = spansOf(balance(5000, [80, -60]));
	const [low, high] = waterfallDomain(spans);
	expect(low).toBeGreaterThan(0);
	expect(80 / (high - low)).toBeGreaterThan(0.3);
});

test('large changes of a small stock stand on zero; an unknown step has no bar', () => {
	const spans = spansOf(balance(20, [30, null, -10]));
	expect(waterfallDomain(spans)[0]).toBe(0);
	expect(spans.map(({ row }) => row)).toEqual([0, 1, 3, 4]);
});
