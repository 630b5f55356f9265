import { describe, expect, test } from 'vitest';
import { derived, unknown } from '#lib/domain/figure.ts';
import { NBSP } from './format.ts';
import { placeWords, points, projectSentence, spreadOverTime, spreadSentence } from './spread.ts';

const DAY = '2022-12-31';
const sure = (value: number) => ({ ...derived(value, DAY, []), status: 'normal' as const });

test.for([
	[sure(0), 'heeft elke gemeente op minder dan een woning na hetzelfde aandeel'],
	[sure(1), `zou 1${NBSP}woning elders`],
	[sure(1_600), `zouden 1.600${NBSP}woningen elders`],
	[{ ...sure(600), status: 'estimated' as const }, `zouden ≈${NBSP}600${NBSP}woningen elders`],
	[unknown(DAY, 'part_missing'), 'niet te berekenen (een deel van de som ontbreekt)'],
	[unknown(DAY, 'too_few_members'), '(minder dan twee leden met huishoudens)']
] as const)('the spread in homes: %j', ([figure, words]) => {
	expect(spreadSentence('Proefregio', figure).replaceAll(NBSP, ' ')).toContain(
		words.replaceAll(NBSP, ' ')
	);
});

const plain = (text: string) => text.replaceAll(NBSP, ' ');
const place = (highest: number, lowest: number, status: 'normal' | 'estimated' = 'normal') => ({
	place: highest,
	highest,
	lowest,
	of: 12,
	status
});

describe('places', () => {
	test.for([
		[place(3, 3), '3'],
		[place(3, 5), '3–5'],
		[place(3, 5, 'estimated'), '≈ 3–5'],
		[null, 'n.b.']
	] as const)('%j is «%s»', ([one, words]) => {
		expect(plain(placeWords(one))).toBe(words);
	});
});

describe('what one project changes', () => {
	test.for([
		[0.0179, '1,8'],
		[0.001, '0,1'],
		[0.00056, '0,06']
	] as const)('%d is %s percentage points', ([fraction, words]) => {
		expect(points(fraction)).toBe(words);
	});

	test('where it is most and where it is least', () => {
		const members = [
			{ name: 'Stad', weight: sure(0.0006) },
			{ name: 'Dorp', weight: sure(0.018) },
			{ name: 'Nergens', weight: unknown(DAY, 'no_households') }
		];
		expect(plain(projectSentence(20, members))).toBe(
			'Eén gemiddeld project (20 woningen) is in Dorp 1,8 procentpunt, in Stad 0,06 procentpunt.'
		);
		expect(plain(projectSentence(1, members.slice(0, 1)))).toBe(
			'Eén gemiddeld project (1 woning) is in Stad 0,06 procentpunt.'
		);
		expect(projectSentence(20, [])).toBe('');
	});
});

describe('the spread over time', () => {
	const on = (date: string, value: number) => ({ ...derived(value, date, []), date });
	test.for([
		[[], 'Van geen enkel jaar'],
		[[unknown(DAY, 'part_missing')], 'Van geen enkel jaar'],
		[[on('2012-12-31', 5)], 'Op 31/12/2012 zouden er 5 woningen elders moeten staan.'],
		[
			[on('2012-12-31', 5), unknown(DAY, 'part_missing'), on('2024-12-31', 1)],
			'Op 31/12/2012 zouden er 5 woningen elders moeten staan, op 31/12/2024 1 woning.'
		]
	] as const)('%#', ([figures, words]) => {
		expect(plain(spreadOverTime(figures))).toContain(words);
	});
});
