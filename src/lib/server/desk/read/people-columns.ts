import type { Day } from '#lib/domain/dates.ts';
import type { Tenure } from '#lib/domain/regime.ts';
import type { AreaRows } from './area-rows.ts';
import type { Findings, Place } from '../findings/findings.ts';
import { columnLetters } from './import-map.ts';
import type { HeaderMeaning } from './measurement-columns.ts';
import type { PeopleColumn, PeopleHeader } from './measurement-header.ts';
import { periodsIn } from './sheet-regimes.ts';
import { numberIn } from '../bytes/number-style.ts';
import { cellText, isBlank, type Cell, type Row } from '../bytes/table.ts';

/** A column that is read. */
export interface Reading {
	at: number;
	name: string;
	is: HeaderMeaning['is'];
	/** Code of the regime, when the mapping file says it. */
	scheme: string | null;
	/** What an objective asks for. */
	tenure: Tenure;
	/** Reference date of its figures; null: that of the row or sheet. */
	date: Day | null;
}

/** Where the municipality stands: position of its code and of its name, -1 when there is none. */
export interface AreaColumns {
	code: number;
	name: number;
}

/** Columns of a sheet with what stands below them. */
export interface ColumnContext {
	header: PeopleHeader;
	rows: readonly Row[];
	areas: AreaRows;
	findings: Findings;
	place(row: number | null, column: string | null): Place;
}

/** The share of cells from which on a column is that of the municipalities. */
const MOSTLY = 0.5;
const NOT_READ = new Set<HeaderMeaning['is']>([
	'ignore',
	'area',
	'percentage',
	'landlord',
	'part',
	'status'
]);
const NO_VALUE = new Set<HeaderMeaning['is']>(['nis', 'municipality', 'note', 'date']);

/** The columns with a meaning; those without one are told. */
export function readingsOf(context: ColumnContext): Reading[] {
	return context.header.columns.flatMap((column): Reading[] => {
		const { at, meaning } = column;
		const name = column.name || columnLetters(at);
		if (!meaning) {
			tellUnknown(context, column, name);
			return [];
		}
		if (meaning.is === 'percentage') {
			const message = `The column "${name}" is a percentage and is not used: it is computed from the counts.`;
			context.findings.info('computed_column', context.place(context.header.row, name), {
				message
			});
		}
		const { scheme = null, tenure = 'rental', date } = meaning;
		const is = meaning.is === 'part' && numbersIn(context, at) === 0 ? 'landlord' : meaning.is;
		if (is === 'part' && !hasStock(context.header)) {
			tellUnknown(context, column, name);
			return [];
		}
		return [{ at, name, is, scheme, tenure, date }];
	});
}

const hasStock = ({ columns }: PeopleHeader): boolean =>
	columns.some(({ meaning }) => meaning?.is.startsWith('stock_'));

const numbersIn = ({ header, rows }: ColumnContext, at: number): number =>
	rows.slice(header.row).filter((row) => numberIn(row[at] ?? null, null) !== null).length;

/** The columns that hold figures, objectives or categories; not those that follow from others. Two with one meaning are refused. */
export function valuesOf(
	context: ColumnContext,
	columns: readonly Reading[],
	derived: readonly Reading[]
): Reading[] {
	const values = columns.filter(
		(one) => !NOT_READ.has(one.is) && !NO_VALUE.has(one.is) && !derived.includes(one)
	);
	const first = new Map<string, string>();
	for (const { is, scheme, tenure, date, name } of values) {
		const key = [is, scheme, tenure, date, ...periodsIn(name)].map(String).join(' ');
		const other = first.get(key);
		first.set(key, other ?? name);
		if (other === undefined) continue;
		context.findings.block('repeated_column', context.place(context.header.row, name), {
			expected: `in the mapping file: "columns": {"${name}": "ignore"}, or a date for each of them`,
			message: `The columns "${other}" and "${name}" mean the same: ${is}.`
		});
	}
	return values;
}

/** A column without a known name: one with numbers may hold what somebody wants. */
function tellUnknown(
	{ header, rows, areas, findings, place }: ColumnContext,
	{ at, name }: PeopleColumn,
	shown: string
): void {
	const cells = rows.slice(header.row).map((row) => row[at] ?? null);
	const numbers = cells.filter((cell) => numberIn(cell, null) !== null).length;
	if (numbers === 0 && name === '') return;
	const towns = cells.filter((cell) => areas.looksLikeArea(cell, null)).length;
	if (numbers === 0 || towns > cells.length * MOSTLY) {
		const message = `The column "${shown}" is not used.`;
		findings.info('ignored_column', place(header.row, shown), { message });
		return;
	}
	findings.ask('unmapped_column', place(header.row, shown), {
		value: shown,
		expected: `in the mapping file: "columns": {"${shown}": "realised"} or another meaning, or "ignore"`,
		message: `The column "${shown}" holds ${numbers} numbers, and its name is not known.`
	});
}

/** The columns of code and name, by their headers and by what stands below them; null when they do not fit. */
export function areaColumnsOf(
	context: ColumnContext,
	columns: readonly Reading[],
	on: Day | null
): AreaColumns | null {
	const below = context.rows.slice(context.header.row).filter((row) => !isBlank(row));
	const apart = below.filter((row) => !isNote(row));
	const isArea = (at: number) =>
		mostlyAreas(
			(apart.length > 0 ? apart : below).map((row) => row[at] ?? null),
			context.areas,
			on
		);
	const named = columns.filter(({ is }) => is === 'nis' || is === 'municipality');
	const fits = named.filter(({ at }) => isArea(at));
	if (fits.length > 0) {
		const at = (is: 'nis' | 'municipality') => fits.find((one) => one.is === is)?.at ?? -1;
		return { code: at('nis'), name: at('municipality') };
	}
	const width = Math.max(...below.map((row) => row.length), 0);
	const other = Array.from({ length: width }, (_, at) => at).find(
		(at) =>
			isArea(at) &&
			!columns.some((one) => one.at === at && (one.is === 'area' || one.is === 'landlord'))
	);
	const [first] = named;
	if (first) return refuseHeader(context, first, other ?? null, below);
	return unnamedColumn(context, columns, other ?? null);
}

/** One cell alone is a note or a title: in a short table there can be as many as municipalities. */
const isNote = (row: Row): boolean => row.filter((cell) => cellText(cell) !== '').length === 1;

function mostlyAreas(column: readonly Cell[], areas: AreaRows, on: Day | null): boolean {
	const cells = column.filter((cell) => cellText(cell) !== '');
	const found = cells.filter((cell) => areas.looksLikeArea(cell, on)).length;
	return found > 0 && found >= cells.length * MOSTLY;
}

function refuseHeader(
	{ header, findings, place }: ColumnContext,
	first: Reading,
	other: number | null,
	below: readonly Row[]
): null {
	if (below.length === 0) {
		findings.block('no_rows', place(header.row, null), {
			message: 'The sheet has a header and nothing below.'
		});
		return null;
	}
	const value = cellText(below[0]?.[first.at]);
	const elsewhere =
		other === null ? '.' : `; the municipalities stand in column ${columnLetters(other)}.`;
	findings.block('shifted_header', place(header.row, first.name), {
		value,
		expected: 'municipalities below this header',
		message: `Below "${first.name}" stands "${value}", no municipality${elsewhere}`
	});
	return null;
}

function unnamedColumn(
	{ header, findings, place }: ColumnContext,
	columns: readonly Reading[],
	other: number | null
): AreaColumns | null {
	if (other === null || columns.some(({ at, is }) => at === other && !NOT_READ.has(is))) {
		findings.block('missing_column', place(header.row, 'gemeente'), {
			expected: 'a column with the name or NIS code of the municipality',
			message: 'No column holds the name or NIS code of municipalities.'
		});
		return null;
	}
	const letter = columnLetters(other);
	const message = `Column ${letter} has no known header and was taken for the municipality: most of its cells are municipalities.`;
	findings.info('header_by_content', place(header.row, letter), { message });
	return { code: -1, name: other };
}
