import { line as pathOf, scaleLinear, scaleUtc } from 'd3';
import { LETTER, LINE, sketch, type Drawing, type Said } from './drawing.ts';
import { key, note, wrapped } from './key.ts';
import type { Palette } from './palette.ts';
import { element, escaped, signed } from './svg.ts';
import { lineKey, linesOf, sample, SAMPLE, type Line } from './time-lines.ts';
import {
	certaintyOf,
	utc,
	type Certainty,
	type KnownPoint,
	type TrendBreak,
	type TrendPoint
} from './time.ts';

/** A place with its line. */
export interface SmallLine {
	id: string;
	name: string;
	href: string;
	/** By date. */
	points: readonly TrendPoint[];
	/** What the line says, as a sentence. */
	label: string;
}

export interface SmallLines extends Said {
	lines: readonly SmallLine[];
	/** What they are all compared with: a quiet line in each. */
	whole: { name: string; points: readonly TrendPoint[] };
	/** Label as it must be read («streefcijfer: 11 %»). */
	goal?: { value: number; label: string } | null;
	breaks?: readonly TrendBreak[];
	/** For what the scale runs to. */
	format: (value: number) => string;
	words?: Record<Certainty | 'nothing' | 'scale', string>;
}

const WORDS = {
	published: 'gepubliceerd',
	estimated: 'raming',
	forecast: 'vooruitzicht',
	nothing: 'geen cijfers',
	scale: 'Alle lijnen staan op één schaal, van 0 tot'
};
/** In px: the least width of a cell, the room between two, and the height of a line. */
const CELL = { least: 125, gap: 20, height: 72 };

/** Where a cell stands and how high its words are, in px. */
interface Cell {
	x: number;
	y: number;
	width: number;
	head: number;
}

/** A place of days and values in a cell. */
type Place = (point: KnownPoint) => [x: number, y: number];

/** Small multiples over the years: a line for each place, all on one scale, with what they are compared with in each. */
export const smallLines: Drawing<SmallLines> = (data, room) => {
	const { lines, whole, goal, breaks = [], format, words = WORDS } = data;
	const { palette, width, target } = room;
	const series = [
		{ key: 'whole', ...whole, context: true },
		...lines.map(({ id, ...one }) => ({ key: id, ...one }))
	];
	const [beside, ...drawn] = linesOf(series, breaks) as [Line, ...Line[]];
	const points = [beside, ...drawn].flatMap((one) => one.points);
	const most = Math.max(goal?.value ?? 0, ...points.map(({ value }) => value));
	const scale = scaleLinear([0, most || 1], [CELL.height, 0]).nice(4);
	const days = points.map(({ date }) => utc(date)).sort((a, b) => a.getTime() - b.getTime());
	const across = scaleUtc([days.at(0) ?? 0, days.at(-1) ?? 1], [0, 1]);
	const { cells, height } = laid(lines, width);
	const inside = lines.map((one, at) => {
		const cell = cells[at] as Cell;
		const place: Place = ({ date, value }) => [
			4 + across(utc(date)) * (cell.width - 8),
			cell.head + scale(value)
		];
		const ground = floor(cell, goal ? cell.head + scale(goal.value) : null, palette);
		const own = drawn[at] as Line;
		const body =
			ground + runs(beside, place, palette) + runs(own, place, palette) + end(own, place, palette);
		const marks =
			element('title', {}, escaped(one.label)) + head(one, cell, words.nothing, palette) + body;
		const link = element('a', { href: one.href, target }, marks);
		return element('g', { transform: `translate(${cell.x},${cell.y})` }, link);
	});
	const together = { ...(drawn[0] ?? beside), points: drawn.flatMap(surenessOf) };
	const entries = [
		...lineKey([{ ...together, rank: 0 }], words, palette),
		{ word: whole.name, mark: sample(beside, 'published', palette) },
		...(goal ? [{ word: goal.label, mark: goalMark(palette) }] : [])
	];
	return sketch(
		{
			...data,
			marks: true,
			height,
			plot: { marks: [] },
			under: inside.join(''),
			below: [
				key(entries, room, SAMPLE),
				note(`${words.scale} ${format(scale.domain()[1] ?? most)}.`, room)
			]
		},
		room
	);
};

/** Cells side by side as far as there is room, each as high as the longest name needs. */
function laid(lines: readonly SmallLine[], width: number) {
	const columns = Math.max(1, Math.floor((width + CELL.gap) / (CELL.least + CELL.gap)));
	const wide = (width - (columns - 1) * CELL.gap) / columns;
	const most = Math.max(1, ...lines.map(({ name }) => wrapped(name, wide).length));
	const head = (most + 1) * LINE + 6;
	const row = head + CELL.height + CELL.gap;
	const cells = lines.map((_, at): Cell => ({
		x: (at % columns) * (wide + CELL.gap),
		y: Math.floor(at / columns) * row,
		width: wide,
		head
	}));
	return { cells, height: Math.ceil(lines.length / columns) * row };
}

/** The name of a cell, and the last value under it. */
function head({ name, points }: SmallLine, { width }: Cell, nothing: string, palette: Palette) {
	const last = points.findLast(({ value }) => value !== null);
	const names = wrapped(name, width);
	const text = (words: string, row: number, look: Record<string, string | number>) =>
		element(
			'text',
			{ x: 0, y: row * LINE + LETTER, 'text-anchor': 'start', ...look },
			signed(words)
		);
	return (
		names.map((words, row) => text(words, row, { fill: palette.link })).join('') +
		text(last?.text ?? nothing, names.length, { fill: palette.ink, 'font-weight': 650 })
	);
}

/** The line of zero of a cell, and that of the goal. */
function floor({ width, head }: Cell, goal: number | null, palette: Palette): string {
	const ruled = (y: number, stroke: string, wide: number) =>
		element('path', {
			d: `M0 ${Math.round(y * 10) / 10}H${Math.round(width)}`,
			fill: 'none',
			stroke,
			'stroke-width': wide
		});
	return (
		ruled(head + CELL.height, palette.ruleStrong, 1) +
		(goal === null ? '' : ruled(goal, palette.goal, 1.5))
	);
}

/** The stretches of a line. */
const runs = (line: Line, place: Place, palette: Palette): string =>
	line.runs
		.map(({ points, certainty }) =>
			element('path', {
				d: pathOf().digits(1)(points.map(place)) ?? '',
				fill: 'none',
				...lookOf(line, certainty, palette)
			})
		)
		.join('');

const lookOf = ({ context }: Line, certainty: Certainty, { blue, inkSoft }: Palette) =>
	context
		? { stroke: inkSoft, 'stroke-width': 1.2, 'stroke-dasharray': '5 3' }
		: { stroke: blue[4], 'stroke-width': certainty === 'published' ? 2.5 : 1.5 };

/** A point for each certainty that is drawn of a line: of its stretches, and of its end. */
const surenessOf = ({ points, runs: stretches }: Line): KnownPoint[] => [
	...points.slice(-1),
	...stretches.flatMap(({ points: [first], certainty }) =>
		first ? [{ ...first, status: certainty === 'published' ? ('normal' as const) : certainty }] : []
	)
];

/** The mark at the end of a line: hollow where it is no published figure. */
function end({ points }: Line, place: Place, { blue, ground }: Palette): string {
	const last = points.at(-1);
	if (!last) return '';
	const [cx, cy] = place(last);
	const fill = certaintyOf(last) === 'published' ? blue[4] : ground;
	return element('circle', { cx, cy, r: 3.5, fill, stroke: blue[4], 'stroke-width': 1.5 });
}

const goalMark = ({ goal }: Palette): string =>
	element('path', { d: `M0 6H${SAMPLE}`, stroke: goal, 'stroke-width': 1.5 });
