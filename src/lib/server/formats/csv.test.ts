import { expect, test } from 'vitest';
import { toCsv, toDutchCsv } from './csv.ts';

const columns = ['naam', 'aantal'];

test('the first dialect has commas, points and no byte-order mark', () => {
	expect(toCsv(columns, [['Gent', 8.25]])).toBe('naam,aantal\r\nGent,8.25\r\n');
});

test('the Dutch dialect has semicolons, decimal commas and a byte-order mark', () => {
	expect(toDutchCsv(columns, [['Gent', -8.25]])).toBe('\ufeffnaam;aantal\r\nGent;-8,25\r\n');
});

test.for(['=1+1', '＝1+1', '＠SUM(A1)', '+1', '-1', '@SUM(A1)', '\tx', '\rx'])(
	'%j is text that no spreadsheet runs, in both dialects',
	(risky) => {
		for (const write of [toCsv, toDutchCsv]) {
			expect(write(['a'], [[risky]])).toMatch(/^\ufeff?a\r\n"?'/);
		}
	}
);

test('blank is not zero, and a separator within a text is quoted', () => {
	expect(toDutchCsv(['a', 'b', 'c'], [[null, 0, 'x; y']])).toBe('\ufeffa;b;c\r\n;0;"x; y"\r\n');
});
