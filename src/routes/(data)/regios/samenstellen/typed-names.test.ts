import { describe, expect, test } from 'vitest';
import { createPlaces } from '#lib/domain/places.ts';
import { town } from '../../../../../tests/support/towns.ts';
import { readNames } from './typed-names.ts';

const places = createPlaces(
	[
		town('71022', '1977-01-01', '2024-12-31', 'Hasselt'),
		town('71072', '2025-01-01', null, 'Hasselt'),
		town('46021', '1977-01-01', null, 'Sint-Niklaas'),
		town('34043', '1977-01-01', null, 'Spiere-Helkijn')
	],
	[{ predecessor: '71022', successor: '71072', on: '2025-01-01' }]
);
const read = (text: string, day = '2025-12-31') => readNames(places, text, day);

describe('municipalities that a visitor types', () => {
	test('are found by name without its accents and marks, or by code, however they are set apart', () => {
		expect(read('sint niklaas; SPIERE-HELKIJN\n71072,,')).toEqual({
			codes: ['46021', '34043', '71072'],
			notFound: []
		});
	});

	test('of two with the same name the one of the day is meant', () => {
		expect(read('Hasselt').codes).toEqual(['71072']);
		expect(read('Hasselt', '2012-12-31').codes).toEqual(['71022']);
	});

	test('what is not found is named with what looks like it, not dropped', () => {
		expect(read('Spiere, Sint-Niklas, Parijs').notFound).toEqual([
			{ typed: 'Spiere', alike: ['Spiere-Helkijn'] },
			{ typed: 'Sint-Niklas', alike: ['Sint-Niklaas'] },
			{ typed: 'Parijs', alike: [] }
		]);
	});
});
