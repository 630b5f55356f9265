import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import { mapAreas } from '#lib/charts/map-areas.ts';
import { municipalityMap } from '#lib/charts/municipality-map.ts';
import { LIGHT, PAGE } from '#lib/charts/palette.ts';
import { schematicAreas } from '#lib/charts/schematic-areas.ts';
import { swarm } from '#lib/charts/swarm.ts';
import { CLASSES, GROUPS, inventedDots, inventedMarks, SWARM, TINY_CASES } from './cases.ts';

const cases = GROUPS.flatMap((group) => group.cases);

/** One element a line, so that a change is seen where it is. */
const inLines = (drawn: string) => drawn.replace(/></g, '>\n<');

describe('the gallery', () => {
	test.for(cases)('$id is drawn as before', async ({ id, drawing }) => {
		const drawn = drawing.of({ width: 590, palette: LIGHT });
		const alone = drawn.replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg"');
		await expect(inLines(alone)).toMatchFileSnapshot(`__snapshots__/${id}.svg`);
	});

	test.for(cases)('$id has no place that cannot be, whatever its width', ({ drawing }) => {
		for (const width of [280, 430, 590, 860])
			expect(drawing.of({ width, palette: PAGE })).not.toMatch(/NaN|undefined|Infinity/);
	});

	test.for(cases)('$id holds nothing that the policy of the site forbids', ({ drawing }) => {
		const drawn = drawing.of({ width: 430, palette: PAGE });
		expect(drawn).not.toMatch(/<style|<script| style="| on\w+="/);
		expect(drawn).toMatch(/^<svg[^>]* role="(img|group)" aria-label="[^"]+"/);
		expect(drawn).toMatch(/<desc>[^<]+<\/desc>/);
	});

	test.for(TINY_CASES)('$id is drawn as before', async ({ id, mark, props }) => {
		const drawn = render(mark, { props })
			.body.replace(/<!--.*?-->/g, '')
			.replace(/\s?svelte-[a-z0-9]+/g, '')
			.replace(/ class=""/g, '')
			.replace(/\s*\n\s*/g, '\n');
		expect(drawn).not.toMatch(/NaN|undefined|Infinity/);
		await expect(inLines(drawn)).toMatchFileSnapshot(`__snapshots__/${id}.html`);
	});

	test('the name of each case is its own', () => {
		const all = [...cases, ...TINY_CASES];
		expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
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
	const room = { width: 590, palette: PAGE };

	test('a map stays below 50 kB', () => {
		const layout = mapAreas(schematicAreas(places), { width: 480, height: 400 });
		const drawn = municipalityMap(
			{
				size: layout,
				marks: inventedMarks(layout, names, () => false),
				classes: CLASSES,
				title: 'kaart',
				description: 'kaart'
			},
			room
		);
		expect(drawn.length).toBeLessThan(50_000);
	});

	test('a swarm stays below 36 kB', () => {
		expect(swarm({ ...SWARM, dots: inventedDots(places) }, room).length).toBeLessThan(36_000);
	});
});
