/** Report servers write cells without addresses, which the format allows: each then stands right of the one before. */
const TAG = /<((?:\w+:)?)(row|c)(?=[\s/>])([^>]*?)(\/?)>/g;
/** Any address, sound or not: one that is not is refused later. */
const HAS_ADDRESS = /(?:^|\s)r\s*=/;
const ADDRESS = /(?:^|\s)r\s*=\s*["']([A-Z]*)(\d+)["']/;

/** The XML of a sheet, as bytes, with an address on each row and cell; the same bytes when all have one. */
export function withAddresses(sheet: Uint8Array): Uint8Array {
	const xml = Buffer.from(sheet).toString('latin1');
	if (![...xml.matchAll(TAG)].some(([, , , attributes = '']) => !HAS_ADDRESS.test(attributes)))
		return sheet;
	let row = 0;
	let column = 0;
	const addressed = xml.replace(
		TAG,
		(tag, prefix: string, kind: string, attributes: string, end: string) => {
			const [, letters = '', digits] = ADDRESS.exec(attributes) ?? [];
			if (kind === 'row') [row, column] = [digits ? Number(digits) : row + 1, 0];
			else column = letters ? columnNumber(letters) : column + 1;
			if (HAS_ADDRESS.test(attributes)) return tag;
			const address = kind === 'row' ? String(row) : `${columnName(column)}${row}`;
			return `<${prefix}${kind} r="${address}"${attributes}${end}>`;
		}
	);
	return Buffer.from(addressed, 'latin1');
}

/** The number of a column by its letters, from 1: A is 1, AA is 27. */
export const columnNumber = (letters: string): number =>
	[...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/** The letters of a column by its number, from 1. */
function columnName(column: number): string {
	const rest = (column - 1) % 26;
	const before = column > 26 ? columnName((column - 1 - rest) / 26) : '';
	return before + String.fromCharCode(65 + rest);
}
