import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildUp, checkObjective, type EnteredParts, type FormulaInputs } from './build-up.ts';
import { derived, unknown, type Figure } from './figure.ts';

const known = (value: number, status: Figure['status'] = 'normal'): Figure => ({
	...derived(value, '2008-01-01', []),
	status
});
const none = unknown('2008-01-01', 'not_published');
const entered = (parts: Partial<EnteredParts> = {}): EnteredParts => ({
	total: none,
	stepsOneTwo: none,
	catchUp: none,
	...parts
});
const inputs = (parts: Partial<FormulaInputs> = {}): FormulaInputs => ({
	provincialObjective: none,
	provincialHouseholds: none,
	households: none,
	stock: none,
	capBasisPoints: 900,
	catchUpBasisPoints: 300,
	...parts
});
const LIMBURG = { provincialObjective: known(5590), provincialHouseholds: known(326_925) };
const DE_PANNE = { households: known(4974), stock: known(226) };

describe('what an objective is made of', () => {
	test('De Panne: 83 in steps 1 and 2, no catch-up, 222 dwellings of room, step 1 unknown', () => {
		const made = buildUp(
			entered({ total: known(83), stepsOneTwo: known(83), catchUp: known(0) }),
			inputs(DE_PANNE)
		);
		expect(made.stepOne.reason).toBe('no_provincial_objective');
		expect([made.room.value, made.stepsOneTwo.value, made.catchUp.value, made.total.value]).toEqual(
			[222, 83, 0, 83]
		);
	});

	test('Opwijk 116 = 89 + 27; Brasschaat 255 − 50 leaves 205 for steps 1 and 2', () => {
		expect(
			buildUp(entered({ total: known(116), stepsOneTwo: known(89) }), inputs()).catchUp.value
		).toBe(27);
		expect(
			buildUp(entered({ total: known(255), catchUp: known(50) }), inputs()).stepsOneTwo.value
		).toBe(205);
	});

	test('Limburg, 11.545 households far below the limit: steps 1 and 2 give 197, and no total', () => {
		const made = buildUp(
			entered(),
			inputs({ ...LIMBURG, households: known(11_545), stock: known(800) })
		);
		expect([made.stepOne.value, made.stepsOneTwo.value]).toEqual([197, 197]);
		expect(made.total.value).toBeNull();
	});

	test('at the limit of the baseline nothing is asked; one below it, one dwelling', () => {
		const at = (stock: number) =>
			buildUp(entered(), inputs({ ...LIMBURG, households: known(10_000), stock: known(stock) }));
		expect([at(900).room.value, at(900).stepsOneTwo.value]).toEqual([0, 0]);
		expect([at(899).room.value, at(899).stepsOneTwo.value]).toEqual([1, 1]);
	});

	test('from 3 % on there is no catch-up; below it nobody knows how large it is', () => {
		const at = (stock: number) =>
			buildUp(
				entered({ total: known(20) }),
				inputs({ households: known(1000), stock: known(stock) })
			);
		expect(at(30).catchUp.value).toBe(0);
		expect(at(30).stepsOneTwo.value).toBe(20);
		expect(at(29).catchUp.reason).toBe('no_formula');
	});

	test('an estimated total is steps 1 and 2 alone, and stays an estimate', () => {
		const made = buildUp(entered({ total: known(40, 'estimated') }), inputs());
		expect(made.stepsOneTwo).toMatchObject({ value: 40, status: 'estimated' });
	});

	test('what was entered is never replaced, and known parts add up to it', () => {
		const count = fc.option(
			fc.nat(2000).map((value) => known(value)),
			{ nil: none }
		);
		fc.assert(
			fc.property(
				fc.record({ total: count, stepsOneTwo: count, catchUp: count }),
				fc.record({ households: count, stock: count, provincialObjective: count }),
				(parts, basis) => {
					const made = buildUp(parts, inputs({ ...basis, provincialHouseholds: known(300_000) }));
					for (const key of ['total', 'stepsOneTwo', 'catchUp'] as const) {
						if (parts[key].value !== null) expect(made[key]).toBe(parts[key]);
					}
					const all = [made.total, made.stepsOneTwo, made.catchUp].every(
						(one) => one.value !== null
					);
					const openBefore = Object.values(parts).some((one) => one.value === null);
					if (all && openBefore && parts.stepsOneTwo.value === null)
						expect(made.total.value).toBe(
							(made.stepsOneTwo.value ?? NaN) + (made.catchUp.value ?? NaN)
						);
				}
			)
		);
	});
});

describe('checking what was entered', () => {
	const basis = inputs({ ...LIMBURG, households: known(11_545), stock: known(800) });

	test.for([
		[196, false],
		[197, false],
		[198, false],
		[195, true],
		[199, true]
	] as const)('197 by the formula, %d entered: a finding is %s', ([value, found]) => {
		const check = checkObjective(entered({ stepsOneTwo: known(value) }), basis);
		expect(check.tested).toEqual(['formula']);
		expect(check.findings).toEqual(
			found ? [{ kind: 'formula', entered: value, expected: 197 }] : []
		);
	});

	test('without the objective of the province only the room is tested', () => {
		const room = (value: number) =>
			checkObjective(entered({ total: known(value) }), inputs(DE_PANNE));
		expect(room(83)).toEqual({ tested: ['room'], findings: [] });
		expect(room(223).findings).toEqual([]);
		expect(room(224).findings).toEqual([{ kind: 'room', entered: 224, expected: 222 }]);
	});

	test('a catch-up above 3 % and parts that do not add up are findings', () => {
		const { findings } = checkObjective(
			entered({ total: known(100), stepsOneTwo: known(83), catchUp: known(12) }),
			inputs(DE_PANNE)
		);
		expect(findings).toEqual([
			{ kind: 'sum', entered: 100, expected: 95 },
			{ kind: 'catch_up', entered: 12, expected: 0 }
		]);
	});

	test('an estimate proves nothing: neither an input nor an objective', () => {
		const guess = inputs({ ...LIMBURG, households: known(11_545, 'estimated'), stock: known(800) });
		expect(checkObjective(entered({ total: known(500) }), guess).tested).toEqual([]);
		expect(checkObjective(entered({ total: known(500, 'estimated') }), basis).tested).toEqual([]);
	});

	test('what the formula gives is never a finding', () => {
		fc.assert(
			fc.property(fc.nat(20_000), fc.nat(4000), (households, stock) => {
				const own = inputs({ ...LIMBURG, households: known(households), stock: known(stock) });
				const { stepsOneTwo } = buildUp(entered(), own);
				expect(checkObjective(entered({ stepsOneTwo }), own).findings).toEqual([]);
			})
		);
	});
});
