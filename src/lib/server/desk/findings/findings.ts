import { LEVELS, type Level } from './rule.ts';
import { RULES, type CodeOf, type FindingCode } from './rules.ts';

export type { Level } from './rule.ts';
export type { FindingCode } from './rules.ts';

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
	/** The municipality whose figure it is about; absent where it is about no figure. */
	nis?: string;
}

/** A finding with what to do about it, as it is shown. */
export interface AdvisedFinding extends Finding {
	todo: string;
}

/** The finding with the advice of its rule. */
export const advised = (finding: Finding): AdvisedFinding => ({
	...finding,
	todo: RULES[finding.code].todo
});

/** The whole file. */
export const WHOLE_FILE: Place = { sheet: null, row: null, column: null };

/** Findings listed at most; the rest is counted. */
export const LISTED_FINDINGS = 200;
/** Findings of one kind in one column that are listed; the rest is counted. */
const MOST_ALIKE = 10;
const LONGEST_VALUE = 80;

/** What a finding says, besides its level, code and place. */
interface Details {
	value?: unknown;
	expected?: string;
	message: string;
	nis?: string;
}

/** A number for each level. */
export const noFindings = (): Record<Level, number> => ({ block: 0, ask: 0, info: 0 });

/** What stands in the way of writing and says nothing of the other rows: a row of no municipality, and a reason that lacks. */
const APART: readonly CodeOf<'block'>[] = [
	'unknown_municipality',
	'asked_municipality',
	'not_a_code',
	'replaces_earlier',
	'reason_missing'
];

/** Collects findings: all are counted, the first of each level are kept. */
export class Findings {
	readonly counts = noFindings();
	/** How many there are of each kind. */
	readonly tally = new Map<FindingCode, number>();
	/** How many there are of each kind that needs a yes. */
	readonly asked = new Map<CodeOf<'ask'>, number>();
	private readonly kept: Record<Level, Finding[]> = { block: [], ask: [], info: [] };
	/** How many there are of each kind in each column, and the last of them that is kept. */
	private readonly alike = new Map<string, { count: number; last: Finding | null }>();

	/** Something that must be repaired first: nothing will be written. */
	block(code: CodeOf<'block'>, place: Place, details: Details): void {
		this.add('block', code, place, details);
	}

	/** Something that can be right and seldom is: nothing will be written before somebody says yes, and why. */
	ask(code: CodeOf<'ask'>, place: Place, details: Details): void {
		this.asked.set(code, (this.asked.get(code) ?? 0) + 1);
		this.add('ask', code, place, details);
	}

	/** Something to know that stops nothing. */
	info(code: CodeOf<'info'>, place: Place, details: Details): void {
		this.add('info', code, place, details);
	}

	/** Whether nothing may be written. */
	get blocked(): boolean {
		return this.counts.block > 0;
	}

	/** Whether what was read can be looked at all the same: what stands in the way leaves it as it is. */
	get isReadable(): boolean {
		const apart = APART.reduce((sum, code) => sum + (this.tally.get(code) ?? 0), 0);
		return this.counts.block === apart;
	}

	/** The first findings, those that block before the others. */
	list(): Finding[] {
		return LEVELS.flatMap((level) => this.kept[level])
			.slice(0, LISTED_FINDINGS)
			.map((finding) => this.told(finding));
	}

	/** The first findings of one kind. */
	of(code: FindingCode): Finding[] {
		return this.kept[RULES[code].level].filter((one) => one.code === code);
	}

	private add(level: Level, code: FindingCode, place: Place, details: Details): void {
		this.counts[level]++;
		this.tally.set(code, (this.tally.get(code) ?? 0) + 1);
		const { sheet, row, column } = place;
		const kept = this.kept[level];
		const cause = [code, sheet, column].join('\n');
		const alike = this.alike.get(cause) ?? { count: 0, last: null };
		this.alike.set(cause, alike);
		alike.count++;
		if (kept.length >= LISTED_FINDINGS || alike.count > MOST_ALIKE) return;
		const { value, expected = null, message, nis } = details;
		const told = { value: shown(value), expected, message, ...(nis && { nis }) };
		alike.last = { level, code, sheet, row, column, ...told };
		kept.push(alike.last);
	}

	/** A finding as it is listed: the last of many alike says how many more there are. */
	private told(finding: Finding): Finding {
		const { code, sheet, column, message } = finding;
		const { count, last } = this.alike.get([code, sheet, column].join('\n')) ?? {
			count: 0,
			last: null
		};
		const more = count - MOST_ALIKE;
		if (last !== finding || more <= 0) return finding;
		return { ...finding, message: `${message} And ${more} more like this.` };
	}
}

function shown(value: unknown): string | null {
	if (value === undefined || value === null) return null;
	const text = value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
	return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
}

/** A file that cannot be read at all; its one finding says why. */
export class UnreadableFileError extends Error {
	readonly code: CodeOf<'block'>;
	readonly place: Place;
	readonly expected: string | null;

	constructor(
		code: CodeOf<'block'>,
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
