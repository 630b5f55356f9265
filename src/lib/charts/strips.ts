import * as Plot from '@observablehq/plot';
import { LINE, sketch, type Drawing, type Room, type Said } from './drawing.ts';
import { key, wrapped } from './key.ts';
import { at, LINE_LOOKS, PIXELS, texts } from './marks.ts';
import { across, AXIS, axisUnder, type ComparedLine, type Dot } from './one-line.ts';
import { dotKey, dotMarks, placedDots, type PlacedDot } from './strip.ts';
import type { Palette } from './palette.ts';
import { element } from './svg.ts';

export interface StripRow {
	id: string;
	name: string;
	href: string;
	/** Under the name: the values of the lines. */
	about: string;
	dots: readonly Dot[];
	lines: readonly ComparedLine[];
}

export interface Strips extends Said {
	rows: readonly StripRow[];
	format: (value: number) => string;
	axis: string;
	words?: {
		none: string;
		member: string;
		estimated: string;
		lines: Record<ComparedLine['kind'], string>;
	};
}

const WORDS = {
	none: 'geen cijfers van de leden',
	member: 'een gemeente',
	estimated: 'raming',
	lines: { whole: 'de regio als geheel', wider: 'Vlaanderen', goal: 'streefcijfer' }
};
/** From this width in px the names stand beside their strips, and take this much of it. */
const BESIDE = { from: 560, width: 220 };
const GAP = 10;

/** A row as it is laid out, in px. */
interface LaidRow {
	row: StripRow;
	name: readonly string[];
	about: readonly string[];
	placed: PlacedDot[];
	/** Of the row, of its strip, of the line of dots, and of the end of the strip. */
	top: number;
	stripTop: number;
	middle: number;
	end: number;
}

/** Rows under one another, on the scale that they share. */
export function laidRows(rows: readonly StripRow[], width: number) {
	const isBeside = width >= BESIDE.from;
	const left = isBeside ? BESIDE.width : 0;
	const values = rows.flatMap(({ dots, lines }) => [...dots, ...lines].map(({ value }) => value));
	const x = across(values, left + 8, width - 8);
	let height = 0;
	const laid = rows.map((row): LaidRow => {
		const [name = [], about = []] = [row.name, row.about].map((text) =>
			wrapped(text, isBeside ? left - 16 : width)
		);
		const { placed, reach } = placedDots(row.dots, x);
		const top = height;
		const head = top + (name.length + about.length) * LINE + 4;
		const stripTop = isBeside ? top + 4 : head + 2;
		const end = stripTop + 2 * reach;
		height = Math.max(head, end) + GAP;
		return { row, name, about, placed, top, stripTop, middle: stripTop + reach, end };
	});
	return { laid, x, left, height: height + (values.length > 0 ? AXIS : 0) };
}

/**
 * Small multiples of the distribution of members: one strip for each region under the other, on one common scale. A region
 * without dots keeps its place and says why.
 */
export const strips: Drawing<Strips> = (data, room) => {
	const { rows, format, axis, words = WORDS } = data;
	const { width, palette } = room;
	const { laid, x, left, height } = laidRows(rows, width);
	const dots = rows.flatMap((row) => row.dots);
	const lines = rows.flatMap((row) => row.lines);
	return sketch(
		{
			...data,
			marks: true,
			height,
			plot: {
				x: { domain: x.domain(), range: x.range(), axis: null },
				y: PIXELS,
				marks: [
					Plot.ruleY(laid, { y: 'top', stroke: palette.rule }),
					laid.map((one) => [
						rowWords(one, room),
						one.placed.length > 0
							? rowMarks(one, left, room)
							: texts([{ text: words.none, x: left + 8, y: one.middle + 5, anchor: 'start' }], {
									fill: palette.inkFaint,
									ground: palette.ground
								})
					]),
					dots.length > 0 ? axisUnder(x, height - AXIS, format, axis, palette) : []
				]
			},
			below: [
				key(dotKey(dots, words, palette), room, 12),
				key(lineKey(lines, words.lines, palette), room, 16)
			]
		},
		room
	);
};

/** The name of a row as a link, and under it the values of its lines. */
function rowWords({ row, name, about, top }: LaidRow, { palette, target }: Room): Plot.Markish[] {
	const { link, inkSoft, ground } = palette;
	const at = (index: number) => ({ x: 0, y: top + 16 + index * LINE, anchor: 'start' as const });
	return [
		texts(
			name.map((text, index) => ({ text, ...at(index), href: row.href })),
			{ fill: link, ground, target }
		),
		texts(
			about.map((text, index) => ({ text, ...at(name.length + index) })),
			{ fill: inkSoft, ground }
		)
	];
}

const rowMarks = (
	{ row, placed, stripTop, middle, end }: LaidRow,
	left: number,
	room: Room
): Plot.Markish[] => [
	Plot.ruleY([middle], { x1: at(left), x2: at(room.width), stroke: room.palette.rule }),
	row.lines.map((line) =>
		Plot.ruleX([line.value], { y1: stripTop, y2: end, ...LINE_LOOKS[line.kind](room.palette) })
	),
	dotMarks(placed, middle, room)
];

/** What the lines through the strips stand for, as far as they occur; by their own label where they have one. */
const lineKey = (
	lines: readonly ComparedLine[],
	words: Record<ComparedLine['kind'], string>,
	palette: Palette
) =>
	(['whole', 'wider', 'goal'] as const)
		.flatMap((kind) => lines.find((line) => line.kind === kind) ?? [])
		.map(({ kind, label }) => ({ word: label || words[kind], mark: upright(kind, palette) }));

function upright(kind: ComparedLine['kind'], palette: Palette): string {
	const look = { strokeWidth: 1, strokeDasharray: undefined, ...LINE_LOOKS[kind](palette) };
	return element('path', {
		d: 'M8 0V12',
		stroke: look.stroke,
		'stroke-width': look.strokeWidth,
		'stroke-dasharray': look.strokeDasharray
	});
}
