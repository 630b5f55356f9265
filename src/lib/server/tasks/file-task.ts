import * as v from 'valibot';
import type { Database } from '../database/database.ts';
import { advised, LISTED_FINDINGS } from '../desk/findings/findings.ts';
import { importFile, type ImportOutcome } from '../desk/write/import-file.ts';
import type { ImportRequest } from '../desk/write/import-job.ts';
import { ImportMapSchema } from '../desk/read/import-map.ts';
import { ASKED_CODES } from '../desk/findings/rules.ts';
import type { ImportSource } from '../desk/bytes/source.ts';
import { day, moment, number, text, webAddress } from './task-values.ts';
import type { Progress, TaskResult } from './task-result.ts';
import { lookAt, type Looked } from '../desk/review/look.ts';
import { review, type Reviewed } from '../desk/review/review.ts';
import { changeLines, changeSections } from './told.ts';
import { today } from '../today.ts';

/** To look at a file, or to take it in. */
export const FileTaskSchema = v.object({
	name: v.picklist(['check', 'import']),
	/** Null: nobody said. */
	kind: v.nullable(v.picklist(['first', 'revision', 'correction'])),
	/** Why earlier figures change. */
	why: v.nullable(text),
	supersedes: v.nullable(number),
	accept: v.array(v.object({ code: v.picklist(ASKED_CODES), because: text })),
	/** When it is released: at once, when somebody does so, or at a moment. */
	release: v.union([v.picklist(['now', 'draft']), moment]),
	/** Null: today. */
	publishedOn: v.nullable(day),
	publisher: v.nullable(text),
	title: v.nullable(text),
	url: v.nullable(webAddress),
	licence: v.nullable(text),
	observedUntil: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1990), v.maxValue(2100))),
	structureOn: v.nullable(day),
	on: v.nullable(day),
	regime: v.nullish(text),
	map: v.nullable(ImportMapSchema),
	/** Account of who handed the file in at the desk, where somebody else writes it at once. */
	handedInBy: v.nullish(number),
	/** Whether the sheets are shown as they are read, with all that the review saw. */
	look: v.optional(v.boolean())
});

export type FileTask = v.InferOutput<typeof FileTaskSchema>;

/** Checks a file, and writes it when that is the task and nothing stands in the way. */
export async function runFileTask(
	database: Database,
	task: FileTask,
	source: ImportSource | null,
	report: (progress: Progress) => void
): Promise<TaskResult> {
	if (!source) throw new Error(`The task ${task.name} came without its file.`);
	const request: ImportRequest = {
		...task,
		source,
		publishedOn: task.publishedOn ?? today(),
		write: task.name === 'import'
	};
	const rows = (done: number) => report({ what: 'rows', done });
	const outcome = await importFile(database, request, rows, review);
	const { counts, unanswered } = outcome;
	const refused = counts.block > 0 || (request.write && unanswered.length > 0);
	return {
		exitCode: refused ? 1 : 0,
		lines: outcomeLines(outcome, request),
		findings: outcome.findings.map(advised),
		counts,
		table: null,
		sections: outcome.seen ? changeSections(outcome.seen) : [],
		...(task.look && { looked: await lookedAt(database, request, outcome) })
	};
}

/** The sheets as they are read, and what became of them. */
const lookedAt = async (
	{ read }: Database,
	{ source, ...options }: ImportRequest,
	{ layout, tally, unanswered, publication, seen, ...brought }: ImportOutcome<Reviewed>
): Promise<Looked> => ({
	sheets: await lookAt(source, options, read),
	tally: Object.fromEntries(tally),
	reviewed: seen,
	...{ layout, unanswered, publication },
	brought: { figures: brought.figures, rules: brought.rules, retired: brought.retired }
});

function outcomeLines(outcome: ImportOutcome<Reviewed>, { write, kind }: ImportRequest): string[] {
	const { counts, unanswered } = outcome;
	const more = counts.block + counts.ask + counts.info - LISTED_FINDINGS;
	const lines = more > 0 ? [`${more} more findings are not listed.`] : [];
	if (counts.block > 0) {
		const toRepair = counted(counts.block, 'finding');
		return [...lines, `Refused: ${toRepair} to repair first. Nothing was written.`];
	}
	const yes = unanswered.map((code) => `--accept ${code} --because "…"`).join(' ');
	if (yes && write) return [...lines, `Refused: say yes first with ${yes}. Nothing was written.`];
	if (outcome.seen) lines.push(...changeLines(outcome.seen, kind));
	if (yes) lines.push(`To import it, say yes with ${yes}.`);
	return [...lines, outcomeLine(outcome, write)];
}

function outcomeLine(outcome: ImportOutcome, write: boolean): string {
	if (!write) return `Sound: ${brought(outcome)}. Nothing was written.`;
	if (!outcome.written) return 'Nothing to change: everything in the file is known already.';
	const as = outcome.draft ? 'draft' : 'publication';
	return `Written as ${as} ${outcome.publication}: ${brought(outcome)}.`;
}

function brought(outcome: ImportOutcome): string {
	const { layout, figures, municipalities, objectives, categories, regionFigures, memberships } =
		outcome;
	const { rules, retired, replaced } = outcome;
	const parts = [
		municipalities > 0
			? counted(municipalities, 'new or changed municipality', 'new or changed municipalities')
			: '',
		figures > 0 ? counted(figures, 'figure') : '',
		objectives > 0 ? counted(objectives, 'objective') : '',
		categories > 0 ? counted(categories, 'category', 'categories') : '',
		regionFigures > 0 ? counted(regionFigures, 'figure of a region', 'figures of regions') : '',
		memberships > 0 ? counted(memberships, 'change of membership', 'changes of membership') : '',
		...rules.map(([count, one, many]) => (count > 0 ? counted(count, one, many) : '')),
		retired > 0 ? `${counted(retired, 'practice figure')} retired` : '',
		replaced > 0
			? `${counted(replaced, rules.length > 0 ? 'earlier rule' : 'earlier figure')} given another value`
			: ''
	];
	return `${parts.filter(Boolean).join(', ')} (layout ${layout})`;
}

const counted = (count: number, one: string, many = `${one}s`): string =>
	`${count} ${count === 1 ? one : many}`;
