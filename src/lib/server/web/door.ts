import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';
import * as v from 'valibot';
import type { Database } from '../database/database.ts';
import { LARGEST_FILE } from '../desk/bytes/source.ts';
import { uploadFolder } from '../database/embedded.ts';
import type { Door } from '../database/lock.ts';
import { TaskSchema, type Task } from '../tasks/tasks.ts';
import type { Progress, TaskResult } from '../tasks/task-result.ts';
import { runTaskApart } from '../thread/run-task.ts';

/**
 * The loopback door. Only one process can hold the embedded database; that one takes tasks from other processes of the
 * same user, who alone can read the secret in the lock file. A request is a POST to `/task` with the task as JSON in a
 * header and the file, if any, as the body; the answer is one JSON object a line.
 */
const PATH = '/task';
const TASK_HEADER = 'x-task';
const FILE_HEADER = 'x-file-name';
const HOST = '127.0.0.1';

/** One line of the answer: how far it is, what came of it, or what went wrong. */
type Message = { progress: Progress } | { result: TaskResult } | { error: string };

/** Why a request is not taken. */
class Refusal extends Error {
	readonly status: number;

	constructor(status: number, message: string) {
		super(message);
		this.status = status;
	}
}

/**
 * Opens the door of an embedded database and announces it in the lock file.
 * @throws Error when the database has no lock, as on PostgreSQL, where every process has its own connection
 */
export async function openDoor(database: Database): Promise<{ close(): Promise<void> }> {
	const { lock } = database;
	if (!lock) throw new Error('Only the embedded database has a door.');
	const uploads = uploadFolder(lock);
	await mkdir(uploads, { recursive: true, mode: 0o700 });
	const secret = randomBytes(32).toString('base64url');
	const server = createServer(
		(incoming, answer) => void receive(database, secret, uploads, incoming, answer)
	);
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject).listen(0, HOST, resolve);
	});
	lock.announce({ port: (server.address() as AddressInfo).port, secret });
	return {
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeIdleConnections();
			})
	};
}

async function receive(
	database: Database,
	secret: string,
	uploads: string,
	incoming: IncomingMessage,
	answer: ServerResponse
): Promise<void> {
	const say = (message: Message) => answer.write(`${JSON.stringify(message)}\n`);
	answer.setHeader('content-type', 'application/x-ndjson');
	try {
		const task = admit(secret, incoming);
		await withBody(incoming, uploads, async (path) => {
			const name = decodeURIComponent(String(incoming.headers[FILE_HEADER] ?? ''));
			const report = (progress: Progress) => say({ progress });
			const result = await runTaskApart(database, task, { path, name }, report);
			say({ result });
		});
	} catch (error) {
		if (!answer.headersSent) answer.statusCode = error instanceof Refusal ? error.status : 500;
		say({ error: (error as Error).message });
		incoming.resume(); // a body that nobody reads would keep the answer from arriving
	}
	answer.end();
}

/** The task of a request that knows the secret. */
function admit(secret: string, { method, url, headers }: IncomingMessage): Task {
	if (!isSame(headers.authorization ?? '', `Bearer ${secret}`)) {
		throw new Refusal(401, 'The secret is not right.');
	}
	if (url !== PATH) throw new Refusal(404, 'There is nothing here.');
	if (method !== 'POST') throw new Refusal(405, 'Only POST is taken.');
	if (Number(headers['content-length'] ?? 0) > LARGEST_FILE) throw tooLarge();
	try {
		return v.parse(TaskSchema, JSON.parse(decodeURIComponent(String(headers[TASK_HEADER]))));
	} catch (error) {
		throw new Refusal(400, `The task cannot be read: ${(error as Error).message}`);
	}
}

/** Compares in a time that tells nothing about the secret. */
function isSame(given: string, wanted: string): boolean {
	const digest = (text: string) => createHash('sha256').update(text).digest();
	return timingSafeEqual(digest(given), digest(wanted));
}

/**
 * Keeps the body in a file that only its owner can read, so that memory stays flat, and removes it afterwards; what a dead
 * process left is removed by whoever opens the database next.
 */
async function withBody(
	incoming: IncomingMessage,
	uploads: string,
	work: (path: string) => Promise<void>
): Promise<void> {
	const folder = await mkdtemp(join(uploads, 'file-'));
	const path = join(folder, 'body');
	try {
		await pipeline(incoming, limited, createWriteStream(path, { mode: 0o600 }));
		await work(path);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

async function* limited(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
	let size = 0;
	for await (const chunk of chunks) {
		size += chunk.length;
		if (size > LARGEST_FILE) throw tooLarge();
		yield chunk;
	}
}

const tooLarge = () => new Refusal(413, `The file is larger than ${LARGEST_FILE} bytes.`);

/**
 * Hands a task to the process that holds the database, with its file, and waits for the result.
 * @throws Error when that process does not answer, or says what went wrong
 */
export async function handOver(
	door: Door,
	task: Task,
	file: { path: string; name: string } | null,
	report: (progress: Progress) => void
): Promise<TaskResult> {
	const outgoing = request({
		host: HOST,
		port: door.port,
		path: PATH,
		method: 'POST',
		headers: {
			authorization: `Bearer ${door.secret}`,
			[TASK_HEADER]: encodeURIComponent(JSON.stringify(task)),
			[FILE_HEADER]: encodeURIComponent(file?.name ?? ''),
			'content-length': file ? (await stat(file.path)).size : 0
		}
	});
	const answered = new Promise<IncomingMessage>((resolve, reject) => {
		outgoing.once('response', resolve).once('error', reject);
	});
	if (file)
		pipeline(createReadStream(file.path), outgoing).catch(() => undefined); // `answered` fails too
	else outgoing.end();
	const answer = await answered;
	for await (const line of createInterface({ input: answer })) {
		const message = JSON.parse(line) as Message;
		if ('result' in message) return message.result;
		if ('error' in message) throw new Error(message.error);
		report(message.progress);
	}
	throw new Error('The process that holds the database stopped before the task was done.');
}
