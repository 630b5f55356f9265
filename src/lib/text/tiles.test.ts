import { expect, test } from 'vitest';
import { derived, unknown, type Figure } from '#lib/domain/figure.ts';
import {
	allMetWords,
	goalNote,
	heldAgainst,
	ofTarget,
	partOfGoal,
	reachedWords,
	togetherShort
} from './tiles.ts';

const DAY = '2024-12-31';
const estimated = (value: number): Figure => ({ ...derived(value, DAY, []), status: 'estimated' });
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const tally = {
	bound: 9,
	boundStatus: 'normal',
	reached: 6,
	reachedStatus: 'estimated',
	short: estimated(35),
	free: 3,
	missing: [],
	claim: 'some'
} as const;

test('where nobody reaches it, it is said of none rather than not of all', () => {
	expect([0, 6].map((reached) => allMetWords({ reached }).short)).toEqual([
		'geen',
		'niet allemaal'
	]);
});

test('who reaches the objective is counted, each number with its own mark', () => {
	expect(plain(reachedWords(tally))).toBe('≈ 6 van 9');
	expect(plain(reachedWords({ ...tally, reachedStatus: 'normal' }))).toBe('6 van 9');
});

test('nobody is counted where it cannot be said', () => {
	expect(reachedWords({ ...tally, claim: 'unknown' })).toBe('niet bekend');
});

test('what the others are short is said, and nothing where nobody is or it is unknown', () => {
	expect(plain(togetherShort(tally))).toBe('de andere samen ≈ 35 woningen te kort');
	expect(togetherShort({ ...tally, short: derived(0, DAY, []) })).toBe('');
	expect(togetherShort({ ...tally, short: unknown(DAY, 'not_published') })).toBe('');
});

test('a share is held against what is known', () => {
	const others = [
		{ name: 'Vlaanderen', share: estimated(0.0598) },
		{ name: 'streefcijfer', share: unknown(DAY, 'not_published') }
	];
	expect(plain(heldAgainst(others))).toBe('Vlaanderen ≈ 5,98 %');
});

test('a goal is named by what it asks', () => {
	expect(plain(goalNote({ kind: 'reach_share', basisPoints: 1100 }))).toBe(
		'11 % van de huishoudens'
	);
	expect(goalNote({ kind: 'hold_share', basisPoints: null })).toBe('het aandeel gelijk houden');
});

test('what of an objective is there is said with the mark of each number', () => {
	const words = ofTarget({
		counted: { realised: estimated(142) },
		target: derived(203, DAY, [])
	} as Parameters<typeof ofTarget>[0]);
	expect(plain(words)).toBe('≈ 142 van 203 gerealiseerd');
});

test('a part of a goal is a range over the keys, or one number where all give the same', () => {
	const range = (least: number, most: number) => ({
		least: { dwellings: least, keys: [] },
		most: { dwellings: most, keys: [] }
	});
	expect(plain(partOfGoal(range(500, 860), estimated(4645)))).toBe('≈ 500 tot ≈ 860');
	expect(partOfGoal(range(12, 12), derived(4645, DAY, []))).toBe('12');
});
