import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LIGHT } from './palette.ts';
import { swarm } from './swarm.ts';

const NUMBERS = /: ([\d.]+)\sgemeenten?, waarvan (\d[\d.]*) naar raming/;
const SIZE = 1_001;

const drawn = (values: readonly number[], estimates: number) =>
	JSON.stringify(
		swarm(
			{
				dots: Array.from({ length: SIZE }, (_, at) => ({
					id: String(at),
					name: String(at),
					value: values[at % values.length] ?? 0,
					label: '',
					highlighted: false,
					estimated: at < estimates
				})),
				format: (value) => (100 * value).toFixed(0),
				axis: '',
				title: 'Proef',
				description: ''
			},
			{ width: 590, palette: LIGHT }
		)
	);

test('the bars of a crowd count everyone once, and every estimate as one', () => {
	const values = fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 60 });
	fc.assert(
		fc.property(values, fc.integer({ min: 0, max: SIZE }), (all, estimates) => {
			const labels = new Set(
				drawn(
					[200, ...all].map((one) => one / 1_000),
					estimates
				).match(/[\d.]+ tot [\d.]+: [^<"\\]*raming/g)
			);
			const counted = [...labels].map((label) =>
				(NUMBERS.exec(label) ?? []).slice(1).map((text) => Number(text.replace('.', '')))
			);
			expect(counted.reduce((sum, [size = 0]) => sum + size, 0)).toBe(SIZE);
			expect(counted.reduce((sum, [, some = 0]) => sum + some, 0)).toBe(estimates);
		}),
		{ numRuns: 20 }
	);
});
