import { expect, test } from 'vitest';
import { knownSentence, momentWords } from './known.ts';

const today = '2026-11-30';
const version = { number: 138, asked: false };

test('a day that is over is final; today says that it can still grow', () => {
	expect(knownSentence({ known: '2026-11-29', today, version })).toBe(
		'U ziet wat bekend was op 29/11/2026.'
	);
	expect(knownSentence({ known: today, today, version })).toBe(
		'U ziet wat bekend was op 30/11/2026. Die dag is niet voorbij: er kan nog een publicatie bij komen.'
	);
});

test('a version is named, also one of today', () =>
	expect(knownSentence({ known: today, today, version: { ...version, asked: true } })).toBe(
		'U ziet versie 138, zoals bekend op 30/11/2026.'
	));

test.for<[Parameters<typeof momentWords>, string]>([
	[['31/12/2024', '', 'toen'], 'Toestand op 31/12/2024 · zoals nu bekend'],
	[['31/12/2024', '2023-05-02', 'toen'], 'Toestand op 31/12/2024 · zoals bekend op 02/05/2023'],
	[
		['31/12/2018', '', 'vandaag'],
		'Toestand op 31/12/2018 · zoals nu bekend · gemeenten van vandaag'
	],
	[[null, '', 'toen'], 'Zoals nu bekend']
])('the moment of a page in one line: %o', ([asked, words]) => {
	expect(momentWords(...asked)).toBe(words);
});
