import { describe, expect, test } from 'vitest';
import { areTimeless, statementsOn } from './statements.ts';

const publications = new Map([
	[5, { publishedOn: null, knownFrom: '2019-12-31', withdrawnOn: null }],
	[1001, { publishedOn: '2026-02-14', knownFrom: '2026-03-01', withdrawnOn: '2026-09-01' }],
	[1002, { publishedOn: null, knownFrom: '2026-06-01', withdrawnOn: null }],
	[1003, { publishedOn: '2025-01-01', knownFrom: '2026-10-01', withdrawnOn: null }]
]);
const row = (publication: number, says: string, about = 'genk') => ({ publication, says, about });
const on = (day: string, ...rows: ReturnType<typeof row>[]) =>
	statementsOn(rows, (one) => one.about, publications, day).map(({ says }) => says);

describe('what counts among statements about the same', () => {
	const [start, first, second] = [row(5, 'start'), row(1001, 'first'), row(1002, 'second')];

	test.for([
		['2010-01-01', 'start'],
		['2026-02-28', 'start'],
		['2026-03-01', 'first'],
		['2026-06-01', 'second'],
		['2026-09-01', 'second']
	] as const)('on %s it is that of the newest publication known by then: %s', ([day, says]) => {
		expect(on(day, second, start, first)).toEqual([says]);
	});

	test('after a withdrawal what held before holds again', () => {
		expect(on('2026-08-31', start, first)).toEqual(['first']);
		expect(on('2026-09-01', start, first)).toEqual(['start']);
	});

	test('while none is known, the earliest of the start data set counts', () => {
		const known = new Map([
			...publications,
			[6, { publishedOn: null, knownFrom: '2009-05-15', withdrawnOn: null }]
		]);
		const rows = [start, row(6, 'earliest')];
		const said = statementsOn(rows, (one) => one.about, known, '2009-01-01');
		expect(said.map(({ says }) => says)).toEqual(['earliest']);
	});

	test('what was published before takes the place of nothing newer, however late it came in', () => {
		const late = row(1003, 'late');
		expect(on('2026-10-01', late, second, start)).toEqual(['second']);
		expect(on('2026-09-30', late, start)).toEqual(['start']);
		expect(on('2026-10-01', late, start)).toEqual(['late']);
	});

	test('what nobody knew yet, and a draft, are not there', () => {
		expect(on('2026-02-28', first)).toEqual([]);
		expect(on('2099-12-31', row(1004, 'draft'))).toEqual([]);
	});

	test('who belongs where after a merger is known as long as the merger: always', () => {
		expect(on('2010-01-01', { ...first, ofMerger: true } as never)).toEqual(['first']);
	});

	test('statements about different things stand beside each other, in the order given', () => {
		expect(on('2027-01-01', row(1002, 'b', 'b'), row(1002, 'a', 'a'))).toEqual(['b', 'a']);
	});
});

test('statements are the same on every day when each came with the start data set and stands alone', () => {
	const about = (one: { about: string }) => one.about;
	expect(areTimeless([row(5, 'a', 'a'), row(6, 'b', 'b')], about)).toBe(true);
	expect(areTimeless([row(5, 'a'), row(6, 'b')], about)).toBe(false);
	expect(areTimeless([row(1001, 'a')], about)).toBe(false);
});
