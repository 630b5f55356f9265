import { expect, test } from 'vitest';
import type { TaskResult } from '../tasks/task-result.ts';
import { asksAlike, fitting, NO_ANSWERS, readsAlike, templateOf, type Answers } from './answers.ts';

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

test('two checks ask alike that found the same and have the same yes', () => {
	const finding = { code: 'high_share', value: '12' } as unknown as TaskResult['findings'][number];
	const check = (findings: TaskResult['findings'], accept: Answers['accept'] = []) => ({
		answers: { accept },
		result: { findings }
	});
	expect(asksAlike(check([finding]), check([{ ...finding }]))).toBe(true);
	expect(asksAlike(check([finding]), check([{ ...finding, value: '13' }]))).toBe(false);
	expect(asksAlike(check([finding]), check([]))).toBe(false);
	expect(asksAlike(check([finding]), check([finding], SAID.accept))).toBe(false);
	expect(asksAlike({ ...check([]), result: null }, check([]))).toBe(false);
});
