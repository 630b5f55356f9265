import { expect, test } from 'vitest';
import { derived, unknown, type Figure } from '#lib/domain/figure.ts';
import { becameOf } from '#lib/domain/plans.ts';
import { said } from '../../../tests/support/minutes.ts';
import { becameSentence, isNeverPlanned, noPlansSentence, plansMinutes } from './plans.ts';

const [THEN, NOW] = ['2021-12-31', '2024-12-31'];
const measured = (date: string, ...values: [number, number, number]) => {
	const [realised, inExecution, planned] = values.map((value) => derived(value, date, [])) as [
		Figure,
		Figure,
		Figure
	];
	return { realised, inExecution, planned };
};
const fewer = becameOf(measured(THEN, 40, 30, 90), measured(NOW, 55, 20, 60));

test('a decline tells how many homes are gone at least', () =>
	expect(said({ says: becameSentence('Gent', fewer), quotes: [] })).toBe(
		'Van de 120 woningen die op 31/12/2021 in Gent in uitvoering of gepland waren, waren er op 31/12/2024 hoogstens 15 gerealiseerd en hoogstens 80 nog in uitvoering of gepland; minstens 25 verdwenen uit de planning.'
	));

test('where nothing shows that homes are gone, none is said to be', () =>
	expect(
		becameSentence('Gent', becameOf(measured(THEN, 40, 30, 90), measured(NOW, 140, 20, 60)))
	).toContain('; uit de cijfers blijkt niet dat er woningen verdwenen.'));

test('without plans nothing became of them', () =>
	expect(
		becameSentence('Gent', becameOf(measured(THEN, 40, 0, 0), measured(NOW, 140, 20, 60)))
	).toBe('In Gent was op 31/12/2021 geen woning in uitvoering of gepland.'));

test('an estimate is marked wherever it stands', () => {
	const then = measured(THEN, 40, 30, 90);
	const planned: Figure = { ...then.planned, status: 'estimated' };
	const one = becameOf({ ...then, planned }, measured(NOW, 55, 20, 60));
	expect(becameSentence('Gent', one).match(/≈/g)).toHaveLength(4);
});

test('minutes say that the numbers are bounds', () =>
	expect(said(plansMinutes('Gent', fewer))).toContain('(grenzen: een meting volgt geen woningen'));

test('with one measurement or none nothing is said of plans, and why', () => {
	expect(noPlansSentence('Gent', { last: NOW, since: [] })).toContain('die van 31/12/2024');
	expect(noPlansSentence('Gent', { last: null, since: [] })).toContain('geen meting bekend');
});

test('where no measurement had a plan, that is said in stead of a drawing of nothing', () => {
	const none = becameOf(measured(THEN, 0, 0, 0), measured(NOW, 0, 0, 0));
	expect(isNeverPlanned([none])).toBe(true);
	expect(isNeverPlanned([none, becameOf(measured(THEN, 0, 1, 0), measured(NOW, 0, 0, 0))])).toBe(
		false
	);
	expect(noPlansSentence('Herstappe', { last: NOW, since: [none] })).toBe(
		'Er was in Herstappe bij geen enkele meting sinds 31/12/2021 een woning in uitvoering of gepland.'
	);
});

test('of an unknown figure no number is made', () => {
	const open = unknown(THEN, 'not_published');
	const one = becameOf({ ...measured(THEN, 1, 2, 3), realised: open }, measured(NOW, 1, 2, 3));
	expect(becameSentence('Gent', one)).toContain('hoogstens n.b. gerealiseerd');
});
