import { readCode, readDay, readNumber } from './cell-values.ts';
import type { CodeOf } from '../findings/rules.ts';
import { cellText, type Cell } from '../bytes/table.ts';

/** Why a cell is not what its column holds. */
export class Refused {
	readonly code: CodeOf<'block'>;
	readonly expected: string;
	readonly message: string;

	constructor(code: CodeOf<'block'>, expected: string, message: string) {
		this.code = code;
		this.expected = expected;
		this.message = message;
	}
}

/** What a cell of a rule can hold. */
export type RuleValue = string | number | boolean | null;

/** Reads a cell, and gives back what it read as such a cell is written. */
export interface CellReader {
	read(cell: Cell): RuleValue | Refused;
	write(value: RuleValue): string | number | null;
	/** What it holds, for whoever shows it; a part is in hundredths of a per cent. */
	holds: 'words' | 'day' | 'part' | 'flag';
}

const plain = (value: RuleValue): string | number | null =>
	typeof value === 'boolean' ? String(value) : value;

const reader = (
	read: CellReader['read'],
	write: CellReader['write'] = plain,
	holds: CellReader['holds'] = 'words'
): CellReader => ({
	read: (cell) =>
		cellText(cell) === ''
			? new Refused('cell_missing', 'a filled cell', 'The cell is blank.')
			: read(cell),
	write,
	holds
});

/** The same cell, that may also be blank. */
export const optional = (
	{ read, write, holds }: CellReader,
	blank: RuleValue = null
): CellReader => ({
	read: (cell) => (cellText(cell) === '' ? blank : read(cell)),
	write,
	holds
});

/** Words for a reader of the site. */
export const words = reader(cellText);

/** The name by which the series of a regime go: `-` for the regime whose series have no name. */
export const seriesName = reader(
	(cell) => (cellText(cell) === '-' ? '' : cellText(cell)),
	(value) => (value === '' ? '-' : plain(value))
);

const refusedDay = (text: string, expected: string): Refused =>
	new Refused('not_a_date', expected, `"${text}" is not a day that can be read in only one way.`);

/** A calendar day. */
export const day = reader(
	(cell) => readDay(cell) ?? refusedDay(cellText(cell), 'a day as YYYY-MM-DD, such as 2030-01-01'),
	plain,
	'day'
);

/** Stands where a source names no day; comes out as null. */
const UNKNOWN = 'unknown';

/** A day that must be said, if only that the source does not name it. */
export const dayOrUnknown: CellReader = {
	read: (cell) => {
		const text = cellText(cell);
		const expected = `a day as YYYY-MM-DD, such as 2030-01-01, or ${UNKNOWN} when the source names none`;
		if (text === '') return new Refused('cell_missing', expected, 'There is no day.');
		return text.toLowerCase() === UNKNOWN ? null : (readDay(cell) ?? refusedDay(text, expected));
	},
	write: (value) => (value === null ? UNKNOWN : plain(value)),
	holds: 'day'
};

/** A whole number within bounds, both included. */
export const whole = (least: number, most: number): CellReader =>
	reader((cell) => {
		const value = readNumber(cell, true);
		if (typeof value !== 'number') return new Refused(value.code, value.expected, value.message);
		return value >= least && value <= most
			? value
			: new Refused('implausible_value', `${least} to ${most}`, `${value} cannot be right here.`);
	});

const PARTS = 10_000;

/**
 * A part of a whole, at most `most`, exact to a hundredth of a per cent: a fraction such as 0.7952, or a per cent with its
 * mark (79,52 %); comes out as hundredths of a per cent.
 */
export const part = (most = 1): CellReader =>
	reader(
		(cell) => {
			const value = fractionOf(cell);
			const expected = `a fraction above 0 and at most ${most}, such as 0.7952, or a per cent with its mark: 79,52 %`;
			const text = cellText(cell);
			if (value === null)
				return new Refused('not_a_number', expected, `"${text}" is not a fraction.`);
			if (value <= 0 || value > most)
				return new Refused('fraction_out_of_range', expected, `${text} is not a part of a whole.`);
			const points = Math.round(value * PARTS);
			return Math.abs(value * PARTS - points) < 1e-6
				? points
				: new Refused(
						'fraction_out_of_range',
						'at most four decimals',
						`${text} has too many decimals.`
					);
		},
		(value) => (typeof value === 'number' ? value / PARTS : null),
		'part'
	);

function fractionOf(cell: Cell): number | null {
	if (typeof cell === 'number') return cell;
	const text = cellText(cell);
	const [, percent] = /^(-?\d+(?:[.,]\d+)?)\s*%$/.exec(text) ?? [];
	if (percent !== undefined) return Number((Number(percent.replace(',', '.')) / 100).toFixed(8));
	return /^-?\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : null;
}

/** A number that may have decimals. */
export const amount = reader((cell) => {
	const value = readNumber(cell, false);
	return typeof value === 'number' ? value : new Refused(value.code, value.expected, value.message);
});

const PARTIAL_DAY = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

/** A day, month or year, as far as a source names it. */
export const partialDay = reader((cell) => {
	const text = cellText(cell);
	return PARTIAL_DAY.test(text)
		? text
		: refusedDay(text, 'a day, month or year as YYYY-MM-DD, YYYY-MM or YYYY');
}, plain);

/** NIS codes with a space between, or the one slug of a region. */
export const places = reader((cell) => {
	const text = readCode(cell) ?? cellText(cell);
	return /^(\d{5}( \d{5})*|[a-z][a-z0-9-]*)$/.test(text)
		? text
		: new Refused(
				'not_a_code',
				'NIS codes of five digits with a space between, or the name of a region in addresses',
				`"${text}" is neither.`
			);
});

/** One of some words. */
export const oneOf = (choices: readonly string[]): CellReader =>
	reader((cell) => {
		const text = cellText(cell);
		const found = choices.find((one) => one.toLowerCase() === text.toLowerCase());
		const message = `"${text}" is none of the words of this column.`;
		return found ?? new Refused('unknown_word', `one of ${choices.join(', ')}`, message);
	});

/** True or false; `ja` and `nee` do as well. */
export const flag = reader(
	(cell) => {
		const text = cellText(cell).toLowerCase();
		if (['true', 'ja', 'yes'].includes(text)) return true;
		if (['false', 'nee', 'neen', 'no'].includes(text)) return false;
		return new Refused('unknown_word', 'true or false', `"${text}" is neither true nor false.`);
	},
	plain,
	'flag'
);

/** A word that can stand in an address. */
export const slug = reader((cell) => {
	const text = cellText(cell);
	return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text)
		? text
		: new Refused(
				'not_a_slug',
				'small letters and digits with a hyphen between words, such as zuid-west-vlaanderen',
				`"${text}" cannot stand in an address.`
			);
});

/** A NIS code of a municipality. */
export const nis = reader(
	(cell) =>
		readCode(cell) ??
		new Refused('not_a_code', 'a NIS code of five digits', `"${cellText(cell)}" is not a NIS code.`)
);
