import { describe, expect, test } from 'vitest';
import { mapLayers, mapNames, nameOfHighlight, type MapMark } from './map-marks.ts';

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

	test('only highlighted cells are named, with their figure', () => {
		const names = mapNames(
			[mark('1'), mark('2', { highlighted: true, value: '8,9 %' })],
			size,
			700
		);
		expect(names.map(({ id, lines }) => [id, lines])).toEqual([['2', ['Gemeente 2', '8,9 %']]]);
	});

	test('a landmark is named without its figure, and only on a map that is wide enough', () => {
		const marks = [mark('1', { landmark: true, value: '8,9 %' })];
		expect(mapNames(marks, size, 480).map(({ lines }) => lines)).toEqual([['Gemeente 1']]);
		expect(mapNames(marks, size, 280)).toEqual([]);
	});

	test('on a wider map more names fit', () => {
		const marks = Array.from({ length: 20 }, (_, index) =>
			mark(`${index}`, {
				highlighted: true,
				x: 60 + (index % 5) * 40,
				y: 40 + Math.floor(index / 5) * 25
			})
		);
		expect(mapNames(marks, size, 1000).length).toBeGreaterThan(mapNames(marks, size, 280).length);
	});

	test('one name for a region stands above its middle, or below it at the upper edge', () => {
		const south = [
			mark('1', { highlighted: true, x: 100, y: 150 }),
			mark('2', { highlighted: true, x: 200, y: 180 })
		];
		expect(nameOfHighlight(south, size)).toMatchObject({ x: 31.25, y: 75, anchor: 'middle' });
		expect(nameOfHighlight(south, size).dy).toBeLessThan(0);
		const north = [mark('1', { highlighted: true, x: 470, y: 20 })];
		expect(nameOfHighlight(north, size)).toMatchObject({ y: 10, anchor: 'end' });
		expect(nameOfHighlight(north, size).dy).toBeGreaterThan(0);
	});
});
