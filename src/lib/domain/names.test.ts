import { describe, expect, test } from 'vitest';
import { nearest, plainName } from './names.ts';

const TOWNS = ['waregem', 'wevelgem', 'izegem', 'kortrijk', 'as', 'antwerpen'];
const near = (sought: string) => nearest(TOWNS, sought, (name) => name);

test('capitals, accents and hyphens are no part of a name', () => {
	expect(plainName(' Sìnt-Niklaas')).toBe('sint niklaas');
});

describe('a mistyped name', () => {
	test.for([
		['waregm', 'a letter left out'],
		['waaregem', 'a letter too many'],
		['waregen', 'a wrong letter'],
		['wareegm', 'two letters swapped']
	])('«%s»: %s', ([sought]) => expect(near(sought ?? '')).toEqual(['waregem']));

	test('has two errors at most, and only in a long word', () => {
		expect(near('antwrpn')).toEqual([]);
		expect(near('antwerpn')).toEqual(['antwerpen']);
		expect(near('antwerrpn')).toEqual(['antwerpen']);
		expect(near('wargm')).toEqual([]);
	});

	test('of three letters means nothing', () => expect(near('ast')).toEqual([]));

	test('means the nearest first', () =>
		expect(nearest(['kortrijd', 'kortrijks'], 'kortrijks', (name) => name)[0]).toBe('kortrijks'));
});
