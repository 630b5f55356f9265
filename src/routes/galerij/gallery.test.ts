import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import Beeswarm from '#lib/charts/Beeswarm.svelte';
import { mapCells } from '#lib/charts/map-cells.ts';
import MunicipalityMap from '#lib/charts/MunicipalityMap.svelte';
import { CLASSES, GROUPS, inventedDots, inventedMarks, SWARM } from './cases.ts';

const cases = GROUPS.flatMap((group) => group.cases);

/** What the reader gets, one element a line, without the marks and class names of the framework. */
const draw = (drawing: (typeof cases)[number]['drawing'], props: Record<string, unknown>) =>
	render(drawing, { props })
		.body.replace(/<!--.*?-->/g, '')
		.replace(/\s?svelte-[a-z0-9]+/g, '')
		.replace(/ class=""/g, '')
		.replace(/\s*\n\s*/g, '\n')
		.replace(/></g, '>\n<');

describe('the gallery', () => {
	test.for(cases)('$id is drawn as before', async ({ id, drawing, props }) => {
		const drawn = draw(drawing, props);
		expect(drawn).not.toMatch(/NaN|undefined|Infinity/);
		await expect(drawn).toMatchFileSnapshot(`__snapshots__/${id}.html`);
	});

	test('the name of each case is its own', () => {
		expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
	});
});

describe('the weight of a drawing of 300 municipalities', () => {
	const places = Array.from({ length: 300 }, (_, index) => ({
		nis: String(10_000 + index * 211),
		name: `Gemeente-${index}`,
		longitude: 2.6 + (index % 25) * 0.12 + ((index * 7) % 5) * 0.01,
		latitude: 50.7 + Math.floor(index / 25) * 0.05 + ((index * 3) % 7) * 0.003,
		areaKm2: 20 + ((index * 13) % 60)
	}));
	const names = new Map(places.map(({ nis, name }) => [nis, name]));

	test('a map stays below 50 kB', () => {
		const layout = mapCells(places, { width: 480, height: 400 });
		const { body } = render(MunicipalityMap, {
			props: {
				size: layout,
				marks: inventedMarks(layout, names, () => false),
				classes: CLASSES,
				title: 'kaart',
				description: 'kaart'
			}
		});
		expect(body.length).toBeLessThan(50_000);
	});

	test('a swarm stays below 36 kB', () => {
		const { body } = render(Beeswarm, { props: { ...SWARM, dots: inventedDots(places) } });
		expect(body.length).toBeLessThan(36_000);
	});
});
