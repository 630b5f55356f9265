/** A number as a Dutch text writes it. */
export interface Written {
	/** As it stands there, with its sign and its mark of per cent. */
	text: string;
	/** Without its sign. */
	size: number;
	/** Which way it goes: by its sign, or by the word behind it; empty when nothing says so. */
	direction: '+' | '−' | '';
	decimals: number;
	/** Whether it is a part of something or an index; else it counts. */
	isPart: boolean;
	/** Where it begins and ends in the text. */
	start: number;
	end: number;
}

/** Days, and the hundred that others are set against: digits that are no number of their own. */
const NO_NUMBER = /\d\d\/\d\d\/\d{4}|\d+ december|per 100\b|samen 100 is/g;
const NUMBER = /(?<![\p{L}\d])([+−])?(\d{1,3}(?:\.\d{3})+|\d+)(,\d+)?( %)?/gu;
const HOMES = '(?: sociale)?(?: (?:huur)?woning(?:en)?)?';
const LESS = new RegExp(`^${HOMES} (?:minder|eraf)\\b`);
const MORE = new RegExp(`^${HOMES} (?:erboven|erbij|over(?! [\\d≈])|meer(?! dan op))\\b`);

/** The numbers of a text with plain spaces, in order. */
export function numbersIn(text: string): Written[] {
	const bare = text.replace(NO_NUMBER, (found) => ' '.repeat(found.length));
	return [...bare.matchAll(NUMBER)].map((found) => {
		const [whole, sign = '', digits = '', fraction = '', perCent = ''] = found;
		const end = found.index + whole.length;
		return {
			text: whole,
			size: Number(digits.replaceAll('.', '') + fraction.replace(',', '.')),
			direction: directionOf(sign, bare.slice(end)),
			decimals: Math.max(fraction.length - 1, 0),
			isPart: fraction !== '' || perCent !== '',
			start: found.index,
			end
		};
	});
}

function directionOf(sign: string, behind: string): Written['direction'] {
	if (sign === '+' || sign === '−') return sign;
	if (LESS.test(behind)) return '−';
	return MORE.test(behind) ? '+' : '';
}

/**
 * Whether two texts write the same number: of one kind, and as large as the first says with its decimals. A number that ends
 * in a half is as far from its rounding as one can be.
 */
export const isAsLarge = (said: Written, shown: Written): boolean =>
	said.isPart === shown.isPart &&
	shown.decimals >= said.decimals &&
	Math.abs(said.size - shown.size) <= (said.isPart ? 0.5 * 10 ** -said.decimals + 1e-9 : 0);

/** Whether two texts write the same number, which way it goes included. */
export const isSame = (said: Written, shown: Written): boolean =>
	isAsLarge(said, shown) && (said.size === 0 || said.direction === shown.direction);
