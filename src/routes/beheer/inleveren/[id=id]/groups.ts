/** The findings of a check, by cause: one line and a count, with the rows behind it. */
import type { AdvisedFinding } from '#lib/server/desk/findings/findings.ts';
import { LEVELS } from '#lib/server/desk/findings/rule.ts';
import { RULES, type FindingCode } from '#lib/server/desk/findings/rules.ts';
import type { TaskResult } from '#lib/server/tasks/task-result.ts';
import { SETTLED, type Settling } from './settling.ts';
import { unreadableWords } from './unreadable.ts';

/** Rows shown of one cause. */
const SHOWN = 40;

/** Findings of one cause. */
export interface Group {
	code: FindingCode;
	level: AdvisedFinding['level'];
	title: string;
	todo: string;
	/** How many there are, those not shown too. */
	count: number;
	/** Where it is settled on this page. */
	settled: Settling | null;
	rows: { place: string; value: string; expected: string; cell: string | null }[];
}

/** What is expected where it says something on the screen: a number, a day or municipalities; the rest is for the command line. */
function expectedWords(expected: string | null): string {
	const said = (expected?.split(';')[0] ?? '').replaceAll(' or ', ' of ');
	return PLAIN.test(said) ? said : '';
}

const PLAIN = /^([\d.,\s%-]+|(\d{5} [\p{L}'() -]+)+)$/u;

/** Id on the page of the row of a sheet. */
export const cellOf = (sheet: string | null, row: number): string => `rij-${sheet ?? ''}-${row}`;

/** Findings whose value is for the command line: how many there are, or a checksum. */
const BARE: readonly FindingCode[] = ['total_not_used', 'already_imported'];

/** How a finding says where it stands and what about. */
export interface Naming {
	/** The name of a municipality by its code. */
	nameOf(code: string): string | null;
	/** What a form calls a column of the file that it made; null: the file came as it is. */
	labelOf: ((column: string) => string) | null;
}

/** The causes, those that hold the file up first. */
export function groupsOf(
	{ findings, looked }: Pick<TaskResult, 'findings' | 'looked'>,
	naming: Naming
): Group[] {
	const groups = Map.groupBy(findings, ({ code }) => code);
	return [...groups]
		.map(([code, all]) => groupOf(code, all, looked?.tally[code] ?? all.length, naming))
		.sort((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) || b.count - a.count);
}

function groupOf(
	code: FindingCode,
	all: readonly AdvisedFinding[],
	count: number,
	{ nameOf, labelOf }: Naming
): Group {
	const { level, screen } = RULES[code];
	const rows = all.slice(0, SHOWN).map(({ sheet, row, column, value, expected }) => {
		const parts = [sheet && `blad ${sheet}`, row && `rij ${row}`, column && `kolom ${column}`];
		const place = parts.filter(Boolean).join(', ') || 'hele bestand';
		const name = value && nameOf(value);
		return {
			place: labelOf ? labelOf(column ?? '') : place,
			value: BARE.includes(code) ? '' : name ? `${value} ${name}` : (value ?? ''),
			expected: expectedWords(expected),
			cell: row === null ? null : cellOf(sheet, row)
		};
	});
	const kind = code === 'unreadable_file' ? unreadableWords(all[0]?.message ?? '') : null;
	const todo = kind ?? screen.todo;
	return { code, level, title: screen.title, todo, count, settled: SETTLED[code] ?? null, rows };
}
