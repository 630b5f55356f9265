import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dodged } from './dodge.ts';
import { textWidth } from './labels.ts';
import { dotNames, steepNames, steepness } from './dot-names.ts';
import { across, labelAt, lineLabels, type Dot } from './one-line.ts';
import { LIGHT } from './palette.ts';
import { stripLayout } from './strip.ts';
import { swarmKey } from './swarm.ts';

const dot = (name: string, value: number, rest: Partial<Dot> = {}): Dot => ({
	id: name,
	name,
	value,
	label: name,
	estimated: false,
	...rest
});

test('no two dots lie over one another, and none moves along the line', () => {
	fc.assert(
		fc.property(fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 60 }), (xs) => {
			const ys = dodged(xs, 9);
			xs.forEach((x, index) => {
				const near = xs.some(
					(other, at) =>
						at < index && Math.hypot(x - other, (ys[index] ?? 0) - (ys[at] ?? 0)) < 9 - 1e-3
				);
				expect(near).toBe(false);
			});
		})
	);
});

test('a dot that is alone stays on the line', () => {
	expect(dodged([10, 100, 200], 9)).toEqual([0, 0, 0]);
});

test('no name of a line runs out of a drawing that has room for it', () => {
	const line = fc.record({
		value: fc.double({ min: 0, max: 0.2, noNaN: true }),
		label: fc.constantFrom('de regio 7,6 %', 'Vlaanderen 6,0 % (telling W)', 'streefcijfer: 11 %'),
		kind: fc.constant('wider' as const)
	});
	fc.assert(
		fc.property(
			fc.array(line, { maxLength: 3 }),
			fc.integer({ min: 260, max: 860 }),
			(lines, width) => {
				const x = across([0, 0.2], 8, width - 8);
				for (const label of lineLabels(lines, x, width)) {
					const at = labelAt(label, x, width);
					const long = textWidth(label.line.label, 15);
					const [left, right] = label.anchor === 'end' ? [at - long, at] : [at, at + long];
					expect(left).toBeGreaterThanOrEqual(-1e-9);
					expect(right).toBeLessThanOrEqual(width + 1e-9);
				}
			}
		)
	);
});

describe('names above dots', () => {
	const x = across([0, 0.2], 8, 400);

	test('the one with priority comes first, then the extremes', () => {
		const near = [
			dot('laagste', 0.1),
			dot('midden', 0.101),
			dot('stad', 0.102, { priority: 1 }),
			dot('hoogste', 0.103)
		];
		const { names } = dotNames(near, x, { width: 400 });
		expect(names.map(({ text }) => text)[0]).toBe('stad');
		expect(names.length).toBeLessThan(near.length);
	});

	test('where nothing can be pointed at every dot has its name, and no two touch', () => {
		const many = Array.from({ length: 13 }, (_, index) =>
			dot(`Gemeente ${index}`, 0.1 + (index % 3) * 0.001)
		);
		const { names } = steepNames(many, x, steepness(many, 580));
		expect(names).toHaveLength(many.length);
		names
			.slice(1)
			.forEach((one, index) => expect(one.x - (names[index]?.x ?? 0)).toBeGreaterThanOrEqual(23.9));
	});

	test('every member of a region is named on its strip of a sheet of paper', () => {
		const members = Array.from({ length: 13 }, (_, index) =>
			dot(`Spiere-Helkijn ${index}`, 0.02 + index * 0.01)
		);
		const { names } = stripLayout({ dots: members, all: true }, { width: 590 });
		expect(names).toHaveLength(13);
		for (const { x, text } of names)
			expect(x + 0.77 * textWidth(text, 15)).toBeLessThanOrEqual(600);
	});

	test('so many members that names must stand upright stay within the drawing', () => {
		const members = Array.from({ length: 40 }, (_, index) => dot(`Gemeente ${index}`, 0.05));
		const { names } = stripLayout({ dots: members, all: true }, { width: 590 });
		expect(names).toHaveLength(40);
		for (const { x } of names) expect(x).toBeLessThanOrEqual(590);
	});
});

describe('labels of lines', () => {
	test('stay inside where they can, each in a row of its own', () => {
		const x = across([0, 0.12], 8, 400);
		const lines = [
			{ value: 0.119, label: 'streefcijfer: 12 %', kind: 'goal' as const },
			{ value: 0.001, label: 'Vlaanderen 0,1 %', kind: 'wider' as const }
		];
		const labels = lineLabels(lines, x, 400);
		expect(new Set(labels.map(({ row }) => row)).size).toBe(2);
		for (const { line, anchor } of labels)
			expect(anchor).toBe(line.kind === 'goal' ? 'end' : 'start');
	});
});

describe('the key of a swarm', () => {
	const words = { others: 'andere', highlighted: 'leden', estimated: 'raming' };
	const said = (dots: readonly [boolean, boolean][]) =>
		swarmKey(
			dots.map(([highlighted, estimated], index) => ({
				...dot(String(index), 1, { estimated }),
				highlighted
			})),
			words,
			LIGHT
		).map(({ word }) => word);

	test('says that all of a kind are estimates, or what a hollow dot is', () => {
		expect(
			said([
				[true, true],
				[false, true]
			])
		).toEqual(['leden (raming)', 'andere (raming)']);
		expect(
			said([
				[true, false],
				[false, true],
				[false, false]
			])
		).toEqual(['leden', 'andere', 'raming']);
		expect(said([[false, false]])).toEqual(['andere']);
	});
});
