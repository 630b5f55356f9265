/** Who entered a publication at the desk and who approved it. The database holds that these are two (migration 0017). */
import type { Doer } from './log.ts';
import { contentDigests } from '../desk/release/canonical.ts';
import { NEVER } from '../desk/release/release.ts';
import type { Person } from '../people/roles.ts';
import { asReleased } from '../desk/review/as-released.ts';
import type { WriteTransaction } from '../database/schema.ts';

/** SQLSTATE by which the database says that somebody else must approve. */
const REFUSED = '4EYES';

/** Whether an error says that somebody else must approve. */
export const lacksFourEyes = (error: unknown): boolean =>
	(error as { code?: string }).code === REFUSED;

/** The day as of which a draft is digested: any, as long as it stays the same. */
const SOME_DAY = '2000-01-01';

/** SHA-256 of what a draft holds, hexadecimal. */
const digestOf = (transaction: WriteTransaction, publication: number): Promise<string> =>
	asReleased(transaction, publication, SOME_DAY, async () => {
		const digests = await contentDigests(transaction, publication);
		return digests.get(publication) ?? '';
	});

/**
 * Writes down who entered a publication; of a draft also what it holds. One that counts at once is approved by who has it
 * written, and the database refuses that when it is who handed it in.
 * @param handedInBy account of who handed it in; null: the same person
 */
export async function claim(
	transaction: WriteTransaction,
	publication: number,
	{ account, isLocal }: Person,
	handedInBy: number | null
): Promise<void> {
	const { known_from } = await transaction
		.selectFrom('publication')
		.select('known_from')
		.where('id', '=', publication)
		.executeTakeFirstOrThrow();
	const now = new Date().toISOString();
	const isDraft = known_from === NEVER;
	const isApproved = !isDraft && (isLocal || handedInBy !== null);
	await transaction
		.insertInto('handling')
		.values({
			...{ publication_id: publication, entered_by: handedInBy ?? account, entered_at: now },
			content: isDraft ? await digestOf(transaction, publication) : null,
			approved_by: isApproved ? account : null,
			approved_at: isApproved ? now : null
		})
		.execute();
}

/**
 * Writes down who approves a publication, of which nothing changed since it was looked at.
 * @param seen SHA-256 of what the approver saw; null: whatever it holds
 * @returns whether it holds still what was looked at; else nothing is written down
 * @throws Error of the database when it is who entered it
 */
export async function approve(
	transaction: WriteTransaction,
	publication: number,
	doer: Doer,
	seen: string | null
): Promise<boolean> {
	const handled = await transaction
		.selectFrom('handling')
		.innerJoin('publication', 'publication.id', 'handling.publication_id')
		.select(['content', 'known_from', 'approved_by'])
		.where('publication_id', '=', publication)
		.executeTakeFirst();
	if (!handled || handled.approved_by !== null || handled.known_from !== NEVER) return true;
	const now = await digestOf(transaction, publication);
	if (now !== handled.content || (seen !== null && seen !== now)) return false;
	await transaction
		.updateTable('handling')
		.set({
			approved_by: doer?.account ?? (await commandLine(transaction)),
			approved_at: new Date().toISOString()
		})
		.where('publication_id', '=', publication)
		.execute();
	return true;
}

async function commandLine(transaction: WriteTransaction): Promise<number> {
	const { id } = await transaction
		.selectFrom('account')
		.select('id')
		.where('issuer', '=', 'local')
		.where('subject', '=', 'command line')
		.executeTakeFirstOrThrow();
	return id;
}
