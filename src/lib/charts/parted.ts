import * as Plot from '@observablehq/plot';
import { cumsum, scaleLinear } from 'd3';
import { LETTER, sketch, type Drawing, type Said } from './drawing.ts';
import { key } from './key.ts';
import { textWidth } from './labels.ts';
import { hatch, headsOfRows, PIXELS, texts } from './marks.ts';
import type { Palette } from './palette.ts';
import { element } from './svg.ts';

/** A whole in parts. */
export interface PartedRow {
	label: string;
	/** The whole as it must be read, with its mark. */
	text: string;
	/** In the order of the words, at least 0, in any unit; together the whole. */
	parts: readonly number[];
	/** Whether one of them rests on an estimate. */
	estimated: boolean;
}

export interface Parted extends Said {
	rows: readonly PartedRow[];
	/** What each part is: from dark to light, the last one hollow. */
	words: readonly [string, string, string, string];
	/** What hatching says. */
	estimate?: string;
	format: (value: number) => string;
}

const ROW = 52;
const TOP = 21;
const BAR = 23;

const looksOf = ({ blue, ground }: Palette): Plot.RectOptions[] => [
	{ fill: blue[3], stroke: blue[4] },
	{ fill: blue[1], stroke: blue[4] },
	{ fill: blue[0], stroke: blue[4] },
	{ fill: ground, stroke: blue[4], strokeDasharray: '3 3' }
];

/** Wholes on one scale, a bar each, in the same four parts; a part has its number where there is room for it. */
export const parted: Drawing<Parted> = (data, room) => {
	const { rows, words, format, estimate = 'raming' } = data;
	const { width, palette, id = 'p' } = room;
	const { ink, ground } = palette;
	const most = Math.max(1, ...rows.flatMap(({ parts }) => [...cumsum(parts)]));
	const x = scaleLinear([0, most], [1, width - 1]);
	const stretches = rows.flatMap(({ parts, estimated }, row) => {
		const ends = cumsum(parts);
		return parts
			.map((value, part) => ({ value, part, estimated, row, to: ends[part] ?? 0 }))
			.filter(({ value }) => value > 0)
			.map((one) => ({ ...one, from: one.to - one.value }));
	});
	type Stretch = (typeof stretches)[number];
	const top = ({ row }: Stretch) => row * ROW + TOP;
	const box = { x1: 'from', x2: 'to', y1: top, y2: (one: Stretch) => top(one) + BAR };
	const looks = looksOf(palette);
	const fits = ({ value, from, to }: Stretch) =>
		textWidth(format(value), LETTER) + 8 < x(to) - x(from);
	const estimates = stretches.filter(({ estimated }) => estimated);
	return sketch(
		{
			...data,
			height: rows.length * ROW,
			defs: estimates.length > 0 ? hatch(`${id}-h`, ground) : '',
			plot: {
				x: { domain: x.domain(), range: x.range(), axis: null },
				y: PIXELS,
				marks: [
					looks.map((look, part) =>
						Plot.rect(
							stretches.filter((one) => one.part === part),
							{ ...box, ...look }
						)
					),
					Plot.rect(estimates, { ...box, fill: `url(#${id}-h)` }),
					headsOfRows(rows, ROW, room),
					texts(
						stretches.filter(fits).map((one) => ({
							text: format(one.value),
							x: (x(one.from) + x(one.to)) / 2,
							y: top(one) + 17,
							anchor: 'middle'
						})),
						{ fill: ink, ground, fontWeight: 600, strokeWidth: 4 }
					)
				]
			},
			below: [
				key(
					[
						...words.map((word, part) => ({ word, mark: swatch(looks[part] ?? {}) })),
						...(estimates.length > 0
							? [
									{
										word: estimate,
										mark: swatch(looks[0] ?? {}) + swatch({ fill: `url(#${id}-h)` })
									}
								]
							: [])
					],
					room
				)
			]
		},
		room
	);
};

const swatch = ({ fill, stroke, strokeDasharray }: Plot.RectOptions): string =>
	element('rect', {
		x: 0.5,
		y: 0.5,
		width: 13,
		height: 11,
		fill: fill as string,
		stroke: stroke as string | undefined,
		'stroke-dasharray': strokeDasharray as string | undefined
	});
