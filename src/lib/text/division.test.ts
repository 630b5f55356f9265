import { describe, expect, test } from 'vitest';
import { DIVISION_KEYS } from '#lib/domain/division.ts';
import { derived, unknown, type Figure } from '#lib/domain/figure.ts';
import {
	choicesSentence,
	KEY_WORDS,
	originSentence,
	reckoningSentence,
	remainderSentence,
	shortfallSentence,
	fairPartSentence,
	noPartSentence,
	stakesSentence,
	undividedReason
} from './division.ts';

const DAY = '2030-12-31';
const known = (value: number, status: Figure['status'] = 'normal'): Figure => ({
	...derived(value, DAY, []),
	status
});
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

test('every key has its own name in the address', () => {
	const slugs = DIVISION_KEYS.map((key) => KEY_WORDS[key].slug);
	expect(new Set(slugs).size).toBe(DIVISION_KEYS.length);
	for (const slug of slugs) expect(slug).toMatch(/^[a-z-]+$/);
});

describe('what a region needs', () => {
	const say = (figure: Figure) => plain(shortfallSentence('Genk', figure, { goal: 1150, by: DAY }));

	test.for([
		[
			known(4420, 'estimated'),
			'Voor 11,5 % sociale huur tegen eind 2030 heeft Genk nog ≈ 4.420 woningen nodig.'
		],
		[known(1), 'Voor 11,5 % sociale huur tegen eind 2030 heeft Genk nog 1 woning nodig.'],
		[
			known(0),
			'Voor 11,5 % sociale huur tegen eind 2030 heeft Genk al genoeg woningen: er valt niets te verdelen.'
		],
		[
			unknown(DAY, 'no_households'),
			'Hoeveel woningen Genk nodig heeft voor 11,5 % sociale huur tegen eind 2030, is niet te berekenen (aantal huishoudens niet bekend).'
		]
	] as const)('in one sentence: %s', ([figure, sentence]) => {
		expect(say(figure)).toBe(sentence);
	});
});

test('what is at stake names the keys of the least and the most, or that they agree', () => {
	const least = { dwellings: 0, keys: ['growth', 'capped-households'] as const };
	const most = { dwellings: 1181, keys: ['households'] as const };
	const say = (range: { least: typeof least; most: typeof most }) =>
		plain(
			stakesSentence(
				'Kortrijk',
				{
					least: { ...range.least, keys: [...range.least.keys] },
					most: { ...range.most, keys: [...range.most.keys] }
				},
				known(1, 'estimated')
			)
		);
	expect(say({ least, most })).toBe(
		'Kortrijk krijgt ≈ 0 woningen (groei en plafond) tot ≈ 1.181 woningen (huishoudens).'
	);
	expect(say({ least: { ...least, dwellings: 1181 }, most })).toBe(
		'Kortrijk krijgt met elke sleutel ≈ 1.181 woningen.'
	);
});

test('the part of a municipality is said as a range over the keys, with the mark of its figures', () => {
	const say = (
		least: number,
		most: number,
		mark = known(1, 'estimated'),
		byFrom: 'region' | 'default' = 'region'
	) =>
		plain(
			fairPartSentence(
				'Waregem',
				'Regio Kortrijk',
				{ goal: 1100, by: DAY, byFrom },
				{ least: { dwellings: least, keys: [] }, most: { dwellings: most, keys: [] } },
				mark
			)
		);
	expect(say(500, 860)).toBe(
		'Van de 11 % van Regio Kortrijk tegen eind 2030 zou Waregem ≈ 500 tot ≈ 860 woningen nemen, naargelang de sleutel.'
	);
	expect(say(1, 1, known(1))).toBe(
		'Van de 11 % van Regio Kortrijk tegen eind 2030 zou Waregem met elke sleutel 1 woning nemen.'
	);
	expect(say(1, 1, known(1), 'default')).toContain(
		'tegen eind 2030 (dat jaar kozen wij) zou Waregem'
	);
});

test('where nothing is to be divided, it says why', () => {
	expect(noPartSentence('Herstappe', [])).toContain('Van geen enkele regio van Herstappe');
	expect(noPartSentence('Genk', [], true)).toContain('Op deze dag geldt er nog geen');
	expect(noPartSentence('Gent', ['Regio Gent'])).toContain('Regio Gent komt voor');
	expect(noPartSentence('Gent', ['A', 'B'])).toContain('A en B komen voor');
});

test('what a rule leaves to nobody is said, and what it asks beyond the shortfall', () => {
	const say = (assigned: number, unassigned: number) =>
		plain(remainderSentence(known(assigned), known(unassigned), known(2000)));
	expect(say(2000, 0)).toBe('');
	expect(say(800, 1200)).toBe('Er blijven 1.200 woningen over die geen gemeente krijgt.');
	expect(say(1999, 1)).toBe('Er blijft 1 woning over die geen gemeente krijgt.');
	expect(say(2078, 0)).toBe('Samen is dat 78 woningen meer dan de regio te kort komt.');
	expect(remainderSentence(unknown(DAY, 'missing'), known(0), known(2000))).toBe('');
});

test('the choices stand on paper with every minimum and maximum', () => {
	const weights = { households: 1, gap: 2.5, growth: 0 };
	expect(plain(choicesSentence({ cap: 900, weights }, []))).toBe(
		'Grens van het plafond: 9 %. Gewichten: huishoudens 1, eigen tekort 2,5 en groei van huishoudens 0.'
	);
	const bounds = [
		{ name: 'Kuurne', min: 20, max: null },
		{ name: 'Menen', min: null, max: 1 },
		{ name: 'Zwevegem', min: 5, max: 1000 }
	];
	expect(plain(choicesSentence({ cap: 950, weights }, bounds))).toContain(
		'Opgelegd: Kuurne minstens 20 woningen; Menen hoogstens 1 woning; Zwevegem minstens 5 en hoogstens 1.000 woningen.'
	);
});

test('the reckoning says what the share asks of the later households and what stands now', () => {
	const stock = { ...known(10_367, 'estimated'), date: '2024-12-31' };
	const households = { ...known(134_425, 'forecast'), date: '2031-01-01' };
	const needed = { ...households, value: 14_787 };
	expect(plain(reckoningSentence({ stock, households, needed }, 1100))).toBe(
		'11 % van 134.425 huishoudens op 01/01/2031 (vooruitzicht) is 14.787 woningen; op 31/12/2024 waren er ≈ 10.367.'
	);
	expect(plain(reckoningSentence({ stock, households, needed }, 1099.99))).toMatch(
		/^Afgerond 11,00 % van /
	);
	const none = unknown(DAY, 'missing');
	expect(reckoningSentence({ stock, households: none, needed: none }, 1100)).toBe('');
});

test('who names the share and the year is said, also when the address repeats the region’s own', () => {
	const asked = { goal: 1100, goalFrom: 'asked', by: DAY, byFrom: 'asked' } as const;
	expect(plain(originSentence(asked))).toBe(
		'Het streefcijfer van 11 % is op deze pagina gekozen, niet door de regio.'
	);
	expect(plain(originSentence({ ...asked, goalFrom: 'region' }))).toBe(
		'11 % is het eigen streefcijfer van de regio als geheel.'
	);
	const silent = { goal: 727.4, goalFrom: 'held', by: DAY, byFrom: 'default' } as const;
	expect(plain(originSentence(silent))).toBe(
		'De regio wil haar aandeel behouden: afgerond 7,27 %. Een einddatum noemt de regio niet: 2030 is onze keuze, u kunt een ander jaar kiezen.'
	);
});

test('why a key divides nothing is said in plain words, of the division and of the figures', () => {
	expect(undividedReason('minima_exceed')).toBe('de minima zijn samen meer dan er te verdelen is');
	expect(undividedReason('no_households')).toBe('aantal huishoudens niet bekend');
});
