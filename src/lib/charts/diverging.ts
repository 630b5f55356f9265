import * as Plot from '@observablehq/plot';
import { greatest, scaleLinear } from 'd3';
import { highestFirst } from '#lib/text/ranked.ts';
import { isMine, LETTER, sketch, type Drawing, type Said } from './drawing.ts';
import { note } from './key.ts';
import { textWidth } from './labels.ts';
import { hatch, MINE_WEIGHT, mineRow, PIXELS, texts, type Label } from './marks.ts';

/** A signed value of a municipality, in any unit. */
export interface DivergingRow {
	id: string;
	name: string;
	href?: string;
	value: number;
	/** The value as it must be read, with its mark. */
	text: string;
	estimated: boolean;
}

export interface Diverging extends Said {
	rows: readonly DivergingRow[];
	/** Rows that are drawn at most; those nearest to zero are left out and counted. */
	most?: number;
	/** What stands left and right of zero. */
	sides: { below: string; above: string };
	/** What is said of rows that are left out. */
	omittedNote?: (omitted: number) => string;
}

const TOP = 24;
const ROW = 25;
const BAR = 15;
const BESIDE = 6;

/** The rows that are drawn, the highest first and then estimates by name; of more than `most`, those nearest to zero are left out. */
export function drawnRows(rows: readonly DivergingRow[], most: number): DivergingRow[] {
	const byId = (a: DivergingRow, b: DivergingRow) => (a.id < b.id ? -1 : 1);
	const kept = rows
		.toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value) || byId(a, b))
		.slice(0, most);
	const rank = ({ estimated, value }: DivergingRow) => (estimated ? null : value);
	return kept.toSorted(byId).toSorted(highestFirst(rank, ({ name }) => name));
}

/** The scale of the bars: as wide as can be with room for numbers beyond them and for names at the other side of zero. */
export function barScale(rows: readonly DivergingRow[], width: number) {
	const room = (side: readonly DivergingRow[], pick: 'name' | 'text') =>
		Math.max(0, ...side.map((row) => textWidth(row[pick], LETTER) + 2 * BESIDE));
	const [above, below] = [
		rows.filter(({ value }) => value >= 0),
		rows.filter(({ value }) => value < 0)
	];
	const [high, low] = [above, below].map((side) =>
		Math.abs(greatest(side, ({ value }) => Math.abs(value))?.value ?? 0)
	);
	const [left, right] = [room(above, 'name'), room(below, 'name')];
	const [beyondLeft, beyondRight] = [room(below, 'text'), room(above, 'text')];
	const span = (high ?? 0) + (low ?? 0);
	const wished =
		span === 0 ? width / 2 : beyondLeft + ((width - beyondLeft - beyondRight) * (low ?? 0)) / span;
	const zero = Math.max(left, Math.min(width - right, wished));
	const unit = Math.min(
		high ? (width - zero - beyondRight) / high : Infinity,
		low ? (zero - beyondLeft) / low : Infinity
	);
	const scale = Number.isFinite(unit) ? unit : 1;
	return scaleLinear([0, 1], [zero, zero + scale]);
}

/**
 * Municipalities with a signed value each: bars to the right of zero above, to the left below. Below is hollow, so that it reads
 * without colour; an estimate is hatched, or has a broken edge. Every bar has its number and its name.
 */
export const diverging: Drawing<Diverging> = (data, room) => {
	const {
		most = 24,
		sides,
		omittedNote = (omitted: number) =>
			`${omitted} gemeenten dichter bij nul staan alleen in de tabel.`
	} = data;
	const { width, palette, id = 'd', target } = room;
	const { ink, inkSoft, ground, blue, link } = palette;
	const x = barScale(data.rows, width);
	const rows = drawnRows(data.rows, most).map((row, index) => ({
		...row,
		top: TOP + index * ROW,
		end: x(row.value),
		below: row.value < 0
	}));
	type Row = (typeof rows)[number];
	const zero = x(0);
	const omitted = data.rows.length - rows.length;
	const height = TOP + rows.length * ROW;
	const box = { x1: () => 0, x2: 'value', y1: 'top', y2: ({ top }: Row) => top + BAR };
	const bars = (which: (row: Row) => boolean, look: Plot.RectOptions) =>
		Plot.rect(rows.filter(which), { ...box, ...look });
	return sketch(
		{
			...data,
			marks: true,
			height,
			defs: hatch(`${id}-h`, ground),
			plot: {
				x: { domain: x.domain(), range: x.range(), axis: null },
				y: PIXELS,
				marks: [
					texts(
						[
							{ text: sides.below, x: zero - 8, y: 13, anchor: 'end' },
							{ text: sides.above, x: zero + 8, y: 13, anchor: 'start' }
						],
						{ fill: inkSoft, ground }
					),
					bars(({ below }) => !below, { fill: blue[3], stroke: blue[3] }),
					bars(({ below, estimated }) => !below && estimated, { fill: `url(#${id}-h)` }),
					bars(({ below, estimated }) => below && !estimated, { fill: ground, stroke: blue[4] }),
					bars(({ below, estimated }) => below && estimated, {
						fill: ground,
						stroke: blue[4],
						strokeDasharray: '3 3'
					}),
					Plot.ruleX([0], { y1: 0, y2: height, stroke: ink }),
					texts(
						rows.flatMap((row) =>
							wordsOf(row, zero, {
								fill: row.href ? link : ink,
								weight: isMine(room, row.id) ? MINE_WEIGHT : 400
							})
						),
						{
							fill: ink,
							ground,
							fontWeight: 600,
							target
						}
					),
					mineRow(
						rows.map(({ id, top }) => ({ id, y: top + BAR / 2 })),
						ROW - 1,
						room
					)
				]
			},
			below: omitted > 0 ? [note(omittedNote(omitted), room)] : []
		},
		room
	);
};

/** The name of a bar at the other side of zero, and its number at its end. */
function wordsOf(
	{
		name,
		href,
		text,
		end,
		below,
		top
	}: DivergingRow & { top: number; end: number; below: boolean },
	zero: number,
	look: Pick<Label, 'fill' | 'weight'>
): Label[] {
	const y = top + 13;
	const [left, right] = ['end', 'start'] as const;
	return [
		{
			text: name,
			href,
			...look,
			y,
			x: zero + (below ? BESIDE : -BESIDE),
			anchor: below ? right : left
		},
		{ text, y, x: end + (below ? -BESIDE : BESIDE), anchor: below ? left : right }
	];
}
