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
const LONGEST_VALUE = 80;

/** What a finding says, besides its level, code and place. */
interface Details {
	value?: unknown;
	expected?: string;
	message: string;
}

/** A number for each level. */
export const noFindings = (): Record<Level, number> => ({ block: 0, ask: 0, info: 0 });

/** Collects findings: all are counted, the first of each level are kept. */
export class Findings {
	readonly counts = noFindings();
	/** How many there are of each kind that needs a yes. */
	readonly asked = new Map<CodeOf<'ask'>, number>();
	private readonly kept: Record<Level, Finding[]> = { block: [], ask: [], info: [] };

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

	/** The first findings, those that block before the others. */
	list(): Finding[] {
		return LEVELS.flatMap((level) => this.kept[level]).slice(0, LISTED_FINDINGS);
	}

	/** The first findings of one kind. */
	of(code: FindingCode): Finding[] {
		return this.kept[RULES[code].level].filter((one) => one.code === code);
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
