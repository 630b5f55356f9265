import { sql, type Kysely } from 'kysely';

/**
 * The package of a version: written once, kept as it was handed out, and sealed in the chain. An entry of the chain is of a
 * publication, of a reply or of a package.
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a frozen step knows no table types
export async function up(db: Kysely<any>): Promise<void> {
	for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
	`create table version_package (
		version integer primary key check (version > 0),
		known date not null,
		sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
		content bytea not null
	)`,
	`alter table chain_entry add column package_version integer references version_package (version)`,
	`alter table chain_entry drop constraint chain_entry_event_check`,
	`alter table chain_entry add constraint chain_entry_event_check check (
		num_nonnulls(publication_id, reply_id, package_version) = 1
		and case event
			when 'reply' then reply_id is not null
			when 'reply_withdrawal' then reply_id is not null
			when 'package' then package_version is not null
			else event in ('release', 'renewal', 'withdrawal') and publication_id is not null
		end
	)`,
	`create unique index chain_entry_package_once on chain_entry (package_version)`
];
