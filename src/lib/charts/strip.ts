import * as Plot from '@observablehq/plot';
import { sketch, type Drawing, type Room, type Said } from './drawing.ts';
import { dodged } from './dodge.ts';
import { key } from './key.ts';
import { mineRing, PIXELS, px } from './marks.ts';
import { dotNames, nameMarks, steepMarks, steepNames, steepness } from './dot-names.ts';
import {
	across,
	AXIS,
	axisUnder,
	lineMarks,
	lineRows,
	type Across,
	type ComparedLine,
	type Dot
} from './one-line.ts';
import type { Palette } from './palette.ts';
import { element } from './svg.ts';

export interface Strip extends Said {
	dots: readonly Dot[];
	lines?: readonly ComparedLine[];
	/** For the axis. */
	format: (value: number) => string;
	/** What the axis shows, in a few words. */
	axis: string;
	/** Whether every dot is named, rising to the right: where nothing can be pointed at, on paper and on a slide. */
	all?: boolean;
	words?: { member: string; estimated: string };
}

const WORDS = { member: 'een gemeente', estimated: 'raming' };
const R = 4.5;
/** Between dots, in px. */
const PADDING = 2;
const EDGE = 8;

/** A dot where it is drawn, in px; `dy` from the middle of its line. */
export interface PlacedDot extends Dot {
	cx: number;
	dy: number;
}

/** Dots along one line; one that would cover another moves up or down, never along the scale. */
export function placedDots(
	dots: readonly Dot[],
	x: Across
): { placed: PlacedDot[]; reach: number } {
	const aside = dodged(
		dots.map(({ value }) => x(value)),
		2 * R + PADDING
	);
	return {
		placed: dots.map((dot, index) => ({ ...dot, cx: x(dot.value), dy: aside[index] ?? 0 })),
		reach: Math.max(0, ...aside.map(Math.abs)) + EDGE
	};
}

/** Dots at their places on a line in the middle; a hollow one is an estimate. */
export const dotMarks = (
	placed: readonly PlacedDot[],
	middle: number,
	room: Room
): Plot.Markish[] => [
	[false, true].map((estimated) =>
		Plot.dot(
			placed.filter((dot) => dot.estimated === estimated),
			{
				x: px('cx'),
				y: ({ dy }: PlacedDot) => middle + dy,
				r: R,
				fill: estimated ? room.palette.ground : room.palette.blue[4],
				stroke: room.palette.blue[4],
				strokeWidth: 1.6,
				title: 'label',
				target: room.target,
				href: 'href'
			}
		)
	),
	mineRing(placed, ({ dy }) => middle + dy, R, room)
];

/** Where everything on a strip stands, in px. */
export function stripLayout(
	{ dots, lines = [], all = false }: Pick<Strip, 'dots' | 'lines' | 'all'>,
	room: Pick<Room, 'width' | 'mine'>
) {
	const { width } = room;
	const steep = all ? steepness(dots, width - 2 * EDGE) : null;
	const x = across(
		[...dots, ...lines].map(({ value }) => value),
		EDGE,
		width - EDGE - (steep?.room ?? 0)
	);
	const { placed, reach } = placedDots(dots, x);
	const { names, height } = steep ? steepNames(dots, x, steep) : dotNames(dots, x, room);
	const top = lineRows(lines);
	const middle = top + height + reach;
	return { x, placed, names, steep, top, middle, bottom: middle + reach };
}

/** The members of one region on one line, each a dot; lines for the region itself, for something wider and for its goal. */
export const strip: Drawing<Strip> = (data, room) => {
	const { dots, lines = [], format, axis, words = WORDS } = data;
	const { width, palette } = room;
	const { x, placed, names, steep, top, middle, bottom } = stripLayout(data, room);
	const depths = new Map(placed.map(({ id, dy }) => [id, middle + dy]));
	const depth = (id: string) => depths.get(id) ?? middle;
	return sketch(
		{
			...data,
			marks: true,
			height: bottom + AXIS,
			plot: {
				x: { domain: x.domain(), range: x.range(), axis: null },
				y: PIXELS,
				marks: [
					Plot.ruleY([middle], { stroke: palette.rule }),
					lineMarks(lines, x, bottom, width, palette),
					steep
						? steepMarks(names, steep, top, depth, palette)
						: nameMarks(names, top, depth, palette),
					dotMarks(placed, middle, room),
					axisUnder(x, bottom, format, axis, palette)
				]
			},
			below: [key(dotKey(dots, words, palette), room, 12)]
		},
		room
	);
};

/** What the looks mean, as far as both or only hollow ones occur. */
export function dotKey(dots: readonly Dot[], words: NonNullable<Strip['words']>, palette: Palette) {
	const estimates = dots.filter((dot) => dot.estimated).length;
	if (dots.length === 0) return [];
	const entry = (word: string, estimated: boolean) => ({ word, mark: swatch(estimated, palette) });
	if (estimates === dots.length) return [entry(`${words.member} (${words.estimated})`, true)];
	const sure = entry(words.member, false);
	return estimates === 0 ? [sure] : [sure, entry(words.estimated, true)];
}

const swatch = (estimated: boolean, { blue, ground }: Palette): string =>
	element('circle', {
		cx: 6,
		cy: 6,
		r: R,
		fill: estimated ? ground : blue[4],
		stroke: blue[4],
		'stroke-width': 1.6
	});
