import { describe, expect, test } from 'vitest';
import { createPlaces } from '#lib/domain/places.ts';
import { town } from '../../../../tests/support/towns.ts';
import type { Reference } from '../reference/reference.ts';
import { ask, MalformedParameterError, type Form } from '../asked/parameter.ts';
import { OWN_REGION } from '../asked/questions.ts';
import { carriedOn, ownRegion, regionAsked } from './asked-region.ts';

const places = createPlaces(
	[
		town('71047', '1977-01-01', '2018-12-31', 'Opglabbeek'),
		town('72040', '1977-01-01', '2018-12-31', 'Meeuwen-Gruitrode'),
		town('72042', '2019-01-01', null, 'Oudsbergen'),
		town('71016', '1977-01-01', null, 'Genk')
	],
	[
		{ predecessor: '71047', successor: '72042', on: '2019-01-01' },
		{ predecessor: '72040', successor: '72042', on: '2019-01-01' }
	]
);
const genk = { ...ownRegion([]), slug: 'genk', own: undefined };
const facts = { places, regions: new Map([['genk', genk]]) } as unknown as Reference;
const read = (query: string, slug = 'eigen', form: Form = 'page') =>
	regionAsked(facts, slug, ask(OWN_REGION, form, new URLSearchParams(query)), form);

describe('the region of an address', () => {
	test('a slug of the database is that region, whatever list stands beside it', () => {
		expect(read('gemeenten=71016', 'genk')).toBe(genk);
		expect(read('', 'nergens')).toBeNull();
	});

	test('a list is read in order of code and without doubles, from one parameter or several', () => {
		for (const query of [
			'gemeenten=71047,71016',
			'gemeenten=71016,71047,71016',
			'gemeenten=71047&gemeenten=71016',
			'gemeenten=%2071047 ,,71016'
		]) {
			expect(read(query)).toMatchObject({ slug: 'eigen', own: { codes: ['71016', '71047'] } });
		}
	});

	test('the API asks in English', () => {
		const own = read('municipalities=71016&name=Proef', 'eigen', 'api');
		expect(own).toMatchObject({ name: 'Proef', own: { codes: ['71016'], name: 'Proef' } });
	});

	test.for(['', 'gemeenten=', 'gemeenten=,', 'gemeenten=99999', 'gemeenten=71016,Genk'])(
		'no list, or a code that no municipality ever had, is refused: "%s"',
		(query) => {
			expect(() => read(query)).toThrow(MalformedParameterError);
		}
	);

	test('a name stands on one line, without hidden characters, and is cut at sixty', () => {
		const name = (text: string) =>
			read(`gemeenten=71016&naam=${encodeURIComponent(text)}`)?.name ?? '';
		expect(name('  Rond \n\t Genk\u202e ')).toBe('Rond Genk');
		expect(name('<b>')).toBe('<b>');
		expect(name('')).toBe('Eigen regio');
		expect([...name('🏠'.repeat(99))]).toHaveLength(60);
	});
});

describe('a municipality of a list in another structure', () => {
	const carried = (codes: string[], day: string) =>
		carriedOn(places, ownRegion(codes), day).map(({ asked, shown }) => [
			asked.name,
			shown.map((one) => one.name)
		]);

	test('one that ended stands in as what it went into', () => {
		expect(carried(['71016', '71047'], '2020-12-31')).toEqual([['Opglabbeek', ['Oudsbergen']]]);
	});

	test('one that did not exist yet stands in as those that went into it', () => {
		expect(carried(['72042'], '2012-12-31')).toEqual([
			['Oudsbergen', ['Opglabbeek', 'Meeuwen-Gruitrode']]
		]);
	});

	test('one that existed is counted as itself, and a region of the database has no list', () => {
		expect(carried(['71016', '71047'], '2018-12-31')).toEqual([]);
		expect(carriedOn(places, genk, '2020-12-31')).toEqual([]);
	});
});
