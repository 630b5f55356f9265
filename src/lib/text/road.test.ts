import { describe, expect, test } from 'vitest';
import { derived, unknown, type Figure } from '#lib/domain/figure.ts';
import type { ArrivalAt, RoadResults } from '#lib/domain/road-results.ts';
import {
	arrivalCell,
	missingSentence,
	newHomesSentence,
	paceSentence,
	roadSentence,
	socialPartSentence,
	type Aim
} from './road.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const known = (value: number, status: Figure['status'] = 'normal'): Figure => ({
	...derived(value, '2030-12-31', []),
	status
});
const none = unknown('2030-12-31', 'no_households', ['73028']);
const aim: Aim = { goal: 1100, goalFrom: 'asked', by: '2030-12-31' };
const never: ArrivalAt = {
	arrival: { kind: 'never', until: 2039 },
	reason: null,
	status: 'normal'
};

describe('how many dwellings a goal asks', () => {
	const said = (gap: Figure, changes: Partial<Aim> = {}, standStill = none) =>
		plain(roadSentence('Proefregio', { gap, standStill }, { ...aim, ...changes }));

	test.for([
		[
			known(4420, 'estimated'),
			'Tegen 31 december 2030 heeft Proefregio ≈ 4.420 sociale huurwoningen extra nodig om 11 % van de huishoudens te halen.'
		],
		[known(1), 'heeft Proefregio 1 sociale huurwoning extra nodig'],
		[
			known(0),
			'is het aandeel van Proefregio op 31 december 2030 nog minstens 11 % van de huishoudens: precies genoeg.'
		],
		[
			known(-454, 'estimated'),
			'Ook als er geen sociale huurwoningen bij komen, is het aandeel van Proefregio op 31 december 2030 nog minstens 11 % van de huishoudens: er zijn er dan ≈ 454 meer dan nodig.'
		],
		[none, 'is niet te berekenen (aantal huishoudens niet bekend).']
	] as const)('%j', ([gap, sentence]) => {
		expect(said(gap)).toContain(sentence);
	});

	test('a share that is held is kept, not reached', () => {
		expect(said(known(80), { goalFrom: 'held' })).toContain('11 % van de huishoudens te houden.');
	});

	test('without a goal: what the share of now asks', () => {
		const open = { goal: null, goalFrom: null };
		expect(said(none, open, known(161))).toBe(
			'Tegen 31 december 2030 heeft Proefregio 161 sociale huurwoningen extra nodig om haar aandeel van nu te houden.'
		);
		expect(said(none, open, known(0))).toContain('het aantal huishoudens groeit niet');
		expect(said(none, open, none)).toContain('niet te berekenen');
	});
});

describe('the pace', () => {
	const said = (pace: Figure, atPace = never, short = known(4420)) =>
		plain(
			paceSentence(
				{
					short,
					shortPerYear: known(736.667),
					pace,
					atPace,
					standStill: known(241),
					standStillPerYear: known(40.17)
				} as RoadResults,
				5
			)
		);
	const at = (arrival: ArrivalAt['arrival']): ArrivalAt => ({ ...never, arrival });

	test.for([
		[
			never,
			'tegen dit tempo is het doel niet gehaald voor 2040, want in 2039 is het tekort niet kleiner dan nu.'
		],
		[at({ kind: 'in', year: 2034 }), 'tegen dit tempo is het doel gehaald in 2034.'],
		[
			at({ kind: 'later', until: 2039 }),
			'nog niet gehaald in 2039, en verder gaan de vooruitzichten'
		],
		[at({ kind: 'reached' }), 'het doel is nu al gehaald.'],
		[
			{ arrival: null, reason: 'no_households', status: 'normal' },
			'of dat genoeg is, is niet te berekenen (aantal huishoudens niet bekend).'
		]
	] as const)('%j', ([atPace, clause]) => {
		expect(said(known(58.6, 'estimated'), atPace)).toMatch(
			/^Dat zijn 736,7 woningen per jaar\. De laatste vijf jaar kwamen er netto gemiddeld ≈ 58,6 per jaar bij: /
		);
		expect(said(known(58.6), atPace)).toContain(clause);
	});

	test('fewer every year, nothing short, not known', () => {
		expect(said(known(-3.2))).toContain('verdwenen er netto gemiddeld 3,2 per jaar');
		expect(said(known(12), at({ kind: 'reached' }), known(0))).toBe(
			'Alleen om het aandeel van nu te houden, zijn er nodig: 40,2 woningen per jaar. De laatste vijf jaar kwamen er netto gemiddeld 12,0 per jaar bij.'
		);
		expect(said(none)).toContain('Hoeveel er de laatste jaren bij kwamen, is niet te berekenen');
	});

	test.for([
		[{ kind: 'in', year: 2034 }, 'in 2034'],
		[{ kind: 'later', until: 2039 }, 'niet voor 2040'],
		[{ kind: 'never', until: 2039 }, 'niet voor 2040'],
		[{ kind: 'reached' }, 'nu al gehaald'],
		[null, 'n.b.']
	] as const)('in a cell: %j', ([arrival, words]) => {
		expect(arrivalCell(at(arrival))).toBe(words);
	});
});

describe('why the households of the day asked are not known', () => {
	test('they are, nobody has them, some have not, or there is nobody', () => {
		expect(missingSentence([], 12, '2039-12-31')).toBe('');
		expect(missingSentence(['As', 'Genk'], 2, '2039-12-31')).toBe(
			'Voor die dag is geen aantal huishoudens bekend: de vooruitzichten gaan tot 31/12/2039.'
		);
		expect(missingSentence(['As', 'Genk'], 2, null)).toContain('huishoudens bekend.');
		expect(missingSentence(['Herstappe'], 42, '2025-12-31')).toBe(
			'Voor Herstappe is er voor die dag geen aantal huishoudens. Zonder die gemeente is de regio niet volledig, en we vullen niets in.'
		);
		expect(missingSentence(['f', 'e', 'd', 'c', 'b', 'a'], 42, null)).toContain(
			'Voor a, b, c, d, e en 1 andere is er'
		);
		expect(missingSentence([], 0, null)).toContain('geen leden bekend');
	});
});

describe('the new dwellings', () => {
	const results = (newHomes: Figure, partToHold: Figure, partForGoal: Figure) =>
		({ newHomes, partToHold, partForGoal }) as RoadResults;
	const said = (one: RoadResults, asked = false) => plain(newHomesSentence(one, aim, asked));

	test('one for every household that comes, and the part of them that must be social', () => {
		expect(said(results(known(3044), known(0.0792), known(0.452)))).toBe(
			'Tegen 31 december 2030 komen er 3.044 huishoudens bij. Stel dat er voor elk één woning bij komt. Om het aandeel van nu te houden, moet 7,9 % daarvan sociale huur zijn. Bij minder daalt het aandeel. Voor 11 % van de huishoudens is dat 45,2 %.'
		);
	});

	test('more than all of them: not enough', () => {
		expect(said(results(known(3044), known(0.0792), known(1.452)))).toContain(
			'145,2 %: ook als elke nieuwe woning sociale huur is, is het niet genoeg.'
		);
	});

	test('as many as asked, none, or not known', () => {
		expect(said(results(known(900), known(0.1), none), true)).toContain(
			'komen er 900 woningen bij, van alle soorten. Om het aandeel'
		);
		const nothing = unknown('2030-12-31', 'no_new_homes');
		expect(said(results(nothing, nothing, nothing))).toContain('komen er geen huishoudens bij');
		expect(said(results(nothing, nothing, nothing), true)).toContain('Zonder nieuwe woningen');
		expect(said(results(none, none, none))).toContain('is niet te berekenen');
	});

	test('a part that is social: what it brings, and when it can never be enough', () => {
		const social = {
			basisPoints: 2000,
			newHomes: known(45_388),
			dwellings: known(608),
			share: known(0.08164),
			arrival: never
		};
		expect(plain(socialPartSentence(social, aim))).toBe(
			'Als 20 % van de nieuwe woningen sociale huur is, komen er 608 sociale huurwoningen bij. Op 31 december 2030 is het aandeel dan 8,16 %. Brengt elke nieuwe woning een huishouden, dan is 11 % pas gehaald na 45.388 woningen van alle soorten.'
		);
		const soon: ArrivalAt = { ...never, arrival: { kind: 'in', year: 2036 } };
		expect(plain(socialPartSentence({ ...social, arrival: soon }, aim))).toContain(
			'8,16 %. Zo is het doel gehaald in 2036. Brengt'
		);
		const low = { ...social, newHomes: unknown('2030-12-31', 'not_above_goal') };
		expect(plain(socialPartSentence(low, aim))).toContain('haalt een regio met 20 % nooit 11 %');
		expect(plain(socialPartSentence(social, { ...aim, goal: null }))).not.toContain('11 %');
	});
});
