import { describe, expect, test } from 'vitest';
import { derived, unknown, type Figure } from '#lib/domain/figure.ts';
import { overlapSentence, rangeSentence, splitSentence } from './compare.ts';
import { NBSP } from './format.ts';

const DAY = '2024-12-31';
const sure = (value: number): Figure => ({ ...derived(value, DAY, []), status: 'normal' });
const none = unknown(DAY, 'part_missing');
const plain = (text: string) => text.replaceAll(NBSP, ' ');

describe('between which shares regions lie', () => {
	const of = (...shares: Figure[]) =>
		plain(rangeSentence(shares.map((share, index) => ({ name: `Regio ${index + 1}`, share }))));

	test('names the lowest and the highest, and keeps the mark of an estimate', () => {
		expect(of(sure(0.0782), { ...sure(0.0604), status: 'estimated' }, none)).toBe(
			'Sociale huurwoningen per 100 huishoudens: van ≈ 6,0 tot 7,8 in Regio 1.'
		);
	});

	test('one that is known is no range, and none is said so', () => {
		expect(of(sure(0.0782), none)).toBe(
			'Sociale huurwoningen per 100 huishoudens: 7,8 in Regio 1.'
		);
		expect(of(none)).toBe('Van deze regio’s is geen aandeel bekend.');
	});
});

describe('how unevenness splits', () => {
	const split = (within: Figure, total: Figure) => plain(splitSentence({ within, total }));

	test('both parts together are always 100 %', () => {
		expect(split(sure(0.0373), sure(0.05))).toBe(
			'Van alle ongelijkheid tussen deze gemeenten zit 75 % binnen de regio’s en 25 % tussen de regio’s.'
		);
	});

	test('no unevenness, and no split with its reason', () => {
		expect(split(sure(0), sure(0))).toContain('er is geen ongelijkheid');
		const twice = unknown(DAY, 'overlapping');
		expect(split(twice, twice)).toBe(
			'Hoeveel van de ongelijkheid binnen en tussen de regio’s zit, is niet te berekenen (een gemeente hoort bij twee van deze regio’s).'
		);
	});
});

test.for([
	[['Kortrijk'], 0, 'Kortrijk hoort bij meer dan één van deze regio’s.'],
	[['Kortrijk', 'Menen'], 3, 'Kortrijk, Menen en 3 andere horen bij meer dan één van deze regio’s.']
] as const)('municipalities in two regions are named: %j and %i', ([names, others, sentence]) => {
	expect(overlapSentence(names, others)).toBe(sentence);
});
