/** Signs what a change adds to the chain, for whoever made it. */
import { sql } from 'kysely';
import type { ChainKeys, Keys } from './chain-keys.ts';
import type { Reader, WriteTransaction } from './schema.ts';

/** Which keys signed the chain, and how far it goes. */
export async function chainKeysOf(db: Reader): Promise<ChainKeys> {
	const rows = await db
		.selectFrom('chain_entry')
		.select(['signed_by', sql<number>`max(position)`.as('last')])
		.groupBy('signed_by')
		.orderBy('last', 'desc')
		.execute();
	const signers = rows.flatMap(({ signed_by }) => (signed_by === null ? [] : [signed_by]));
	return { last: rows[0]?.last ?? 0, signers };
}

/** What a change says of itself, until it ends: for whom its links are signed. */
const MADE_BY = sql.lit('woonobjectief.made_by');

/** Has the links that a change adds signed for somebody else than for whom the server signs. */
export async function signFor(transaction: WriteTransaction, by: string): Promise<void> {
	await sql`select set_config(${MADE_BY}, ${by}, true)`.execute(transaction);
}

async function madeBy(transaction: WriteTransaction): Promise<string | null> {
	const { rows } = await sql<{ by: string | null }>`
		select nullif(current_setting(${MADE_BY}, true), '') as by`.execute(transaction);
	return rows[0]?.by ?? null;
}

/**
 * Signs the links that a change added, at its end: whoever adds one needs no key, and none gets to the thread that reads
 * files of others.
 * @param by for whom, unless the change says it
 * @throws KeylessError when there are some, and no key that fits is here
 */
export async function signNewLinks(
	transaction: WriteTransaction,
	keys: Keys,
	by: string
): Promise<void> {
	const isNew = sql<boolean>`xmin = pg_current_xact_id()::xid`;
	const added = await transaction
		.selectFrom('chain_entry')
		.select(['position', 'link'])
		.where(isNew)
		.where('signature', 'is', null)
		.execute();
	if (added.length === 0) return;
	const last = await transaction
		.selectFrom('chain_entry')
		.select('signed_by')
		.where('signed_by', 'is not', null)
		.orderBy('position', 'desc')
		.limit(1)
		.executeTakeFirst();
	const signed = keys.signer((await madeBy(transaction)) ?? by, last?.signed_by ?? undefined);
	for (const { position, link } of added)
		await transaction
			.updateTable('chain_entry')
			.set(signed(link))
			.where('position', '=', position)
			.execute();
}
