import * as Plot from '@observablehq/plot';
import type { Day } from '#lib/domain/dates.ts';
import { LINE, sketch, type Drawing, type Room, type Said } from './drawing.ts';
import { key, wrapped, type Entry } from './key.ts';
import { PIXELS, px, texts } from './marks.ts';
import { element } from './svg.ts';
import type { Palette } from './palette.ts';
import { timeScales, utc, yearTicks, type Scales } from './time.ts';

/** How something stands that lasts for a time: it runs, it is over, it is announced, or nobody says how long. */
const LOOKS = ['runs', 'over', 'announced', 'open'] as const;
export type SpanLook = (typeof LOOKS)[number];

export interface TimeSpan {
	name: string;
	/** Where more is said of it. */
	href: string;
	/** Under the name. */
	about: string;
	look: SpanLook;
	from: Day;
	/** Null: no end is known. */
	to: Day | null;
	/** From when until when, in a sentence. */
	label: string;
	/** Days of it, each with what it is, in a sentence. */
	days: readonly { day: Day; label: string }[];
}

export interface Timeline extends Said {
	/** From top to bottom. */
	spans: readonly TimeSpan[];
	/** The day on which all is as it is shown, with its name. */
	now: { day: Day; label: string };
	words: Readonly<Record<SpanLook | 'day', string>>;
}

const BAR = 14;
const GAP = 12;
const EDGE = 8;
const AXIS = 24;
const TOP = LINE + 4;
const R = 5;
/** How far in px the line of the present day stands out above and under a bar. */
const OVER = 4;

/** A span as it is laid out, in px. */
interface LaidSpan {
	span: TimeSpan;
	lines: readonly string[];
	about: readonly string[];
	/** Of its words, and of its bar. */
	top: number;
	bar: number;
	left: number;
	right: number;
}

/** What runs when: a bar for each on one scale of time, the days that count in it as dots, and the present day as a line. */
export const timeline: Drawing<Timeline> = (data, room) => {
	const { spans, now, words } = data;
	const { width, palette } = room;
	const box = { left: EDGE, right: width - EDGE, top: 0, bottom: 1 };
	const days = spans.flatMap((one) => [one.from, one.to ?? one.from, ...one.days.map(dayOf)]);
	const scales = timeScales([...days, now.day], [0, 1], box);
	const { laid, height } = laidSpans(spans, scales, width);
	const x = scales.x(utc(now.day));
	const isLeft = x > width / 2;
	return sketch(
		{
			...data,
			marks: true,
			height: height + AXIS,
			plot: {
				x: { type: 'utc', domain: scales.x.domain(), range: scales.x.range(), axis: null },
				y: PIXELS,
				marks: [
					yearMarks(scales, height, palette),
					laid.map((one) => [spanWords(one, room), barOf(one, palette), dotsOf(one, palette)]),
					// beside the names, and never through them
					Plot.ruleX([{ bar: 0 }, ...laid], {
						x: () => utc(now.day),
						y1: ({ bar }: Pick<LaidSpan, 'bar'>) => bar - OVER,
						y2: ({ bar }: Pick<LaidSpan, 'bar'>) => bar + BAR + OVER,
						stroke: palette.ink,
						strokeWidth: 1.5
					}),
					texts(
						[
							{ text: now.label, x: x + (isLeft ? -5 : 5), y: 14, anchor: isLeft ? 'end' : 'start' }
						],
						{ fill: palette.ink, ground: palette.ground, fontWeight: 600 }
					)
				]
			},
			below: [key(entriesOf(spans, words, palette), room, 18)]
		},
		room
	);
};

const dayOf = ({ day }: { day: Day }): Day => day;

/** Rows under one another, each with its words above its bar. */
function laidSpans(spans: readonly TimeSpan[], { x }: Scales, width: number) {
	const [, end = width] = x.range();
	let height = TOP;
	const laid = spans.map((span): LaidSpan => {
		const [lines = [], about = []] = [span.name, span.about].map((text) =>
			text === '' ? [] : wrapped(text, width)
		);
		const top = height;
		const bar = top + (lines.length + about.length) * LINE + 4;
		height = bar + BAR + GAP;
		const right = span.to === null ? end : x(utc(span.to));
		return { span, lines, about, top, bar, left: x(utc(span.from)), right };
	});
	return { laid, height };
}

function yearMarks({ first, last, x }: Scales, height: number, palette: Palette): Plot.Markish[] {
	const [from = 0, to = 0] = x.range();
	const years = yearTicks(first, last, Math.floor((to - from) / 52));
	return [
		Plot.ruleX(years.map(utc), { y1: TOP, y2: height, stroke: palette.rule }),
		Plot.ruleY([height], { stroke: palette.ruleStrong }),
		texts(
			years.map((year) => {
				const at = x(utc(year));
				const anchor = at > to - 20 ? 'end' : at < from + 20 ? 'start' : 'middle';
				return { text: year.slice(0, 4), x: at, y: height + 17, anchor };
			}),
			{ fill: palette.inkSoft, ground: palette.ground }
		)
	];
}

/** Its name as a link, and under it what is said of it. */
function spanWords({ span, lines, about, top }: LaidSpan, { palette, target }: Room) {
	const { link, inkSoft, ground } = palette;
	const at = (row: number) => ({ x: 0, y: top + 15 + row * LINE, anchor: 'start' as const });
	return [
		texts(
			lines.map((text, row) => ({ text, ...at(row), href: span.href })),
			{ fill: link, ground, target, fontWeight: 600 }
		),
		texts(
			about.map((text, row) => ({ text, ...at(lines.length + row) })),
			{ fill: inkSoft, ground }
		)
	];
}

/** What runs is dark, what is over light; what is announced or has no known end is hollow. */
const lookOf = (look: SpanLook, { blue, ground }: Palette) => ({
	fill: { runs: blue[4], over: blue[1], announced: ground, open: ground }[look],
	stroke: blue[4],
	strokeWidth: 1.5,
	strokeDasharray: { runs: undefined, over: undefined, announced: '5 3', open: '1 3' }[look]
});

const barOf = (one: LaidSpan, palette: Palette): Plot.Markish =>
	Plot.rect([one], {
		x1: px<LaidSpan>('left'),
		x2: px<LaidSpan>('right'),
		y1: 'bar',
		y2: ({ bar }: LaidSpan) => bar + BAR,
		title: ({ span }: LaidSpan) => span.label,
		...lookOf(one.span.look, palette)
	});

const dotsOf = ({ span, bar }: LaidSpan, { ink, ground }: Palette): Plot.Markish =>
	Plot.dot(span.days, {
		x: ({ day }: { day: Day }) => utc(day),
		y: () => bar + BAR / 2,
		r: R,
		fill: ink,
		stroke: ground,
		strokeWidth: 1.5,
		title: 'label'
	});

/** What bars and dots stand for, as far as they occur. */
function entriesOf(
	spans: readonly TimeSpan[],
	words: Timeline['words'],
	palette: Palette
): Entry[] {
	const bars = LOOKS.filter((look) => spans.some((span) => span.look === look)).map((look) => {
		const { strokeWidth, strokeDasharray, ...colours } = lookOf(look, palette);
		const lines = { 'stroke-width': strokeWidth, 'stroke-dasharray': strokeDasharray };
		const size = { x: 1, y: 1, width: 16, height: 10 };
		return { word: words[look], mark: element('rect', { ...size, ...colours, ...lines }) };
	});
	const dot = element('circle', { cx: 9, cy: 6, r: R, fill: palette.ink });
	return spans.some(({ days }) => days.length > 0)
		? [...bars, { word: words.day, mark: dot }]
		: bars;
}
