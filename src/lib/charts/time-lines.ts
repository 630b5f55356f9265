// Series over the years as lines with marks, and what is said at their ends.
import * as Plot from '@observablehq/plot';
import { LETTER } from './drawing.ts';
import type { Entry } from './key.ts';
import { spread, textWidth, type Box as TextBox } from './labels.ts';
import { texts } from './marks.ts';
import type { Palette } from './palette.ts';
import { element } from './svg.ts';
import {
	breaksOf,
	CERTAINTIES,
	certaintyOf,
	isKnown,
	runsOf,
	utc,
	type Certainty,
	type KnownPoint,
	type Run,
	type Scales,
	type TrendBreak,
	type TrendPoint
} from './time.ts';

export interface TrendSeries {
	key: string;
	name: string;
	/** By date. */
	points: readonly TrendPoint[];
	/** Something wider that the others are compared with: a quiet line without marks. */
	context?: boolean;
}

/** A series as it is drawn. */
export interface Line {
	name: string;
	points: KnownPoint[];
	runs: Run[];
	context: boolean;
	/** Among its kind: of the series themselves, or of the context. */
	rank: number;
}

export const linesOf = (series: readonly TrendSeries[], breaks: readonly TrendBreak[]): Line[] =>
	series.map((one) => ({
		name: one.name,
		points: one.points.filter(isKnown),
		runs: runsOf(one.points, breaksOf(breaks, one)),
		context: one.context ?? false,
		rank: series.filter(({ context }) => context === one.context).indexOf(one)
	}));

const colour = ({ context, rank }: Line, { blue, inkSoft }: Palette): string =>
	context ? inkSoft : rank === 0 ? blue[4] : blue[2];

function stroke(line: Line, certainty: Certainty, palette: Palette) {
	const look = { stroke: colour(line, palette) };
	if (line.context)
		return { ...look, strokeWidth: 1.6, strokeDasharray: line.rank === 0 ? '7 3' : '1.5 3' };
	if (certainty === 'forecast') return { ...look, strokeWidth: 1.8, strokeDasharray: '6 4' };
	return { ...look, strokeWidth: certainty === 'estimated' ? 1.2 : 2.5 };
}

/** Where a point stands, for Plot. */
export const AT = { x: ({ date }: TrendPoint) => utc(date), y: 'value' };

/** Solid: published; thin, hollow points: estimate; dashed: forecast. */
export const lineMarks = (line: Line, palette: Palette, className?: string): Plot.Markish[] => [
	...line.runs.map(({ points, certainty }) =>
		Plot.line(points, { ...AT, ...stroke(line, certainty, palette) })
	),
	...(line.context
		? []
		: dots(
				line.points,
				colour(line, palette),
				line.rank === 0 ? 'circle' : 'square',
				palette,
				className
			))
];

/** The first series has dots, the second squares; hollow is no published figure. */
const dots = (
	points: readonly KnownPoint[],
	ink: string,
	symbol: Plot.SymbolType,
	{ ground }: Palette,
	className?: string
): Plot.Markish[] =>
	[true, false].map((sure) =>
		Plot.dot(
			points.filter((point) => (certaintyOf(point) === 'published') === sure),
			{
				...AT,
				r: 3.5,
				symbol,
				fill: sure ? ink : ground,
				stroke: ink,
				strokeWidth: 1.5,
				className,
				title: 'label'
			}
		)
	);

/** What stands at the end of a line. */
interface End {
	text: string;
	x: number;
	/** Of its point, and of its text where two would overlap. */
	y: number;
	at: number;
	context: boolean;
}

const END = { size: 17, beside: 10, height: 20 };

/** Room in px that the ends of lines need at the right. */
export const endRoom = (lines: readonly Line[]): number =>
	END.beside +
	Math.max(
		0,
		...lines.map((line) =>
			textWidth(line.points.at(-1)?.text ?? '', line.context ? LETTER : END.size)
		)
	);

/** The last values, moved apart where their texts would overlap; lines that end in the same one share it. */
export function endsOf(lines: readonly Line[], { x, y }: Scales): End[] {
	const ends = lines.flatMap(({ points, context }) => {
		const last = points.at(-1);
		if (!last) return [];
		const at = y(last.value);
		return [{ text: last.text, x: x(utc(last.date)) + END.beside, y: at, at, context }];
	});
	const sorted = ends
		.filter((end, at) => ends.findIndex((one) => sayAlike(one, end)) === at)
		.sort((a, b) => a.y - b.y);
	const places = spread(
		sorted.map((end) => end.y),
		END.height
	);
	return sorted.map((end, index) => ({ ...end, at: places[index] ?? end.y }));
}

const sayAlike = (one: End, other: End): boolean =>
	one.text === other.text && one.x === other.x && one.y === other.y;

export const endLabels = (
	ends: readonly End[],
	{ ink, inkSoft, ground }: Palette
): Plot.Markish[] => {
	const labels = (context: boolean) =>
		ends
			.filter((end) => end.context === context)
			.map(({ text, x, at }) => ({ text, x, y: at + 5, anchor: 'start' as const }));
	return [
		texts(labels(true), { fill: inkSoft, ground }),
		texts(labels(false), { fill: ink, ground, fontSize: END.size, fontWeight: 700 })
	];
};

/** What the ends and the points of lines take, so that no name lies over them. */
export const takenBy = (ends: readonly End[], lines: readonly Line[], { x, y }: Scales) => ({
	names: ends.map(({ text, x: left, at }): TextBox => {
		const right = left + textWidth(text, END.size);
		return { left: left - 4, right, top: at - 10, bottom: at + 8 };
	}),
	points: lines.flatMap(({ points }) =>
		points.map(({ date, value }): TextBox => {
			const [across, up] = [x(utc(date)), y(value)];
			return { left: across - 4, right: across + 4, top: up - 5, bottom: up + 5 };
		})
	)
});

/** How sure the values of the lines are, as far as it occurs. */
const certaintiesOf = (lines: readonly Line[]): Certainty[] =>
	CERTAINTIES.filter((kind) =>
		lines.some((line) => line.points.some((point) => certaintyOf(point) === kind))
	);

/** Several lines by their name, each with its own mark; then how sure the values are. */
export function lineKey(
	lines: readonly Line[],
	words: Record<Certainty, string>,
	palette: Palette
): Entry[] {
	const kinds = certaintiesOf(lines);
	const [first] = lines;
	return [
		...(lines.length > 1
			? lines.map((line) => ({
					word: line.name,
					mark: sample(line, kinds[0] ?? 'published', palette)
				}))
			: []),
		...(first && (kinds.length > 1 || kinds[0] === 'estimated')
			? kinds.map((kind) => ({ word: words[kind], mark: sample(first, kind, palette) }))
			: [])
	];
}

/** Width in px of a mark of the key. */
export const SAMPLE = 30;

/** A piece of a line with a mark in it. */
export function sample(line: Line, certainty: Certainty, palette: Palette): string {
	const {
		stroke: ink,
		strokeWidth,
		strokeDasharray
	} = { strokeDasharray: undefined, ...stroke(line, certainty, palette) };
	const piece = element('path', {
		d: `M0 6H${SAMPLE}`,
		stroke: ink,
		'stroke-width': strokeWidth,
		'stroke-dasharray': strokeDasharray
	});
	if (line.context) return piece;
	const look = {
		fill: certainty === 'published' ? ink : palette.ground,
		stroke: ink,
		'stroke-width': 1.5
	};
	const mark =
		line.rank === 0
			? element('circle', { cx: 15, cy: 6, r: 3.5, ...look })
			: element('rect', { x: 12, y: 3, width: 6, height: 6, ...look });
	return piece + mark;
}
