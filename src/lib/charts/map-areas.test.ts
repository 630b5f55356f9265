import { describe, expect, test } from 'vitest';
import { FIRM, type AreaShape, type Ring } from '#lib/domain/area-shape.ts';
import { mapAreas } from './map-areas.ts';

type Corner = [x: number, y: number, detail?: number];
const ring = (...corners: Corner[]): Ring =>
	Int32Array.from(corners.flatMap(([x, y, detail = FIRM]) => [400_000 + x, 5_100_000 + y, detail]));
/** Two squares of some 7 by 11 km beside each other, with a dent in their common border. */
const dent = (detail: number): Corner[] => [
	[10_000, 10_000],
	[10_400, 5_000, detail],
	[10_000, 0]
];
const pair = (detail: number): { nis: string; shape: AreaShape }[] =>
	[
		{ nis: 'west', shape: [[ring([0, 0], [0, 10_000], ...dent(detail))]] },
		{ nis: 'east', shape: [[ring(...dent(detail).toReversed(), [20_000, 10_000], [20_000, 0])]] }
	].map(({ nis, shape }) => ({ nis, shape }));
const FRAME = { width: 480, height: 400 };

/** The corners of a path of steps, as text. */
function cornersOf(path: string): string[] {
	const [start = '', steps = ''] = path.slice(1, -1).split('l');
	const numbers = (text: string) =>
		[...text.matchAll(/-?(\d*\.\d+|\d+)/g)].map(([one]) => Number(one));
	let [x = 0, y = 0] = numbers(start);
	const corners = [[x, y]];
	const moves = numbers(steps);
	for (let at = 0; at + 1 < moves.length; at += 2) {
		[x, y] = [x + (moves[at] ?? 0), y + (moves[at + 1] ?? 0)];
		corners.push([x, y]);
	}
	return corners.map((corner) => corner.map((one) => one.toFixed(1)).join(' '));
}

describe('a map of boundaries', () => {
	test('fills the frame from its left and upper edge, north up and west left', () => {
		const { width, height, cells } = mapAreas(pair(20), FRAME);
		expect(width).toBe(480);
		expect(height).toBeLessThanOrEqual(400);
		const [west, east] = cells;
		expect(west?.nis).toBe('west');
		expect(west?.x).toBeLessThan(east?.x ?? 0);
		expect(cornersOf(west?.path ?? '')[1]).toBe('3.0 3.0');
	});

	test.for([5, 12, 20])(
		'two neighbours keep the same corners of their border, of detail %i',
		(detail) => {
			const [west, east] = mapAreas(pair(detail), { width: 100, height: 100 }).cells.map(
				({ path }) => new Set(cornersOf(path))
			);
			const common = west?.intersection(east ?? new Set()).size;
			expect(common).toBe(detail === 20 ? 3 : 2);
		}
	);

	test('a finer drawing shows a corner that a coarser one leaves out', () => {
		const corners = (width: number) =>
			cornersOf(mapAreas(pair(13), { width, height: width }).cells[0]?.path ?? '').length;
		expect([corners(50), corners(2_000)]).toEqual([4, 5]);
	});

	test('with a focus, the others that fall inside the frame stay, and those outside go', () => {
		const far = { nis: 'far', shape: [[ring([90_000, 0], [90_000, 9_000], [99_000, 0])]] };
		const { cells } = mapAreas([...pair(20), far], { ...FRAME, focus: new Set(['west']) });
		expect(cells.map(({ nis }) => nis)).toEqual(['west', 'east']);
	});

	test('a tiny island is left out, unless it is all that there is', () => {
		const island = ring([50, 50, 3], [50, 60, 3], [60, 60], [60, 50]);
		const [alone] = mapAreas([{ nis: 'a', shape: [[island]] }, ...pair(20)], FRAME).cells;
		expect(alone?.path).toMatch(/^M/);
		const [west] = pair(20);
		const both = { nis: 'west', shape: [...(west?.shape ?? []), [island]] };
		expect(mapAreas([both], FRAME).cells[0]?.path.match(/M/g)).toHaveLength(1);
	});

	test('nothing to show is an empty drawing', () => {
		expect(mapAreas([], FRAME)).toEqual({ ...FRAME, cells: [] });
	});
});
