import { describe, expect, test } from 'vitest';
import { derived, fromObservation, sumOfAll, sumOfKnown, unknown } from '#lib/domain/figure.ts';
import type { Indicator } from '#lib/domain/indicators.ts';
import { share } from '#lib/domain/share.ts';
import type { Status } from '#lib/domain/status.ts';
import {
	leftOutNote,
	minutesText,
	ownListNote,
	publicationsBehind,
	type Minutes
} from './citation.ts';

const published = (
	value: number,
	publication: number,
	{ indicator = 'stock_b', status = 'normal' }: { indicator?: Indicator; status?: Status } = {}
) =>
	fromObservation({
		nis: '34022',
		indicator,
		date: '2024-12-31',
		value,
		status,
		publication,
		structureOn: null,
		note: null
	});
const households = (publication: number, status: Status = 'normal') =>
	published(100, publication, { indicator: 'households', status });

const citing = {
	publications: new Map([
		[1, { publisher: 'Wonen in Vlaanderen', title: 'Meting 2024' }],
		[2, { publisher: 'Statbel', title: 'Huishoudens' }],
		[3, { publisher: 'Woonobjectief', title: 'Oefencijfers' }]
	]),
	known: '2026-11-26',
	address: 'https://site.test/gemeenten/34022?op=2024-12-31&bekend=2026-11-26#antwoord'
};
const text = (minutes: Minutes, known = citing.known) =>
	minutesText(minutes, { ...citing, known }).replaceAll('\u00a0', ' ');

describe('words for the minutes', () => {
	test('say the statement, what counts, the source, the day and the address, and end in the address', () => {
		expect(text({ says: 'Kortrijk telde er 10.', quotes: [published(10, 1)] })).toBe(
			'Kortrijk telde er 10 (telwijze jaarlijkse meting: alle sociale huurwoningen, ook van gemeente, OCMW en Vlaams Woningfonds). ' +
				'Bron: Wonen in Vlaanderen, «Meting 2024», zoals bekend op 26/11/2026: ' +
				'https://site.test/gemeenten/34022?op=2024-12-31&bekend=2026-11-26#antwoord'
		);
	});

	test('say the day in the past on which the figure was known', () => {
		const said = text({ says: 'A.', quotes: [published(10, 1)] }, '2012-03-18');
		expect(said).toContain('zoals bekend op 18/03/2012: ');
	});

	test('name the publication of the dwellings, then that of the households, and count the others', () => {
		const one = share(published(10, 1), households(2));
		const both = 'Bronnen: Wonen in Vlaanderen, «Meting 2024»; Statbel, «Huishoudens»';
		expect(text({ says: 'A.', quotes: [one] })).toContain(`${both}, zoals bekend op `);
		expect(text({ says: 'A.', quotes: [one], from: [3] })).toContain(
			`${both} en 1 andere, zoals bekend op `
		);
	});

	test('have no source and no definition for a number that nobody knows, and say where it was looked for', () => {
		const none = unknown('2025-12-31', 'not_published');
		expect(text({ says: 'Dat is niet bekend.', quotes: [none] })).toBe(
			`Dat is niet bekend. Opgezocht in wat op 26/11/2026 bekend was: ${citing.address}`
		);
	});

	test('give the reply of the municipality in full, before the source', () => {
		const reply = {
			id: 1,
			nis: '34022',
			name: 'Kortrijk',
			figure: 'stock',
			date: '2024-12-31',
			words: 'Dit is een proef.',
			givenOn: '2026-11-20',
			knownFrom: '2026-11-21',
			by: 'proefcollege',
			reference: null,
			withdrawnOn: null,
			withdrawnWhy: null
		} as const;
		const said = minutesText({ says: 'A.', quotes: [] }, { ...citing, replies: [reply] });
		expect(said).toMatch(
			/^A\. Weerwoord van gemeente Kortrijk, 20\/11\/2026: «Dit is een proef\.» .* verandert niet\. Opgezocht/
		);
	});

	test('name the publication of a statement that quotes no figure', () =>
		expect(text({ says: 'A.', quotes: [], from: [2] })).toContain(
			'Bron: Statbel, «Huishoudens», '
		));

	test('say what must stand with every statement of the page', () => {
		const notes = ownListNote(['Kortrijk', 'Menen']);
		const said = minutesText({ says: 'A.', quotes: [], notes: ['b'] }, { ...citing, notes });
		expect(said).toContain('A (b; eigen lijst van gemeenten: Kortrijk en Menen). ');
		expect(ownListNote([])).toEqual([]);
	});

	test('put their own notes first', () => {
		const said = text({ says: 'A. B.', quotes: [], notes: ['scenario, geen beslissing'] });
		expect(said).toMatch(/^A\. B \(scenario, geen beslissing\)\. Opgezocht/);
	});
});

describe('reservations', () => {
	const said = (...quotes: Minutes['quotes']) => text({ says: 'A.', quotes });

	test('an estimate says that it is no measurement', () =>
		expect(said(published(10, 3, { status: 'estimated' }))).toContain(
			'A (naar raming: ≈ is geen meting; '
		));

	test('a provisional figure says so', () =>
		expect(said(published(10, 1, { status: 'provisional' }))).toContain('voorlopig cijfer'));

	test('a share over projected households says so, also when its dwellings are an estimate', () => {
		const estimate = published(10, 3, { status: 'estimated' });
		expect(said(share(estimate, households(2, 'forecast')))).toContain(
			'(naar raming: ≈ is geen meting; met een vooruitzicht van de huishoudens; '
		);
		expect(said(share(estimate, households(2)))).not.toContain('vooruitzicht');
	});

	test('a sum over a merger says so', () => {
		const parts = [published(1, 1), published(2, 1)].map((figure) => ({ nis: '1', figure }));
		expect(said(sumOfAll(parts, '2024-12-31'))).toContain('som van de gemeenten voor een fusie');
		expect(said(sumOfKnown(parts, '2024-12-31'))).not.toContain('fusie');
	});

	test('a sum says how many municipalities it leaves out', () => {
		const sum = sumOfKnown(
			[
				{ nis: '34022', figure: published(1, 1) },
				{ nis: '34027', figure: unknown('2024-12-31', 'not_published') }
			],
			'2024-12-31'
		);
		expect(said(sum)).toContain('1 gemeente zonder cijfer telt niet mee');
		expect(leftOutNote(2, 'objectief').map((note) => note.replaceAll('\u00a0', ' '))).toEqual([
			'2 gemeenten zonder objectief tellen niet mee'
		]);
		expect(leftOutNote(0)).toEqual([]);
	});

	test('figures of two counts name both', () => {
		const both = said(published(1, 1), published(1, 1, { indicator: 'stock_w' }));
		expect(both).toContain('jaarlijkse meting: ');
		expect(both).toContain(
			'; telwijze: alleen woningen die de woonmaatschappijen bezitten of inhuren)'
		);
	});
});

describe('the publications behind figures', () => {
	test('those of dwellings stand before those of households, however many households there are', () => {
		const shares = [1, 1].map(() => share(published(10, 1), households(2)));
		expect(publicationsBehind([...shares, households(2)])).toEqual([1, 2]);
	});

	test('the most used stands first', () =>
		expect(publicationsBehind([published(1, 3), published(1, 1), published(1, 1)])).toEqual([
			1, 3
		]));

	test('one that is in no single number stands last', () => {
		const gap = { ...derived(5, '2024-12-31', [published(1, 1)]), publications: [9, 1] };
		expect(publicationsBehind([gap])).toEqual([1, 9]);
	});
});
