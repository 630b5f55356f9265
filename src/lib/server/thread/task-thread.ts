import { parentPort, workerData } from 'node:worker_threads';
import { fileSource } from '../desk/bytes/source.ts';
import { runFor } from '../deeds/run-for.ts';
import { borrowedDatabase } from './borrow.ts';
import type { TaskAsked, TasksGiven, TaskTold } from './run-task.ts';

const { port, engine } = workerData as TasksGiven;
const say = (told: TaskTold) => parentPort?.postMessage(told);
const database = borrowedDatabase(port, engine);
// What a task throws ends the thread, which says it aloud in doing so.
parentPort?.on('message', (asked: TaskAsked) => void run(asked));

/** News of a change comes by another port than the task, and may be behind it: an answer of the lender is behind both. */
async function run({ task, file, doer }: TaskAsked): Promise<void> {
	await database.version().catch(() => undefined); // one that is away, the task tells of
	const source = file && fileSource(file.path, file.name);
	say({ result: await runFor(database, task, source, (progress) => say({ progress }), doer) });
}
