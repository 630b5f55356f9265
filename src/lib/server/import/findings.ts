/** `block`: nothing is written; `info`: for the reader to know. */
export type Level = 'block' | 'info';

/** Every kind of finding. A code keeps its meaning: scripts read it from `--json`. */
export type FindingCode =
	| 'empty_file'
	| 'too_large'
	| 'too_many_rows'
	| 'too_many_columns'
	| 'unreadable_file'
	| 'unknown_layout'
	| 'windows_1252'
	| 'already_imported'
	| 'missing_column'
	| 'repeated_column'
	| 'ignored_column'
	| 'ignored_sheet'
	| 'rows_above_header'
	| 'extra_cells'
	| 'formula'
	| 'no_rows'
	| 'not_a_code'
	| 'unknown_municipality'
	| 'ended_municipality'
	| 'future_municipality'
	| 'total_row'
	| 'unknown_indicator'
	| 'not_a_date'
	| 'implausible_date'
	| 'unusual_day'
	| 'not_a_number'
	| 'ambiguous_number'
	| 'not_whole'
	| 'negative_value'
	| 'implausible_value'
	| 'unknown_status'
	| 'value_missing'
	| 'value_unexpected'
	| 'duplicate'
	| 'high_share'
	| 'observed_until_missing'
	| 'unknown_structure'
	| 'unknown_household_size'
	| 'missing_household_size'
	| 'missing_municipality'
	| 'not_a_level'
	| 'parent_missing'
	| 'new_municipality'
	| 'changed_municipality'
	| 'successor_unknown'
	| 'older_table'
	| 'left_out'
	| 'publisher_not_stated'
	| 'replaces_earlier';

/** Where in the file: sheet (null in a text file), row as a spreadsheet counts them, column by its header. */
export interface Place {
	sheet: string | null;
	row: number | null;
	column: string | null;
}

/** One thing to know about a file before its figures are used. */
export interface Finding extends Place {
	level: Level;
	code: FindingCode;
	/** The cell as it stands in the file; null when the finding is about more than a cell. */
	value: string | null;
	expected: string | null;
	message: string;
}

/** The whole file. */
export const WHOLE_FILE: Place = { sheet: null, row: null, column: null };

/** Findings listed at most; the rest is counted. */
export const LISTED_FINDINGS = 200;
const LONGEST_VALUE = 80;

/** What a finding says, besides its level, code and place. */
interface Details {
	value?: unknown;
	expected?: string;
	message: string;
}

/** Collects findings: all are counted, the first of each level are kept. */
export class Findings {
	readonly counts: Record<Level, number> = { block: 0, info: 0 };
	private readonly kept: Record<Level, Finding[]> = { block: [], info: [] };

	/** Something that must be repaired first: nothing will be written. */
	block(code: FindingCode, place: Place, details: Details): void {
		this.add('block', code, place, details);
	}

	/** Something to know that stops nothing. */
	info(code: FindingCode, place: Place, details: Details): void {
		this.add('info', code, place, details);
	}

	/** Whether nothing may be written. */
	get blocked(): boolean {
		return this.counts.block > 0;
	}

	/** The first findings, those that block before the others. */
	list(): Finding[] {
		return [...this.kept.block, ...this.kept.info].slice(0, LISTED_FINDINGS);
	}

	private add(level: Level, code: FindingCode, place: Place, details: Details): void {
		this.counts[level]++;
		const kept = this.kept[level];
		if (kept.length >= LISTED_FINDINGS) return;
		const { sheet, row, column } = place;
		const { value, expected = null, message } = details;
		kept.push({ level, code, sheet, row, column, value: shown(value), expected, message });
	}
}

function shown(value: unknown): string | null {
	if (value === undefined || value === null) return null;
	const text = value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
	return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
}

/** A file that cannot be read at all; its one finding says why. */
export class UnreadableFileError extends Error {
	readonly code: FindingCode;
	readonly place: Place;
	readonly expected: string | null;

	constructor(
		code: FindingCode,
		message: string,
		expected: string | null = null,
		place = WHOLE_FILE
	) {
		super(message);
		this.name = 'UnreadableFileError';
		this.code = code;
		this.place = place;
		this.expected = expected;
	}
}
