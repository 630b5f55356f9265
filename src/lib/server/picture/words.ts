import { isElement, type Node } from '../export/markup.ts';
import { type Style } from './cascade.ts';
import { drawnWeight, textWidth } from './letters.ts';

/** Letters of one look. */
export interface Run {
	text: string;
	/** Size of the letters in px. */
	size: number;
	weight: ReturnType<typeof drawnWeight>;
	colour: string;
	/** Above the line in px, as a raised mark. */
	raised: number;
}

/** A line of words of one or several looks. */
export interface Line {
	runs: Run[];
	width: number;
	/** Height in px, and where in it the letters stand. */
	height: number;
	baseline: number;
}

/** Ascent and descent of the letters, as a part of their size. */
const ASCENT = 1.024;
const DESCENT = 0.4;
const DEFAULT_LINE = 1.5;

/** The runs of nodes that stand in one line of thought. */
export function runsOf(
	nodes: readonly Node[],
	style: Style,
	styleOf: (element: Node & { attribs: object }, parent: Style) => Style | null
): Run[] {
	return nodes.flatMap((node): Run[] => {
		if (node.type === 'text') return [runOf(node.data, style, 0)];
		if (!isElement(node)) return [];
		if (node.name === 'br') return [{ ...runOf('\n', style, 0) }];
		const own = styleOf(node, style);
		if (!own) return [];
		const runs = runsOf(node.children, own, styleOf);
		return node.name === 'sup' ? runs.map((run) => ({ ...run, raised: 0.35 * style.em })) : runs;
	});
}

const runOf = (text: string, style: Style, raised: number): Run => ({
	text: text === '\n' ? text : text.replace(/[ \t\r\n]+/g, ' ').replaceAll('\u00ad', ''),
	size: style.em,
	weight: drawnWeight(style.values.get('font-weight')),
	colour: style.values.get('color') ?? '#000',
	raised
});

/** A word with the look of each of its parts; a blank stands before it unless it begins a line. */
interface Word {
	parts: Run[];
	width: number;
	blank: number;
	breaks: boolean;
}

/** Breaks runs into lines of at most `width` px. */
export function linesOf(runs: readonly Run[], width: number, style: Style): Line[] {
	const lines: Word[][] = [];
	let left = 0;
	for (const word of wordsOf(runs).flatMap((one) => fitting(one, width))) {
		const last = lines.at(-1);
		if (!last || word.breaks || left + word.blank + word.width > width + 0.5) {
			lines.push([word]);
			left = word.width;
		} else {
			last.push(word);
			left += word.blank + word.width;
		}
	}
	return lines.map((words) => lineOf(words, style));
}

function lineOf(words: readonly Word[], style: Style): Line {
	const runs: Run[] = [];
	for (const word of words) {
		word.parts.forEach((part, index) => {
			const last = runs.at(-1);
			if (last && index === 0 && word.blank > 0) last.text += ' ';
			if (last && sameLook(last, part)) last.text += part.text;
			else runs.push({ ...part });
		});
	}
	const height = lineHeight(style);
	const width = words.reduce((sum, word, at) => sum + (at > 0 ? word.blank : 0) + word.width, 0);
	const baseline = (height - (ASCENT + DESCENT) * style.em) / 2 + ASCENT * style.em;
	return { runs, width, height, baseline };
}

function lineHeight(style: Style): number {
	const value = style.values.get('line-height') ?? String(DEFAULT_LINE);
	const number = parseFloat(value);
	return /[a-z%]$/i.test(value) ? number : number * style.em;
}

const sameLook = (a: Run, b: Run): boolean =>
	a.size === b.size && a.weight === b.weight && a.colour === b.colour && a.raised === b.raised;

/** The words of runs: a no-break space does not part them, a change of look neither. */
function wordsOf(runs: readonly Run[]): Word[] {
	const words: Word[] = [];
	let blank = 0;
	let breaks = false;
	let open = false;
	for (const run of runs) {
		for (const piece of run.text.split(/( |\n)/)) {
			if (piece === '') continue;
			if (piece === '\n') breaks = true;
			if (piece === ' ' || piece === '\n') {
				blank = piece === ' ' ? textWidth(' ', run.size, run.weight) : blank;
				open = false;
				continue;
			}
			const part = { ...run, text: piece };
			const width = textWidth(piece, run.size, run.weight);
			const last = words.at(-1);
			if (open && last) {
				last.parts.push(part);
				last.width += width;
			} else words.push({ parts: [part], width, blank, breaks });
			blank = 0;
			breaks = false;
			open = true;
		}
	}
	return words;
}

/** A word that is too long for a line, such as an address, is cut where the line ends. */
function fitting(word: Word, width: number): Word[] {
	const [only, ...others] = word.parts;
	if (word.width <= width || others.length > 0 || !only || width <= 0) return [word];
	const pieces: Word[] = [];
	let rest = only.text;
	while (rest !== '') {
		let fits = rest.length;
		while (fits > 1 && textWidth(rest.slice(0, fits), only.size, only.weight) > width) fits--;
		const text = rest.slice(0, fits);
		const size = textWidth(text, only.size, only.weight);
		pieces.push({
			parts: [{ ...only, text }],
			width: size,
			blank: pieces.length === 0 ? word.blank : 0,
			breaks: pieces.length > 0 || word.breaks
		});
		rest = rest.slice(fits);
	}
	return pieces;
}
