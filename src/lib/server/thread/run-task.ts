import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import type { Database } from '../database/database.ts';
import type { Doer } from '../deeds/log.ts';
import type { Task } from '../tasks/tasks.ts';
import type { Progress, TaskResult } from '../tasks/task-result.ts';
import { lendDatabase } from './lend.ts';
import { LONGEST, MEMORY, whyEnded } from './limits.ts';

/** What a thread for tasks is given. */
export interface TasksGiven {
	port: MessagePort;
	engine: Database['engine'];
}

/** A task that it is asked to do. */
export interface TaskAsked {
	task: Task;
	file: { path: string; name: string } | null;
	/** For whom; null: the command line. */
	doer: Doer;
}

/** What it says. */
export type TaskTold = { progress: Progress } | { result: TaskResult };

/** So long (ms) a thread waits for another task: to begin one takes longer than most tasks do. */
const REST = 30_000;

/** A thread that does tasks one after another, with a database on loan. */
interface Bench {
	thread: Worker;
	/** Most memory, in MB. */
	memory: number;
	/** Ends the loan and the thread: a change that is under way is taken back. */
	end(): void;
	leaves?: NodeJS.Timeout;
}

/** The thread that waits for another task of a database. */
const resting = new WeakMap<Database, Bench>();

/**
 * Does a task on another thread, so that reading a file holds nobody up, and one that wants too much memory or time ends
 * alone: its change is taken back. The next task finds the thread of the last one, unless that failed.
 * @param how most memory (MB) and time (ms), and for whom it is done; without somebody, the command line
 * @throws Error that says so, or whatever the task throws
 */
export async function runTaskApart(
	database: Database,
	task: Task,
	file: TaskAsked['file'],
	report: (progress: Progress) => void,
	{
		memory = MEMORY.task,
		longest = LONGEST.task,
		doer = null
	}: { memory?: number; longest?: number; doer?: Doer } = {}
): Promise<TaskResult> {
	const bench = rested(database, memory) ?? begin(database, memory);
	try {
		bench.thread.postMessage({ task, file, doer } satisfies TaskAsked);
		const result = await told(bench, report, longest);
		rest(database, bench);
		return result;
	} catch (error) {
		bench.end();
		throw error;
	}
}

function begin(database: Database, memory: number): Bench {
	const { port1: lent, port2: port } = new MessageChannel();
	const endLoan = lendDatabase(database, lent);
	lent.unref();
	const thread = new Worker(new URL('task-thread.ts', import.meta.url), {
		workerData: { port, engine: database.engine } satisfies TasksGiven,
		transferList: [port],
		resourceLimits: { maxOldGenerationSizeMb: memory }
	});
	const end = () => {
		endLoan();
		void thread.terminate();
	};
	return { thread, memory, end };
}

/** The thread that waits for a task, when it has as much memory. */
function rested(database: Database, memory: number): Bench | undefined {
	const bench = resting.get(database);
	if (bench?.memory !== memory) return undefined;
	resting.delete(database);
	clearTimeout(bench.leaves);
	bench.thread.ref();
	return bench;
}

/** Lets a thread wait for another task, for a while; one is enough. It keeps no process from ending. */
function rest(database: Database, bench: Bench): void {
	if (resting.has(database)) return bench.end();
	const leave = () => {
		resting.delete(database);
		bench.end();
	};
	resting.set(database, bench);
	bench.leaves = setTimeout(leave, REST).unref();
	for (const event of ['message', 'error', 'exit']) bench.thread.removeAllListeners(event);
	bench.thread.once('error', leave).unref();
}

function told(
	{ thread, memory }: Bench,
	report: (progress: Progress) => void,
	longest: number
): Promise<TaskResult> {
	return new Promise<TaskResult>((resolve, reject) => {
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
