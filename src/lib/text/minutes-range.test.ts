import { describe, expect, test } from 'vitest';
import { unknown, type Figure } from '#lib/domain/figure.ts';
import {
	excessMinutes,
	measureMinutes,
	neighboursMinutes,
	regionsMinutes,
	sharesMinutes,
	type Placed
} from './minutes-range.ts';
import { ON, known, none, said } from '../../../tests/support/minutes.ts';

const stage = { area: 'Vlaanderen', on: ON };
const places = (...all: [string, Figure][]): Placed[] =>
	all.map(([name, figure]) => ({ name, figure }));
const share = (...all: [string, Figure][]) => said(measureMinutes(stage, 'share', places(...all)));

describe('the municipalities of an area', () => {
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

	test('of which nothing is known give no number, and are compared with nothing', () => {
		const all = places(['As', none]);
		const sentence =
			'Van geen enkele gemeente van Vlaanderen is op 31/12/2024 een cijfer bekend voor het aandeel sociale huur.';
		expect(said(measureMinutes(stage, 'share', all))).toBe(sentence);
		expect(said(sharesMinutes(stage, all, places(['Vlaanderen', known(0.06)])))).toBe(sentence);
	});

	test('what is short may be negative; who has no objective is told apart from who has no figure', () =>
		expect(
			said(
				measureMinutes(
					stage,
					'short',
					places(['As', known(-1)], ['Genk', known(812)], ['Gent', unknown(ON, 'no_objective')])
				)
			)
		).toBe(
			'Op 31/12/2024 stonden de gemeenten van Vlaanderen van 1 woning erboven (As) tot 812 woningen eronder (Genk), tegenover hun bindend sociaal objectief. ' +
				'(1 gemeente zonder objectief telt niet mee)'
		));

	test('progress is a part of the objective, and may be negative or above all of it', () =>
		expect(
			said(measureMinutes(stage, 'progress', places(['As', known(-0.02)], ['Genk', known(1.5)])))
		).toContain('hadden de gemeenten van Vlaanderen van −2,0 % (As) tot 150,0 % (Genk) van hun'));

	test('are set beside their region and Flanders, as far as those are known', () => {
		const all = places(['As', known(0.02)], ['Genk', known(0.1)]);
		const wholes = places(['Regio', known(0.07)], ['Vlaanderen', known(0.06, 'estimated')]);
		expect(said(sharesMinutes(stage, all, wholes))).toContain(
			'per 100 huishoudens. Ter vergelijking: Regio 7,0 en Vlaanderen ≈ 6,0.'
		);
		expect(said(sharesMinutes(stage, all, places(['Regio', none])))).not.toContain('Ter');
	});

	test('against their neighbours 100 is the same', () =>
		expect(
			said(neighboursMinutes(stage, places(['As', known(57)], ['Genk', known(217)])))
		).toContain(
			'haalden de gemeenten van Vlaanderen van 57 (As) tot 217 (Genk), als het aandeel sociale huur van hun Vlaamse buurgemeenten samen 100 is.'
		));

	test('above or below their part by households', () => {
		expect(said(excessMinutes(stage, places(['As', known(-266)], ['Genk', known(1)])))).toContain(
			'hadden de gemeenten van Vlaanderen van 266 woningen minder (As) tot 1 woning meer (Genk), tegenover hun deel naar huishoudens.'
		);
		expect(said(excessMinutes(stage, places(['As', known(0)], ['Genk', known(0)])))).toContain(
			'hadden de gemeenten van Vlaanderen geen verschil (As en Genk), tegenover'
		);
	});
});

test('regions lie between the lowest and the highest share', () => {
	const all = places(['Genk', known(0.1)], ['Kortrijk', known(0.08)], ['Gent', none]);
	const minutes = regionsMinutes(ON, all);
	expect(said(minutes)).toBe(
		'Sociale huurwoningen per 100 huishoudens: van 8,0 in Kortrijk tot 10,0 in Genk. (toestand op 31/12/2024)'
	);
	expect(minutes.quotes.map((one) => one.value)).toEqual([0.08, 0.1]);
});
