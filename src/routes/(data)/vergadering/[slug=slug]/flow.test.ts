import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layOnSheets, tableBlock, type Part } from './flow.ts';

const SIZE = { above: 10, head: 5, row: () => 5, below: 5 };
const rowsOf = (count: number) => Array.from({ length: count }, (_, index) => index);
const whole = (part: Part<number>) => part;

describe('blocks on sheets', () => {
	test('what fits stands on one sheet, in order', () => {
		const blocks = [10, 20, 30].map((mm) => ({ content: mm, mm }));
		expect(layOnSheets(blocks, 60)).toEqual([[10, 20, 30]]);
	});

	test('what does not fit any more begins a new sheet', () => {
		const blocks = [10, 20, 31].map((mm) => ({ content: mm, mm }));
		expect(layOnSheets(blocks, 60)).toEqual([[10, 20], [31]]);
	});

	test('what is larger than a sheet and cannot be divided gets one of its own', () => {
		const blocks = [10, 90, 20].map((mm) => ({ content: mm, mm }));
		expect(layOnSheets(blocks, 60)).toEqual([[10], [90], [20]]);
	});

	test('no blocks, no sheets', () => {
		expect(layOnSheets([], 60)).toEqual([]);
	});
});

describe('a table on sheets', () => {
	test('is divided between rows, with its heads again and what stands under it once', () => {
		const sheets = layOnSheets([tableBlock(rowsOf(19), SIZE, whole)], 60).flat();
		expect(sheets.map(({ rows, first, last }) => [rows.length, first, last])).toEqual([
			[9, true, false],
			[10, false, true]
		]);
	});

	test('that is kept whole begins a new sheet, and is divided only when it is larger than one', () => {
		const before = { content: whole({ rows: [], first: true, last: true }), mm: 20 };
		const kept = (rows: number) => ({ ...tableBlock(rowsOf(rows), SIZE, whole), keep: true });
		const rowsOn = (rows: number) =>
			layOnSheets([before, kept(rows)], 60).map((sheet) => sheet.at(-1)?.rows.length);
		expect(rowsOn(8)).toEqual([0, 8]);
		expect(rowsOn(14)).toEqual([5, 9]);
	});

	test('does not begin with fewer than three rows under something else', () => {
		const before = { content: whole({ rows: [], first: true, last: true }), mm: 36 };
		const [first, second] = layOnSheets([before, tableBlock(rowsOf(8), SIZE, whole)], 60);
		expect(first).toHaveLength(1);
		expect(second?.[0]?.rows).toHaveLength(8);
	});

	test('never leaves the last row alone for the next sheet', () => {
		const sheets = layOnSheets([tableBlock(rowsOf(9), SIZE, whole)], 60).flat();
		expect(sheets.map(({ rows }) => rows.length)).toEqual([7, 2]);
	});

	test('every row stands once, in order, and no sheet holds more than it has room for', () => {
		fc.assert(
			fc.property(
				fc.array(fc.integer({ min: 4, max: 12 }), { maxLength: 90 }),
				fc.integer({ min: 0, max: 40 }),
				(heights, before) => {
					const size = { ...SIZE, row: (height: number) => height };
					const blocks = [
						{ content: whole({ rows: [], first: true, last: true }), mm: before },
						tableBlock(heights, size, whole)
					];
					const sheets = layOnSheets(blocks, 100);
					const parts = sheets.flat().slice(1);
					expect(parts.flatMap(({ rows }) => rows)).toEqual(heights);
					for (const { rows, first, last } of parts) {
						const used = rows.reduce((sum, one) => sum + one, 0);
						expect(used + 5 + (first ? 10 : 0) + (last ? 5 : 0)).toBeLessThanOrEqual(100);
					}
				}
			)
		);
	});
});
