import { sql, type Kysely } from 'kysely';

/**
 * Links of the chain are signed, and say who made them. Those of before stay as they are. Keys and signatures are those of
 * Ed25519 (RFC 8032) in base64url.
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a frozen step knows no table types
export async function up(db: Kysely<any>): Promise<void> {
	await sql
		.raw(
			`alter table chain_entry
				add column made_by text check (made_by <> ''),
				add column signed_by text check (signed_by ~ '^[A-Za-z0-9_-]{43}$'),
				add column signature text check (signature ~ '^[A-Za-z0-9_-]{86}$'),
				add constraint chain_entry_signed_check check (num_nonnulls(made_by, signed_by, signature) in (0, 3))`
		)
		.execute(db);
}
