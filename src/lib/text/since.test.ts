import { describe, expect, test } from 'vitest';
import { changeOf, pipelineChangeOf } from '#lib/domain/change.ts';
import { derived, unknown, type Figure } from '#lib/domain/figure.ts';
import type { Status } from '#lib/domain/status.ts';
import {
	pipelineSentence,
	publicationSentence,
	publishedTotalSentence,
	replacedSentence,
	sinceSentence
} from './since.ts';

const DAY = '2023-12-31';
const known = (value: number, publication = 1, status: Status = 'normal'): Figure => ({
	...derived(value, DAY, []),
	status,
	publications: [publication]
});
const none = unknown(DAY, 'not_published');
const say = (start: Figure, restated: Figure, end: Figure) =>
	sinceSentence('Kortrijk', changeOf({ start, restated, end })).replaceAll('\u00a0', ' ');

describe('what changed since the previous meeting', () => {
	test.for<[string, Figure, Figure, Figure, string]>([
		[
			'growth',
			known(1000),
			known(1000),
			known(1012, 2),
			'Kortrijk telt 1.012 sociale huurwoningen. De vorige keer waren het er 1.000: 12 erbij.'
		],
		[
			'loss and correction',
			known(1000),
			known(990, 2),
			known(985, 3),
			'Kortrijk telt 985 sociale huurwoningen. De vorige keer waren het er 1.000: 5 eraf en 10 minder door rechtzetting of herziening.'
		],
		[
			'an estimate replaced',
			known(1000, 1, 'estimated'),
			known(1003, 2),
			known(1003, 2),
			'Kortrijk telt 1.003 sociale huurwoningen. De vorige keer waren het er ≈ 1.000: ≈ 3 meer door het verschil tussen raming en meting.'
		],
		[
			'nothing',
			known(1),
			known(1),
			known(1),
			'Kortrijk telt 1 sociale huurwoning, evenveel als de vorige keer.'
		],
		[
			'no start',
			none,
			known(5),
			known(6),
			'Kortrijk telt 6 sociale huurwoningen. Wat er veranderde, is niet bekend: het vorige cijfer ontbreekt.'
		],
		['no end', known(1), known(1), none, 'Van Kortrijk is geen aantal sociale huurwoningen bekend.']
	])('%s', ([, start, restated, end, sentence]) => {
		expect(say(start, restated, end)).toBe(sentence);
	});
});

test.for<[string, Figure, Figure, Figure, string]>([
	[
		'a correction and growth',
		known(1000),
		known(990, 2),
		known(995, 3),
		'Toen waren het er 1.000 (31/12/2023): 5 meer en 10 minder door rechtzetting of herziening.'
	],
	['the same figure', known(995), known(995), known(995), '(31/12/2023), zoals toen.'],
	['none then', none, none, known(995), 'Toen was er nog geen aantal voor het geheel bekend.'],
	['withdrawn', known(1000), none, known(995), 'Het aantal van toen geldt niet meer.']
])('a total for the whole: %s', ([, start, restated, end, words]) => {
	const sentence = publishedTotalSentence('Limburg', changeOf({ start, restated, end }));
	expect(sentence.replaceAll('\u00a0', ' ')).toContain(words);
	expect(sentence).toContain(
		'Voor Limburg als geheel zijn nu 995 sociale huurwoningen gepubliceerd'
	);
});

describe('the pipeline', () => {
	const pipeline = (from: Figure, to: Figure, realised: [Figure, Figure]) =>
		pipelineSentence(
			pipelineChangeOf(
				{ start: from, restated: from, end: to },
				{ restated: realised[0], end: realised[1] }
			)
		).replaceAll('\u00a0', ' ');

	test.for<[Figure, Figure, [Figure, Figure], string]>([
		[
			known(30),
			known(35, 2),
			[known(50), known(60, 2)],
			'In uitvoering of gepland: 30 toen, 35 nu; minstens 10 opgeleverd en minstens 15 nieuw.'
		],
		[
			known(30),
			known(28, 2),
			[known(50), known(50)],
			'In uitvoering of gepland: 30 toen, 28 nu; minstens 2 weggevallen.'
		],
		[known(30), known(30), [known(50), known(50)], 'In uitvoering of gepland: 30 toen, 30 nu.'],
		[
			known(30),
			known(28, 2),
			[none, none],
			'In uitvoering of gepland: 30 toen, 28 nu. Hoe dat verdeeld is over nieuw, opgeleverd en weggevallen, is niet bekend.'
		],
		[none, known(1), [none, none], 'Wat er in uitvoering en gepland was, is niet bekend.']
	])('%#', ([from, to, realised, sentence]) => {
		expect(pipeline(from, to, realised)).toBe(sentence);
	});
});

test.for([
	['first', 'eerste publicatie'],
	['revision', 'herziening'],
	['correction', 'rechtzetting'],
	['practice', 'geen meting']
] as const)('a publication of kind %s says «%s»', ([kind, words]) => {
	expect(publicationSentence({ kind }, true)).toContain(words);
});

test.for([
	[0, 0, 'Deze publicatie nam van geen enkel ander cijfer de plaats in.'],
	[
		1,
		0,
		'1 cijfer nam de plaats in van een cijfer dat al bekend was; geen enkel kreeg een andere waarde.'
	],
	[
		1_200,
		1,
		'1.200 cijfers namen de plaats in van een cijfer dat al bekend was; 1 kreeg een andere waarde.'
	]
] as const)('%d figures taken over, %d of them changed', ([figures, changed, sentence]) => {
	expect(replacedSentence(figures, changed)).toBe(sentence);
});
