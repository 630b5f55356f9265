import { cellText, type Cell } from './table.ts';

/** How numbers in a table are written: with a comma for decimals (Dutch), or with a point (English). */
export type NumberStyle = '1.234,5' | '1,234.5';

/** What the cells of a table tell about the way its numbers are written. */
export interface StyleEvidence {
	/** The one way that all cells allow; null: both (nothing to choose, or not to be known) or none. */
	style: NumberStyle | null;
	/** The first cell that could be read in two ways. */
	ambiguous: string | null;
	/** Whether a mark between thousands occurs. */
	thousands: boolean;
}

const BLANKS = /[\s\u00A0\u2007\u202F]/g;
/** A group of three after one mark: thousands, or three decimals. */
const OPEN = /^-?\d{1,3}([.,])\d{3}$/;
const FORMS: Readonly<Record<NumberStyle, RegExp>> = {
	'1.234,5': /^-?(\d+|\d{1,3}(\.\d{3})+)(,\d+)?$/,
	'1,234.5': /^-?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/
};
const STYLES = Object.keys(FORMS) as NumberStyle[];

/**
 * Weighs the cells of the numeric columns of one table. A cell such as `1.234` fits both ways; one `11,2`, `1.234.567` or
 * `1.234,5` settles it for all. In columns of counts, `1.234` among numbers below a thousand without a mark, and none above
 * it without one, is a mark between thousands: a count has no decimals. So is that of `24.600`, which would be no whole number.
 */
export function weighNumbers(
	columns: readonly { cells: readonly Cell[]; whole: boolean }[]
): StyleEvidence {
	const texts = columns.flatMap(({ cells, whole }) =>
		cells.flatMap((cell) => (typeof cell === 'string' ? [{ text: bare(cell), whole }] : []))
	);
	const numeric = texts.filter(({ text }) => STYLES.some((style) => FORMS[style].test(text)));
	const open = numeric.filter(({ text }) => OPEN.test(text));
	const allowed = STYLES.filter((style) => numeric.every(({ text }) => FORMS[style].test(text)));
	const thousands = numeric.some(({ text }) => /\d[.,]\d{3}\b/.test(text));
	const ambiguous = open[0]?.text ?? null;
	if (allowed.length !== 2 || ambiguous === null) {
		return { style: allowed.length === 1 ? (allowed[0] ?? null) : null, ambiguous, thousands };
	}
	return { style: byCounts(numeric, open), ambiguous, thousands };
}

/** The style in which every open cell of a count is whole, when the table marks its thousands throughout. */
function byCounts(
	numeric: readonly { text: string; whole: boolean }[],
	open: readonly { text: string; whole: boolean }[]
): NumberStyle | null {
	const marks = new Set(open.map(({ text }) => OPEN.exec(text)?.[1]));
	const plain = numeric.filter(({ text }) => /^-?\d+$/.test(text)).map(({ text }) => Number(text));
	const throughout = plain.length > 0 && plain.every((value) => Math.abs(value) < 1000);
	// «24.600» homes: as decimals it would be part of a home
	const broken = open.some(({ text }) => !/[.,]000$/.test(text));
	if (marks.size !== 1 || !(throughout || broken) || open.some(({ whole }) => !whole)) return null;
	return marks.has('.') ? '1.234,5' : '1,234.5';
}

const bare = (cell: string): string => cellText(cell).replace(BLANKS, '').replace('−', '-');

/** A number in a style; null when it is none, or when it can be read in two ways and no style is known. */
export function numberIn(cell: Cell, style: NumberStyle | null): number | null {
	if (typeof cell === 'number') return Number.isFinite(cell) ? cell : null;
	if (typeof cell !== 'string') return null;
	const text = bare(cell).replace(/%$/, '');
	if (/^-?\d+$/.test(text)) return Number(text);
	if (style === null) {
		const read = STYLES.filter((one) => FORMS[one].test(text)).map((one) => valueOf(text, one));
		return new Set(read).size === 1 ? (read[0] ?? null) : null;
	}
	return FORMS[style].test(text) ? valueOf(text, style) : null;
}

function valueOf(text: string, style: NumberStyle): number {
	const decimal = style === '1.234,5' ? ',' : '.';
	const mark = decimal === ',' ? '.' : ',';
	return Number(text.replaceAll(mark, '').replace(decimal, '.'));
}

/** Why a cell of a table for people holds no number. */
export type NoNumber = 'missing' | 'suppressed' | 'not_applicable';

const NO_NUMBER: readonly (readonly [RegExp, NoNumber])[] = [
	[
		/^(-|–|—|\.{1,3}|…|\*|:|\?|n\.? ?b\.?|n\/b|onbekend|niet bekend|geen gegevens|n\.?a\.?|-9999[69])$/i,
		'missing'
	],
	[/^(x|c|vertrouwelijk|-99997)$/i, 'suppressed'],
	[/^(n\.? ?v\.? ?t\.?|niet van toepassing|\/|-99998)$/i, 'not_applicable']
];

/** What a mark such as «-», «n.v.t.» or -99997 in the place of a number says; null when it is no such mark. */
export function noNumber(cell: Cell): NoNumber | null {
	const text = cellText(cell);
	return NO_NUMBER.find(([mark]) => mark.test(text))?.[1] ?? null;
}
