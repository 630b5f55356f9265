import { expect, test } from 'vitest';
import type { Mention } from '#lib/domain/mention.ts';
import { mention } from '../../../tests/support/figures.ts';
import { mentionMinutes, mentionName, mentionValue, partialDay, saidOnLine } from './mention.ts';

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

test('on one line stand how much, when and who, and no day where the source has none', () => {
	const said = (more: Partial<Mention>) =>
		saidOnLine({ ...mention({ kind: 'stock', value: 12, ...more }), publisher: 'RINGtv' });
	expect(said({ trueOn: null })).toBe('12\u00a0woningen (RINGtv)');
	expect(said({ trueOn: '2018-05' })).toBe('12\u00a0woningen (RINGtv, mei 2018)');
});

test('what is said of several municipalities together says of how many', () => {
	expect(mentionName(mention())).toBe('één project');
	expect(mentionName(mention({ places: '71002 71016' }))).toBe(
		'één project, 2\u00a0gemeenten samen'
	);
});

test('words for the minutes say that a source names no day', () => {
	const notes = (trueOn: string | null) => mentionMinutes(mention({ trueOn }), 'As').notes;
	expect(notes('2018-05')).toContain('de bron noemt geen dag');
	expect(notes('2018-05-17')).not.toContain('de bron noemt geen dag');
});
