import { describe, expect, test } from 'vitest';
import { derived, unknown, type Figure } from '#lib/domain/figure.ts';
import {
	areaWords,
	assignedSentence,
	differsSentence,
	evenerSentence,
	exchangeSentence,
	fasterSentence,
	proposalMinutes,
	rowFlags
} from './proposal.ts';

const DAY = '2030-12-31';
const chosen = (value: number): Figure => derived(value, DAY, []);
const about = (value: number): Figure => ({ ...chosen(value), status: 'estimated' });

describe('what a proposal divides', () => {
	test.for([
		[100, 0, 'Het voorstel verdeelt precies de ≈ 100 woningen die nodig zijn.'],
		[
			90,
			10,
			'Het voorstel verdeelt 90 van de ≈ 100 woningen. Voor ≈ 10 woningen is er nog geen gemeente.'
		],
		[
			99,
			1,
			'Het voorstel verdeelt 99 van de ≈ 100 woningen. Voor ≈ 1 woning is er nog geen gemeente.'
		],
		[112, -12, 'Het voorstel verdeelt 112 van de ≈ 100 woningen. Dat zijn er ≈ 12 meer dan nodig.']
	] as const)('%i divided, %i left', ([divided, left, words]) => {
		const said = assignedSentence(chosen(divided), about(left), about(100));
		expect(said.replaceAll('\u00a0', ' ')).toBe(words);
	});
});

test('a row tells how many times as fast as ever, and which bound is passed', () => {
	expect(rowFlags({ fasterThanBest: 3.28, beyond: 'max' })).toEqual([
		'3,3\u00a0×\u00a0beste',
		'boven haar maximum'
	]);
	expect(rowFlags({ fasterThanBest: Infinity, beyond: 'min' })).toEqual([
		'sneller dan ooit',
		'onder haar minimum'
	]);
	expect(rowFlags({ fasterThanBest: null, beyond: null })).toEqual([]);
});

test('who would have to build faster is named, or all are', () => {
	expect(fasterSentence([], 3, 5)).toBe('');
	expect(fasterSentence(['Menen', 'Kortrijk'], 3, 5)).toBe(
		'Sneller dan in de beste vijf jaar die we kennen: Kortrijk en Menen.'
	);
	expect(fasterSentence(['Menen', 'Kortrijk'], 2, 5)).toContain('alle gemeenten');
});

test('an exchange says who builds for whom, and whether that lies within one area', () => {
	expect(exchangeSentence('Menen', 'Kortrijk', 1).replaceAll('\u00a0', ' ')).toBe(
		'Menen bouwt 1 woning van het deel van Kortrijk'
	);
	expect(areaWords('Werkingsgebied A', 'Werkingsgebied A')).toBe(
		'Binnen één woonmaatschappij: werkingsgebied A.'
	);
	expect(areaWords('Werkingsgebied A', 'Werkingsgebied B')).toContain('geen ruil');
	expect(areaWords('Werkingsgebied A', null)).toContain('kennen we niet');
});

test('two proposals tell where they differ, and which one is more even', () => {
	expect(differsSentence([], 3)).toBe('De twee voorstellen zijn gelijk.');
	expect(differsSentence(['Menen'], 3)).toBe('De twee voorstellen verschillen voor Menen.');
	expect(evenerSentence(about(10), about(30)).replaceAll('\u00a0', ' ')).toBe(
		'Dit voorstel maakt de spreiding gelijker dan het andere: daarna zijn er ≈ 10 woningen elders nodig, tegenover ≈ 30.'
	);
	expect(evenerSentence(about(30), about(10))).toMatch(/^Het andere voorstel/);
	expect(evenerSentence(about(30), about(30))).toBe('');
	expect(evenerSentence(about(30), unknown(DAY, 'zero_stock'))).toBe('');
});

test('the minutes tell each part and every exchange', () => {
	const { says, notes } = proposalMinutes(
		'Regio Kortrijk',
		{
			assigned: chosen(30),
			left: about(0),
			shortfall: about(30),
			parts: [
				{ name: 'Kortrijk', dwellings: chosen(20) },
				{ name: 'Menen', dwellings: chosen(10) }
			],
			exchanges: ['Menen bouwt 5 woningen van het deel van Kortrijk'],
			key: 'gap'
		},
		{ on: '2024-12-31', by: DAY, choices: ['opgelegd: elke gemeente minstens 5 woningen'] }
	);
	expect(says.replaceAll('\u00a0', ' ')).toBe(
		'Op tafel in Regio Kortrijk, tegen 31/12/2030. Het voorstel verdeelt precies de ≈ 30 woningen die nodig zijn. Er komen er bij: Kortrijk 20 en Menen 10. Zo verdeelt de sleutel «tekort» het.'
	);
	expect(notes).toContain('opgelegd: elke gemeente minstens 5 woningen');
	expect(notes).toContain('Menen bouwt 5 woningen van het deel van Kortrijk');
	expect(notes).toContain('scenario, geen beslissing');
});
