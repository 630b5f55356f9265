import { createHash } from 'node:crypto';
import { type Insertable, type Selectable, sql } from 'kysely';
import type { Day } from '#lib/domain/dates.ts';
import { type KnownKeys, NO_KEYS, type Signed } from '../../database/chain-keys.ts';
import type { ChainEntryTable, Reader, WriteTransaction } from '../../database/schema.ts';
import { agreedSteps } from '../../queries/proposals.ts';
import { contentDigests, replyDigests } from './canonical.ts';
import { signatureProblem, signaturesOf, type Signatures } from './signatures.ts';

/** The link before the first. */
const START = '0'.repeat(64);

type Link = Selectable<ChainEntryTable>;
/** What a link is made of. */
type Entry = Omit<Link, 'link' | keyof Signed>;

/** Whether a publication or a reply begins with an event, was renewed by a program of before, or is taken back. */
type Kind = Entry['event'];

/** What happened to a publication, a reply, the package of a version or a proposal, to be added to the chain. */
interface Event {
	event: Kind;
	/** Number of the publication, the reply, the version or the step of a proposal. */
	id: number;
	content: string;
}

const COLUMNS = {
	release: 'publication_id',
	renewal: 'publication_id',
	withdrawal: 'publication_id',
	reply: 'reply_id',
	reply_withdrawal: 'reply_id',
	package: 'package_version',
	agreement: 'proposal_step_id'
} as const;

/** What is sealed: a publication, a reply, the package of a version or a step of a proposal, by its number. */
const idOf = (entry: Entry): number => entry[COLUMNS[entry.event]] ?? 0;

const digest = (...lines: readonly (string | number)[]): string =>
	createHash('sha256').update(lines.join('\n')).digest('hex');

/** Each link holds the one before it: whoever alters an entry must alter all that follow. */
const linkOf = (previous: string, entry: Entry): string =>
	digest(previous, entry.position, entry.event, idOf(entry), entry.happened_at, entry.content);

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
		.map(([id, content]) => ({ event: 'release' as const, id, content }));
	await append(transaction, events);
}

/** What each publication held when it was last released or renewed. */
const sealedContents = (entries: readonly Entry[]): Map<number, string> =>
	new Map(
		entries
			.filter(({ event }) => event === 'release' || event === 'renewal')
			.map((one) => [idOf(one), one.content])
	);

/** Adds a withdrawal of a publication to the chain. */
export const sealWithdrawal = (
	transaction: WriteTransaction,
	publication: number,
	on: Day,
	why: string
): Promise<void> =>
	append(transaction, [
		{ event: 'withdrawal', id: publication, content: withdrawalDigest(publication, on, why) }
	]);

/** Adds a reply to the chain. */
export async function sealReply(transaction: WriteTransaction, id: number): Promise<void> {
	const content = (await replyDigests(transaction)).get(id);
	if (content === undefined) throw new Error(`There is no reply ${id} to seal.`);
	await append(transaction, [{ event: 'reply', id, content }]);
}

/** Adds the withdrawal of a reply to the chain. */
export const sealReplyWithdrawal = (
	transaction: WriteTransaction,
	id: number,
	on: Day,
	why: string
): Promise<void> =>
	append(transaction, [{ event: 'reply_withdrawal', id, content: withdrawalDigest(id, on, why) }]);

const packageDigest = (version: number, sha256: string): string => digest(version, sha256);

/** Adds the package of a version to the chain. */
export const sealPackage = (
	transaction: WriteTransaction,
	version: number,
	sha256: string
): Promise<void> =>
	append(transaction, [{ event: 'package', id: version, content: packageDigest(version, sha256) }]);

/** Adds to the chain that a region agreed on a proposal, or took that back. */
export async function sealAgreement(transaction: WriteTransaction, step: number): Promise<void> {
	const content = (await agreementDigests(transaction as unknown as Reader)).get(step);
	if (content === undefined) throw new Error(`There is no agreement ${step} to seal.`);
	await append(transaction, [{ event: 'agreement', id: step, content }]);
}

/** What was agreed and what of that was taken back, by the number of the step: its own row with the proposal. */
async function agreementDigests(db: Reader): Promise<Map<number, string>> {
	const steps = await agreedSteps(db);
	return new Map(
		steps.map((one) => [
			one.step,
			digest(
				...[one.step, one.state, one.agreedOn, one.knownFrom, one.because ?? ''],
				...[one.id, one.region, one.name, one.organisation, one.goal, one.on, one.by],
				...[one.parts, one.exchanges, one.predecessor ?? '']
			)
		])
	);
}

async function append(transaction: WriteTransaction, events: readonly Event[]): Promise<void> {
	const last = await transaction
		.selectFrom('chain_entry')
		.select(['position', 'link'])
		.orderBy('position', 'desc')
		.limit(1)
		.executeTakeFirst();
	let { position, link } = last ?? { position: 0, link: START };
	const happened_at = new Date().toISOString();
	const rows: Insertable<ChainEntryTable>[] = events.map(({ event, id, content }) => {
		const entry = {
			position: ++position,
			event,
			publication_id: null,
			reply_id: null,
			package_version: null,
			proposal_step_id: null,
			[COLUMNS[event]]: id,
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
	/** Why it does not hold: the first entry, publication or reply that is wrong. */
	problem: string | null;
	/** Who signed how many links; those of before come first, without a key. */
	signatures: Signatures[];
}

/** What the database holds now, by kind of event: the digests of what such entries sealed, by number. */
type Holdings = Readonly<Record<Kind, ReadonlyMap<number, string>>>;

async function holdingsOf(db: Reader): Promise<Holdings> {
	const transaction = db as unknown as WriteTransaction;
	const contents = await contentDigests(transaction, null);
	return {
		release: contents,
		renewal: contents,
		withdrawal: await withdrawalsOf(db, 'publication', sql<boolean>`known_from <> 'infinity'`),
		reply: await replyDigests(transaction),
		reply_withdrawal: await withdrawalsOf(db, 'reply', sql<boolean>`true`),
		package: await packagesOf(db),
		agreement: await agreementDigests(db)
	};
}

/**
 * Computes the whole chain again from what the database holds now, and looks at each signature; anew when it grew meanwhile.
 * @param keys those that may have signed; left out: any key may, as long as its signature fits
 */
export async function verifyChain(db: Reader, keys: KnownKeys = NO_KEYS): Promise<Verification> {
	const found = await verifyOnce(db, keys);
	if (found.holds) return found;
	const { length } = await db.selectFrom('chain_entry').select('position').execute();
	return length > found.entries ? verifyChain(db, keys) : found;
}

async function verifyOnce(db: Reader, keys: KnownKeys): Promise<Verification> {
	const entries = await db.selectFrom('chain_entry').selectAll().orderBy('position').execute();
	const holdings = await holdingsOf(db);
	const sealed = sealedContents(entries);
	const isSuperseded = ({ event, content, ...entry }: Entry) =>
		(event === 'release' || event === 'renewal') &&
		sealed.get(idOf({ event, content, ...entry })) !== content;
	const isAltered = (entry: Entry) =>
		!isSuperseded(entry) && holdings[entry.event].get(idOf(entry)) !== entry.content;
	const last = entries.at(-1)?.link ?? null;
	const found = (problem: string | null): Verification => ({
		holds: problem === null,
		entries: entries.length,
		last,
		problem,
		signatures: signaturesOf(entries)
	});
	let previous = START;
	for (const [at, { link, ...entry }] of entries.entries()) {
		const name = `entry ${entry.position}, ${NAMES[entry.event]} ${idOf(entry)}`;
		if (entry.position !== at + 1) return found(`Entry ${at + 1} is gone; next is ${name}.`);
		if (linkOf(previous, entry) !== link)
			return found(`The link of ${name} does not follow from the one before it.`);
		if (isAltered(entry)) return found(`What ${name}, sealed is not what the database holds now.`);
		previous = link;
	}
	return found(unsealed(entries, holdings) ?? signatureProblem(entries, keys));
}

const NAMES: Readonly<Record<Kind, string>> = {
	release: 'the release of publication',
	renewal: 'the renewal of publication',
	withdrawal: 'the withdrawal of publication',
	reply: 'the entry of reply',
	reply_withdrawal: 'the withdrawal of reply',
	package: 'the package of version',
	agreement: 'the agreement of step'
};

/** What has one entry, and no later one of the same kind. */
const UNRENEWED = [
	...['release', 'withdrawal', 'reply'],
	...['reply_withdrawal', 'package', 'agreement']
] as const satisfies readonly Kind[];

/** Something that was released, said or taken back and never went through the chain. */
function unsealed(entries: readonly Entry[], holdings: Holdings): string | null {
	for (const event of UNRENEWED) {
		const sealed = new Set(entries.filter((one) => one.event === event).map(idOf));
		const open = [...holdings[event].keys()].find((id) => !sealed.has(id));
		if (open !== undefined) return `${capitalised(NAMES[event])} ${open} has no entry.`;
	}
	return null;
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The packages that are kept, by version; the sums are computed from what is kept. */
async function packagesOf(db: Reader): Promise<Map<number, string>> {
	const rows = await db
		.selectFrom('version_package')
		.select(['version', sql<string>`encode(sha256(content), 'hex')`.as('sha256')])
		.execute();
	return new Map(rows.map(({ version, sha256 }) => [version, packageDigest(version, sha256)]));
}

async function withdrawalsOf(
	db: Reader,
	table: 'publication' | 'reply',
	where: ReturnType<typeof sql<boolean>>
): Promise<Map<number, string>> {
	const rows = await db
		.selectFrom(table)
		.select(['id', 'withdrawn_on', 'withdrawn_why'])
		.where('withdrawn_on', 'is not', null)
		.where(where)
		.execute();
	return new Map(
		rows.map((row) => [
			row.id,
			withdrawalDigest(row.id, row.withdrawn_on ?? '', row.withdrawn_why ?? '')
		])
	);
}
