import * as Plot from '@observablehq/plot';
import { barLook, crowdBars, CROWD_HEIGHT, isCrowd } from './crowd.ts';
import { isMine, sketch, type Drawing, type Said } from './drawing.ts';
import { dodged } from './dodge.ts';
import { key } from './key.ts';
import { dotNames, nameMarks } from './dot-names.ts';
import {
	across,
	AXIS,
	axisUnder,
	lineMarks,
	lineRows,
	type ComparedLine,
	type Dot
} from './one-line.ts';
import { mineRing, PIXELS, px } from './marks.ts';
import type { Palette } from './palette.ts';
import { element } from './svg.ts';

/** A municipality among all others. */
export interface SwarmDot extends Dot {
	highlighted: boolean;
}

export interface Swarm extends Said {
	dots: readonly SwarmDot[];
	lines?: readonly ComparedLine[];
	/** For the axis. */
	format: (value: number) => string;
	/** What the axis shows, in a few words. */
	axis: string;
	words?: { others: string; highlighted: string; estimated: string };
}

const WORDS = {
	others: 'andere gemeenten',
	highlighted: 'uitgelichte gemeenten',
	estimated: 'raming'
};
const EDGE = 6;

/** More dots get smaller ones, so that the swarm keeps its proportions. */
const radius = (width: number, count: number): number =>
	Math.min(4.5, (width / 138) * Math.min(1, Math.sqrt(500 / Math.max(1, count))));

/** How a dot looks: dark when highlighted, hollow when it is an estimate. */
function swarmLook(highlighted: boolean, estimated: boolean, { blue, ground }: Palette) {
	const [fill, stroke] = highlighted ? [blue[5], blue[5]] : [blue[1], blue[2]];
	return {
		fill: estimated ? ground : fill,
		stroke,
		strokeWidth: highlighted && estimated ? 1.5 : 0.9
	};
}

/** In drawing order: the highlighted last, and so on top. */
const LOOKS = [
	{ name: 'o e', highlighted: false, estimated: true },
	{ name: 'o', highlighted: false, estimated: false },
	{ name: 'h e', highlighted: true, estimated: true },
	{ name: 'h', highlighted: true, estimated: false }
];

/**
 * All municipalities on one axis, each a linked dot that moves aside as far as needed not to lie over another; a highlighted
 * region dark, with names for its extremes; lines for a mean and for a goal. Of a crowd those that are highlighted alone are
 * dots, above bars of how many there are in all.
 */
export const swarm: Drawing<Swarm> = (data, room) => {
	const { dots, lines = [], format, axis, words = WORDS } = data;
	const { width, palette, target } = room;
	const values = [...dots, ...lines].map(({ value }) => value);
	const x = across(values, EDGE, width - EDGE);
	const crowded = isCrowd(dots);
	const asked = dots.filter(({ highlighted, id }) => highlighted || isMine(room, id));
	const single = crowded ? asked : dots;
	const r = radius(width, single.length);
	const aside = dodged(
		single.map(({ value }) => x(value)),
		2.3 * r
	);
	const reach = Math.max(0, ...aside.map(Math.abs)) + r + 2;
	const { names, height } = dotNames(asked, x, room);
	const top = lineRows(lines);
	const middle = top + (height || 6) + reach;
	const bottom = middle + reach + (crowded ? CROWD_HEIGHT : 0);
	const placed = single.map((dot, index) => ({
		...dot,
		cx: x(dot.value),
		cy: middle + (aside[index] ?? 0)
	}));
	const depths = new Map(placed.map(({ id, cy }) => [id, cy]));
	const kind = (highlighted: boolean, estimated: boolean) =>
		[highlighted ? words.highlighted : words.others, ...(estimated ? [words.estimated] : [])].join(
			', '
		);
	return sketch(
		{
			...data,
			marks: true,
			height: bottom + AXIS,
			plot: {
				x: { domain: x.domain(), range: x.range(), axis: null },
				y: PIXELS,
				marks: [
					crowded ? crowdBars(dots, x, bottom, format, palette) : [],
					lineMarks(lines, x, bottom, width, palette),
					nameMarks(names, top, (id) => depths.get(id) ?? middle, palette),
					LOOKS.map(({ name, highlighted, estimated }) =>
						Plot.dot(
							placed.filter(
								(dot) => dot.highlighted === highlighted && dot.estimated === estimated
							),
							{
								x: px('cx'),
								y: 'cy',
								r,
								href: 'href',
								target,
								title: 'label',
								className: name,
								ariaLabel: kind(highlighted, estimated),
								...swarmLook(highlighted, estimated, palette)
							}
						)
					),
					mineRing(placed, ({ cy }) => cy, r, room),
					axisUnder(x, bottom, format, axis, palette)
				]
			},
			below: [
				key(
					[...(crowded ? crowdKey(dots, words, palette) : []), ...swarmKey(single, words, palette)],
					room,
					12
				)
			]
		},
		room
	);
};

/** What the bars of a crowd mean. */
function crowdKey(
	dots: readonly SwarmDot[],
	{ estimated }: NonNullable<Swarm['words']>,
	palette: Palette
) {
	const bar = (isEstimate: boolean) =>
		element('rect', { width: 12, height: 12, ...strokes(barLook(isEstimate, palette)) });
	return [
		{ word: 'aantal gemeenten', mark: bar(false) },
		...(dots.some((dot) => dot.estimated) ? [{ word: estimated, mark: bar(true) }] : [])
	];
}

const strokes = ({
	strokeWidth,
	...look
}: {
	strokeWidth: number;
	fill: string;
	stroke: string;
}) => ({
	...look,
	'stroke-width': strokeWidth
});

/** What the looks mean. Where all dots of a kind are estimates its own entry says so; else the hollow dot has an entry. */
export function swarmKey(
	dots: readonly SwarmDot[],
	words: NonNullable<Swarm['words']>,
	palette: Palette
) {
	const entries = [true, false].flatMap((highlighted) => {
		const own = dots.filter((dot) => dot.highlighted === highlighted);
		if (own.length === 0) return [];
		const estimates = own.filter(({ estimated }) => estimated).length;
		const word = highlighted ? words.highlighted : words.others;
		const all = estimates === own.length;
		return [
			{
				highlighted,
				estimated: all,
				mixed: estimates > 0 && !all,
				word: all ? `${word} (${words.estimated})` : word
			}
		];
	});
	const hollow = { highlighted: false, estimated: true, mixed: false, word: words.estimated };
	const told = entries.some(({ mixed }) => mixed) ? [...entries, hollow] : entries;
	return told.map(({ word, highlighted, estimated }) => ({
		word,
		mark: swatch(highlighted, estimated, palette)
	}));
}

function swatch(highlighted: boolean, estimated: boolean, palette: Palette): string {
	const look = strokes(swarmLook(highlighted, estimated, palette));
	return element('circle', { cx: 6, cy: 6, r: 4.5, ...look });
}
