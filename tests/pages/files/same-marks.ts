import type { Mark, Painted } from './marks.ts';

/** So far (px) a mark of a file may stand from where it stands on the page: letters and lines are rounded. */
const TOLERANCE = 1.5;

/** So much of its width a text of a file may be wider or narrower: a page sets digits in columns. */
const LETTERS = 0.03;
/** So far (px) a mark in a line of words may stand aside, because the words before it are wider or narrower. */
const WORDS = 16;

/** A mark of the page with the same one of the file. */
type Pair = readonly [page: Mark, file: Mark];

/** All that the file of a figure draws otherwise than the page; nothing when every mark is the same. */
export function markDifferences({ page, file, words, letters, cut }: Painted): string[] {
	const shapes = pairsOfShapes(page, file);
	if (typeof shapes === 'string') return [shapes];
	const texts = pairsOfTexts(page, file);
	const pairs = [...shapes, ...texts.pairs];
	return [
		...texts.missing.map((one) => `the words «${one}» of the drawing are not in the file`),
		...placeDifferences(pairs),
		...shapes.flatMap(colourDifferences),
		...missingWords(words, letters),
		...cut.map((one) => `«${one}» reaches over the edge of the file`)
	];
}

const isText = ({ kind }: Mark): boolean => kind === 'text';

/** Shapes in their order: as many of each kind, one after another. */
function pairsOfShapes(page: readonly Mark[], file: readonly Mark[]): Pair[] | string {
	const [shown, saved] = [page, file].map((marks) => marks.filter((one) => !isText(one))) as [
		Mark[],
		Mark[]
	];
	const at = shown.findIndex(({ kind }, place) => kind !== saved[place]?.kind);
	if (at >= 0 || shown.length !== saved.length) {
		const told = (one: Mark | undefined) => (one ? about(one) : 'nothing');
		return `${shown.length} shapes on the page, ${saved.length} in the file; first other: ${told(shown[at < 0 ? saved.length : at])}, ${told(saved[at < 0 ? shown.length : at])}`;
	}
	return shown.map((one, place) => [one, saved[place] as Mark] as const);
}

/** Texts in their order; a file has others besides, such as title and source. */
function pairsOfTexts(page: readonly Mark[], file: readonly Mark[]) {
	const left = file.filter(isText);
	const pairs: Pair[] = [];
	const missing: string[] = [];
	for (const one of page.filter(isText)) {
		const at = left.findIndex(({ letters }) => letters === one.letters);
		if (at < 0) missing.push(one.letters);
		else pairs.push([one, left[at] as Mark]);
		left.splice(0, at + 1);
	}
	return { pairs, missing };
}

/** Marks that stand elsewhere in their drawing, or have another size, and drawings that stand elsewhere. */
function placeDifferences(pairs: readonly Pair[]): string[] {
	const across = median(pairs.map(leftwards));
	return [...Map.groupBy(pairs, ([page]) => page.drawing).values()].flatMap((drawing) => {
		const own = median(drawing.map(leftwards));
		const down = median(drawing.map(([page, file]) => file.top - page.top));
		const room = drawing[0]?.[0].inWords ? WORDS : TOLERANCE;
		const frame =
			Math.abs(own - across) > room ? [`a drawing stands ${px(own - across)} aside`] : [];
		return [...frame, ...drawing.flatMap((pair) => markDifference(pair, own, down))];
	});
}

/** How a mark of a file differs from that of the page, when all of its drawing is moved by so much. */
function markDifference([page, file]: Pair, across: number, down: number): string[] {
	const differences = [
		['aside', leftwards([page, file]) - across, TOLERANCE],
		['lower at its top', file.top - page.top - down, TOLERANCE],
		['lower at its bottom', file.bottom - page.bottom - down, TOLERANCE],
		[
			'wider',
			widthOf(file) - widthOf(page),
			TOLERANCE + (isText(page) ? LETTERS * widthOf(page) : 0)
		]
	] as const;
	return differences
		.filter(([, by, room]) => Math.abs(by) > room)
		.map(([how, by]) => `${about(page)} is ${px(by)} ${how}`);
}

const px = (size: number): string => `${size.toFixed(1)} px`;
const widthOf = ({ left, right }: Mark): number => right - left;

/** How far a mark of a file stands from that of the page: a text at its anchor, a shape at its left. */
const leftwards = ([page, file]: Pair): number => held(file) - held(page);

function held({ kind, anchor, left, right }: Mark): number {
	if (kind !== 'text' || anchor === 'start') return left;
	return anchor === 'end' ? right : (left + right) / 2;
}

/** A colour, or what a pattern is called within its drawing: each drawing of a page has ids of its own. */
const paintOf = (paint: string): string => paint.replace(/^url\("#.*-(\w+)"\)/, 'the pattern $1');

const colourDifferences = ([page, file]: Pair): string[] =>
	(['fill', 'stroke'] as const)
		.filter((which) => paintOf(page[which]) !== paintOf(file[which]))
		.map((which) => `${about(page)} has the ${which} ${file[which]}, not ${page[which]}`);

/** What a reader of the page sees and a reader of the file does not, apart from where lines break. */
function missingWords(words: readonly string[], letters: string): string[] {
	const close = (text: string) => text.replace(/[\s\u00ad]/g, '');
	const held = close(letters);
	return words
		.filter((one) => !held.includes(close(one)))
		.map((one) => `«${one}» of the figure is not in the file`);
}

const about = ({ kind, letters, left, top, right, bottom }: Mark): string =>
	`${kind}${letters && ` «${letters}»`} ${[left, top, right, bottom].map(Math.round).join(' ')}`;

/** The value in the middle; 0 of none. */
const median = (values: readonly number[]): number =>
	values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
