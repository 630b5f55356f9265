import { parted } from '#lib/charts/parted.ts';
import { count, dwellings } from '#lib/text/format.ts';
import { PART_WORDS } from '#lib/text/plans.ts';
import { example, type Case } from './case.ts';

const partedCase = (
	id: string,
	about: string,
	wholes: readonly (readonly [year: number, ...parts: [number, number, number, number]])[],
	estimated = false
) =>
	example(id, about, parted, {
		rows: wholes.map(([year, ...parts]) => ({
			label: `31/12/${year}`,
			text: dwellings(parts.reduce((a, b) => a + b, 0)),
			parts,
			estimated
		})),
		words: PART_WORDS,
		format: count,
		title: 'Wat er van de plannen van een verzonnen gemeente werd',
		description: 'Van de 120 woningen van 2021 zijn er minstens 25 verdwenen.'
	});

/** What became of plans. Every number is invented. */
export const PLANS: Case[] = [
	partedCase('parted-plans', 'Plannen van vier metingen, tegenover de laatste', [
		[2018, 20, 60, 10, 0],
		[2019, 0, 95, 0, 0],
		[2021, 15, 0, 80, 25],
		[2023, 2, 0, 80, 0]
	]),
	partedCase(
		'parted-estimated',
		'Dezelfde als raming, met smalle delen',
		[[2021, 1, 2, 90, 3]],
		true
	),
	partedCase('parted-none', 'Niets in uitvoering of gepland', [[2021, 0, 0, 0, 0]])
];
