import { describe, expect, test } from 'vitest';
import { derived, unknown, type Figure } from '#lib/domain/figure.ts';
import { objectiveProgress } from '#lib/domain/objective.ts';
import { share } from '#lib/domain/share.ts';
import type { Minutes } from './citation.ts';
import { areaMinutes, goalMinutes, measureMinutes, objectiveMinutes } from './minutes.ts';

const ON = '2024-12-31';
const known = (value: number, status: Figure['status'] = 'normal'): Figure => ({
	...derived(value, ON, []),
	status
});
const none = unknown(ON, 'not_published');
const said = ({ says, notes = [] }: Minutes) =>
	[says, ...notes.map((note) => `(${note})`)].join(' ').replaceAll('\u00a0', ' ');

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
			`Oostende had bij de nulmeting al 9 % sociale huur: geen verplicht objectief. (toestand op 31/12/2024)${counts}`
		));

	test('a municipality without an objective has nothing to realise', () =>
		expect(objective(known(0), known(5), 'none')).toContain(
			'Oostende heeft geen objectief: er is niets te realiseren.'
		));
});

describe('the goal of a region', () => {
	const goal = (gap: Figure) => ({
		kind: 'reach_share' as const,
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

describe('the municipalities of an area', () => {
	const share = (...shares: [string, Figure][]) =>
		said(
			measureMinutes(
				'Vlaanderen',
				ON,
				'share',
				shares.map(([name, figure]) => ({ name, figure }))
			)
		);

	test('lie between the lowest and the highest, with who has none counted', () =>
		expect(
			share(['As', known(0.02)], ['Genk', known(0.15, 'estimated')], ['Herk', none], ['Ham', none])
		).toBe(
			'Op 31/12/2024 telden de gemeenten van Vlaanderen van 2,0 (As) tot ≈ 15,0 (Genk) sociale huurwoningen per 100 huishoudens. ' +
				'(2 gemeenten zonder cijfer tellen niet mee)'
		));

	test('that share an end are all named, or counted when they are many; one estimate marks the number', () => {
		expect(
			share(['As', known(0)], ['Bree', known(0, 'estimated')], ['Genk', known(0.1)])
		).toContain('van ≈ 0,0 (As en Bree) tot 10,0 (Genk)');
		const many = ['A', 'B', 'C', 'D'].map((name): [string, Figure] => [name, known(0)]);
		expect(share(...many, ['Genk', known(0.1)])).toContain('van 0,0 (4 gemeenten) tot');
	});

	test('a single figure has no range', () =>
		expect(share(['As', known(0.02)])).toContain('Vlaanderen 2,0 (As) sociale huurwoningen'));

	test('of which nothing is known give no number', () =>
		expect(share(['As', none])).toBe(
			'Van geen enkele gemeente van Vlaanderen is op 31/12/2024 een cijfer bekend voor het aandeel sociale huur.'
		));

	test('what is short may be negative; who has no objective is told apart from who has no figure', () =>
		expect(
			said(
				measureMinutes('Vlaanderen', ON, 'short', [
					{ name: 'As', figure: known(-1) },
					{ name: 'Genk', figure: known(812) },
					{ name: 'Gent', figure: unknown(ON, 'no_objective') }
				])
			)
		).toBe(
			'Op 31/12/2024 stonden de gemeenten van Vlaanderen van 1 woning erboven (As) tot 812 woningen eronder (Genk), tegenover hun bindend sociaal objectief. ' +
				'(1 gemeente zonder objectief telt niet mee)'
		));

	test('progress is a part of the objective', () =>
		expect(
			said(
				measureMinutes('Vlaanderen', ON, 'progress', [
					{ name: 'As', figure: known(-0.02) },
					{ name: 'Genk', figure: known(1.5) }
				])
			)
		).toContain('hadden de gemeenten van Vlaanderen van −2,0 % (As) tot 150,0 % (Genk) van hun'));
});
