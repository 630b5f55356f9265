// What a task tells while it runs, and what came of it.
import type { ExportTable } from '#lib/tables/column.ts';
import type { Looked } from '../desk/review/look.ts';
import { noFindings, type AdvisedFinding, type Level } from '../desk/findings/findings.ts';

/** How far a task is. */
export interface Progress {
	/** What is counted, in the plural: `rows`, `files`. */
	what: string;
	done: number;
}

/** What came of a task. */
export interface TaskResult {
	/** 0: done; 1: not done, the findings or lines say why. */
	exitCode: 0 | 1;
	/** What happened, one sentence each. */
	lines: string[];
	/** The first findings, those that block first. */
	findings: AdvisedFinding[];
	/** How many findings there are in all. */
	counts: Record<Level, number>;
	/** The answer as a table, when the task asks for one. */
	table: ExportTable | null;
	/** More tables, each under its title. */
	sections: Section[];
	/** The file as the desk shows it, when the task asks for it. */
	looked?: Looked;
}

/** A table under a title. */
export interface Section {
	title: string;
	table: ExportTable;
}

export const done = (...lines: string[]): TaskResult => ({
	exitCode: 0,
	lines,
	findings: [],
	counts: noFindings(),
	table: null,
	sections: []
});
