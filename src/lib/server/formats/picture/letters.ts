import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkitten';

/** The weights in which a picture is lettered; another weight takes the nearest. */
const WEIGHTS = { 400: '400Regular', 600: '600SemiBold', 700: '700Bold' } as const;
export type Weight = keyof typeof WEIGHTS;

/** The family of a picture; who does not have it sees the next one. */
export const FAMILY =
	"'Source Sans 3', 'Source Sans Pro', 'Segoe UI', 'Noto Sans', 'Helvetica Neue', Arial, sans-serif";

const find = createRequire(import.meta.url);
const fileOf = (weight: Weight): string => {
	const name = WEIGHTS[weight];
	return find.resolve(`@expo-google-fonts/source-sans-3/${name}/SourceSans3_${name}.ttf`);
};

/** The files of the letters, for whoever draws them. */
export const fontFiles = (): string[] =>
	(Object.keys(WEIGHTS) as `${Weight}`[]).map((weight) => fileOf(Number(weight) as Weight));

const fonts = new Map<Weight, Font>();

function fontOf(weight: Weight): Font {
	let font = fonts.get(weight);
	if (!font) {
		const found = create(readFileSync(fileOf(weight)));
		if (found.isCollection) throw new Error(`The letters of weight ${weight} are no single font.`);
		font = found;
		fonts.set(weight, font);
	}
	return font;
}

const widths = new Map<string, number>();
/** Letters of which the width is remembered at most. */
const MOST = 4_000;

/** The width of a text in px. */
export function textWidth(text: string, size: number, weight: Weight): number {
	let sum = 0;
	for (const letter of text) sum += letterWidth(letter, weight);
	return sum * size;
}

/** The width of one letter, as a part of its size. */
function letterWidth(letter: string, weight: Weight): number {
	const key = weight + letter;
	let width = widths.get(key);
	if (width === undefined) {
		const font = fontOf(weight);
		width = font.glyphForCodePoint(letter.codePointAt(0) ?? 0).advanceWidth / font.unitsPerEm;
		if (widths.size < MOST) widths.set(key, width);
	}
	return width;
}
