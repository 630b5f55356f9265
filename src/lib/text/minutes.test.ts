import { describe, expect, test } from 'vitest';
import { unknown, type Figure } from '#lib/domain/figure.ts';
import { objectiveProgress } from '#lib/domain/objective.ts';
import { share } from '#lib/domain/share.ts';
import {
	areaMinutes,
	goalMinutes,
	ledgerMinutes,
	objectiveMinutes,
	objectivesMinutes
} from './minutes.ts';
import { ON, known, none, said } from '../../../tests/support/minutes.ts';

describe('an area', () => {
	const area = (stock: Figure, households: Figure = known(1000)) =>
		said(areaMinutes('Kortrijk', { stock, share: share(stock, households) }));

	test.for([
		[83, 'Op 31/12/2024 telde Kortrijk 83 sociale huurwoningen: 8,3 per 100 huishoudens.'],
		[1, 'Op 31/12/2024 telde Kortrijk 1 sociale huurwoning: 0,1 per 100 huishoudens.'],
		[0, 'Op 31/12/2024 telde Kortrijk 0 sociale huurwoningen: 0,0 per 100 huishoudens.']
	] as const)('%i dwellings', ([stock, sentence]) => expect(area(known(stock))).toBe(sentence));

	test('an estimate keeps its mark at both numbers', () =>
		expect(area(known(83, 'estimated'))).toBe(
			'Op 31/12/2024 telde Kortrijk ≈ 83 sociale huurwoningen: ≈ 8,3 per 100 huishoudens.'
		));

	test('an unknown stock says why and gives no number', () =>
		expect(area(none)).toBe(
			'Hoeveel sociale huurwoningen Kortrijk op 31/12/2024 telde, is niet bekend: geen cijfer gepubliceerd.'
		));

	test('without households there is a number of dwellings and no share', () =>
		expect(area(known(83), none)).toBe(
			'Op 31/12/2024 telde Kortrijk 83 sociale huurwoningen. Het aandeel is niet bekend: aantal huishoudens niet bekend.'
		));
});

describe('an objective', () => {
	const objective = (
		target: Figure,
		realised: Figure,
		status: 'compulsory' | 'exempt' | 'none' = 'compulsory'
	) =>
		said(
			objectiveMinutes(
				'Oostende',
				objectiveProgress({
					target,
					status,
					baseline: none,
					realised,
					inExecution: none,
					planned: none
				}),
				{
					deadline: '2025-12-31',
					capBasisPoints: 900,
					today: '2026-11-26',
					baselineOn: '2007-12-31'
				}
			)
		);
	const counts = ' (netto toename van sociale huurwoningen sinds 31/12/2007)';

	test('part of the way', () =>
		expect(objective(known(100), known(60))).toBe(
			'Het bindend sociaal objectief van Oostende vroeg 100 woningen extra tegen 31/12/2025. ' +
				`Op 31/12/2024 waren er 60 gerealiseerd (60,0 %), nog 40 woningen te gaan.${counts}`
		));

	test('fewer than at the baseline', () =>
		expect(objective(known(100), known(-4))).toContain(
			'waren het er 4 minder dan bij de nulmeting, nog 104 woningen te gaan.'
		));

	test('an estimate keeps its mark', () =>
		expect(objective(known(100), known(99, 'estimated'))).toContain(
			'waren er ≈ 99 gerealiseerd (≈ 99,0 %), nog ≈ 1 woning te gaan.'
		));

	test('after a merger with a part without objective, only what counts is said', () => {
		const merged = objectiveProgress({
			target: known(74),
			status: 'compulsory',
			baseline: none,
			realised: known(1783),
			inExecution: none,
			planned: none,
			counted: { realised: known(129), inExecution: none, planned: none }
		});
		const regime = { deadline: '2025-12-31', capBasisPoints: 900, today: '2026-11-26' };
		const { says, notes } = objectiveMinutes('Antwerpen', merged, {
			...regime,
			baselineOn: '2007-12-31'
		});
		expect(says).toContain('129 gerealiseerd');
		expect(notes).toContain('wat een deel zonder objectief realiseerde, telt niet mee');
	});

	test('what was realised is unknown, and why', () =>
		expect(objective(known(100), none)).toContain(
			'gerealiseerd waren, is niet bekend: geen cijfer gepubliceerd.'
		));

	test('an unknown objective says why', () =>
		expect(objective(none, known(60))).toBe(
			`Het objectief van Oostende is niet bekend: geen cijfer gepubliceerd. (toestand op 31/12/2024)${counts}`
		));

	test('an exempt municipality has none, whatever was realised', () =>
		expect(objective(known(0), none, 'exempt')).toBe(
			`Oostende had bij de nulmeting al 9 % of meer sociale huur: geen verplicht objectief. (toestand op 31/12/2024)${counts}`
		));

	test('a municipality without an objective has nothing to realise', () =>
		expect(objective(known(0), known(5), 'none')).toContain(
			'Oostende heeft geen objectief: er is niets te realiseren.'
		));
});

describe('the goal of a region', () => {
	const goal = (gap: Figure) => ({
		kind: 'reach_share' as const,
		deadline: null,
		value: known(0.11),
		gap,
		basisPoints: 1100,
		baseDate: null,
		certainty: 'stated' as const
	});

	test('share, goal and what is short', () =>
		expect(said(goalMinutes('Regio Kortrijk', known(0.0784), goal(known(4085))))).toBe(
			'Op 31/12/2024 telde Regio Kortrijk 7,8 sociale huurwoningen per 100 huishoudens. ' +
				'Het streefcijfer voor de regio als geheel is 11 % van de huishoudens: nog 4.085 woningen te gaan.'
		));

	test('a region without a goal has none, never 0 %', () =>
		expect(said(goalMinutes('Regio Genk', known(0.1), null))).toBe(
			'Op 31/12/2024 telde Regio Genk 10,0 sociale huurwoningen per 100 huishoudens. ' +
				'Van deze regio is geen eigen streefcijfer bekend.'
		));

	test('an unknown share says why', () =>
		expect(said(goalMinutes('Regio Genk', unknown(ON, 'no_members'), null))).toContain(
			'Het aandeel sociale huur van Regio Genk op 31/12/2024 is niet bekend: geen leden op deze datum.'
		));
});

describe('the objectives of a region together', () => {
	const regime = { baselineOn: '2007-12-31' };
	const tally = {
		bound: 3,
		boundStatus: 'normal' as const,
		reached: 2,
		reachedStatus: 'normal' as const,
		short: known(5),
		free: 1,
		missing: [],
		claim: 'some' as const
	};
	const objectives = (target: Figure, realised: Figure, all = realised) =>
		said(
			objectivesMinutes(
				'Regio Genk',
				{
					target,
					realised: all,
					counted: { realised, inExecution: none, planned: none }
				},
				tally,
				regime
			)
		);
	const notes =
		' (een regio heeft zelf geen bindend objectief) (netto toename van sociale huurwoningen sinds 31/12/2007)';

	test('what they asked, what was realised, and who reaches it', () =>
		expect(objectives(known(100), known(1))).toBe(
			'Op 31/12/2024 vroegen de objectieven van de gemeenten van Regio Genk samen 100 woningen extra; er was er 1 gerealiseerd. ' +
				`2 van de 3 gemeenten met een objectief halen het. Eén gemeente komt 5 woningen tekort.${notes}`
		));

	test('what a member without an objective realised is said to be left out', () =>
		expect(objectives(known(100), known(60), known(90))).toContain(
			'(wat een deel zonder objectief realiseerde, telt niet mee)'
		));

	test.for([
		[none, none, 'vroegen, is niet bekend: geen cijfer gepubliceerd.'],
		[known(0), none, 'samen geen woningen.'],
		[known(9), none, 'hoeveel er gerealiseerd waren, is niet bekend: geen cijfer gepubliceerd.']
	] as const)('%# an unknown or no sum gives no number', ([target, realised, end]) =>
		expect(objectives(target, realised)).toContain(end)
	);
});

describe('the closing balance', () => {
	const ledger = (left: Figure, target = known(40)) =>
		said(
			ledgerMinutes(
				'Aalst',
				{ target, counted: { realised: left, inExecution: none, planned: none } },
				{ realised: left, withPipeline: known(0) },
				{ on: ON, closing: '2025-12-31', deadline: '2025-12-31', baselineOn: '2007-12-31' }
			)
		);

	test('says what is left, on which day and of what', () =>
		expect(ledger(known(255))).toBe(
			'Op 31/12/2024, de laatste bekende stand, had Aalst nog 255 woningen te gaan van het objectief, en niets als alles in uitvoering en gepland klaar is. (netto toename van sociale huurwoningen sinds 31/12/2007)'
		));

	test('is open with its reason when something is unknown', () => {
		expect(ledger(none)).toContain('gerealiseerd waren, is niet bekend: geen cijfer gepubliceerd.');
		expect(ledger(known(1), none)).toContain(
			'het objectief is niet bekend: geen cijfer gepubliceerd. (toestand op 31/12/2024)'
		);
	});
});
