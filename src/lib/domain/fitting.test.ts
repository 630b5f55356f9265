import fc from 'fast-check';
import { expect, test } from 'vitest';
import { derived, unknown, type Figure } from './figure.ts';
import { withinTotal } from './fitting.ts';
import type { Status } from './status.ts';

const DATE = '2024-12-31';
const figure = (value: number, status: Status): Figure => ({
	...derived(value, DATE, []),
	status,
	indicator: 'stock_b'
});
const figures = fc.array(
	fc.oneof(
		fc.tuple(fc.nat(500), fc.constantFrom<Status>('normal', 'provisional', 'estimated')),
		fc.constant(null)
	),
	{ maxLength: 12 }
);
const read = (all: readonly ([number, Status] | null)[]) =>
	all.map((one) => (one ? figure(...one) : unknown(DATE, 'missing')));
const sum = (all: readonly Figure[]) => all.reduce((total, { value }) => total + (value ?? 0), 0);

test('estimates that fit a total stay, and without a total nothing changes', () => {
	fc.assert(
		fc.property(figures, fc.nat(50), (all, room) => {
			const parts = read(all);
			expect(withinTotal(parts, sum(parts) + room)).toEqual(parts);
			expect(withinTotal(parts, null)).toEqual(parts);
		})
	);
});

test('beside a total that is exceeded no estimate is left, each is unknown with the reason, and what was published stays', () => {
	fc.assert(
		fc.property(figures, (all) => {
			const parts = read(all);
			fc.pre(parts.some(({ status }) => status === 'estimated') && sum(parts) > 0);
			const left = withinTotal(parts, sum(parts) - 1);
			left.forEach((one, at) => {
				if (parts[at]?.status === 'estimated')
					expect(one).toMatchObject({ value: null, reason: 'above_total' });
				else expect(one).toBe(parts[at]);
			});
		})
	);
});

test('figures that all were published stay beside a total that is too low: which of them is wrong is not ours to say', () => {
	const parts = [figure(10, 'normal'), figure(20, 'provisional')];
	expect(withinTotal(parts, 12)).toBe(parts);
});
