import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import type { Database } from '../database/database.ts';
import type { Doer } from '../deeds/log.ts';
import type { Task } from '../tasks/tasks.ts';
import type { Progress, TaskResult } from '../tasks/task-result.ts';
import { lendDatabase } from './lend.ts';
import { LONGEST, MEMORY, whyEnded } from './limits.ts';

/** What the thread of a task is given. */
export interface TaskGiven {
	port: MessagePort;
	engine: Database['engine'];
	task: Task;
	file: { path: string; name: string } | null;
	/** For whom; null: the command line. */
	doer: Doer;
}

/** What it says. */
export type TaskTold = { progress: Progress } | { result: TaskResult };

/**
 * Does a task on a thread of its own, so that reading a file holds nobody up, and one that wants too much memory or time ends
 * alone: its change is taken back.
 * @param how most memory (MB) and time (ms), and for whom it is done; without somebody, the command line
 * @throws Error that says so, or whatever the task throws
 */
export async function runTaskApart(
	database: Database,
	task: Task,
	file: TaskGiven['file'],
	report: (progress: Progress) => void,
	{
		memory = MEMORY.task,
		longest = LONGEST.task,
		doer = null
	}: { memory?: number; longest?: number; doer?: Doer } = {}
): Promise<TaskResult> {
	const { port1: lent, port2: port } = new MessageChannel();
	const end = lendDatabase(database, lent);
	const thread = new Worker(new URL('task-thread.ts', import.meta.url), {
		workerData: { port, engine: database.engine, task, file, doer } satisfies TaskGiven,
		transferList: [port],
		resourceLimits: { maxOldGenerationSizeMb: memory }
	});
	try {
		return await told(thread, report, { memory, longest });
	} finally {
		end();
		await thread.terminate();
	}
}

function told(
	thread: Worker,
	report: (progress: Progress) => void,
	{ memory, longest }: { memory: number; longest: number }
): Promise<TaskResult> {
	return new Promise((resolve, reject) => {
		const refuse = (why: string) => reject(new Error(`${why} Nothing was written.`));
		const timer = setTimeout(
			refuse,
			longest,
			`It took longer than ${Math.round(longest / 1_000)} s, and was stopped.`
		);
		thread
			.on('message', (said: TaskTold) => {
				if ('progress' in said) return report(said.progress);
				clearTimeout(timer);
				resolve(said.result);
			})
			.on('error', (error) => {
				const why = whyEnded(error, memory);
				if (why === error) reject(error as Error);
				else refuse(why.message);
			})
			.on('exit', () => {
				clearTimeout(timer);
				const words =
					'The thread of the task ended before it said what it did; `list` shows whether it was written.';
				reject(new Error(words));
			});
	});
}
