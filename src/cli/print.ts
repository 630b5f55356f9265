import type { ExportTable } from '#lib/tables/column.ts';
import type { Value } from '#lib/tables/field.ts';
import type { AdvisedFinding, Finding } from '#lib/server/desk/findings/findings.ts';
import type { Progress, TaskResult } from '#lib/server/tasks/task-result.ts';
import { print, type Shell } from './shell.ts';

const WIDEST_CELL = 60;
/** Milliseconds between two progress lines: on a terminal the line is rewritten, elsewhere each is a new one. */
const PACE = { terminal: 200, elsewhere: 10_000 };

/** Prints what came of a task: findings, table and sentences, or all of it as JSON. */
export function printResult(result: TaskResult, json: boolean, shell: Shell): void {
	const say = (line: string) => print(shell, line);
	if (json) {
		const rows = result.table && records(result.table);
		const sections = result.sections.map(({ title, table }) => ({ title, rows: records(table) }));
		say(JSON.stringify({ ...result, table: rows, sections }, null, '\t'));
		return;
	}
	if (result.findings.length > 0) say(findingLines(result.findings).join('\n'));
	if (result.table) say(alignedTable(result.table).join('\n'));
	for (const { title, table } of result.sections) {
		say(['', title, ...alignedTable(table), ''].join('\n'));
	}
	result.lines.forEach(say);
}

const records = ({ columns, rows }: ExportTable) =>
	rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at] ?? null])));

/** Findings one below the other, each followed by what was expected and what to do. */
function findingLines(findings: readonly AdvisedFinding[]): string[] {
	const heads = alignedTable({
		columns: ['', 'where', 'finding', 'value'],
		rows: findings.map(({ level, code, value, ...place }) => [level, where(place), code, value])
	});
	const [titles = '', ...lines] = heads;
	return [
		titles,
		...lines.flatMap((line, at) => {
			const { message = '', expected = null, todo = '' } = findings[at] ?? {};
			const hints = expected === null ? [] : `expected: ${expected}`.split('; ');
			return [line, ...[message, ...hints, `to do: ${todo}`].map((text) => `       ${text}`)];
		})
	];
}

function where({ sheet, row, column }: Pick<Finding, 'sheet' | 'row' | 'column'>): string {
	const parts = [
		sheet === null ? '' : `sheet ${sheet}`,
		row === null ? '' : `row ${row}`,
		column ?? ''
	];
	return parts.filter(Boolean).join(', ') || 'file';
}

/** A table with its columns aligned, numbers to the right. */
function alignedTable({ columns, rows }: ExportTable): string[] {
	const cut = (cell: Value) => {
		const text = String(cell ?? '').replace(/\s+/g, ' ');
		return text.length > WIDEST_CELL ? `${text.slice(0, WIDEST_CELL - 1)}…` : text;
	};
	const texts = [columns, ...rows].map((row) => row.map(cut));
	const widths = columns.map((_, at) => Math.max(...texts.map((row) => row[at]?.length ?? 0)));
	const isNumber = columns.map((_, at) => rows.every((row) => typeof row[at] === 'number'));
	return texts.map((row) =>
		row
			.map((text, at) =>
				isNumber[at] ? text.padStart(widths[at] ?? 0) : text.padEnd(widths[at] ?? 0)
			)
			.join('  ')
			.trimEnd()
	);
}

/** A line on the error output that says how far long work is. */
export interface ProgressLine {
	(progress: Progress): void;
	/** Clears the line. */
	end: () => void;
}

/** Nothing is printed for work that is done within one pace. */
export function progressLine(stderr: Shell['stderr']): ProgressLine {
	const pace = stderr.isTTY ? PACE.terminal : PACE.elsewhere;
	let next = Date.now() + pace;
	let shown = false;
	const tell = ({ what, done }: Progress) => {
		if (Date.now() < next) return;
		next = Date.now() + pace;
		shown = true;
		const line = `${done.toLocaleString('en')} ${what} …`;
		stderr.write(stderr.isTTY ? `\r\u001b[K${line}` : `${line}\n`);
	};
	const end = () => {
		if (shown && stderr.isTTY) stderr.write('\r\u001b[K');
	};
	return Object.assign(tell, { end });
}
