import { describe, expect, test } from 'vitest';
import { unknown, type Figure } from '#lib/domain/figure.ts';
import type { Change } from '#lib/domain/change.ts';
import {
	flowsMinutes,
	memberYearsMinutes,
	pathMinutes,
	sinceMinutes,
	spreadTrendMinutes,
	trendMinutes
} from './minutes-time.ts';
import { ON, known, none, said } from '../../../tests/support/minutes.ts';

const at = (date: string, value: number | null, status: Figure['status'] = 'normal'): Figure =>
	value === null ? unknown(date, 'not_published') : known(value, status, date);

describe('a share over the years', () => {
	test('goes from the first year that is known to the last', () =>
		expect(
			said(
				trendMinutes('Gent', [
					at('2007-12-31', null),
					at('2008-12-31', 0.128, 'estimated'),
					at('2009-12-31', 0.12),
					at('2010-12-31', 0.123),
					at('2011-12-31', null)
				])
			)
		).toBe(
			'Gent ging van ≈ 12,8 sociale huurwoningen per 100 huishoudens op 31/12/2008 naar 12,3 op 31/12/2010.'
		));

	test('of one year is no line', () =>
		expect(said(trendMinutes('Gent', [at(ON, 0.1)]))).toBe(
			'Gent telde 10,0 sociale huurwoningen per 100 huishoudens op 31/12/2024; van andere jaren is geen aandeel bekend.'
		));

	test('of which no year is known gives no number', () =>
		expect(said(trendMinutes('Gent', [at(ON, null)]))).toBe(
			'Van geen enkel jaar is het aandeel sociale huur in Gent bekend.'
		));

	test('of a region says whose ground it is', () =>
		expect(said(trendMinutes('Regio', [at(ON, 0.1)], 'de leden van elk jaar zelf'))).toContain(
			'(de leden van elk jaar zelf)'
		));
});

test('of the members of a region those are counted whose share rose or fell, and that have a figure on both days', () => {
	const years = (...members: [number | null, number | null][]) =>
		said(
			memberYearsMinutes({
				region: 'Regio',
				from: '2010-12-31',
				to: ON,
				members: members.map(([then, now]) => ({ then: at('2010-12-31', then), now: at(ON, now) }))
			})
		);
	expect(years([0.1, 0.11], [0.1, 0.09], [0.1, 0.1], [null, 0.2])).toBe(
		'Van 31/12/2010 tot 31/12/2024 steeg het aandeel in 1 en daalde het in 1 van de 3 gemeenten van Regio met een cijfer op beide dagen.'
	);
	expect(years([null, 0.2])).toBe(
		'Van geen enkel lid van Regio kennen we het aandeel op 31/12/2010 en op 31/12/2024.'
	);
});

test('the spread over the years is told in dwellings, of one year too, and not when it is unknown', () => {
	const spread = (...elsewhere: Figure[]) => said(spreadTrendMinutes('Regio', elsewhere, 'grond'));
	expect(spread(at('2007-12-31', 1005), at(ON, 1))).toContain(
		'Op 31/12/2007 zouden in Regio 1.005 woningen elders in de regio moeten staan opdat elke gemeente hetzelfde aandeel heeft, op 31/12/2024 1 woning. (grond)'
	);
	expect(spread(at(ON, 7))).toContain('hetzelfde aandeel heeft. (grond)');
	expect(spread(at(ON, null))).toBe('Van geen enkel jaar is de spreiding in Regio te berekenen.');
});

describe('the way to an objective', () => {
	const path = (target: Figure, realised: number | null, planned: number | null, partly = false) =>
		said(
			pathMinutes('Gent', {
				target,
				points: [{ realised: at(ON, realised), withPlanned: at(ON, planned) }],
				baselineOn: '2007-12-31',
				deadline: '2025-12-31',
				partly
			})
		);

	test('realised, with what was planned, and what is asked', () =>
		expect(path(known(203), 342, 373)).toBe(
			'Op 31/12/2024 waren er in Gent netto 342 sociale huurwoningen meer dan op 31/12/2007, en 373 als alles wat in uitvoering of gepland was, klaar is. ' +
				'Het bindend sociaal objectief is 203 woningen extra tegen 31/12/2025.'
		));

	test('fewer than at the baseline, one, and an unknown planning', () => {
		expect(path(known(203), -1, null)).toContain(
			'was er in Gent netto 1 sociale huurwoning minder dan op 31/12/2007; wat er in uitvoering of gepland was, is niet bekend.'
		);
		expect(path(known(0), 5, 5)).toContain('Er is geen bindend sociaal objectief.');
		expect(path(none, 5, 5)).toContain('is niet bekend: geen cijfer gepubliceerd.');
	});

	test('of a merger says that a part is left out', () =>
		expect(path(known(74), 129, 150, true)).toContain('zonder objectief realiseerde'));

	test('of which no year is known gives no number', () =>
		expect(path(known(203), null, null)).toBe(
			'Van geen enkel jaar is bekend wat er in Gent bij kwam.'
		));
});

test('flows go from one year-end to the next, with what nobody explains', () => {
	const balance = {
		start: at('2023-12-31', 100),
		flows: [],
		end: at(ON, 97),
		unexplained: known(-3)
	};
	expect(said(flowsMinutes('Gent', balance))).toBe(
		'Gent ging van 100 sociale huurwoningen op 31/12/2023 naar 97 op 31/12/2024; −3 daarvan is niet verklaard door gepubliceerde stromen.'
	);
	expect(said(flowsMinutes('Gent', { ...balance, start: none, unexplained: none }))).toBe(
		'Hoe het aantal sociale huurwoningen in Gent tot 31/12/2024 veranderde, is niet bekend: geen cijfer gepubliceerd.'
	);
});

describe('since the previous meeting', () => {
	const period = {
		from: { known: '2024-12-30', on: '2023-12-31' },
		to: { known: '2026-11-26', on: ON }
	};
	const since = (change: Partial<Change>) =>
		said(
			sinceMinutes(
				'Gent',
				{
					start: known(90),
					replaced: known(0),
					correction: known(0),
					real: known(10),
					end: known(100),
					recounted: false,
					unmeasured: false,
					...change
				},
				period
			)
		);

	test('both moments say their reference date and the day on which they were known', () =>
		expect(since({})).toBe(
			'Gent telt 100 sociale huurwoningen. De vorige keer waren het er 90: 10 erbij. ' +
				'(nu: toestand op 31/12/2024, bekend op 26/11/2026) (vorige keer: toestand op 31/12/2023, bekend op 30/12/2024)'
		));

	test('an unknown end says why; another way of counting is said', () => {
		expect(since({ end: none })).toContain('huurwoningen bekend. (geen cijfer gepubliceerd)');
		expect(since({ recounted: true })).toContain('op dezelfde manier geteld');
	});
});
