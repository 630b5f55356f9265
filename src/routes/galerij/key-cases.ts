import KeyStrip from '#lib/charts/KeyStrip.svelte';
import { dwellings } from '#lib/text/format.ts';
import { tinyExample, type TinyCase } from './case.ts';

const keys = (id: string, about: string, values: Record<string, number>) =>
	tinyExample(`keys-${id}`, about, KeyStrip, {
		dots: Object.entries(values).map(([key, value]) => ({
			key,
			value,
			label: `${key}: ${dwellings(value)}`
		})),
		max: 80,
		mean: 40,
		title: `${about}: ${Object.entries(values)
			.map(([key, value]) => `${key} ${value}`)
			.join(', ')}`
	});

/** What division keys give one municipality. Every number is invented. */
export const KEY_STRIPS: TinyCase[] = [
	keys('apart', 'De sleutels verschillen veel', {
		huishoudens: 40,
		tekort: 12,
		'laagste eerst': 0,
		groei: 74,
		plafond: 12.5
	}),
	keys('same', 'Elke sleutel vraagt evenveel', { huishoudens: 40, tekort: 40, groei: 40 }),
	keys('none', 'Geen sleutel verdeelt', {})
];
