import { expect, test } from 'vitest';
import { readAnswers } from './answer-form.ts';
import { NO_ANSWERS } from './answers.ts';

const form = (fields: Readonly<Record<string, string>>): FormData => {
	const made = new FormData();
	for (const [name, value] of Object.entries(fields)) made.set(name, value);
	return made;
};

test('what is chosen is said as a mapping file says it', () => {
	const read = readAnswers(
		form({
			uitgever: ' Proefdienst ',
			dag: '2025-12-31',
			'kolom:Er bij': 'realised',
			'kolomdag:Er bij': '2025-12-31',
			'kolom:D': 'ignore',
			'blad:oud': 'skip',
			'gemeente:Sint Kortrijk': '34022 Kortrijk',
			'ja:incomplete_list': 'Een proef.',
			getallen: '1.234,5'
		}),
		NO_ANSWERS
	);
	expect(read).toEqual({
		answers: {
			...NO_ANSWERS,
			publisher: 'Proefdienst',
			on: '2025-12-31',
			accept: [{ code: 'incomplete_list', because: 'Een proef.' }],
			map: {
				numbers: '1.234,5',
				columns: { 'Er bij': { is: 'realised', date: '2025-12-31' }, D: 'ignore' },
				sheets: { oud: 'skip' },
				municipalities: { 'Sint Kortrijk': '34022' }
			}
		}
	});
});

test('a day of a sheet and rows that are no municipality are said by ticking them', () => {
	const sent = form({ 'blad:Meting': '2024-12-31', 'blad:': '2023-12-31' });
	for (const row of ['Meting!7', '12']) sent.append('rij', row);
	const { answers } = readAnswers(sent, NO_ANSWERS) as { answers: typeof NO_ANSWERS };
	expect(answers.map).toEqual({
		sheets: { Meting: { date: '2024-12-31' }, '': { date: '2023-12-31' } },
		skipRows: ['Meting!7', '12']
	});
});

test('one reason answers all that is asked and has none of its own', () => {
	const sent = form({ 'ja:high_share': '', 'ja:stock_halved': 'Gesloopt.', ja: 'Een proef.' });
	expect(readAnswers(sent, NO_ANSWERS)).toMatchObject({
		answers: {
			accept: [
				{ code: 'high_share', because: 'Een proef.' },
				{ code: 'stock_halved', because: 'Gesloopt.' }
			]
		}
	});
});

test('what a form does not ask stays as it was said', () => {
	const before = { ...NO_ANSWERS, publisher: 'Proefdienst', why: 'Tikfout.' };
	expect(readAnswers(form({ waarom: 'Beter.' }), before)).toEqual({
		answers: { ...before, why: 'Beter.' }
	});
});

test.for([
	['rij', 'rij zeven', 'map › skipRows › 0'],
	['dag', '31/12/2025', 'dag'],
	['adres', 'elders', 'adres'],
	['kolom:D', 'onzin', 'map › columns › D'],
	['ja:total_row', 'nee', 'ja:']
] as const)('%s cannot be «%s»: the field is named', ([name, value, wrong]) => {
	expect(readAnswers(form({ [name]: value }), NO_ANSWERS)).toEqual({ wrong });
});

test('a form without anything says nothing', () => {
	expect(readAnswers(form({}), NO_ANSWERS)).toEqual({ answers: NO_ANSWERS });
});
