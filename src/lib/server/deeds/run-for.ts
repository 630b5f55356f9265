/**
 * A task done for somebody: within the rights of their role, with the four eyes, and in the log. A change, who entered or
 * approved it, and its row in the log are one transaction.
 */
import { changeIf } from '../database/change-if.ts';
import { signFor } from '../database/chain-signing.ts';
import type { Database } from '../database/database.ts';
import { inspect, type ImportSource } from '../desk/bytes/source.ts';
import { hasRole } from '../people/roles.ts';
import type { WriteTransaction } from '../database/schema.ts';
import { NEVER, refused as refusedAs } from '../desk/release/release.ts';
import { done, type Progress, type TaskResult } from '../tasks/task-result.ts';
import { runTask, type Task } from '../tasks/tasks.ts';
import { approve, claim, lacksFourEyes } from './four-eyes.ts';
import { writeDeed, type Deed, type Doer } from './log.ts';
import { changes, may } from './rights.ts';

/**
 * @param doer null: the command line
 * @throws Error when the database or the disk fails
 */
export async function runFor(
	database: Database,
	task: Task,
	source: ImportSource | null,
	report: (progress: Progress) => void,
	doer: Doer
): Promise<TaskResult> {
	if (!changes(task)) {
		if (doer && !may(doer, task)) return notAllowed();
		return runTask(database, task, source, report);
	}
	const deed = { action: task.name, ...(await factsOf(task, source)) };
	const recorded = new Recorder(database, task, doer, deed);
	const result =
		doer && !may(doer, task)
			? notAllowed()
			: await runTask(recorded.database, task, source, report).catch(refusedByEyes);
	if (!recorded.written) await recorded.unchanged(result);
	return result;
}

const refused = (line: string): TaskResult => ({ ...done(line), exitCode: 1 });
const notAllowed = (): TaskResult => refused('This role may not do that.');

function refusedByEyes(error: unknown): TaskResult {
	if (lacksFourEyes(error)) return refused('Somebody else than who entered it must release it.');
	throw error;
}

/** What the log says of a task besides its name. */
async function factsOf(
	task: Task,
	source: ImportSource | null
): Promise<Omit<Deed, 'action' | 'done'>> {
	const file = source && { name: source.name, sha256: await sumOf(source) };
	const reasons = [
		'why' in task ? task.why : null,
		task.name === 'import' ? reasonsOf(task.accept) : null
	];
	const why = reasons.filter(Boolean).join('; ') || null;
	return {
		file,
		why,
		publication: 'publication' in task ? task.publication : null,
		detail: task.name === 'release' && task.at !== null ? `op ${task.at}` : null
	};
}

const reasonsOf = (accept: readonly { code: string; because: string }[]): string =>
	accept.map(({ code, because }) => `${code}: ${because}`).join('; ');

/** The checksum of a file; null when it cannot be read, which the task itself tells. */
const sumOf = (source: ImportSource): Promise<string | null> =>
	inspect(source).then(
		({ sha256 }) => sha256,
		() => null
	);

/** A database whose changes say who made them. */
class Recorder {
	readonly database: Database;
	/** Whether a change was kept, and told in the log. */
	written = false;
	readonly #kept: Database;
	readonly #task: Task;
	readonly #doer: Doer;
	readonly #deed: Omit<Deed, 'done'>;

	constructor(database: Database, task: Task, doer: Doer, deed: Omit<Deed, 'done'>) {
		this.#kept = database;
		this.#task = task;
		this.#doer = doer;
		this.#deed = deed;
		const { change, changeQuietly } = database;
		this.database = {
			...database,
			change: (work) => this.#record(change, work),
			changeQuietly: (work) => this.#record(changeQuietly, work)
		};
	}

	/** Tells how it ended, when nothing was changed, in a change of its own. */
	async unchanged({ lines, exitCode }: TaskResult): Promise<void> {
		const deed = { ...this.#deed, done: exitCode === 0, detail: lines.at(-1) ?? null };
		await this.#kept.changeQuietly((transaction) => writeDeed(transaction, this.#doer, deed));
	}

	async #record<T>(change: Database['change'], work: Work<T>): Promise<T> {
		const { keep, result } = await changeIf(change, async (transaction) => {
			const found = await this.#within(transaction, work);
			return { keep: found.keep, found };
		});
		this.written ||= keep;
		return result;
	}

	/** Does the work and tells of it, unless something is in its way or it says itself that it was not done. */
	async #within<T>(
		transaction: WriteTransaction,
		work: Work<T>
	): Promise<{ keep: boolean; result: T }> {
		const before = await latest(transaction);
		const refusal = await this.#whyNot(transaction);
		if (refusal !== null) return { keep: false, result: refusedAs(refusal) as T };
		if (this.#doer?.organisation) await signFor(transaction, this.#doer.organisation);
		const result = await work(transaction);
		if (isNotDone(result)) return { keep: false, result };
		const after = await latest(transaction);
		const fresh = after.publication > before.publication ? after.publication : null;
		if (fresh !== null && this.#doer)
			await claim(transaction, fresh, this.#doer, handedInBy(this.#task));
		await writeDeed(transaction, this.#doer, {
			...this.#deed,
			done: true,
			publication: fresh ?? this.#deed.publication ?? null,
			chain: after.chain > before.chain ? after.chain : null
		});
		return { keep: true, result };
	}

	/** What is in the way before the work begins; null when nothing is. */
	async #whyNot(transaction: WriteTransaction): Promise<string | null> {
		const [task, doer] = [this.#task, this.#doer];
		if (task.name === 'release') {
			const { publication, content = null } = task;
			const isAsSeen = await approve(transaction, publication, doer, content);
			return isAsSeen ? null : `Publication ${publication} is not what was looked at; look again.`;
		}
		const isLimited = task.name === 'withdraw' && doer && !hasRole(doer, 'releaser');
		if (!isLimited || (await draftOf(transaction, task.publication))) return null;
		return 'An editor withdraws drafts alone.';
	}
}

/** Who handed in what is written at once by somebody else; null: whoever has it done. */
const handedInBy = (task: Task): number | null =>
	task.name === 'import' ? (task.handedInBy ?? null) : null;

type Work<T> = (transaction: WriteTransaction) => Promise<T>;

const isNotDone = (result: unknown): boolean =>
	typeof result === 'object' && result !== null && 'ok' in result && result.ok === false;

/** The last publication, and the last entry of the chain. */
async function latest(
	transaction: WriteTransaction
): Promise<{ publication: number; chain: number }> {
	const { publication } = await transaction
		.selectFrom('publication')
		.select((eb) => eb.fn.max('id').as('publication'))
		.executeTakeFirstOrThrow();
	const { chain } = await transaction
		.selectFrom('chain_entry')
		.select((eb) => eb.fn.max('position').as('chain'))
		.executeTakeFirstOrThrow();
	return { publication: publication ?? 0, chain: chain ?? 0 };
}

async function draftOf(transaction: WriteTransaction, id: number): Promise<boolean> {
	const found = await transaction
		.selectFrom('publication')
		.select('known_from')
		.where('id', '=', id)
		.executeTakeFirst();
	return found?.known_from === NEVER;
}
