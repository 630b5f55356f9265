import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Definition } from './definition.ts';
import {
	definitionBridge,
	GROUPS,
	percentageOf,
	ratioSteps,
	settle,
	type Group,
	type Step
} from './definition-bridge.ts';

const on = '2010-12-31';
const count = (definition: Definition, value: number, date = on) => ({ definition, value, date });
const published = (sizes: Partial<Record<Group, number>>) => (group: Group) => sizes[group] ?? null;
const amounts = (steps: readonly Step[]) => steps.reduce((sum, one) => sum + (one.amount ?? 0), 0);

test('Kortrijk, end of 2010: agencies and fund are all that lies between 2,427 and 2,896', () => {
	const bridge = definitionBridge(
		count('D', 2427),
		count('B', 2896),
		published({ agencies: 384, fund: 85 })
	);
	expect(bridge).toEqual({
		difference: 469,
		steps: [
			{ cause: 'agencies', amount: 384 },
			{ cause: 'fund', amount: 85 }
		],
		rest: 0,
		outcome: 'explained'
	});
});

test('what nobody published stays a cause without a size, and the rest stays unexplained', () => {
	const bridge = definitionBridge(count('D', 2427), count('B', 2896), published({ agencies: 384 }));
	expect(bridge).toMatchObject({ rest: 85, outcome: 'partly' });
	expect(bridge.steps).toContainEqual({ cause: 'fund', amount: null });
});

test('a source that does not say who is counted explains nothing', () => {
	expect(definitionBridge(count('D', 400), count('X', 600), published({}))).toEqual({
		difference: 200,
		steps: [{ cause: 'not_stated', amount: null }],
		rest: 200,
		outcome: 'unexplained'
	});
});

test('Statistiek Vlaanderen counts the agencies from the end of 2013 on', () => {
	const causes = (date: string) =>
		definitionBridge(count('D', 1, date), count('C', 2, date), published({})).steps.map(
			(step) => step.cause
		);
	expect(causes('2012-12-31')).not.toContain('agencies');
	expect(causes('2013-12-31')).toContain('agencies');
});

test('rounding alone explains a difference only beside something that is known', () => {
	const step = { cause: 'agencies', amount: 200 } as const;
	expect(settle(230, [step], 50).outcome).toBe('explained');
	expect(settle(260, [step], 50).outcome).toBe('partly');
	expect(settle(30, [], 50).outcome).toBe('unexplained');
});

const definition = fc.constantFrom<Definition>('A', 'B', 'C', 'D', 'E', 'W', 'X');
const sizes = fc.record(
	Object.fromEntries(GROUPS.map((group) => [group, fc.option(fc.nat(900), { nil: undefined })]))
);

test('steps and rest add up to the difference, and back is the opposite of there', () => {
	fc.assert(
		fc.property(
			definition,
			definition,
			fc.nat(9000),
			fc.nat(9000),
			sizes,
			(a, b, from, to, known) => {
				const there = definitionBridge(count(a, from), count(b, to), published(known));
				const back = definitionBridge(count(b, to), count(a, from), published(known));
				expect(amounts(there.steps) + there.rest).toBe(there.difference);
				expect(there.difference + back.difference).toBe(0);
				expect(there.rest + back.rest).toBe(0);
				expect(back.outcome).toBe(there.outcome);
			}
		)
	);
});

test('Kortrijk, end of 2010: of 8.9 and 7.64 per cent almost all is what is divided', () => {
	const [numerator, denominator] = ratioSteps(
		{ numerator: 2512, denominator: 32_880 },
		{ numerator: 2896, denominator: 32_539 }
	);
	expect(numerator?.amount).toBeCloseTo(1.174, 3);
	expect(denominator?.amount).toBeCloseTo(0.086, 3);
});

const whole = fc.integer({ min: 1, max: 90_000 });
const ratio = fc.record({ numerator: fc.nat(9000), denominator: whole });

test('numerator and denominator together are the whole difference of two percentages', () => {
	fc.assert(
		fc.property(ratio, ratio, (from, to) => {
			const difference = percentageOf(to) - percentageOf(from);
			expect(amounts(ratioSteps(from, to))).toBeCloseTo(difference, 6);
			expect(amounts(ratioSteps(to, from))).toBeCloseTo(-difference, 6);
		})
	);
});

test('the same denominator explains nothing', () => {
	fc.assert(
		fc.property(fc.nat(9000), fc.nat(9000), whole, (a, b, denominator) => {
			const [, step] = ratioSteps({ numerator: a, denominator }, { numerator: b, denominator });
			expect(step?.amount).toBe(0);
		})
	);
});
