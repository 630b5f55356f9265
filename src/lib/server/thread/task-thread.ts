import { parentPort, workerData } from 'node:worker_threads';
import { fileSource } from '../desk/bytes/source.ts';
import { runFor } from '../deeds/run-for.ts';
import { borrowedDatabase } from './borrow.ts';
import type { TaskGiven, TaskTold } from './run-task.ts';

const { port, engine, task, file, doer } = workerData as TaskGiven;
const say = (told: TaskTold) => parentPort?.postMessage(told);
const database = borrowedDatabase(port, engine);
const source = file && fileSource(file.path, file.name);
try {
	say({ result: await runFor(database, task, source, (progress) => say({ progress }), doer) });
} finally {
	await database.close();
}
