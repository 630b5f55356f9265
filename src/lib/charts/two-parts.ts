import * as Plot from '@observablehq/plot';
import { sketch, type Drawing, type Said } from './drawing.ts';
import { key } from './key.ts';
import { PIXELS } from './marks.ts';
import { element } from './svg.ts';

interface Part {
	word: string;
	/** At least 0, in any unit. */
	value: number;
}

export interface TwoParts extends Said {
	/** Together the whole. */
	parts: readonly [Part, Part];
	/** For a part as a fraction of the whole. */
	format: (fraction: number) => string;
}

const HEIGHT = 28;

/** A whole in two parts, as one bar; the key says the name of each and how much of the whole it is. They differ in lightness too. */
export const twoParts: Drawing<TwoParts> = (data, room) => {
	const { parts, format } = data;
	const { blue } = room.palette;
	const total = parts[0].value + parts[1].value || 1;
	const shown = parts.map((part, index) => ({
		...part,
		part: part.value / total,
		fill: index === 0 ? blue[4] : blue[1]
	}));
	return sketch(
		{
			...data,
			height: HEIGHT,
			plot: {
				x: { domain: [0, 1], range: [0, room.width], axis: null },
				y: { ...PIXELS },
				marks: [Plot.rect(shown, Plot.stackX({ x: 'part', y1: 0, y2: HEIGHT, fill: 'fill' }))]
			},
			below: [
				key(
					shown.map(({ word, part, fill }) => ({
						word,
						figure: format(part),
						mark: element('rect', { width: 12, height: 12, fill })
					})),
					room
				)
			]
		},
		room
	);
};
