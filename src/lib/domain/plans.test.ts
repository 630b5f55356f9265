import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { derived, unknown, type Figure } from './figure.ts';
import type { Counted } from './objective.ts';
import { becameOf, becameTogether, BECAME, type Became } from './plans.ts';

const [THEN, NOW] = ['2021-12-31', '2024-12-31'];
type Measured = [realised: number | null, inExecution: number | null, planned: number | null];

const measured = (date: string, [realised, inExecution, planned]: Measured): Counted => {
	const figure = (value: number | null): Figure =>
		value === null ? unknown(date, 'not_published') : derived(value, date, []);
	return {
		realised: figure(realised),
		inExecution: figure(inExecution),
		planned: figure(planned)
	};
};
const became = (then: Measured, now: Measured) =>
	becameOf(measured(THEN, then), measured(NOW, now));
const values = (one: Became) => Object.fromEntries(BECAME.map((key) => [key, one[key].value]));
const valueOf = (one: Figure) => one.value ?? NaN;

/** Homes of then and homes that came up since, with what became of each, and homes that were lost. */
interface History {
	realised: number;
	still: number;
	gone: number;
	freshRealised: number;
	freshPlanned: number;
	lost: number;
	before: number;
}
const homes = fc.nat(500);
const history = fc.record<History>({
	realised: homes,
	still: homes,
	gone: homes,
	freshRealised: homes,
	freshPlanned: homes,
	lost: homes,
	before: fc.integer({ min: -50, max: 900 })
});
const told = (one: History) =>
	became(
		[one.before, 0, one.realised + one.still + one.gone],
		[one.before + one.realised + one.freshRealised - one.lost, one.freshPlanned, one.still]
	);

describe('what became of the homes of a municipality', () => {
	test('fewer on their way than were, and little growth: the rest is gone', () =>
		expect(values(became([40, 30, 90], [55, 20, 60]))).toEqual({
			inExecution: 30,
			planned: 90,
			onTheWay: 120,
			growth: 15,
			realised: 15,
			still: 80,
			gone: 25,
			fresh: 0
		}));

	test('more growth and plans than there were homes on their way: some are new, and none must be gone', () =>
		expect(values(became([40, 30, 90], [140, 20, 60]))).toMatchObject({
			realised: 100,
			still: 80,
			gone: 0,
			fresh: 60
		}));

	test('a stock that shrank realised nothing, and no less than nothing', () =>
		expect(values(became([40, 0, 10], [31, 0, 4]))).toMatchObject({
			growth: -9,
			realised: 0,
			still: 4,
			gone: 6
		}));

	test('what is not known of a measurement stays unknown, and says nothing of the rest', () => {
		const one = became([null, 30, 90], [55, 20, 60]);
		expect(values(one)).toMatchObject({
			onTheWay: 120,
			growth: null,
			realised: null,
			still: 80,
			gone: null
		});
		expect(one.gone.reason).toBe('not_published');
	});

	test('an estimate at either measurement makes the bounds estimates', () => {
		const then = measured(THEN, [40, 30, 90]);
		const planned: Figure = { ...then.planned, status: 'estimated' };
		const one = becameOf({ ...then, planned }, measured(NOW, [55, 20, 60]));
		expect([one.realised.status, one.gone.status]).toEqual(['estimated', 'estimated']);
		expect(one.growth.status).toBe('normal');
	});

	test('homes of then and new ones add up to homes of now and those gone; nothing is below zero', () => {
		fc.assert(
			fc.property(history, (one) => {
				const made = told(one);
				const { onTheWay, growth, realised, still, gone, fresh } = made;
				const now = one.still + one.freshPlanned;
				expect(valueOf(onTheWay) + valueOf(fresh)).toBe(
					Math.max(0, valueOf(growth)) + now + valueOf(gone)
				);
				for (const part of [realised, still, gone]) {
					expect(valueOf(part)).toBeGreaterThanOrEqual(0);
					expect(valueOf(part)).toBeLessThanOrEqual(valueOf(onTheWay));
				}
				expect(valueOf(realised) + valueOf(still) + valueOf(gone)).toBeGreaterThanOrEqual(
					valueOf(onTheWay)
				);
			})
		);
	});

	test('whatever happened to each home, the bounds hold', () => {
		fc.assert(
			fc.property(history, (one) => {
				const { realised, still, gone } = told(one);
				const net = Math.max(0, one.realised - one.lost);
				expect(net).toBeLessThanOrEqual(valueOf(realised));
				expect(one.still).toBeLessThanOrEqual(valueOf(still));
				expect(one.gone + one.realised - net).toBeGreaterThanOrEqual(valueOf(gone));
			})
		);
	});
});

describe('what became of the homes of a region', () => {
	const region = (...towns: Became[]) =>
		becameTogether(towns.map((one, index) => ({ nis: `3400${index}`, became: one })));

	test('homes gone in one municipality are not made up for by growth in another', () =>
		expect(
			values(region(became([0, 0, 50], [0, 0, 0]), became([0, 0, 0], [50, 0, 0])))
		).toMatchObject({ onTheWay: 50, growth: 50, realised: 0, gone: 50, fresh: 50 }));

	test('whoever lacks a figure is left out of every sum and named', () => {
		const one = became([0, 10, 20], [5, 5, 5]);
		const made = region(one, one, became([null, 400, 400], [5, 5, 5]));
		expect(values(made)).toMatchObject({ onTheWay: 60, realised: 10, still: 20, gone: 30 });
		for (const key of BECAME) expect(made[key].missing).toEqual(['34002']);
	});

	test('when more than half lack a figure nothing is added up', () => {
		const open = became([null, 1, 1], [1, 1, 1]);
		expect(region(became([0, 1, 1], [1, 1, 1]), open, open).gone).toMatchObject({
			value: null,
			reason: 'part_missing'
		});
	});

	test('no municipality has more than its region, and where none shrank the region as one town says no more', () => {
		const grown = history.map((one) => ({ ...one, lost: 0 }));
		fc.assert(
			fc.property(fc.array(grown, { minLength: 2, maxLength: 6 }), (all) => {
				const towns = all.map(told);
				const made = region(...towns);
				const sum = (pick: (one: History) => number) =>
					all.reduce((total, one) => total + pick(one), 0);
				const asOne = told(
					Object.fromEntries(
						Object.keys(all[0] ?? {}).map((key) => [key, sum((one) => one[key as keyof History])])
					) as unknown as History
				);
				for (const key of BECAME)
					for (const town of towns)
						expect(valueOf(town[key])).toBeLessThanOrEqual(valueOf(made[key]));
				expect(valueOf(made.gone)).toBeGreaterThanOrEqual(valueOf(asOne.gone));
				expect(valueOf(made.realised)).toBeLessThanOrEqual(valueOf(asOne.realised));
				expect(valueOf(made.growth)).toBe(valueOf(asOne.growth));
			})
		);
	});
});
