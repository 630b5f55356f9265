import type { Figure } from '#lib/domain/figure.ts';
import type { RepliesTo } from '#lib/domain/reply.ts';
import { ESTIMATE, observedFigure } from '#lib/text/figure-words.ts';
import type { NumberFormat } from '#lib/text/number-format.ts';
import { replyHead } from '#lib/text/reply.ts';
import { indicatorFormat } from '#lib/text/words.ts';
import { piecesOf, type Cell, type Look, type Piece } from './cell.ts';

/** A number of a cell, with the way in which a page writes it. */
export interface CellNumber {
	value: number | null;
	format: NumberFormat;
	/** The figure that it is; null for a plain number. */
	figure: Figure | null;
	/** The mark of a plain number. */
	status?: string;
	/** What the municipality replied to it, in words. */
	replies?: readonly string[];
	name?: string;
}

export interface CellDay {
	day: string;
	name?: string;
}

/** What a cell holds for a file: its values, and the words around them. */
export interface CellContent {
	values: readonly (CellNumber | CellDay)[];
	words: string;
	/** NIS code of the municipality to whose page it leads; null when it leads to none. */
	nis: string | null;
	/** Whether it is only drawn. */
	drawn: boolean;
}

const NIS = /^\/gemeenten\/(\d{5})(?:[?#]|$)/;
const SAYS_SOMETHING = /[\p{L}\d]/u;

/** Reads a cell as a file takes it over. */
export function contentOf(cell: Cell, repliesTo: RepliesTo): CellContent {
	const pieces = piecesOf(cell);
	const values = pieces.flatMap((piece) => valuesOf(piece, repliesTo));
	const words = wordsIn(pieces, repliesTo);
	return {
		values,
		words: values.length > 1 ? wordsAround(words) : wordsBeside(words),
		nis: NIS.exec(pieces.flatMap(hrefsOf)[0] ?? '')?.[1] ?? null,
		drawn: pieces.some(isDrawn)
	};
}

/** The words of a cell on one line, as a listener hears them: of its numbers none. */
export const cellWords = (cell: Cell): string => wordsIn(piecesOf(cell), () => []);

function valuesOf(piece: Piece, repliesTo: RepliesTo): (CellNumber | CellDay)[] {
	if (typeof piece === 'string') return [];
	if ('words' in piece) return piecesOf(piece.words).flatMap((one) => valuesOf(one, repliesTo));
	if ('day' in piece) return [piece];
	if ('figure' in piece) {
		const { figure, format } = piece;
		const replies = repliesTo(figure).map(replyHead);
		return [{ value: figure.value, format, figure, replies }];
	}
	if ('observed' in piece) {
		const { observed } = piece;
		const format = indicatorFormat(observed.indicator);
		return [{ value: observed.value, format, figure: observedFigure(observed) }];
	}
	if (!('amount' in piece)) return [];
	const { amount, format, estimated, name } = piece;
	return [
		{
			value: amount,
			format,
			figure: null,
			...(estimated && { status: ESTIMATE }),
			...(name && { name })
		}
	];
}

function hrefsOf(piece: Piece): string[] {
	if (typeof piece === 'string' || !('words' in piece)) return [];
	return piece.href ? [piece.href] : piecesOf(piece.words).flatMap(hrefsOf);
}

const isDrawn = (piece: Piece): boolean =>
	typeof piece !== 'string' && ('bullet' in piece || 'changes' in piece || 'strip' in piece);

/** A mark that no page holds, between remarks that stand under each other. */
const APART = '\u241e';
const UNHEARD: ReadonlySet<Look | undefined> = new Set(['screen', 'seen', 'mark']);
const APART_LOOKS: ReadonlySet<Look | undefined> = new Set([
	'note',
	'aside',
	'line',
	'now',
	'cause'
]);

function wordsIn(pieces: readonly Piece[], repliesTo: RepliesTo): string {
	const remarks = pieces
		.map((piece) => textOf(piece, repliesTo))
		.join('')
		.split(APART)
		.map(tidy);
	return remarks.filter((remark) => remark !== '').join('; ');
}

function textOf(piece: Piece, repliesTo: RepliesTo): string {
	if (typeof piece === 'string') return piece;
	if ('repliesTo' in piece) return repliesTo(piece.repliesTo).map(replyHead).join('');
	if (!('words' in piece) || UNHEARD.has(piece.look)) return '';
	const inside = piecesOf(piece.words)
		.map((one) => textOf(one, repliesTo))
		.join('');
	if (piece.look === 'now') return `${APART}nu bekend: ${inside}${APART}`;
	if (APART_LOOKS.has(piece.look)) return `${APART}${inside}${APART}`;
	return piece.look === 'small' ? ` ${inside}` : inside;
}

/** Without the breaks that only serve a narrow screen. */
const tidy = (text: string): string => text.replaceAll('\u00ad', '').replace(/\s+/g, ' ').trim();

/** The words that are left without the value: «houden:», «vrijgesteld»; a dash or bracket alone says nothing. */
function wordsBeside(all: string): string {
	const words = all.replace(/\s*[:,]$/, '');
	return SAYS_SOMETHING.test(words) ? words : '';
}

/** Of a cell with several values: not the words that only join them, as in «3 van 5». */
const wordsAround = (words: string): string =>
	/^[\s(),;–]*(van|of|tot)?[\s(),;–]*$/.test(words) ? '' : tidy(words.replace(/\(\s*\)/g, ''));
