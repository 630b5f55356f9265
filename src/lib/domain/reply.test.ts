import { describe, expect, test } from 'vitest';
import { derived, fromObservation, sumOfAll, sumOfKnown, unknown, type Figure } from './figure.ts';
import type { Indicator } from './indicators.ts';
import {
	cleanWords,
	inForce,
	isReplyFigure,
	knownReplies,
	lengthOf,
	LONGEST_REPLY,
	repliesTo,
	type Reply
} from './reply.ts';
import { share } from './share.ts';

const DATE = '2024-12-31';

const reply = (more: Partial<Reply> = {}): Reply => ({
	id: 1,
	nis: '34022',
	name: 'Kortrijk',
	figure: 'stock',
	date: DATE,
	words: 'Proef',
	givenOn: '2026-01-10',
	knownFrom: '2026-01-12',
	by: 'college van burgemeester en schepenen',
	reference: null,
	withdrawnOn: null,
	withdrawnWhy: null,
	...more
});

const observed = (nis: string, indicator: Indicator, value: number, date = DATE): Figure =>
	fromObservation({
		nis,
		indicator,
		date,
		value,
		status: 'normal',
		publication: 1,
		structureOn: null,
		note: null
	});

describe('the characters of a reply', () => {
	test.for([
		['é as one sign or as two', 'é\u0065\u0301', 2],
		['a family is one picture', '👨‍👩‍👧‍👦', 1],
		['a flag is one picture', '🇧🇪', 1],
		['280 letters with two accents', 'ẹ̈'.repeat(LONGEST_REPLY), LONGEST_REPLY]
	] as const)('are counted as a reader counts them: %s', ([, text, length]) => {
		expect(lengthOf(text)).toBe(length);
	});

	test.for([
		[
			'line breaks and runs of space become one space',
			' Eén\r\n\ttwee\u2028drie\u00a0 vier ',
			'Eén twee drie vier'
		],
		['control characters go', 'a\u0000b\u001b[31mc', 'a b [31mc'],
		['nothing turns the direction of the number beside it', '\u202e12\u202c \u2066x\u2069', '12 x'],
		['half characters and invisible ones go', '\ud83dx\u200b\ufeff\u00ad', 'x'],
		['a picture of several parts stays whole', '👨‍👩‍👧', '👨‍👩‍👧'],
		['signs of a script or a formula are words like any other', '=cmd()<script>', '=cmd()<script>']
	] as const)('%s', ([, given, clean]) => {
		expect(cleanWords(given)).toBe(clean);
	});
});

describe('the replies that count on a day', () => {
	const first = reply();
	const second = reply({ id: 2, knownFrom: '2026-03-01' });

	test('a newer reply takes the place of an earlier one from its own day on', () => {
		expect(inForce([first, second], '2026-01-11')).toEqual([]);
		expect(inForce([second, first], '2026-02-28')).toEqual([first]);
		expect(inForce([second, first], '2026-03-01')).toEqual([second]);
	});

	test('of two on one day, the last entered counts', () => {
		const later = reply({ id: 3 });
		expect(inForce([later, first], '2026-02-01')).toEqual([later]);
	});

	test('once the newest is withdrawn, the earlier one counts again; the days before stay as they were', () => {
		const withdrawn = { ...second, withdrawnOn: '2026-04-01', withdrawnWhy: 'Proef' };
		expect(inForce([first, withdrawn], '2026-03-31')).toEqual([withdrawn]);
		expect(inForce([first, withdrawn], '2026-04-01')).toEqual([first]);
	});

	test('replies to other figures, dates and municipalities stand beside each other', () => {
		const others = [
			reply({ id: 4, figure: 'share' }),
			reply({ id: 5, date: '2023-12-31' }),
			reply({ id: 6, nis: '34013' })
		];
		expect(inForce([first, ...others], '2026-02-01')).toEqual([first, ...others]);
	});
});

describe('a reply stands', () => {
	const stock = observed('34022', 'stock_b', 3_000);
	const households = observed('34022', 'households', 30_000, '2025-01-01');
	const to = (figure: Figure, ...replies: Reply[]) =>
		repliesTo(replies)(figure).map((one) => one.id);

	test('with exactly the number of that municipality, figure and date', () => {
		expect(to(stock, reply())).toEqual([1]);
		expect(to(stock, reply({ figure: 'stock_b' }))).toEqual([1]);
		expect(to(stock, reply({ figure: 'stock_a' }))).toEqual([]);
		expect(to(stock, reply({ date: '2023-12-31' }))).toEqual([]);
		expect(to(stock, reply({ nis: '34013' }))).toEqual([]);
	});

	test('with what is computed from that number, each reply once', () => {
		const about = share(stock, households);
		expect(to(about, reply(), reply({ id: 2, figure: 'households', date: '2025-01-01' }))).toEqual([
			1, 2
		]);
		expect(to(derived(1, DATE, [stock, about], 'to_realise'), reply())).toEqual([1]);
	});

	test('with the sum of a merger, named after the municipality that replied', () => {
		const parts = ['71047', '72040'].map((nis) => ({ nis, figure: observed(nis, 'stock_b', 5) }));
		const composed = { ...sumOfAll(parts, DATE), address: address('72042') };
		expect(to(composed, reply({ nis: '71047' }), reply({ id: 2, nis: '72042' }))).toEqual([2, 1]);
	});

	test('not with the total of several members, nor with what is computed from that', () => {
		const total = sumOfKnown([{ nis: '34022', figure: stock }], DATE);
		expect(to(total, reply())).toEqual([]);
		expect(to(share(total, households), reply())).toEqual([]);
	});

	test('where the number is missing', () => {
		expect(to(unknown(DATE, 'not_published', ['34022'], 'stock_b'), reply())).toEqual([1]);
		const share = {
			...unknown(DATE, 'no_stock'),
			unknownOf: { area: '34022', quantity: 'share' as const }
		};
		expect(to(share, reply({ figure: 'share' }))).toEqual([1]);
		expect(to(unknown(DATE, 'part_missing', ['34022', '34013']), reply())).toEqual([]);
	});

	const address = (area: string) => ({
		area,
		quantity: 'stock' as const,
		on: DATE,
		known: null,
		structureOn: DATE
	});
});

test.for([
	['stock', true],
	['flow_new_build', true],
	['members_stock', false],
	['toString', false]
] as const)('whether %s can be replied to: %s', ([name, can]) => {
	expect(isReplyFigure(name)).toBe(can);
});

test('the list of replies tells of each whether it is shown, replaced or withdrawn by a day, and nothing of later days', () => {
	const replies = [
		reply(),
		reply({ id: 2, knownFrom: '2026-03-01', withdrawnOn: '2026-05-01', withdrawnWhy: 'Proef' }),
		reply({ id: 3, knownFrom: '2026-04-01' })
	];
	const told = (day: string) =>
		knownReplies(replies, day).map((one) => `${one.reply.id} ${one.state}`);
	expect(told('2026-02-01')).toEqual(['1 shown']);
	expect(told('2026-03-01')).toEqual(['1 replaced', '2 shown']);
	expect(told('2026-04-30')).toEqual(['1 replaced', '2 replaced', '3 shown']);
	expect(told('2026-05-01')).toEqual(['1 replaced', '2 withdrawn', '3 shown']);
});
