import * as Plot from '@observablehq/plot';
import { greatest, scaleLinear } from 'd3';
import { LETTER, LINE, sketch, type Drawing, type Said } from './drawing.ts';
import { key } from './key.ts';
import { textWidth } from './labels.ts';
import { lorenzNames, RIGHT, type LorenzStep } from './lorenz-names.ts';
import { px, texts } from './marks.ts';
import { element } from './svg.ts';

export type { LorenzStep };

export interface Lorenz extends Said {
	/** From the lowest share to the highest. */
	steps: readonly LorenzStep[];
	/** What the upright line says («≈ 600 woningen»). */
	gapLabel: string;
	estimated: boolean;
	/** For the axes. */
	format: (fraction: number) => string;
	words?: { x: string; y: string; even: string };
}

const WORDS = {
	x: 'deel van de huishoudens, laagste aandeel eerst',
	y: 'deel van de sociale huurwoningen',
	even: 'overal hetzelfde aandeel'
};
/** With more members there is a line without points: they would lie over one another. */
const MOST_POINTS = 60;
const MOST_SIDE = 420;
const LEFT = 46;
const TOP = LINE + 10;
const BELOW = 24;
/** Sides in px from which the axes have all their numbers, and the diagonal its name. */
const WIDE_FROM = 280;

/**
 * The Lorenz curve of a region: from the member with the lowest share to the one with the highest, what part of the households
 * holds what part of the dwellings. The diagonal is even; the upright line shows how far the curve lies below it, which is the
 * part of the dwellings that would have to stand elsewhere. Thin when it rests on estimates.
 */
export const lorenz: Drawing<Lorenz> = (data, room) => {
	const { steps, gapLabel, estimated, format, words = WORDS } = data;
	const { palette } = room;
	const { ink, inkSoft, rule, ruleStrong, blue, ground } = palette;
	const side = Math.min(room.width - LEFT - RIGHT, MOST_SIDE);
	const isWide = side >= WIDE_FROM;
	const x = scaleLinear([0, 1], [LEFT, LEFT + side]);
	const y = scaleLinear([0, 1], [TOP + side, TOP]);
	const curve = [{ x: 0, y: 0 }, ...steps];
	const deepest = greatest(steps, (step) => step.x - step.y);
	const gap = deepest && deepest.x - deepest.y > 1e-9 ? [deepest] : [];
	const ticks = [0, 0.25, 0.5, 0.75, 1];
	const gapNames = gap.map((one) => gapName(gapLabel, x(one.x), y(one.x)));
	const taken = gapNames.map(({ text, x, y }) => ({
		left: x - LEFT - textWidth(text, LETTER),
		right: x - LEFT,
		top: y - TOP - LETTER,
		bottom: y - TOP + 4
	}));
	const names = lorenzNames(steps, side, taken).map((name) => ({
		...name,
		x: LEFT + name.x,
		y: TOP + name.y
	}));
	type Name = (typeof names)[number];
	const height = TOP + side + BELOW;
	const dashes = { stroke: inkSoft, strokeDasharray: '2 3' };
	return sketch(
		{
			...data,
			marks: true,
			height: height + LINE,
			plot: {
				marginLeft: LEFT,
				marginRight: room.width - LEFT - side,
				marginTop: TOP,
				marginBottom: BELOW + LINE,
				x: { domain: x.domain(), range: x.range(), axis: null },
				y: { domain: y.domain(), range: y.range(), axis: null },
				marks: [
					Plot.gridY(ticks, { stroke: rule, strokeOpacity: 1 }),
					texts(
						[
							{ text: words.y, x: 0, y: LINE - 5, anchor: 'start' },
							{ text: words.x, x: 0, y: height + LINE - 3, anchor: 'start' },
							...ticks
								.filter((_, index) => isWide || index % 4 === 0)
								.map((tick) => ({
									text: format(tick),
									x: LEFT - 7,
									y: y(tick) + 5,
									anchor: 'end' as const
								})),
							...ticks
								.filter((_, index) => isWide || index % 2 === 0)
								.map((tick) => ({
									text: format(tick),
									x: x(tick),
									y: TOP + side + 20,
									anchor: 'middle' as const
								}))
						],
						{ fill: inkSoft, ground }
					),
					Plot.area(curve, { x1: 'x', y1: 'y', y2: 'x', fill: blue[0] }),
					Plot.link([0], { x1: 0, y1: 0, x2: 1, y2: 1, ...dashes }),
					Plot.line(curve, { x: 'x', y: 'y', stroke: blue[4], strokeWidth: estimated ? 1.4 : 2.5 }),
					Plot.ruleX(gap, { x: 'x', y1: 'x', y2: 'y', stroke: ink, strokeWidth: 2 }),
					isWide
						? texts([{ text: words.even, x: x(0.62) - 10, y: y(0.62) - 6, anchor: 'end' }], {
								fill: inkSoft,
								ground
							})
						: [],
					Plot.dot(steps.length > MOST_POINTS ? [] : steps, {
						x: 'x',
						y: 'y',
						r: 3.5,
						fill: estimated ? ground : blue[4],
						stroke: blue[4],
						title: 'label'
					}),
					Plot.link(
						names.filter(({ led }) => led),
						{
							x1: px('x'),
							y1: px('y'),
							x2: px(({ x, dx }: Name) => x + dx - 3),
							y2: px(({ y, dy }: Name) => y + dy - 4),
							stroke: ruleStrong
						}
					),
					texts(
						[
							...gapNames,
							...names.map(({ text, x, y, dx, dy }) => ({
								text,
								x: x + dx,
								y: y + dy,
								anchor: 'start' as const
							}))
						],
						{ fill: ink, ground, fontWeight: 600 }
					)
				]
			},
			below: isWide
				? []
				: [
						key(
							[
								{
									word: words.even,
									mark: element('path', {
										d: 'M0 6H30',
										stroke: inkSoft,
										'stroke-dasharray': '2 3'
									})
								}
							],
							room,
							30
						)
					]
		},
		room
	);
};

/** Left of the upper end of its line, as far as there is room. */
const gapName = (text: string, x: number, y: number) => ({
	text,
	x: Math.max(x - 6, LEFT + textWidth(text, LETTER)),
	y: y - 8,
	anchor: 'end' as const
});
