import { describe, expect, test } from 'vitest';
import { namesOf } from './map-names.ts';
import { mapLayers, type MapMark } from './municipality-map.ts';

const mark = (nis: string, given: Partial<MapMark> = {}): MapMark => ({
	nis,
	path: 'M0 0z',
	x: 100,
	y: 100,
	name: `Gemeente ${nis}`,
	href: '/',
	class: 0,
	label: '',
	highlighted: false,
	estimated: false,
	...given
});
const size = { width: 480, height: 200 };

describe('marks of the map', () => {
	test('estimates lie below the hatching, everything else above it', () => {
		const layers = mapLayers([
			mark('1', { class: 2 }),
			mark('2', { class: 2, estimated: true }),
			mark('3', { class: null, estimated: true }),
			mark('4', { class: 1, estimated: true, context: true }),
			mark('5', { class: 0, estimated: true })
		]);
		expect(layers.map((layer) => [layer.class, layer.estimated])).toEqual([
			[0, true],
			[2, true],
			['context', false],
			['none', false],
			[2, false]
		]);
	});

	test('what has nothing to reach stands in a layer of its own, estimated or not', () => {
		const layers = mapLayers([
			mark('1', { class: null, free: true }),
			mark('2', { class: null, free: true, estimated: true }),
			mark('3', { class: null }),
			mark('4', { class: 0, estimated: true })
		]);
		expect(layers.map((layer) => [layer.class, layer.estimated])).toEqual([
			[0, true],
			['free', true],
			['none', false],
			['free', false]
		]);
	});

	test('within a layer the order of the marks is kept', () => {
		const [layer] = mapLayers([mark('3'), mark('1'), mark('2')]);
		expect(layer?.marks.map(({ nis }) => nis)).toEqual(['3', '1', '2']);
	});

	/** The lines of names on a map of some width. */
	const lines = (marks: readonly MapMark[], width: number, rest = {}) =>
		namesOf({ size, marks, ...rest }, width / size.width, width);
	const said = (...given: Parameters<typeof lines>) => lines(...given).map(({ text }) => text);

	test('only highlighted cells are named, with their figure', () => {
		const marks = [mark('1'), mark('2', { highlighted: true, value: '8,9 %' })];
		expect(said(marks, 700)).toEqual(['Gemeente 2', '8,9 %']);
	});

	test('a landmark is named without its figure, and only on a map that is wide enough', () => {
		const marks = [mark('1', { landmark: true, value: '8,9 %' })];
		expect(said(marks, 480)).toEqual(['Gemeente 1']);
		expect(said(marks, 280)).toEqual([]);
	});

	test('the municipality of the reader is always named, before any other and beside its cell', () => {
		const marks = [mark('1', { highlighted: true, priority: 9 }), mark('2')];
		const names = namesOf({ size, marks }, 1, 480, { mine: ['2'] });
		expect(names.map(({ text }) => text)).toContain('Gemeente 2');
		expect(names.find(({ text }) => text === 'Gemeente 2')?.y).not.toBe(105);
		const one = namesOf({ size, marks, highlight: 'Regio' }, 1, 480, { mine: ['2'] });
		expect(one.map(({ text }) => text)).toEqual(['Regio', 'Gemeente 2']);
	});

	const crowd = Array.from({ length: 12 }, (_, index) =>
		mark(`${index}`, {
			highlighted: true,
			value: '8 %',
			x: 120 + (index % 4) * 45,
			y: 50 + Math.floor(index / 4) * 35
		})
	);

	test('on a wider map more names fit', () => {
		expect(said(crowd, 1000).length).toBeGreaterThan(said(crowd, 280).length);
	});

	test('on paper and on a slide every highlighted cell has its name', () => {
		const named = said(crowd, 590, { all: true }).join(' ');
		for (const { nis } of crowd) expect(named).toMatch(new RegExp(`Gemeente ${nis}\\b`));
	});

	test('a name that stands away from its cell is tied to the middle of that cell', () => {
		const tied = lines(crowd, 590, { all: true }).flatMap(({ leader }) => leader?.from ?? []);
		const middles = crowd.flatMap(({ x, y }) => [x, y].map((one) => (one * 590) / size.width));
		expect(tied.length).toBeGreaterThan(0);
		for (const place of tied) expect(middles).toContain(place);
	});

	test('one name for a region stands above its middle, or below it at the upper edge', () => {
		const south = [
			mark('1', { highlighted: true, x: 100, y: 150 }),
			mark('2', { highlighted: true, x: 200, y: 180 })
		];
		const [above] = lines(south, 480, { highlight: 'regio' });
		expect(above).toMatchObject({ text: 'regio', x: 150, anchor: 'middle' });
		expect(above?.y).toBeLessThan(150);
		const north = [mark('1', { highlighted: true, x: 470, y: 20 })];
		const [below] = lines(north, 480, { highlight: 'regio' });
		expect(below?.anchor).toBe('end');
		expect(below?.y).toBeGreaterThan(20);
	});
});
