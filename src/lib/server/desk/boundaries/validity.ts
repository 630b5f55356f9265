import { isDay, type Day } from '#lib/domain/dates.ts';
import type { Findings } from '../findings/findings.ts';
import type { RawArea } from './area.ts';

/** First and last day on which something holds; null: it still does. */
export interface Validity {
	from: Day;
	to: Day | null;
}

/** The columns in which areas say from when until when they hold. */
export interface ValidityColumns {
	from: string;
	to: string | null;
}

const OPEN_END = '9999-12-31';

/** The columns `valid_from` and `valid_to`, in any case of letters; null when the areas bear no validity. */
export function validityColumns(areas: readonly RawArea[]): ValidityColumns | null {
	const columns = [...new Set(areas.flatMap(({ properties }) => Object.keys(properties)))];
	const named = (name: string) => columns.find((one) => one.toLowerCase() === name) ?? null;
	const from = named('valid_from');
	return from === null ? null : { from, to: named('valid_to') };
}

/** The validity of an area; one that cannot be read is a finding, and null. */
export function validityOf(
	{ row, properties }: RawArea,
	columns: ValidityColumns,
	findings: Findings
): Validity | null {
	const from = dayOf(properties[columns.from]);
	const to = columns.to === null ? null : dayOf(properties[columns.to]);
	if (from && to !== undefined && (to === null || to >= from)) {
		return { from, to: to === OPEN_END ? null : to };
	}
	const column = from ? columns.to : columns.from;
	findings.block(
		'wrong_validity',
		{ sheet: null, row, column },
		{
			value: properties[column ?? ''] ?? 'nothing',
			expected: 'a day as YYYY-MM-DD; an end on or after the beginning, or empty while it holds',
			message: 'From when until when this area holds cannot be read.'
		}
	);
	return null;
}

/** A day, also as the beginning of a moment; null when blank, undefined when it is none. */
function dayOf(value: unknown): Day | null | undefined {
	if (value === null || value === undefined || value === '') return null;
	const text = value instanceof Date ? value.toISOString() : String(value).trim();
	const day = text.replace(/^(\d{4})[-/]?(\d\d)[-/]?(\d\d)([T ].*)?$/, '$1-$2-$3');
	return day === OPEN_END || isDay(day) ? day : undefined;
}
