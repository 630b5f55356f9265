import { parentPort, workerData } from 'node:worker_threads';
import { fileSource } from '../desk/bytes/source.ts';
import { runTask } from '../tasks/tasks.ts';
import { borrowedDatabase } from './borrow.ts';
import type { TaskGiven, TaskTold } from './run-task.ts';

const { port, engine, task, file } = workerData as TaskGiven;
const say = (told: TaskTold) => parentPort?.postMessage(told);
const database = borrowedDatabase(port, engine);
const source = file && fileSource(file.path, file.name);
try {
	say({ result: await runTask(database, task, source, (progress) => say({ progress })) });
} finally {
	await database.close();
}
