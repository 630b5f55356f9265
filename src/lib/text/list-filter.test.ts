import { expect, test } from 'vitest';
import type { ListFilter } from '#lib/domain/list-filter.ts';
import { listSentence } from './list-filter.ts';

const ALL: ListFilter = {
	status: null,
	from: null,
	below: null,
	short: null,
	outcome: null,
	published: null
};
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

test.for<[ListFilter, string | null, string]>([
	[ALL, null, '12 gemeenten'],
	[ALL, 'Regio Kortrijk', '12 gemeenten in Regio Kortrijk'],
	[{ ...ALL, below: 300 }, null, '12 gemeenten met minder dan 3 % sociale huurwoningen'],
	[
		{ ...ALL, from: 250, below: 900, short: 10 },
		null,
		'12 gemeenten met minstens 2,5 % en minder dan 9 % sociale huurwoningen en meer dan 10 woningen te kort'
	],
	[{ ...ALL, outcome: '2b' }, null, '12 gemeenten met categorie 2b in de laatste voortgangstoets'],
	[{ ...ALL, published: 'nothing' }, null, '12 gemeenten met gepubliceerd: niets']
])('a list says what it shows: %o', ([filter, area, sentence]) => {
	expect(plain(listSentence(12, area, filter, false))).toBe(sentence);
});

test('how many there are is no surer than the figures that are asked', () => {
	expect(plain(listSentence(12, null, { ...ALL, below: 300 }, true))).toMatch(/^≈ 12 gemeenten/);
	expect(plain(listSentence(12, null, ALL, true))).toBe('12 gemeenten');
	expect(plain(listSentence(12, null, { ...ALL, outcome: '2b' }, true))).toMatch(/^12 gemeenten/);
});
