import fc from 'fast-check';
import { expect, test } from 'vitest';
import { derived, unknown, type Figure } from './figure.ts';
import { flowBalance, GROSS_FLOWS, type FlowBalance, type GrossFlow } from './flows.ts';

const known = (value: number): Figure => derived(value, '2022-12-31', []);
const none = unknown('2022-12-31', 'not_published');
const balance = (start: Figure, end: Figure, flows: [GrossFlow, Figure][]) =>
	flowBalance(start, end, new Map(flows));
const sum = ({ start, flows, unexplained }: FlowBalance) =>
	flows.reduce(
		(total, one) => total + (one.figure.value ?? 0),
		(start.value ?? NaN) + (unexplained.value ?? NaN)
	);

test('zero net growth does not hide a large rebuild', () => {
	const made = balance(known(500), known(500), [
		['flow_new_build', known(80)],
		['flow_demolition', known(80)]
	]);
	expect(made.flows.map((one) => one.figure.value)).toEqual([80, null, null, null, -80, null]);
	expect(made.unexplained.value).toBe(0);
});

test('what the flows do not tell stays as unexplained', () => {
	const made = balance(known(100), known(112), [['flow_purchase', known(5)]]);
	expect(made.unexplained.value).toBe(7);
});

test('without start or end nothing can be explained, and no 0 stands there', () => {
	const made = balance(none, known(112), [['flow_sale', known(0)]]);
	expect(made.unexplained.value).toBeNull();
	expect(made.flows[3]?.figure.value).toBe(0);
});

test('start + flows + unexplained = end', () => {
	const flow = fc.option(fc.nat(3000).map(known), { nil: none });
	fc.assert(
		fc.property(
			fc.nat(20_000),
			fc.nat(20_000),
			fc.array(flow, { minLength: 6, maxLength: 6 }),
			(start, end, values) => {
				const flows = GROSS_FLOWS.map(({ indicator }, index): [GrossFlow, Figure] => [
					indicator,
					values[index] ?? none
				]);
				expect(sum(balance(known(start), known(end), flows))).toBe(end);
			}
		)
	);
});
