import type { Figure } from '#lib/domain/figure.ts';
import { BASIS_POINTS } from '#lib/domain/share.ts';
import { goalFormat } from '#lib/text/format.ts';
import type { NumberFormat } from '#lib/text/number-format.ts';
import type { ObservedNumber } from '#lib/text/figure-words.ts';
import type { BulletPart } from '#lib/charts/stretches.ts';
import type { KeyDot } from '#lib/charts/key-strip.ts';

/** How words look, and how they stand in a file: those with a line of their own are set apart there too. */
export type Look =
	| 'note'
	| 'line'
	| 'now'
	| 'cause'
	| 'strong'
	| 'em'
	| 'small'
	| 'code'
	| 'none'
	| 'flag'
	| 'fixed'
	| 'aside'
	/** On a line of its own, only on the screen. */
	| 'screen'
	/** Only heard. */
	| 'heard'
	/** Only seen; and small, beside a number. */
	| 'seen'
	| 'mark';

/** Words that lead somewhere or look otherwise. */
export interface Words {
	words: Cell;
	href?: string;
	look?: Look;
	title?: string;
	lang?: string;
	label?: string;
	download?: boolean;
}

/** A figure as a page shows it: with its mark, the way to its origin, and what is known of it now. */
export interface FigureCell {
	figure: Figure;
	format: NumberFormat;
}

/** A number without sources of its own, such as a count of rows. */
export interface AmountCell {
	amount: number;
	format: NumberFormat;
	/** Whether it rests on practice figures. */
	estimated?: boolean;
	/** Of its column in a file, where the cell holds several. */
	name?: string;
}

/** A day; with the name of its column in a file, where the cell holds several. */
interface DayCell {
	day: string;
	name?: string;
}

/** One number as it was published, in words with its unit. */
interface ObservedCell {
	observed: ObservedNumber;
}

/** The marks of replies to a figure, without the figure. */
interface RepliesCell {
	repliesTo: Figure;
}

/** Progress against a target, as a tiny drawing; a file leaves drawings out. */
interface BulletCell {
	bullet: {
		parts: readonly BulletPart[];
		target: number;
		min: number;
		max: number;
		title: string;
	};
}

/** What changed, as tiny bars. */
interface ChangesCell {
	changes: {
		changes: readonly { look: 'replaced' | 'corrected' | 'real'; value: number }[];
		extent: readonly [least: number, most: number];
		title: string;
	};
}

/** What every key gives, as dots on a tiny line. */
interface StripCell {
	strip: {
		dots: readonly KeyDot[];
		max: number;
		mean: number | null;
		width: number;
		/** None where the words beside it say all. */
		title?: string;
	};
}

type DrawnCell = BulletCell | ChangesCell | StripCell;

export type Piece =
	string | Words | FigureCell | AmountCell | DayCell | ObservedCell | RepliesCell | DrawnCell;

/** What stands in a cell, from left to right; null is nothing. */
export type Cell = Piece | null | readonly (Piece | null)[];

/** The pieces of a cell. */
export const piecesOf = (cell: Cell): readonly Piece[] =>
	(Array.isArray(cell) ? cell : [cell]).filter((piece) => piece !== null) as Piece[];

/** Words that rest on an estimate: `≈ vrijgesteld` to the eye, `vrijgesteld (raming)` to the ear and in a file. */
export const estimatedWords = (words: Words): readonly Words[] => [
	{ words: '≈\u00a0', look: 'seen', title: 'raming' },
	words,
	{ words: ' (raming)', look: 'heard' }
];

/** A share that somebody asks, in hundredths of a per cent, with as many decimals as it has. */
export const thresholdCell = (basisPoints: number, name?: string): AmountCell => ({
	amount: basisPoints / BASIS_POINTS,
	format: goalFormat(basisPoints),
	...(name && { name })
});
