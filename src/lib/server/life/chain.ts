import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Day } from '#lib/domain/dates.ts';
import type { ChainEntryTable, Reader, WriteTransaction } from '../schema.ts';
import { contentDigests } from './canonical.ts';

/** The link before the first. */
const START = '0'.repeat(64);

type Entry = Omit<ChainEntryTable, 'link'>;

/** What happened to a publication, to be added to the chain. */
interface Event {
	event: Entry['event'];
	publication: number;
	content: string;
}

const digest = (...lines: readonly (string | number)[]): string =>
	createHash('sha256').update(lines.join('\n')).digest('hex');

/** Each link holds the one before it: whoever alters an entry must alter all that follow. */
const linkOf = (previous: string, entry: Entry): string =>
	digest(
		previous,
		entry.position,
		entry.event,
		entry.publication_id,
		entry.happened_at,
		entry.content
	);

const withdrawalDigest = (id: number, on: Day, why: string): string => digest(id, on, why);

/** Adds the release of publications to the chain: of one, or of all that are not in it yet. */
export async function sealReleases(
	transaction: WriteTransaction,
	only: number | null
): Promise<void> {
	const contents = await contentDigests(transaction, only);
	const sealed = await transaction
		.selectFrom('chain_entry')
		.select('publication_id')
		.where('event', '=', 'release')
		.execute();
	const known = new Set(sealed.map((one) => one.publication_id));
	const events = [...contents]
		.filter(([id]) => !known.has(id))
		.map(([publication, content]) => ({ event: 'release' as const, publication, content }));
	await append(transaction, events);
}

/**
 * Adds to the chain that the rules of some publications were brought to those of the program: from here on they hold what
 * they hold now. A publication that was not in it yet is released.
 */
export async function sealRenewal(
	transaction: WriteTransaction,
	publications: ReadonlySet<number>
): Promise<void> {
	await sealReleases(transaction, null);
	const entries = await transaction
		.selectFrom('chain_entry')
		.selectAll()
		.orderBy('position')
		.execute();
	const sealed = sealedContents(entries);
	const events = [...(await contentDigests(transaction, null))]
		.filter(([id, content]) => publications.has(id) && sealed.get(id) !== content)
		.map(([publication, content]) => ({ event: 'renewal' as const, publication, content }));
	await append(transaction, events);
}

/** What each publication held when it was last released or renewed. */
const sealedContents = (entries: readonly ChainEntryTable[]): Map<number, string> =>
	new Map(
		entries
			.filter(({ event }) => event !== 'withdrawal')
			.map((one) => [one.publication_id, one.content])
	);

/** Adds a withdrawal to the chain. */
export const sealWithdrawal = (
	transaction: WriteTransaction,
	publication: number,
	on: Day,
	why: string
): Promise<void> =>
	append(transaction, [
		{ event: 'withdrawal', publication, content: withdrawalDigest(publication, on, why) }
	]);

async function append(transaction: WriteTransaction, events: readonly Event[]): Promise<void> {
	const last = await transaction
		.selectFrom('chain_entry')
		.select(['position', 'link'])
		.orderBy('position', 'desc')
		.limit(1)
		.executeTakeFirst();
	let { position, link } = last ?? { position: 0, link: START };
	const happened_at = new Date().toISOString();
	const rows: ChainEntryTable[] = events.map(({ event, publication, content }) => {
		const entry = {
			position: ++position,
			event,
			publication_id: publication,
			happened_at,
			content
		};
		link = linkOf(link, entry);
		return { ...entry, link };
	});
	if (rows.length > 0) await transaction.insertInto('chain_entry').values(rows).execute();
}

/** What the verification found. */
export interface Verification {
	/** Whether every link and every content holds. */
	holds: boolean;
	entries: number;
	/** The last link: whoever writes it down can tell later that nothing before it was altered. */
	last: string | null;
	/** Why it does not hold: the first entry or publication that is wrong. */
	problem: string | null;
}

/** Computes the whole chain again from what the database holds now. */
export async function verifyChain(db: Reader): Promise<Verification> {
	const entries = await db.selectFrom('chain_entry').selectAll().orderBy('position').execute();
	const contents = await contentDigests(db as unknown as WriteTransaction, null);
	const withdrawals = await withdrawalsOf(db);
	const sealed = sealedContents(entries);
	const isAltered = ({ event, publication_id: id, content }: ChainEntryTable) =>
		event === 'withdrawal'
			? withdrawals.get(id) !== content
			: sealed.get(id) === content && contents.get(id) !== content;
	const last = entries.at(-1)?.link ?? null;
	const found = (problem: string | null): Verification => ({
		holds: problem === null,
		entries: entries.length,
		last,
		problem
	});
	let previous = START;
	for (const [at, { link, ...entry }] of entries.entries()) {
		const name = `entry ${entry.position}, the ${entry.event} of publication ${entry.publication_id}`;
		if (entry.position !== at + 1) return found(`Entry ${at + 1} is gone; next is ${name}.`);
		if (linkOf(previous, entry) !== link)
			return found(`The link of ${name} does not follow from the one before it.`);
		if (isAltered({ ...entry, link }))
			return found(`What ${name}, sealed is not what the database holds now.`);
		previous = link;
	}
	return found(unsealed(entries, contents, withdrawals));
}

/** A release or withdrawal that never went through the chain. */
function unsealed(
	entries: readonly ChainEntryTable[],
	contents: ReadonlyMap<number, string>,
	withdrawals: ReadonlyMap<number, string>
): string | null {
	const ids = (event: Entry['event']) =>
		new Set(entries.filter((one) => one.event === event).map((one) => one.publication_id));
	const [released] = [...new Set(contents.keys()).difference(ids('release'))];
	if (released !== undefined) return `The release of publication ${released} has no entry.`;
	const [withdrawn] = [...new Set(withdrawals.keys()).difference(ids('withdrawal'))];
	return withdrawn === undefined
		? null
		: `The withdrawal of publication ${withdrawn} has no entry.`;
}

async function withdrawalsOf(db: Reader): Promise<Map<number, string>> {
	const rows = await db
		.selectFrom('publication')
		.select(['id', 'withdrawn_on', 'withdrawn_why'])
		.where('withdrawn_on', 'is not', null)
		.where(sql<boolean>`known_from <> 'infinity'`)
		.execute();
	return new Map(
		rows.map((row) => [
			row.id,
			withdrawalDigest(row.id, row.withdrawn_on ?? '', row.withdrawn_why ?? '')
		])
	);
}
