import { isDay, type Day } from '#lib/domain/dates.ts';
import type { CodeOf } from '../findings/rules.ts';
import { cellText, type Cell } from '../bytes/table.ts';

/** Why a cell is not the number that was expected. */
export interface NumberProblem {
	code: CodeOf<'block'>;
	expected: string;
	message: string;
}

const FRACTION_LIKE_THOUSANDS = /^-?\d{1,3}(\.\d{3})+$/;

/**
 * Reads a number that is written with a point for decimals and nothing between thousands. Where a point or comma could
 * mean either, the cell is refused, never guessed. `whole`: the quantity is a count.
 */
export function readNumber(cell: Cell, whole: boolean): number | NumberProblem {
	if (typeof cell === 'number') return whole && !Number.isInteger(cell) ? notWhole(cell) : cell;
	const text = cellText(cell);
	if (/^-?\d+$/.test(text)) return Number(text);
	if (whole && FRACTION_LIKE_THOUSANDS.test(text)) return ambiguous(text, text.replaceAll('.', ''));
	if (/^-?\d+\.\d+$/.test(text)) {
		const value = Number(text);
		return whole && !Number.isInteger(value) ? notWhole(text) : value;
	}
	if (/^-?\d[\d.,]*,\d+$/.test(text)) return ambiguous(text, whole ? '1234' : '11.2');
	return {
		code: 'not_a_number',
		expected: whole
			? 'digits only, such as 1234'
			: 'digits with a point for decimals, such as 11.2',
		message: `"${text}" is not a number. A figure that is unknown has no value and the status missing.`
	};
}

const notWhole = (value: number | string): NumberProblem => ({
	code: 'not_whole',
	expected: 'a whole number',
	message: `${value} is a count and cannot have decimals.`
});

const ambiguous = (text: string, example: string): NumberProblem => ({
	code: 'ambiguous_number',
	expected: `no separator between thousands and a point for decimals, such as ${example}`,
	message: `"${text}" can be read in two ways: the separator may stand for thousands or for decimals.`
});

/**
 * Reads a day: a date cell, `YYYY-MM-DD`, or `dd/mm/yyyy` where only one reading is possible (31/12/2022, 01/01/2023;
 * not 01/02/2022). Null when it is none of these.
 */
export function readDay(cell: Cell): Day | null {
	const text = cellText(cell);
	if (isDay(text)) return text;
	const [, day = '', month = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
	const oneReading = Number(day) > 12 || Number(day) === Number(month);
	const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
	return oneReading && isDay(iso) ? iso : null;
}

/**
 * Reads a NIS code as five digits; as a number in a workbook it may have lost its zero in front, and a program may have
 * written it with decimals. Null when it is none.
 */
export function readCode(cell: Cell): string | null {
	const text = cellText(cell).replace(/(?<=^\d{5})[.,]0+$/, '');
	if (/^\d{5}$/.test(text)) return text;
	return typeof cell === 'number' && /^\d{4}$/.test(text) ? `0${text}` : null;
}
