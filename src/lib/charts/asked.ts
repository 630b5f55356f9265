import * as Plot from '@observablehq/plot';
import { isMine, LETTER, sketch, type Drawing, type Said } from './drawing.ts';
import { key } from './key.ts';
import { textWidth } from './labels.ts';
import { at, hatch, MINE_WEIGHT, mineRow, PIXELS, texts } from './marks.ts';
import { across } from './one-line.ts';
import { element } from './svg.ts';

/** A municipality with what it realised and what was asked of it, in the same unit. */
interface AskedRow {
	id: string;
	name: string;
	href: string;
	realised: number;
	/** 0 where nothing was asked. */
	target: number;
	/** Both as they must be read: `41 van 83`; a word where nothing was asked. */
	text: string;
	estimated: boolean;
}

export interface Asked extends Said {
	rows: readonly AskedRow[];
	words?: { realised: string; target: string; estimated: string };
}

const WORDS = { realised: 'gerealiseerd', target: 'objectief', estimated: 'raming' };
const ROW = 25;
const HALF = 7;
const GAP = 10;

/** What each municipality realised against what was asked of it: a bar from zero and an upright stroke, on one scale for all. */
export const asked: Drawing<Asked> = (data, room) => {
	const { rows, words = WORDS } = data;
	const { width, palette, id: prefix = 'a', target } = room;
	const { ink, inkSoft, rule, ground, blue, goal, link } = palette;
	const long = (pick: (row: AskedRow) => string) =>
		Math.max(0, ...rows.map((row) => textWidth(pick(row), LETTER)));
	const [left, right] = [long(({ name }) => name) + GAP, width - long(({ text }) => text) - GAP];
	const x = across(
		rows.flatMap(({ realised, target }) => [realised, target]),
		left,
		right
	);
	const placed = rows.map((row, index) => ({ ...row, y: (index + 0.5) * ROW }));
	type Row = (typeof placed)[number];
	const bar = { x1: 0, x2: 'realised', y1: ({ y }: Row) => y - HALF, y2: ({ y }: Row) => y + HALF };
	const stroke = { x: 'target', y1: ({ y }: Row) => y - 11, y2: ({ y }: Row) => y + 11 };
	const bound = placed.filter((row) => row.target > 0);
	const estimates = placed.filter(({ estimated }) => estimated);
	const height = rows.length * ROW;
	const swatch = element('rect', { width: 14, height: 12, fill: blue[3] });
	return sketch(
		{
			...data,
			height,
			defs: hatch(`${prefix}-h`, ground),
			plot: {
				x: { domain: x.domain(), range: x.range(), axis: null },
				y: PIXELS,
				marks: [
					Plot.ruleY(placed, { y: 'y', x1: at(left), x2: at(right), stroke: rule }),
					Plot.rect(placed, { ...bar, fill: blue[3] }),
					Plot.rect(estimates, { ...bar, fill: `url(#${prefix}-h)` }),
					Plot.ruleX([0], { y1: 0, y2: height, stroke: inkSoft }),
					Plot.ruleX(bound, { ...stroke, stroke: ground, strokeWidth: 6 }),
					Plot.ruleX(bound, { ...stroke, stroke: goal, strokeWidth: 3 }),
					texts(
						placed.flatMap(({ id, name, href, text, y }) => [
							{
								text: name,
								href,
								fill: link,
								weight: isMine(room, id) ? MINE_WEIGHT : 400,
								x: 0,
								y: y + 5,
								anchor: 'start' as const
							},
							{ text, x: width, y: y + 5, anchor: 'end' as const }
						]),
						{ fill: ink, ground, fontWeight: 600, target }
					),
					mineRow(placed, ROW - 1, room)
				]
			},
			below: [
				key(
					[
						{ word: words.realised, mark: swatch },
						...(estimates.length > 0
							? [
									{
										word: words.estimated,
										mark:
											swatch + element('rect', { width: 14, height: 12, fill: `url(#${prefix}-h)` })
									}
								]
							: []),
						{
							word: words.target,
							mark: element('path', { d: 'M7 0V12', stroke: goal, 'stroke-width': 3 })
						}
					],
					room
				)
			]
		},
		room
	);
};
