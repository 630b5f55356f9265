import { expect, test } from 'vitest';
import { mentionsSentence, mentionValue, partialDay } from './mention.ts';

test.for([
	[{ value: 12, unit: 'dwellings', provisional: false }, '12\u00a0woningen'],
	[{ value: 53.2, unit: 'percent', provisional: true }, '53,20\u00a0% (voorlopig)'],
	[{ value: 11, unit: 'percent', provisional: false }, '11\u00a0%'],
	[{ value: 19, unit: 'municipalities', provisional: false }, '19\u00a0gemeenten'],
	[{ value: null, unit: null, provisional: true }, '–']
] as const)('a number has its unit and its doubt, and words have a dash: %j', ([one, words]) => {
	expect(mentionValue(one)).toBe(words);
});

test('a date says no more than its source does', () => {
	expect(['2018-05-17', '2018-05', '2018'].map(partialDay)).toEqual([
		'17/05/2018',
		'mei 2018',
		'2018'
	]);
});

test('one line names what, how much and who, and no day where the source has none', () => {
	const one = { publication: 1, code: 'stock-1', places: '23100', kind: 'stock' as const };
	const told = { value: 12, unit: 'dwellings' as const, trueOn: null, provisional: true, says: '' };
	expect(mentionsSentence([{ ...one, ...told, publisher: 'RINGtv' }])).toBe(
		'Ook gepubliceerd: sociale woningen, zonder dag, 12\u00a0woningen (voorlopig) (RINGtv).'
	);
	expect(mentionsSentence([])).toBe('');
});
