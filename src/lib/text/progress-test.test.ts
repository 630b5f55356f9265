import { describe, expect, test } from 'vitest';
import { progressTest, scenario } from '#lib/domain/progress-test.ts';
import {
	countsSentence,
	replaySentence,
	scenarioSentence,
	shortSentence,
	silentRoundsSentence,
	thresholdWords
} from './progress-test.ts';

const ROUND = { realised: 7952, withPlanned: 9542 };
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

test('thresholds with both decimals', () => {
	expect(plain(thresholdWords(ROUND))).toBe(
		'79,52 % gerealiseerd, of 95,42 % met geplande woningen erbij'
	);
});

test.for([
	[[], ''],
	[['2020'], 'Van de toets van 2020 kennen we drempels noch categorie.'],
	[
		['2012', '2014', '2020'],
		'Van de toetsen van 2012, 2014 en 2020 kennen we drempels noch categorie.'
	]
] as const)('rounds of which nothing is known: %o', ([years, expected]) => {
	expect(silentRoundsSentence(years)).toBe(expected);
});

test.for([
	[
		{ '1': 180, '2a': 107, '2b': 13 },
		300,
		'180 in categorie 1, 107 in categorie 2a en 13 in categorie 2b, van 300 gemeenten'
	],
	[{ '1': 278 }, 308, '278 in categorie 1, van 308 gemeenten']
] as const)('published counts of %o', ([counts, tested, expected]) => {
	expect(plain(countsSentence(counts, tested))).toBe(expected);
});

test('a source that speaks in words only has no counts', () => {
	expect(plain(countsSentence({}, 300))).toBe('geen aantallen, van 300 gemeenten');
});

const COUNTS = {
	municipalities: 300,
	no_objective: 20,
	realised: 100,
	with_planned: 50,
	short: 130,
	unknown: 0
};

test.for([
	[
		{ ...COUNTS, estimated: true },
		'Als we de regel narekenen, volgen ≈ 170 van de 300 gemeenten het groeipad (categorie 1) en ≈ 130 niet (categorie 2).'
	],
	[
		{ ...COUNTS, short: 128, unknown: 2, estimated: false },
		'Als we de regel narekenen, volgen 170 van de 300 gemeenten het groeipad (categorie 1) en 128 niet (categorie 2); voor 2 is te weinig bekend.'
	],
	[
		{
			...COUNTS,
			municipalities: 3,
			no_objective: 0,
			realised: 1,
			with_planned: 0,
			short: 2,
			estimated: false
		},
		'Als we de regel narekenen, volgt 1 van de 3 gemeenten het groeipad (categorie 1) en 2 niet (categorie 2).'
	],
	[
		{ ...COUNTS, unknown: 300, estimated: false },
		'Voor geen van de 300 gemeenten is genoeg bekend.'
	]
] as const)('a replay in words: %o', ([counts, expected]) => {
	expect(plain(replaySentence(counts))).toBe(expected);
});

const short = (target: number, realised: number, pipeline: number, estimated = false) =>
	plain(shortSentence({ ...progressTest(target, realised, pipeline, ROUND), estimated }));

describe('what is short', () => {
	test.for([
		[[125, 99, 20], 'tekort: 1 woning, of 1 woning als geplande woningen meetellen'],
		[[125, 90, 0], 'tekort: 10 woningen, of 30 woningen als geplande woningen meetellen'],
		[[125, 99, 21], 'tekort: 1 woning, gehaald met geplande woningen erbij'],
		[[125, 100, 0], 'geen tekort'],
		[[0, 0, 0], 'geen objectief, dus geen tekort']
	] as const)('%o', ([[target, realised, pipeline], expected]) => {
		expect(short(target, realised, pipeline)).toBe(expected);
	});

	test('an estimate keeps its mark, and unknown says so', () => {
		expect(short(125, 99, 21, true)).toMatch(/^tekort: ≈ 1 woning,/);
		const open = { ground: null, estimated: false, shortWithPlanned: null };
		expect(plain(shortSentence({ ...open, shortRealised: 1 }))).toBe(
			'tekort: 1 woning; geplande woningen niet bekend'
		);
		expect(shortSentence({ ...open, shortRealised: null })).toBe('');
	});
});

test.for([
	[99, 20, 1, 'Met 1 woning meer opgeleverd op 31/12/2021 had Pittem categorie 1 gehad.'],
	[
		90,
		0,
		3,
		'Met 3 woningen meer opgeleverd op 31/12/2021 had Pittem categorie 2 gehad: nog 7 woningen tekort.'
	],
	[
		90,
		28,
		2,
		'Met 2 woningen meer opgeleverd op 31/12/2021 had Pittem categorie 1 gehad. Waren die woningen al in uitvoering of gepland, dan bleef het categorie 2: ze telden dan al mee.'
	]
] as const)(
	'a scenario with %i realised, %i planned and %i more',
	([realised, pipeline, more, expected]) => {
		const found = scenario(125, realised, pipeline, ROUND, more);
		expect(plain(scenarioSentence('Pittem', more, '2021-12-31', found, false))).toBe(expected);
	}
);
