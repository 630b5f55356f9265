import { expect, test } from 'vitest';
import { createPlaces } from '#lib/domain/places.ts';
import type { Reference } from '#lib/server/reference/reference.ts';
import { town } from '../../../tests/support/towns.ts';
import { everyPlace } from '../../../tests/support/every-place.ts';
import { findAll } from './find-all.ts';
import { FRENCH } from './other-names.ts';

const TODAY = '2026-11-23';
const facts = {
	places: createPlaces(
		[
			town('46021', '1977-01-01', null, 'Sint-Niklaas'),
			town('37012', '1977-01-01', '2024-12-31', 'Tielt'),
			town('37022', '2025-01-01', null, 'Tielt'),
			town('24135', '1977-01-01', null, 'Tielt-Winge'),
			town('34022', '1977-01-01', null, 'Kortrijk'),
			town('73028', '1977-01-01', null, 'Herstappe'),
			town('34043', '1977-01-01', null, 'Spiere-Helkijn'),
			town('44085', '2019-01-01', null, 'Lievegem'),
			town('44043', '1977-01-01', '2024-12-31', 'Merelbeke'),
			town('44088', '2025-01-01', null, 'Merelbeke-Melle'),
			...Array.from({ length: 20 }, (_, at) => town(`9900${at}`, '1977-01-01', null, `Zand ${at}`))
		],
		[
			{ predecessor: '37012', successor: '37022', on: '2025-01-01' },
			{ predecessor: '44043', successor: '44088', on: '2025-01-01' }
		]
	),
	regions: new Map([
		['kortrijk', { slug: 'kortrijk', name: 'Regio Kortrijk', kind: 'stadsregio' }],
		['tielt', { slug: 'tielt', name: 'Tielt', kind: 'arrondissement' }]
	])
} as unknown as Reference;
const paths = (query: string) => findAll(facts, query, TODAY).map(({ path }) => path);

test.for(['sint niklaas', 'Sint-Niklaas', ' SINT-NIKLAAS ', 'Sìnt Nïklaas', 'sint n', 'niklaas'])(
	'capitals, accents, hyphens and spaces do not matter: «%s» is Sint-Niklaas',
	(query) => {
		expect(paths(query)).toEqual(['/gemeenten/46021']);
	}
);

test('the present municipality comes first, then the former one of the same name and the region', () => {
	expect(findAll(facts, 'tielt', TODAY)).toMatchObject([
		{ path: '/gemeenten/37022', kind: 'gemeente', exact: true },
		{ path: '/gemeenten/37012', kind: 'vroegere gemeente, tot 2024', exact: false },
		{ path: '/regios/tielt', exact: false },
		{ path: '/gemeenten/24135', exact: false }
	]);
});

test('a former municipality comes after the living one that holds its name', () => {
	expect(paths('merelbeke')).toEqual(['/gemeenten/44088', '/gemeenten/44043']);
});

test('a region is found by its place whatever kind of region a visitor calls it', () => {
	expect(paths('stadsregio kortrijk')).toEqual(['/regios/kortrijk']);
	expect(paths('vervoerregio tielt')).toEqual(['/regios/tielt']);
	expect(paths('stadsregio nergens')).toEqual([]);
});

test('on its last day a municipality is still one of today', () => {
	const [first] = findAll(facts, '37012', '2024-12-31');
	expect(first).toMatchObject({ kind: 'gemeente', exact: true });
});

test('a NIS code finds its municipality, a part of a code finds nothing', () => {
	expect(findAll(facts, '34022', TODAY)).toMatchObject([
		{ label: 'Kortrijk', path: '/gemeenten/34022', exact: true }
	]);
	expect(paths('3402')).toEqual([]);
});

test('a word inside a name is found after names that begin with it, a piece of a word is not', () => {
	expect(paths('kortrijk')).toEqual(['/gemeenten/34022', '/regios/kortrijk']);
	expect(paths('helkijn')).toEqual(['/gemeenten/34043']);
	expect(paths('elkijn')).toEqual([]);
});

test.for([
	['Courtrai', '/gemeenten/34022'],
	['courtr', '/gemeenten/34022'],
	['espierres helchin', '/gemeenten/34043'],
	['Saint-Nicolas', '/gemeenten/46021']
])('a French name finds its municipality: «%s»', ([query = '', path]) => {
	expect(paths(query)).toEqual([path]);
});

test('a French name is that of a municipality that there is, or was', async () => {
	const { byCode } = await everyPlace();
	const names = new Set([...byCode.values()].map(({ name }) => name));
	expect(Object.values(FRENCH).filter((dutch) => !names.has(dutch))).toEqual([]);
});

test.for(['kortrik', 'kotrrijk', 'Kortrijkk'])(
	'a typing error still finds it, but leads nowhere by itself: «%s»',
	(query) => {
		expect(findAll(facts, query, TODAY)[0]).toMatchObject({
			path: '/gemeenten/34022',
			exact: false,
			guessed: true
		});
	}
);

test('a theme is found by its words, on the part of the page that tells of it', () => {
	expect(findAll(facts, 'leegstand', TODAY)).toMatchObject([
		{ kind: 'uitleg', path: '/methode', part: '#tellingen' }
	]);
	expect(paths('inhaalbeweging')).toEqual(['/objectief']);
});

test.for(['', '   ', '-', '%_'])('«%s» asks for nothing and finds nothing', (query) => {
	expect(paths(query)).toEqual([]);
});

test('no more than a dozen are offered, in the order of their numbers', () => {
	const labels = findAll(facts, 'zand', TODAY).map(({ label }) => label);
	expect(labels).toHaveLength(12);
	expect(labels.slice(0, 3)).toEqual(['Zand 0', 'Zand 1', 'Zand 2']);
});
