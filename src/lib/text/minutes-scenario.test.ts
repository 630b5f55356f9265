import { describe, expect, test } from 'vitest';
import {
	coursesMinutes,
	keyMinutes,
	roadMinutes,
	shortfallMinutes,
	stakesMinutes
} from './minutes-scenario.ts';
import { ON, known, none, said } from '../../../tests/support/minutes.ts';

const SCENARIO = '(scenario, geen beslissing) (gerekend van de toestand op 31/12/2024)';
const by = '2030-12-31';

describe('the road to a goal', () => {
	test('says what it asks, and that it is a scenario', () => {
		const minutes = roadMinutes(
			'Regio',
			{ gap: known(4420, 'estimated'), standStill: none },
			{ goal: 1100, goalFrom: 'region', by },
			ON
		);
		expect(said(minutes)).toBe(
			`Tegen 31 december 2030 heeft Regio ≈ 4.420 sociale huurwoningen extra nodig om 11 % van de huishoudens te halen. ${SCENARIO}`
		);
		expect(minutes.quotes.map((one) => one.value)).toEqual([4420]);
	});

	test('without a goal quotes what standing still asks', () => {
		const aim = { goal: null, goalFrom: null, by };
		const minutes = roadMinutes('Regio', { gap: none, standStill: known(12) }, aim, ON);
		expect(minutes.quotes.map((one) => one.value)).toEqual([12]);
	});

	test('the courses are named with the share that each leads to', () => {
		const shares = { nothing: known(0.077), pace: known(0.08), pipeline: none, goal: none };
		const courses = ['nothing', 'pace', 'pipeline'] as const;
		expect(said(coursesMinutes('Regio', { date: by, shares }, courses, ON))).toBe(
			`Op 31/12/2030 zou Regio per 100 huishoudens zoveel sociale huurwoningen tellen: 7,7 («niets erbij») en 8,0 («huidig tempo»). ${SCENARIO}`
		);
		expect(said(coursesMinutes('Regio', { date: by, shares }, ['goal'], ON))).toContain(
			'zou hebben, is niet te berekenen.'
		);
	});
});

describe('a division', () => {
	const scenario = { goal: 1100, by };

	test('says what is short, and how many municipalities are left out', () =>
		expect(
			said(shortfallMinutes('Regio', ON, { shortfall: known(1), scenario, leftOut: [{}] }))
		).toBe(
			`Voor 11 % sociale huur tegen eind 2030 heeft Regio nog 1 woning nodig. ${SCENARIO} (1 gemeente zonder cijfer telt niet mee)`
		));

	test('of a region without a goal has nothing to divide, and is no scenario', () =>
		expect(said(shortfallMinutes('Regio', ON, null))).toBe(
			'Van Regio is op 31/12/2024 geen eigen streefcijfer bekend: er is geen tekort om te verdelen.'
		));

	const divided = {
		region: 'Regio',
		shortfall: known(4420),
		on: ON,
		choices: ['opgelegd: As minstens 5 woningen']
	};

	test('what the key changes most is told with the choices that it rests on', () =>
		expect(
			said(
				stakesMinutes(
					{
						name: 'Menen',
						least: { dwellings: 0, keys: ['capped-households'] },
						most: { dwellings: 1003, keys: ['growth'] }
					},
					divided
				)
			)
		).toBe(
			'Van de 4.420 woningen die Regio nodig heeft, hangt het deel van Menen af van de sleutel: Menen krijgt 0 woningen (plafond) tot 1.003 woningen (groei). ' +
				`${SCENARIO} (opgelegd: As minstens 5 woningen)`
		));

	const key = (count: number) => ({
		key: 'households' as const,
		reason: null,
		assigned: known(30),
		parts: Array.from({ length: count }, (_, at) => ({
			municipality: { name: `G${at}` },
			dwellings: known(at)
		}))
	});

	test('by one key tells what each municipality gets; of a large region the sum alone', () => {
		expect(said(keyMinutes(key(2), divided, by))).toContain(
			'Met de sleutel «huishoudens» komen er in Regio tegen 31/12/2030 30 woningen bij: G0 0 en G1 1.'
		);
		expect(said(keyMinutes(key(30), divided, by))).toContain('30 woningen bij. (scenario');
	});

	test('by a key that divides nothing says why', () =>
		expect(said(keyMinutes({ ...key(2), reason: 'no_growth' }, divided, by))).toContain(
			'In Regio verdeelt de sleutel «huishoudens» tegen 31/12/2030 niets: in geen enkele gemeente komen huishoudens bij.'
		));
});
