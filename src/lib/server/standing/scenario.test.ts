import { describe, expect, test } from 'vitest';
import { derived, unknown } from '#lib/domain/figure.ts';
import { ask, MalformedParameterError, written } from '../asked/parameter.ts';
import { SCENARIO } from '../asked/questions.ts';
import type { RegionStanding } from './standing.ts';
import { asAsked, DEFAULT_BY, scenarioOf } from './scenario.ts';

const ON = '2024-12-31';
const page = (query: string) => ask(SCENARIO, 'page', new URLSearchParams(query));
const api = (query: string) => ask(SCENARIO, 'api', new URLSearchParams(query));
type Wanted = Pick<RegionStanding, 'goal' | 'coming'>;
const none: Wanted = { goal: null, coming: [] };
const own = (goal: Partial<NonNullable<RegionStanding['goal']>>): Wanted => ({
	goal: {
		basisPoints: null,
		deadline: null,
		value: unknown(ON, 'not_published'),
		...goal
	} as RegionStanding['goal'],
	coming: []
});
const ahead = (goal: Partial<RegionStanding['coming'][number]>) =>
	goal as RegionStanding['coming'][number];
const silent = { goal: null, by: null };

describe('an address', () => {
	test.for([
		['doel=11', 1100],
		['doel=11,5', 1150],
		['doel=11.5', 1150],
		['doel=8,37', 837],
		['doel=100', 10_000],
		['doel=0,01', 1],
		['doel=', null],
		['', null]
	] as const)('of a page names a goal in per cent: %s', ([query, goal]) => {
		expect(page(query).goal).toBe(goal);
	});

	test.for([
		['goal=0.11', 1100],
		['goal=0.0837', 837],
		['goal=1', 10_000]
	] as const)('of the API names a goal as a fraction: %s', ([query, goal]) => {
		expect(api(query).goal).toBe(goal);
	});

	test('names the day: a page by its year, the API as a date', () => {
		expect(page('tegen=2030').by).toBe('2030-12-31');
		expect(api('by=2042-12-31').by).toBe('2042-12-31');
	});

	test.for(['doel=0', 'doel=101', 'doel=11,555', 'doel=11%', 'doel=-2', 'tegen=30', 'tegen=2500'])(
		'of a page that cannot be used is refused: %s',
		(query) => expect(() => page(query)).toThrow(MalformedParameterError)
	);

	test.for(['goal=11', 'goal=0', 'goal=0.11111', 'by=2030', 'by=2030-06-30', 'by=2030-13-31'])(
		'of the API that cannot be used is refused: %s',
		(query) => expect(() => api(query)).toThrow(MalformedParameterError)
	);
});

describe('a scenario', () => {
	test('is what was asked, whatever the region wants', () => {
		const asked = page('doel=9&tegen=2035');
		expect(scenarioOf(asked, own({ basisPoints: 1100 }), ON, 'page')).toEqual({
			goal: 900,
			goalFrom: 'asked',
			by: '2035-12-31',
			byFrom: 'asked'
		});
	});

	test('that asks for the goal of the region itself is not one that somebody chose', () => {
		const goal = own({ basisPoints: 1100 });
		expect(scenarioOf(page('doel=11'), goal, ON, 'page').goalFrom).toBe('region');
	});

	test('that asks for the day that would be taken anyway is not one that somebody chose', () => {
		const from = (query: string, deadline?: string) =>
			scenarioOf(page(query), own({ basisPoints: 1100, deadline }), ON, 'page').byFrom;
		expect(from(`tegen=${DEFAULT_BY.slice(0, 4)}`)).toBe('default');
		expect(from('tegen=2028', '2028-12-31')).toBe('region');
		expect(from('tegen=2029', '2028-12-31')).toBe('asked');
	});

	test('is else the goal of the region by its deadline', () => {
		const goal = own({ basisPoints: 1100, deadline: '2028-12-31' });
		expect(scenarioOf(silent, goal, ON, 'page')).toEqual({
			goal: 1100,
			goalFrom: 'region',
			by: '2028-12-31',
			byFrom: 'region'
		});
	});

	test('is the first share to reach that is to come while no goal holds, and says from when', () => {
		const coming = [
			ahead({ kind: 'new_building', basisPoints: 2000, holdsFrom: '2026-01-01' }),
			ahead({
				...{ kind: 'reach_share', basisPoints: 1200 },
				...{ holdsFrom: '2030-01-01', deadline: '2035-12-31' }
			})
		];
		expect(scenarioOf(silent, { goal: null, coming }, ON, 'page')).toEqual({
			goal: 1200,
			goalFrom: 'region',
			comesOn: '2030-01-01',
			by: '2035-12-31',
			byFrom: 'region'
		});
		const { goal } = own({ basisPoints: 1100 });
		expect(scenarioOf(silent, { goal, coming }, ON, 'page').goal).toBe(1100);
	});

	test('takes the share that a region wants to hold as it is, and a typed one as it was typed', () => {
		const goal = own({ value: derived(0.098765, ON, []) });
		expect(scenarioOf(silent, goal, ON, 'page')).toMatchObject({
			goal: 0.098765 * 10_000,
			goalFrom: 'held'
		});
		expect(asAsked(scenarioOf(silent, goal, ON, 'page')).goal).toBeNull();
		expect(scenarioOf(page('doel=9,88'), goal, ON, 'page')).toMatchObject({
			goal: 988,
			goalFrom: 'asked'
		});
	});

	test('has no goal where nobody names one', () => {
		for (const silence of [none, own({})])
			expect(scenarioOf(silent, silence, ON, 'page')).toEqual({
				goal: null,
				goalFrom: null,
				by: DEFAULT_BY,
				byFrom: 'default'
			});
	});

	test('looks no further back than the reference date', () => {
		const passed = own({ deadline: '2020-12-31' });
		expect(scenarioOf(silent, passed, ON, 'page').by).toBe(DEFAULT_BY);
		expect(scenarioOf(silent, none, '2033-12-31', 'page').by).toBe('2033-12-31');
		expect(() => scenarioOf(page('tegen=2020'), none, ON, 'page')).toThrow(MalformedParameterError);
		expect(scenarioOf(page('tegen=2024'), none, ON, 'page').by).toBe(ON);
	});

	test('is written down as it is read', () => {
		for (const form of ['page', 'api'] as const) {
			for (const goal of [1100, 1150, 837, 1, 10_000]) {
				const scenario = { goal, by: '2030-12-31' };
				const address = new URLSearchParams(written(SCENARIO, form, scenario));
				expect(ask(SCENARIO, form, address)).toEqual(scenario);
			}
		}
		expect(written(SCENARIO, 'page', { goal: null, by: DEFAULT_BY })).toEqual({
			tegen: '2030'
		});
	});
});
