import { describe, expect, test } from 'vitest';
import { countAbove, countWithoutGap } from '#lib/domain/members.ts';
import { derived, unknown } from '#lib/domain/figure.ts';
import {
	aboveSentence,
	correctedSentence,
	lateSentence,
	partWords,
	rangeSentence,
	reachedSentence,
	sourcesSentence
} from './slides.ts';

const ON = '2024-12-31';
const sure = (value: number) => derived(value, ON, []);
const about = (value: number) => ({ ...derived(value, ON, []), status: 'estimated' as const });
const none = unknown(ON, 'not_published');
const member = (name: string, share = none, gap = none) => ({ name, share, gap });

/** No-break spaces as plain ones. */
const plain = (text: string) => text.replace(/\u00a0/g, ' ');

describe('who has the share that the region wants', () => {
	const [above, just, below] = [sure(-3), sure(0), sure(12)].map((gap) =>
		member('A', sure(0.1), gap)
	);
	const of = (...rows: (typeof above)[]) =>
		plain(
			reachedSentence(
				countWithoutGap(rows.filter((one) => !!one).map((one) => ({ ...one, nis: one.name }))),
				1100
			)
		);

	test('who has exactly enough has it', () => {
		expect(of(above, just, below)).toBe('2 van de 3 gemeenten halen 11 %.');
		expect(of(just, below, below)).toBe('1 van de 3 gemeenten haalt 11 %.');
	});

	test('all and none are said in words', () => {
		expect(of(above, just)).toBe('Alle 2 gemeenten halen 11 %.');
		expect(of(below, below)).toBe('Geen van de 2 gemeenten haalt 11 %.');
	});

	test('who has no figure is not counted, and that is said', () => {
		const left = ' Van 1 gemeente ontbreekt een cijfer: die telt niet mee.';
		expect(of(below, member('B'))).toBe(
			`De enige gemeente waarvan alles bekend is, haalt 11 % niet.${left}`
		);
		expect(of(above, below, member('B'))).toBe(`1 van de 2 gemeenten haalt 11 %.${left}`);
		expect(of(member('B'))).toBe(
			'Hoeveel gemeenten 11 % halen, is niet bekend: voor de enige gemeente ontbreekt een cijfer.'
		);
	});

	test('an estimate keeps its mark', () => {
		const guess = member('B', about(0.1), about(4));
		expect(of(above, guess)).toBe('≈ 1 van de 2 gemeenten haalt 11 %.');
		expect(of(below, guess)).toBe('Geen van de 2 gemeenten haalt 11 % (raming).');
		expect(of(guess)).toBe('De enige gemeente haalt 11 % niet (raming).');
	});
});

describe('from which share to which', () => {
	test('the lowest and the highest, with their marks', () => {
		const rows = [member('Menen', sure(0.12)), member('Genk'), member('Anzegem', about(0.0211))];
		expect(plain(rangeSentence(rows))).toBe('Het aandeel gaat van ≈ 2,1 % tot 12,0 % in Menen.');
	});

	test('one figure is no range, and none is none', () => {
		expect(plain(rangeSentence([member('Menen', sure(0.12))]))).toBe(
			'Het aandeel is 12,0 % in Menen.'
		);
		expect(rangeSentence([member('Genk')])).toBe('Van geen enkele gemeente is het aandeel bekend.');
	});
});

test.for([
	[[0.1, 0.2], 0.15, '1 van de 2 gemeenten heeft een hoger aandeel dan de regio.'],
	[[0.1, 0.2, 0.3], 0.15, '2 van de 3 gemeenten hebben een hoger aandeel dan de regio.'],
	[[0.1, 0.1], 0.1, 'Geen van de 2 gemeenten heeft een hoger aandeel dan de regio.'],
	[[], 0.1, 'Er is geen gemeente.']
] as const)('members of %j against %d', ([shares, whole, said]) => {
	const rows = shares.map((value) => ({ nis: 'A', share: sure(value) }));
	expect(plain(aboveSentence(countAbove(rows, sure(whole))))).toBe(said);
});

test.for([
	[correctedSentence(0, ON), 'Sinds 31/12/2024 kreeg geen enkel cijfer een andere waarde.'],
	[correctedSentence(1, ON), 'Sinds 31/12/2024 kreeg 1 cijfer een andere waarde.'],
	[correctedSentence(1234, ON), 'Sinds 31/12/2024 kregen 1.234 cijfers een andere waarde.'],
	[lateSentence(0), 'Geen enkele publicatie is te laat.'],
	[lateSentence(1), '1 publicatie is te laat.'],
	[lateSentence(2), '2 publicaties zijn te laat.'],
	[sourcesSentence(1), 'Deze cijfers rusten op 1 publicatie.'],
	[sourcesSentence(14), 'Deze cijfers rusten op 14 publicaties.'],
	[partWords(1, 1), ''],
	[partWords(2, 3), ' (deel 2 van 3)']
] as const)('%s', ([said, expected]) => {
	expect(said).toBe(expected);
});
