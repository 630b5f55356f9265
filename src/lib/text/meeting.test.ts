import { describe, expect, test } from 'vitest';
import { unknown, type Figure } from '#lib/domain/figure.ts';
import {
	besideSentence,
	correctedSentence,
	footAddress,
	knownThenSentence,
	lateSentence,
	pipelineWholeSentence,
	sheetNumber,
	sheetRange,
	strangersSentence,
	tooManySentence,
	unchangedSentence
} from './meeting.ts';

const ON = '2024-12-31';
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const of = (value: number, status: Figure['status'] = 'normal'): Figure => ({
	...unknown(ON, 'not_published'),
	value,
	reason: null,
	status
});
const none = unknown(ON, 'not_published');

describe('sheets', () => {
	test('a sheet says which one it is, of how many', () => {
		expect(sheetNumber(3, 19)).toBe('blad 3 van 19');
		expect(sheetRange(3, 3)).toBe('blad 3');
		expect(sheetRange(3, 15)).toBe('blad 3–15');
	});

	test('an address of three lines stands whole at the foot, a longer one is cut and says so', () => {
		const short = `https://wonen.example/${'a'.repeat(180)}`;
		expect(footAddress(short)).toBe(short);
		expect(footAddress(`${short}${'b'.repeat(30)}`)).toMatch(/^https:.{200,}…$/);
	});
});

test('a share is set beside those that are known', () => {
	const others = [
		{ name: 'Regio Kortrijk', share: of(0.0789, 'estimated') },
		{ name: 'Proefregio', share: none },
		{ name: 'Vlaanderen', share: of(0.0598) }
	];
	expect(plain(besideSentence(others))).toBe('Regio Kortrijk: ≈ 7,89 %. Vlaanderen: 5,98 %.');
	expect(besideSentence([])).toBe('');
});

describe('what is under way against the objective', () => {
	const say = (pipeline: Figure, withPlanned: Figure, target: Figure) =>
		plain(pipelineWholeSentence(pipeline, withPlanned, target));

	test('many, more than asked', () => {
		expect(say(of(31), of(373), of(203))).toBe(
			'Er zijn 31 woningen in uitvoering of gepland. Met alles klaar zijn er 170 woningen meer dan gevraagd.'
		);
	});
	test('one, and one still to go', () => {
		expect(say(of(1), of(9), of(10))).toBe(
			'Er is 1 woning in uitvoering of gepland. Met alles klaar blijft er 1 woning te gaan.'
		);
	});
	test('nothing, and exactly what was asked', () => {
		expect(say(of(0), of(10), of(10))).toBe(
			'Er is niets in uitvoering of gepland. Met alles klaar is het objectief precies gehaald.'
		);
	});
	test('an estimate says so', () => {
		expect(say(of(12, 'estimated'), of(20, 'estimated'), of(30))).toBe(
			'Er zijn ≈ 12 woningen in uitvoering of gepland. Met alles klaar blijven er ≈ 10 woningen te gaan.'
		);
	});
	test('without an objective, or one that nobody knows, nothing is said of it', () => {
		expect(say(of(2), of(9), of(0))).toBe('Er zijn 2 woningen in uitvoering of gepland.');
		expect(say(of(2), none, none)).toBe('Er zijn 2 woningen in uitvoering of gepland.');
	});
	test('an unknown pipeline', () => {
		expect(say(none, none, of(10))).toBe(
			'Hoeveel woningen er in uitvoering of gepland zijn, is niet bekend.'
		);
	});
});

test.for([
	[
		0,
		0,
		'Geen enkel cijfer dat al bekend was, kreeg van 31/01/2020 tot 31/01/2024 een andere waarde.'
	],
	[1, 1, '1 cijfer dat al bekend was, kreeg van 31/01/2020 tot 31/01/2024 een andere waarde.'],
	[
		1300,
		12,
		'1.300 cijfers die al bekend waren, kregen van 31/01/2020 tot 31/01/2024 een andere waarde. De 12 grootste verschillen staan hier.'
	]
] as const)('%i corrected figures, %i shown', ([changed, shown, expected]) => {
	expect(correctedSentence(changed, shown, '2020-01-31', '2024-01-31')).toBe(expected);
});

test.for([
	[0, 12, ''],
	[1, 12, 'In één andere gemeente veranderde niets.'],
	[5, 12, 'In 5 andere gemeenten veranderde niets.'],
	[12, 12, 'In geen enkele gemeente veranderde iets.'],
	[1, 1, 'Er veranderde niets.']
] as const)('%i of %i municipalities did not change', ([unchanged, all, expected]) => {
	expect(unchangedSentence(unchanged, all)).toBe(expected);
});

test.for([
	[[], 'Er is niets te laat.'],
	[['households'], '1 reeks is te laat: huishoudens.'],
	[['households', 'progress_test'], '2 reeksen zijn te laat: huishoudens en voortgangstoets.'],
	[['new_series'], '1 reeks is te laat: new_series.']
] as const)('late: %o', ([late, expected]) => {
	expect(lateSentence(late)).toBe(expected);
});

test('a pack of an earlier day says so, and where the figures of now stand', () => {
	expect(knownThenSentence('2021-06-30')).toBe(
		'Dit pakket toont wat bekend was op 30/06/2021. Cijfers kunnen intussen anders zijn: hetzelfde adres zonder «bekend=» en «versie=» toont die van nu.'
	);
});

test('who gets no sheet, and why', () => {
	expect(plain(tooManySentence(285, 40))).toBe(
		'Deze regio telt 285 gemeenten. Een pakket bevat hoogstens 40 steekkaarten: kies welke.'
	);
	expect(strangersSentence([])).toBe('');
	expect(strangersSentence(['Gent'])).toBe(
		'Gevraagd, maar geen lid op deze datum: Gent. Die gemeente krijgt geen steekkaart.'
	);
	expect(strangersSentence(['Gent', 'Aalst'])).toBe(
		'Gevraagd, maar geen lid op deze datum: Gent en Aalst. Die gemeenten krijgen geen steekkaart.'
	);
});
