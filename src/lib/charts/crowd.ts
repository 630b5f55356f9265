// More places than a drawing can show one by one: how many there are of each size.
import * as Plot from '@observablehq/plot';
import { bin, max, scaleLinear } from 'd3';
import { count, municipalities } from '#lib/text/format.ts';
import { px } from './marks.ts';
import type { Across, Dot } from './one-line.ts';
import type { Palette } from './palette.ts';

/** Above this many areas a drawing shows how they spread, and only those that were asked for one by one. */
const CROWD = 1_000;

/** Height in px of the highest bar. */
export const CROWD_HEIGHT = 130;

/** How many bars there may be, the most first. */
const BARS = [40, 20, 10, 5];

/** Where bars begin: as many as have names of their own, for two bars «from 3 to 4» would be read as one. */
const edges = (x: Across, format: (value: number) => string): number[] =>
	BARS.map((most) => x.ticks(most)).find(
		(ticks) => new Set(ticks.map(format)).size === ticks.length
	) ?? [];

export const isCrowd = (areas: { length: number }): boolean => areas.length > CROWD;

/** Look of the bars: of published figures, and of estimates on top of them. */
export const barLook = (estimated: boolean, { blue, ground }: Palette) => ({
	fill: estimated ? ground : blue[1],
	stroke: blue[2],
	strokeWidth: 0.9
});

/** How many dots there are at each stretch of the line, as bars that stand on `bottom` px. */
export function crowdBars(
	dots: readonly Dot[],
	x: Across,
	bottom: number,
	format: (value: number) => string,
	palette: Palette
): Plot.Markish[] {
	const [low = 0, high = 0] = x.domain();
	const bins = bin<Dot, number>()
		.value(({ value }) => value)
		.domain([low, high])
		.thresholds(edges(x, format))(dots as Dot[])
		.filter(({ length }) => length > 0);
	const y = scaleLinear(
		[0, max(bins, ({ length }) => length) ?? 1],
		[bottom, bottom - CROWD_HEIGHT]
	);
	return [false, true].map((estimated) =>
		Plot.rect(
			bins.map((own) => {
				const estimates = own.filter((one) => one.estimated).length;
				const known = own.length - estimates;
				const [from, to] = estimated ? [known, own.length] : [0, known];
				const stretch = `${format(own.x0 ?? 0)} tot ${format(own.x1 ?? 0)}`;
				return {
					x1: x(own.x0 ?? 0) + 0.5,
					x2: x(own.x1 ?? 0) - 0.5,
					y1: y(from),
					y2: y(to),
					label: `${stretch}: ${municipalities(own.length)}, waarvan ${count(estimates)} naar raming`
				};
			}),
			{
				x1: px('x1'),
				x2: px('x2'),
				y1: 'y1',
				y2: 'y2',
				title: 'label',
				...barLook(estimated, palette)
			}
		)
	);
}
