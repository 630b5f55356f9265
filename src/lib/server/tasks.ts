import * as v from 'valibot';
import { reset } from '#db/seed/load.ts';
import { isDay } from '#lib/domain/dates.ts';
import { BoundaryTask, removeBoundaries, runBoundaryTask } from './boundary-tasks.ts';
import type { Database } from './database.ts';
import { writeDataFolder } from './export/data-folder.ts';
import type { ExportTable } from './export/tables.ts';
import {
	advised,
	LISTED_FINDINGS,
	noFindings,
	type AdvisedFinding,
	type Level
} from './import/findings.ts';
import { importFile, type ImportOutcome, type ImportRequest } from './import/import-file.ts';
import type { ImportSource } from './import/source.ts';
import { publicationCounts, publications } from './queries/publications.ts';
import { tellDeviations } from './objective-findings.ts';
import { today } from './today.ts';
import { withdraw } from './withdraw.ts';

const day = v.pipe(v.string(), v.check(isDay, 'expected a day as YYYY-MM-DD'));
const text = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(2_000));

const FileTask = v.object({
	name: v.picklist(['check', 'import']),
	kind: v.picklist(['first', 'revision', 'correction']),
	/** Null: today. */
	publishedOn: v.nullable(day),
	publisher: v.nullable(text),
	title: v.nullable(text),
	url: v.nullable(v.pipe(text, v.regex(/^https?:\/\//, 'expected https://…'))),
	licence: v.nullable(text),
	observedUntil: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1990), v.maxValue(2100))),
	structureOn: v.nullable(day)
});

/** Something to be done with the data. It can travel as JSON; the file of `check`, `import` and `boundaries` travels beside it. */
export const TaskSchema = v.variant('name', [
	FileTask,
	BoundaryTask,
	v.object({ name: v.literal('remove-boundaries') }),
	v.object({ name: v.literal('list') }),
	v.object({
		name: v.literal('withdraw'),
		publication: v.pipe(v.number(), v.integer()),
		why: text
	}),
	v.object({ name: v.literal('export'), folder: text }),
	v.object({ name: v.literal('reset'), to: v.picklist(['practice', 'empty']) })
]);

export type Task = v.InferOutput<typeof TaskSchema>;
export type FileTask = v.InferOutput<typeof FileTask>;

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
}

/**
 * Does one task on an open database.
 * @param source the file of a `check` or `import`
 * @param report is told how far it is
 * @throws Error when the database or the disk fails
 */
export async function runTask(
	database: Database,
	task: Task,
	source: ImportSource | null,
	report: (progress: Progress) => void
): Promise<TaskResult> {
	switch (task.name) {
		case 'check':
		case 'import':
			return runFileTask(database, task, source, report);
		case 'boundaries':
			return boundaryResult(await runBoundaryTask(database, task, needed(source)));
		case 'remove-boundaries':
			return done(await removeBoundaries(database));
		case 'list':
			return { ...done(), table: await listing(database) };
		case 'withdraw': {
			const { ok, lines } = await withdraw(database, task.publication, task.why, today());
			return { ...done(...lines), exitCode: ok ? 0 : 1 };
		}
		case 'export': {
			const files = await writeDataFolder(database, task.folder, today(), (count) =>
				report({ what: 'files', done: count })
			);
			return done(`Written to ${task.folder}: ${files.join(', ')}.`);
		}
		case 'reset': {
			const { publications: count, observations } = await reset(database, task.to);
			return done(`The data were reset: ${count} publications with ${observations} figures.`);
		}
		default:
			return task satisfies never;
	}
}

const done = (...lines: string[]): TaskResult => ({
	exitCode: 0,
	lines,
	findings: [],
	counts: noFindings(),
	table: null
});

function needed(source: ImportSource | null): ImportSource {
	if (!source) throw new Error('The task came without its file.');
	return source;
}

const boundaryResult = (outcome: Awaited<ReturnType<typeof runBoundaryTask>>): TaskResult => ({
	exitCode: outcome.counts.block > 0 ? 1 : 0,
	lines: outcome.lines,
	findings: outcome.findings.map(advised),
	counts: outcome.counts,
	table: null
});

async function runFileTask(
	database: Database,
	task: FileTask,
	source: ImportSource | null,
	report: (progress: Progress) => void
): Promise<TaskResult> {
	const request: ImportRequest = {
		...task,
		source: needed(source),
		publishedOn: task.publishedOn ?? today(),
		write: task.name === 'import'
	};
	const outcome = await importFile(
		database,
		request,
		(rows) => report({ what: 'rows', done: rows }),
		tellDeviations(request.publishedOn)
	);
	const { counts } = outcome;
	const findings = outcome.findings.map(advised);
	const exitCode = counts.block > 0 ? 1 : 0;
	return { exitCode, lines: outcomeLines(outcome, request.write), findings, counts, table: null };
}

function outcomeLines(outcome: ImportOutcome, write: boolean): string[] {
	const { block, info } = outcome.counts;
	const more = block + info - LISTED_FINDINGS;
	const lines = more > 0 ? [`${more} more findings are not listed.`] : [];
	if (block > 0) {
		return [
			...lines,
			`Refused: ${counted(block, 'finding')} to repair first. Nothing was written.`
		];
	}
	if (!write) return [...lines, `Sound: ${brought(outcome)}. Nothing was written.`];
	if (!outcome.written)
		return [...lines, 'Nothing to change: everything in the file is known already.'];
	return [...lines, `Written as publication ${outcome.publication}: ${brought(outcome)}.`];
}

function brought({ layout, figures, municipalities, retired, replaced }: ImportOutcome): string {
	const parts = [
		municipalities > 0
			? counted(municipalities, 'new or changed municipality', 'new or changed municipalities')
			: '',
		figures > 0 ? counted(figures, 'figure') : '',
		retired > 0 ? `${counted(retired, 'practice figure')} retired` : '',
		replaced > 0 ? `${counted(replaced, 'earlier figure')} given another value` : ''
	];
	return `${parts.filter(Boolean).join(', ')} (layout ${layout})`;
}

const counted = (count: number, one: string, many = `${one}s`): string =>
	`${count} ${count === 1 ? one : many}`;

async function listing(database: Database): Promise<ExportTable> {
	const [issued, counts] = await Promise.all([
		publications(database.read),
		publicationCounts(database.read)
	]);
	return {
		columns: ['id', 'kind', 'known from', 'figures', 'areas', 'publisher', 'title', 'withdrawn'],
		rows: issued.map((one) => [
			one.id,
			one.kind,
			one.knownFrom,
			counts.get(one.id)?.figures ?? 0,
			counts.get(one.id)?.areas ?? 0,
			one.publisher,
			one.title,
			one.withdrawnOn && `${one.withdrawnOn}: ${one.withdrawnWhy}`
		])
	};
}
