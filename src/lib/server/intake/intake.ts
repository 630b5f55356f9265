/** Files that were handed in: kept with what was said of them, checked again after each answer, until a draft comes of them. */
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import { inspect, type ImportSource } from '../desk/bytes/source.ts';
import type { Person } from '../people/roles.ts';
import type { Reader, WriteTransaction } from '../database/schema.ts';
import type { TaskResult } from '../tasks/task-result.ts';
import type { Task } from '../tasks/tasks.ts';
import { fitting, NO_ANSWERS, taskOf, templateOf, type Answers } from './answers.ts';

/** Does a task on a thread beside the site, for somebody; in its turn. */
export type Work = (
	task: Task,
	file: { path: string; name: string } | null,
	doer: Person
) => Promise<TaskResult>;

/** A file that was handed in, without its bytes. */
export interface Intake {
	id: number;
	account: number;
	handedInAt: string;
	fileName: string;
	sha256: string;
	kind: 'figures' | 'boundaries';
	answers: Answers;
	/** What the last check told; null: not checked yet, or it broke off. */
	result: TaskResult | null;
	/** The publication that it became. */
	publication: number | null;
	closedAt: string | null;
}

/** A file of which nothing came yet, without what was said of it. */
export type OpenIntake = Pick<Intake, 'id' | 'fileName' | 'handedInAt' | 'kind'>;

/** Names of files that bring boundaries. */
const BOUNDARIES = /\.(geojson|topojson|json|shp|zip)$/i;

/** Keeps a file. @returns its number */
export async function handIn(
	database: Database,
	person: Person,
	source: ImportSource,
	answers: Partial<Answers>
): Promise<number> {
	const { sha256 } = await inspect(source);
	return database.changeQuietly(async (transaction) => {
		const { id } = await transaction
			.insertInto('intake')
			.values({
				...{ account_id: person.account, handed_in_at: new Date().toISOString() },
				...{ file_name: source.name, sha256 },
				kind: BOUNDARIES.test(source.name) ? 'boundaries' : 'figures',
				answers: JSON.stringify({ ...NO_ANSWERS, ...answers })
			})
			.returning('id')
			.executeTakeFirstOrThrow();
		let position = 0;
		for await (const content of source.chunks()) {
			const part = { intake_id: id, position: position++, content };
			await transaction.insertInto('intake_part').values(part).execute();
		}
		return id;
	});
}

/** The bytes of a file that was handed in, piece by piece. */
async function* pieces(reader: Reader, id: number): AsyncGenerator<Uint8Array> {
	for (let position = 0; ; position++) {
		const part = await reader
			.selectFrom('intake_part')
			.select('content')
			.where('intake_id', '=', id)
			.where('position', '=', position)
			.executeTakeFirst();
		if (!part) return;
		yield part.content;
	}
}

/** The bytes of a file that was handed in, whole. */
export async function bytesOf(reader: Reader, id: number): Promise<Buffer> {
	return Buffer.concat(await Array.fromAsync(pieces(reader, id)));
}

/** Files that wait for something, the latest first. */
export const openIntakes = (reader: Reader): Promise<OpenIntake[]> =>
	reader
		.selectFrom('intake')
		.select(['id', 'file_name as fileName', 'handed_in_at as handedInAt', 'kind'])
		.where('closed_at', 'is', null)
		.orderBy('id', 'desc')
		.execute();

/** One of them; null when there is none. */
export async function intakeOf(reader: Reader, id: number): Promise<Intake | null> {
	const row = await rowsOf(reader).where('id', '=', id).executeTakeFirst();
	return row ? readIntake(row) : null;
}

const rowsOf = (reader: Reader) =>
	reader
		.selectFrom('intake')
		.select(['id', 'account_id', 'handed_in_at', 'file_name', 'sha256', 'kind'])
		.select(['answers', 'result', 'publication_id', 'closed_at']);

const readIntake = (
	row: Awaited<ReturnType<ReturnType<typeof rowsOf>['execute']>>[number]
): Intake => ({
	id: row.id,
	account: row.account_id,
	handedInAt: row.handed_in_at,
	fileName: row.file_name,
	sha256: row.sha256,
	kind: row.kind,
	answers: JSON.parse(row.answers) as Answers,
	result: row.result === null ? null : (JSON.parse(row.result) as TaskResult),
	publication: row.publication_id,
	closedAt: row.closed_at
});

/** Writes down what changed of a file that was handed in. */
export const changeIntake = (
	database: Database,
	id: number,
	change: {
		answers?: Answers;
		result?: TaskResult | null;
		publication?: number | null;
		closed?: boolean;
		approvedBy?: number | null;
	}
): Promise<unknown> =>
	database.changeQuietly((transaction) =>
		transaction
			.updateTable('intake')
			.set({
				...(change.answers && { answers: JSON.stringify(change.answers) }),
				...(change.result !== undefined && {
					result: change.result && JSON.stringify(change.result)
				}),
				...(change.publication !== undefined && { publication_id: change.publication }),
				...(change.closed && { closed_at: new Date().toISOString() }),
				...(change.approvedBy !== undefined && { approved_by: change.approvedBy })
			})
			.where('id', '=', id)
			.execute()
	);

/** Lays a file aside of which nothing came: that it was there stays, its bytes go. */
export async function layAside(transaction: WriteTransaction, id: number): Promise<void> {
	await transaction.deleteFrom('intake_part').where('intake_id', '=', id).execute();
	const closed = { closed_at: new Date().toISOString(), result: null };
	await transaction.updateTable('intake').set(closed).where('id', '=', id).execute();
}

/** Does a task with the file of an intake. */
export async function workWith(
	database: Database,
	{ id, fileName }: Pick<Intake, 'id' | 'fileName'>,
	task: Task,
	person: Person,
	work: Work
): Promise<TaskResult> {
	const folder = await mkdtemp(join(tmpdir(), 'woonobjectief-'));
	const path = join(folder, 'file');
	try {
		await pipeline(pieces(database.read, id), createWriteStream(path, { mode: 0o600 }));
		return await work(task, { path, name: fileName }, person);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

/** What a check of boundaries is asked. */
const boundaryTask = (answers: Answers, write: boolean): Task => ({
	name: 'boundaries',
	on: answers.on,
	publisher: answers.publisher,
	title: answers.title,
	url: answers.url,
	licence: answers.licence,
	credit: null,
	publishedOn: answers.publishedOn,
	neighbours: 'compare',
	write
});

/** What writes a file at once that cannot wait as a draft: boundaries, or a register of municipalities. Null for any other. */
export function writingTask({ kind, answers, result, account }: Intake): Task | null {
	if (kind === 'boundaries') return boundaryTask(answers, true);
	if (!bringsRegister(result)) return null;
	return { ...taskOf(answers, 'import'), release: 'now', handedInBy: account };
}

/** Whether a file was read as a register of municipalities. */
export const bringsRegister = (result: Intake['result']): boolean =>
	result?.looked?.layout === 'refnis';

/** Checks a file with what was said of it, and keeps what came of it. */
export async function checkIntake(
	database: Database,
	intake: Intake,
	answers: Answers,
	person: Person,
	work: Work
): Promise<TaskResult> {
	const task = intake.kind === 'figures' ? taskOf(answers, 'check') : boundaryTask(answers, false);
	const result = await workWith(database, intake, task, person, work);
	await changeIntake(database, intake.id, { answers, result });
	return result;
}

/** Checks a new file that no form made: once as it is, and again with what was said of the last one of its publisher, where that fits. */
export async function checkFirst(
	database: Database,
	intake: Intake,
	person: Person,
	work: Work
): Promise<void> {
	const result = await checkIntake(database, intake, intake.answers, person, work);
	const template = await templateFor(database.read, intake.answers.publisher);
	if (!template || intake.kind !== 'figures') return;
	const columns = result.looked?.sheets.flatMap((sheet) => sheet.columns) ?? [];
	const fit = fitting(template, new Set(columns.flatMap(({ key, letter }) => [key, letter])));
	await checkIntake(database, intake, { ...intake.answers, ...withoutNulls(fit) }, person, work);
}

const withoutNulls = (answers: Partial<Answers>): Partial<Answers> =>
	Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== null));

const keyOf = (publisher: string): string => publisher.trim().toLowerCase();

/** What was said of the last file of a publisher; null when nothing was. */
export async function templateFor(
	reader: Reader,
	publisher: string | null
): Promise<Partial<Answers> | null> {
	if (publisher === null) return null;
	const found = await reader
		.selectFrom('reading_template')
		.select('answers')
		.where('publisher', '=', keyOf(publisher))
		.executeTakeFirst();
	return found ? (JSON.parse(found.answers) as Partial<Answers>) : null;
}

/** Keeps what was said of a file for the next one of its publisher. */
export async function keepTemplate(database: Database, answers: Answers): Promise<void> {
	if (answers.publisher === null) return;
	const row = {
		answers: JSON.stringify(templateOf(answers)),
		kept_at: new Date().toISOString()
	};
	const publisher = keyOf(answers.publisher);
	await database.changeQuietly((transaction) =>
		transaction
			.insertInto('reading_template')
			.values({ publisher, ...row })
			.onConflict((conflict) => conflict.column('publisher').doUpdateSet(row))
			.execute()
	);
}

/** The file of which a publication came; null when it did not come by the desk. */
export async function intakeOfPublication(
	reader: Reader,
	publication: number
): Promise<Intake | null> {
	const row = await rowsOf(reader).where('publication_id', '=', publication).executeTakeFirst();
	return row ? readIntake(row) : null;
}

/** Hands the file of a withdrawn publication in again, with what was said of it. @returns its new number */
export async function handInAgain(
	database: Database,
	{ id, answers }: Intake,
	person: Person,
	work: Work
): Promise<number> {
	const copy = await database.changeQuietly(async (transaction) => {
		const file = await transaction
			.selectFrom('intake')
			.select(['file_name', 'sha256', 'kind'])
			.where('id', '=', id)
			.executeTakeFirstOrThrow();
		const said = { answers: JSON.stringify(answers), handed_in_at: new Date().toISOString() };
		const made = await transaction
			.insertInto('intake')
			.values({ ...file, ...said, account_id: person.account })
			.returning('id')
			.executeTakeFirstOrThrow();
		const parts = transaction
			.selectFrom('intake_part')
			.select([sql.lit(made.id).as('intake_id'), 'position', 'content'])
			.where('intake_id', '=', id);
		await transaction
			.insertInto('intake_part')
			.columns(['intake_id', 'position', 'content'])
			.expression(parts)
			.execute();
		return made;
	});
	const intake = await intakeOf(database.read, copy.id);
	if (intake) await checkIntake(database, intake, answers, person, work);
	return copy.id;
}
