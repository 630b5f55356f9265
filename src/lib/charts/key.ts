// What stands under a drawing: what its marks mean, and remarks.
import { LETTER, LINE, type Block, type Room } from './drawing.ts';
import { textWidth } from './labels.ts';
import type { Palette } from './palette.ts';
import { element, signed } from './svg.ts';

/** An entry of a key: a mark with its word, and a figure where the key says one. */
export interface Entry {
	word: string;
	/** In SVG, in a box of the width of the key's marks by 12 px; without it there are words only. */
	mark?: string;
	figure?: string;
}

const GAP = 18;
const BESIDE = 7;
const ABOVE = 8;

/** A key: entries side by side where there is room. @param mark width in px of a mark */
export function key(entries: readonly Entry[], { width, palette }: Room, mark = 14): Block {
	if (entries.length === 0) return { svg: '', height: 0 };
	let [x, row] = [0, 0];
	const placed = entries.map((entry) => {
		const indent = entry.mark === undefined ? 0 : mark + BESIDE;
		const lines = wrapped(entry.word, width - indent);
		const long = Math.max(...lines.map((line) => textWidth(line, LETTER))) + indent;
		const whole = long + (entry.figure ? BESIDE + textWidth(entry.figure, LETTER) : 0);
		if (x > 0 && x + whole > width) [x, row] = [0, row + 1];
		const at = { x, y: ABOVE + row * LINE };
		x += whole + GAP;
		row += lines.length - 1;
		return drawn(entry, lines, { ...at, indent }, palette);
	});
	return { svg: placed.join(''), height: ABOVE + (row + 1) * LINE };
}

/** Width in px of a key with an entry a line. @param mark width in px of a mark */
export const keyWidth = (entries: readonly Entry[], mark = 14): number =>
	Math.ceil(Math.max(0, ...entries.map(({ word }) => textWidth(word, LETTER)))) + mark + BESIDE;

function drawn(
	{ mark, figure }: Entry,
	lines: readonly string[],
	{ x, y, indent }: { x: number; y: number; indent: number },
	palette: Palette
): string {
	const swatch = mark
		? element('g', { transform: `translate(${Math.round(x)},${y + 3})` }, mark)
		: '';
	const more = figure
		? ' ' + element('tspan', { dx: 3, fill: palette.ink, 'font-weight': 700 }, signed(figure))
		: '';
	return swatch + textLines(lines, x + indent, y, palette.inkSoft, more);
}

/** A remark under a drawing. */
export function note(text: string, { width, palette }: Room): Block {
	const lines = wrapped(text, width);
	const svg = textLines(lines, 0, ABOVE, palette.inkSoft);
	return { svg: element('g', { class: 'remark' }, svg), height: ABOVE + lines.length * LINE };
}

const textLines = (lines: readonly string[], x: number, y: number, fill: string, more = '') =>
	lines
		.map((line, row) =>
			element(
				'text',
				{ x, y: y + row * LINE + 14, fill, 'text-anchor': 'start' },
				signed(line) + (row === lines.length - 1 ? more : '')
			)
		)
		.join('');

/** A text in lines of at most `width` px; a no-break space does not part words, a word that is too long is cut. */
export function wrapped(text: string, width: number, size = LETTER, measure = textWidth): string[] {
	const lines: string[] = [];
	for (const word of text.split(/[ \n]+/).flatMap((one) => pieces(one, width, size, measure))) {
		const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
		if (lines.length > 0 && measure(longer, size) <= width) lines.splice(-1, 1, longer);
		else lines.push(word);
	}
	return lines;
}

function pieces(word: string, width: number, size: number, measure: typeof textWidth): string[] {
	if (measure(word, size) <= width || word.length < 2) return [word];
	let fits = 1;
	while (fits < word.length - 1 && measure(word.slice(0, fits + 1), size) <= width) fits++;
	return [word.slice(0, fits), ...pieces(word.slice(fits), width, size, measure)];
}
