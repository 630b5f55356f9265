import * as Plot from '@observablehq/plot';
import { isMine, LETTER, sketch, type Drawing, type Said } from './drawing.ts';
import { textWidth } from './labels.ts';
import { at, hatch, MINE_WEIGHT, mineRow, PIXELS, texts, type Label } from './marks.ts';
import { across, lineMarks, lineRows, type ComparedLine } from './one-line.ts';

/** A row of a ranking; its value in any unit, null when unknown. */
export interface RankRow {
	id: string;
	name: string;
	href?: string;
	value: number | null;
	/** The value as it must be read, with its mark. */
	text: string;
	estimated: boolean;
	/** Another number about it, as it must be read. */
	more?: string;
	/** Stands for the whole, not for one of the rows. */
	whole?: boolean;
}

export interface Ranking extends Said {
	rows: readonly RankRow[];
	/** Values that the scale must hold besides: those of rows that stand elsewhere. */
	reach?: readonly number[];
	lines?: readonly ComparedLine[];
	/** A dot for a level, a bar for an amount. */
	mark: 'dot' | 'bar';
	/** Of the columns; `more` when the rows have another number. */
	heads: { name: string; value: string; more?: string };
	/** Height in px that the rows may take together. */
	tall?: number;
}

const TALL = 221;
/** Least and greatest height of a row, in px. */
const ROW = { least: 17, most: 30 };
const GAP = 14;
const HEAD = 20;
/** Least width in px of the scale: where words leave less, the drawing is wider than its room, and shown smaller. */
const LEAST = 80;

/**
 * A ranking: a row each with its name, its place on one scale from zero, and its number. Hollow or hatched is an estimate; lines
 * to compare with run through all rows.
 */
export const ranking: Drawing<Ranking> = (data, room) => {
	const { rows, reach = [], lines = [], mark, heads, tall = TALL } = data;
	const { palette, id = 'r', target } = room;
	const { ink, inkSoft, rule, ground, blue, link } = palette;
	const long = (words: readonly string[]) =>
		Math.max(0, ...words.map((text) => textWidth(text, LETTER)));
	/** Widths of the columns; the last is below zero where it has no head, and then there is none. */
	const [name, value, more] = [
		long([heads.name, ...rows.map((row) => row.name)]),
		long([heads.value, ...rows.map((row) => row.text)]),
		heads.more === undefined ? -GAP : long([heads.more, ...rows.map((row) => row.more ?? '')])
	];
	const beside = name + value + more + 3 * GAP;
	const width = Math.max(room.width, beside + LEAST);
	const wide = { ...room, width };
	const [left, right] = [name + GAP, name + GAP + width - beside];
	const x = across(
		[...rows.flatMap((row) => row.value ?? []), ...reach, ...lines.map((line) => line.value)],
		left + 6,
		right - 6
	);
	const top = lineRows(lines) + HEAD + 4;
	const step = Math.max(ROW.least, Math.min(ROW.most, Math.floor(tall / Math.max(1, rows.length))));
	const placed = rows.map((row, index) => ({ ...row, y: top + (index + 0.5) * step }));
	type Row = (typeof placed)[number];
	const bottom = top + rows.length * step;
	const known = placed.filter((row) => row.value !== null);
	const words = (row: Row): Label[] => [
		{
			text: row.name,
			x: 0,
			y: row.y + 5,
			anchor: 'start',
			...(!row.whole && {
				href: row.href,
				fill: row.href ? link : ink,
				weight: isMine(room, row.id) ? MINE_WEIGHT : 400
			})
		},
		{ text: row.text, x: right + GAP + value, y: row.y + 5, anchor: 'end' },
		{ text: more < 0 ? '' : (row.more ?? ''), x: width, y: row.y + 5, anchor: 'end' }
	];
	const heading = { fill: inkSoft, ground, fontWeight: 600 };
	const isBar = mark === 'bar';
	const bar = {
		x1: () => 0,
		x2: 'value',
		y1: ({ y }: Row) => y - 0.3 * step,
		y2: ({ y }: Row) => y + 0.3 * step
	};
	const whole = placed.filter((row) => row.whole);
	return sketch(
		{
			...data,
			marks: true,
			height: bottom + 2,
			defs: hatch(`${id}-h`, ground, { pitch: 6 }),
			plot: {
				x: { domain: x.domain(), range: x.range(), axis: null },
				y: PIXELS,
				marks: [
					Plot.ruleY(placed, { y: ({ y }: Row) => y - step / 2, stroke: rule }),
					Plot.ruleY(whole, { y: ({ y }: Row) => y - step / 2, stroke: ink, strokeWidth: 2 }),
					Plot.ruleY(placed, { y: 'y', x1: at(left), x2: at(right), stroke: rule }),
					lineMarks(lines, x, bottom, width, palette),
					Plot.ruleX([0], { y1: top, y2: bottom, stroke: inkSoft }),
					isBar ? Plot.rect(known, { ...bar, fill: blue[3], title: 'text' }) : [],
					isBar
						? Plot.rect(
								known.filter(({ estimated }) => estimated),
								{ ...bar, fill: `url(#${id}-h)` }
							)
						: [],
					isBar
						? []
						: [true, false].map((estimated) =>
								Plot.dot(
									known.filter((row) => row.estimated === estimated),
									{
										x: 'value',
										y: 'y',
										r: 5.5,
										fill: estimated ? ground : blue[4],
										stroke: (row: Row) => (row.whole ? ink : blue[4]),
										strokeWidth: 2
									}
								)
							),
					texts(
						[
							{ text: heads.name, x: 0, y: top - 6, anchor: 'start' },
							{ text: heads.value, x: right + GAP + value, y: top - 6, anchor: 'end' },
							{ text: heads.more ?? '', x: width, y: top - 6, anchor: 'end' }
						],
						heading
					),
					mineRow(placed, step, wide),
					texts(placed.flatMap(words), { fill: ink, ground, fontWeight: 600, target })
				]
			}
		},
		wide
	);
};
