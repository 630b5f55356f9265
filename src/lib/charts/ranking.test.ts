import { expect, test } from 'vitest';
import { LIGHT } from './palette.ts';
import { ranking } from './ranking.ts';

const rows = [0.03, 0.08, 0.2].map((value, at) => ({
	id: String(at),
	name: 'Spiere-Helkijn',
	value,
	text: `≈ ${100 * value} %`,
	more: '≈ 1.179 te kort',
	estimated: false
}));

test.for([200, 280, 430, 860])(
	'at %i px who has more stands further right, beside its name',
	(width) => {
		const drawn = ranking(
			{
				rows,
				mark: 'dot',
				heads: { name: 'Gemeente', value: 'Aandeel', more: 'Te kort of over' },
				title: 'Proef',
				description: ''
			},
			{ width, palette: LIGHT }
		);
		const places = [...drawn.matchAll(/cx="([\d.]+)"/g)].map(([, x]) => Number(x));
		expect(places).toHaveLength(rows.length);
		expect(places).toEqual(places.toSorted((a, b) => a - b));
		expect(places[0]).toBeGreaterThan(100);
	}
);

test('a second number without a head is not drawn over the first', () => {
	const drawn = ranking(
		{
			rows,
			mark: 'dot',
			heads: { name: 'Gemeente', value: 'Aandeel' },
			title: 'Proef',
			description: ''
		},
		{ width: 590, palette: LIGHT }
	);
	expect(drawn).toContain('20 %');
	expect(drawn).not.toContain('te kort');
});
