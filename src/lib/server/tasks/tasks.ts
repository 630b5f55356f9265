import * as v from 'valibot';
import { reset } from '#db/seed/load.ts';
import { newerRules } from '#db/seed/newer-rules.ts';
import type { KnownKeys } from '../database/chain-keys.ts';
import { BoundaryTask, removeBoundaries, runBoundaryTask } from './boundary-tasks.ts';
import type { Database } from '../database/database.ts';
import { writeDataFolder } from '../formats/open-data/data-folder.ts';
import type { ExportTable } from '#lib/tables/column.ts';
import { FileTaskSchema, runFileTask } from './file-task.ts';
import { advised } from '../desk/findings/findings.ts';
import type { ImportSource } from '../desk/bytes/source.ts';
import { type Verification, verifyChain } from '../desk/release/chain.ts';
import type { Signatures } from '../desk/release/signatures.ts';
import { release, type Change } from '../desk/release/release.ts';
import { withdrawReply } from '../desk/release/reply.ts';
import { withdraw } from '../desk/release/withdraw.ts';
import { newDeskLink } from '../people/desk-link.ts';
import { listing, showing } from './publication-tasks.ts';
import { writeNewerRules } from '../formats/rule-files.ts';
import { enterReply, listReplies } from './reply-tasks.ts';
import { day, line, moment, number, plainName, replyWords, text } from './task-values.ts';
import { today } from '../today.ts';
import { done, type Progress, type TaskResult } from './task-result.ts';

/** Something to be done with the data. It can travel as JSON; the file of `check`, `import` and `boundaries` travels beside it. */
export const TaskSchema = v.variant('name', [
	FileTaskSchema,
	BoundaryTask,
	v.object({ name: v.literal('remove-boundaries') }),
	v.object({ name: v.literal('list') }),
	v.object({
		name: v.literal('withdraw'),
		publication: number,
		why: text
	}),
	v.object({ name: v.literal('show'), publication: number }),
	v.object({
		name: v.literal('release'),
		publication: number,
		/** Null: now. */
		at: v.nullable(moment),
		/** SHA-256 of the draft as it was looked at; absent: as it is. */
		content: v.nullish(text)
	}),
	v.object({
		name: v.literal('reply'),
		nis: line,
		/** A quantity or indicator. */
		figure: line,
		/** Reference date of the figure. */
		date: day,
		words: replyWords,
		by: line,
		givenOn: day,
		reference: v.nullable(line),
		write: v.boolean()
	}),
	v.object({ name: v.literal('list-replies'), nis: v.nullable(line) }),
	v.object({ name: v.literal('withdraw-reply'), reply: number, why: line }),
	v.object({ name: v.literal('verify') }),
	v.object({ name: v.literal('new-key'), trusted: v.array(line) }),
	v.object({ name: v.literal('export'), folder: text }),
	v.object({ name: v.literal('rules'), folder: text }),
	v.object({ name: v.literal('desk'), site: text }),
	/** Beside the embedded database, under a name; the command line makes a backup of it. */
	v.object({ name: v.literal('copy'), as: plainName }),
	v.object({ name: v.literal('reset'), to: v.picklist(['practice', 'empty']) })
]);

export type Task = v.InferOutput<typeof TaskSchema>;

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
		case 'show':
			return showing(database, task.publication);
		case 'withdraw':
			return changed(await withdraw(database, task.publication, task.why, today()));
		case 'release':
			return changed(await release(database, task.publication, task.at));
		case 'reply':
			return changed(await enterReply(database, task, today()));
		case 'list-replies':
			return listedReplies(await listReplies(database, task.nis, today()));
		case 'withdraw-reply':
			return changed(await withdrawReply(database, task.reply, task.why, today()));
		case 'verify':
			return verifying(database);
		case 'new-key':
			return renewed(await database.renewKey(task.trusted));
		case 'export': {
			const files = await writeDataFolder(database, task.folder, today(), (count) =>
				report({ what: 'files', done: count })
			);
			return done(`Written to ${task.folder}: ${files.join(', ')}.`);
		}
		case 'copy':
			await database.copy(task.as);
			return done();
		case 'rules':
			return done(...(await writeNewerRules(await newerRules(database.read), task.folder)));
		case 'desk':
			return done(`The desk opens once by: ${task.site}${await newDeskLink(database)}`);
		case 'reset': {
			const { publications: count, observations } = await reset(database, task.to);
			return done(`The data were reset: ${count} publications with ${observations} figures.`);
		}
		default:
			return task satisfies never;
	}
}

const changed = ({ ok, lines }: Change): TaskResult => ({
	...done(...lines),
	exitCode: ok ? 0 : 1
});

const listedReplies = (found: ExportTable | Change): TaskResult =>
	'ok' in found ? changed(found) : { ...done(), table: found };

async function verifying(database: Database): Promise<TaskResult> {
	const keys = await database.keys();
	const found = await verifyChain(database.read, keys);
	const signed = found.signatures.map(signatureLine);
	const unknown = keys.why === null ? [] : [`Whose keys these are is not known here: ${keys.why}`];
	return {
		...done(found.problem ?? chainHolds(found), ...signed, ...unknown),
		exitCode: found.holds ? 0 : 1
	};
}

export const chainHolds = ({ entries, last }: Pick<Verification, 'entries' | 'last'>): string =>
	`The chain holds: ${entries} entries; the last link is ${last}.`;

const signatureLine = ({ key, by, links }: Signatures): string =>
	key === null
		? `Not signed, from before links were: ${links}.`
		: `Signed with the key ${key}: ${links}, for ${by.join(', ')}.`;

const renewed = ({ own, known, path }: KnownKeys): TaskResult =>
	done(
		`Links are signed with the key ${own} from now on.`,
		`${path ?? 'Memory'} holds it, and knows ${known.length - 1} of before. Keep a copy of that file apart from the data.`
	);

function needed(source: ImportSource | null): ImportSource {
	if (!source) throw new Error('The task came without its file.');
	return source;
}

const boundaryResult = (outcome: Awaited<ReturnType<typeof runBoundaryTask>>): TaskResult => ({
	exitCode: outcome.counts.block > 0 ? 1 : 0,
	lines: outcome.lines,
	findings: outcome.findings.map(advised),
	counts: outcome.counts,
	table: null,
	sections: []
});
