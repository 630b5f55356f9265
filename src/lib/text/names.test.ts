import { expect, test } from 'vitest';
import { firstNames } from './names.ts';

test('few names are all said, in order', () => {
	expect(firstNames([])).toEqual({ text: '', others: 0 });
	expect(firstNames(['Gent'])).toEqual({ text: 'Gent', others: 0 });
	expect(firstNames(['Gent', 'Aalst', 'Zele'])).toEqual({ text: 'Aalst, Gent en Zele', others: 0 });
	expect(firstNames(['e', 'd', 'c', 'b', 'a'])).toEqual({ text: 'a, b, c, d en e', others: 0 });
});

test('of many names the first five are said and the others counted', () => {
	expect(firstNames(['f', 'e', 'd', 'c', 'b', 'a', 'g'])).toEqual({
		text: 'a, b, c, d, e',
		others: 2
	});
});
