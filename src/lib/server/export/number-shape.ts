/** How a page writes a number: what a file needs to write the same one without rounding it. */
export interface NumberShape {
	/** The number in the unit in which the page writes it, not rounded: `8.3512` for a fraction shown as `8,35 %`. */
	value: number;
	decimals: number;
	/** Whether thousands are set apart. */
	grouped: boolean;
	/** Whether a `+` stands before a number above zero. */
	plus: boolean;
	/** Whether the page turns the sign round: `+12` for twelve above what was asked, in a column of what is short. */
	turned: boolean;
	/** What stands behind the number: `%`, `woningen`, or nothing. */
	unit: string;
}

const WRITTEN = /^([+−])?(\d[\d.]*)(?:,(\d+))?\s*(.*)$/u;
/** Fractions are written in per cent or in percentage points. */
const PER_CENT = 100;

/** Reads how `value` is written in `text`; a text that holds no number («geen») gives a plain one. */
export function shapeOf(value: number, text: string): NumberShape {
	const found = WRITTEN.exec(text);
	if (!found) return { ...PLAIN, value };
	const [, sign, whole = '', decimals = '', unit = ''] = found;
	const size = Number(`${whole.replaceAll('.', '')}.${decimals || 0}`);
	const inPerCent = isInPerCent({ value: Math.abs(value), size, decimals: decimals.length, unit });
	const shown = exact(inPerCent ? value * PER_CENT : value);
	return {
		value: shown,
		decimals: decimals.length,
		grouped: whole.includes('.') || size < 1_000,
		plus: sign === '+' && shown > 0,
		turned: shown < 0 && size !== 0 && sign !== '−',
		unit: unit.replace(/^woning\b/, 'woningen')
	};
}

const PLAIN = { decimals: 0, grouped: true, plus: false, turned: false, unit: '' };

interface Written {
	/** Without their signs: what is meant, and what is written. */
	value: number;
	size: number;
	decimals: number;
	unit: string;
}

/** Whether what is written is a hundred times the value; of a number too small to tell, its unit decides. */
function isInPerCent({ value, size, decimals, unit }: Written): boolean {
	const fits = (meant: number) => Math.abs(meant - size) <= 0.5 * 10 ** -decimals + 1e-9;
	return fits(value * PER_CENT) && (unit === '%' || !fits(value));
}

/** Without the noise that a multiplication leaves behind the fifteenth digit. */
const exact = (value: number): number => Number(value.toPrecision(14));

/** The number format of a spreadsheet that writes a number as the page does. */
export function spreadsheetFormat(shape: NumberShape): string {
	const { decimals, grouped, plus, turned, unit } = shape;
	const digits = `${grouped ? '#,##0' : '0'}${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}`;
	const body = `${digits}${unit === '%' ? '%' : unit && `" ${unit}"`}`;
	if (turned) return `${body};${unit.includes('meer dan') ? '' : '+'}${body};${body}`;
	return plus ? `+${body};-${body};${body}` : body;
}

/** The number as a spreadsheet holds it: a per cent as a fraction, so that it can be reckoned with. */
export const spreadsheetValue = ({ value, unit }: NumberShape): number =>
	unit === '%' ? exact(value / PER_CENT) : value;
