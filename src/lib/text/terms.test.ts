import { expect, test } from 'vitest';
import { piecesOf, TERMS } from './terms.ts';

test('a term is found as it is written, only where it stands first, and not within a longer word', () => {
	const found = piecesOf(
		'Nulmeting van toen: de nulmeting telt, een nulmetingsdag en Gini-achtig niet.'
	);
	expect(found.map(({ words }) => words).join('')).toBe(
		'Nulmeting van toen: de nulmeting telt, een nulmetingsdag en Gini-achtig niet.'
	);
	expect(found.filter(({ term }) => term)).toEqual([{ words: 'Nulmeting', term: 'nulmeting' }]);
	expect(piecesOf('Niets bijzonders.')).toEqual([{ words: 'Niets bijzonders.', term: null }]);
});

test('every explanation is a sentence without a number, and leads to a part of the method', () => {
	for (const { says, at } of Object.values(TERMS)) {
		expect(says).toMatch(/^\p{Lu}[^\d]*\.$/u);
		expect(at).toMatch(/^\/methode#[a-z]+$/);
	}
});
