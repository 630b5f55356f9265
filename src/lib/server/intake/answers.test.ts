import { expect, test } from 'vitest';
import { fitting, NO_ANSWERS, readsAlike, templateOf, type Answers } from './answers.ts';

const SAID: Answers = {
	...NO_ANSWERS,
	publisher: 'Proefdienst',
	on: '2025-12-31',
	why: 'Een proef.',
	accept: [{ code: 'incomplete_list', because: 'Een proef.' }],
	map: {
		date: '2025-12-31',
		round: 2026,
		numbers: '1.234,5',
		columns: { 'Er bij': { is: 'realised', date: '2025-12-31' }, D: 'ignore' },
		municipalities: { 'Sint Kortrijk': '34022' },
		sheets: { oud: 'skip' }
	}
};

test('a template keeps what columns, names and numbers mean, and no day, year, reason or yes', () => {
	expect(templateOf(SAID)).toEqual({
		licence: null,
		regime: null,
		map: {
			columns: { 'Er bij': { is: 'realised' }, D: 'ignore' },
			municipalities: { 'Sint Kortrijk': '34022' },
			numbers: '1.234,5'
		}
	});
	expect(templateOf(NO_ANSWERS).map).toBe(null);
});

test('a template leaves out the columns that a file has not', () => {
	const map = fitting(templateOf(SAID), new Set(['D'])).map;
	expect(map?.columns).toEqual({ D: 'ignore' });
	expect(map?.numbers).toBe('1.234,5');
	expect(fitting({ map: { columns: { D: 'ignore' } } }, new Set()).map).toBe(null);
});

test('a reason or a title changes nothing of how a file is read; a day does', () => {
	expect(readsAlike(SAID, { ...SAID, title: 'Meting', accept: [] })).toBe(true);
	expect(readsAlike(SAID, { ...SAID, on: '2024-12-31' })).toBe(false);
});
