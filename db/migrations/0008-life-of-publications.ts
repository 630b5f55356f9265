import { sql, type Kysely } from 'kysely';

/**
 * The life of a publication: drafts and planned releases, the reason of a revision or correction, the findings that were
 * accepted with it, the chain that seals what was released, and the calendar of what is expected.
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a frozen step knows no table types
export async function up(db: Kysely<any>): Promise<void> {
	for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
	`alter table publication add column reason text check (reason <> '')`,
	// A draft is known from no day at all: 'infinity' comes after every day that can be asked.
	`alter table publication add column release_at timestamptz`,
	`alter table publication add constraint publication_release_check
		check (release_at is null or known_from = 'infinity')`,
	`create table accepted_finding (
		publication_id integer not null references publication (id),
		code text not null check (code ~ '^[a-z][a-z0-9_]*$'),
		findings integer not null check (findings > 0),
		because text not null check (because <> ''),
		examples jsonb not null,
		primary key (publication_id, code)
	)`,
	`create table chain_entry (
		position integer primary key check (position > 0),
		event text not null check (event in ('release', 'renewal', 'withdrawal')),
		publication_id integer not null references publication (id),
		happened_at timestamptz not null,
		content text not null check (content ~ '^[0-9a-f]{64}$'),
		link text not null check (link ~ '^[0-9a-f]{64}$')
	)`,
	`create unique index chain_entry_once on chain_entry (publication_id, event) where event <> 'renewal'`,
	`create table release_calendar (
		series text not null check (series ~ '^[a-z][a-z0-9_]*$'),
		reference_date date not null,
		expected_by date not null,
		basis text not null check (basis in ('law', 'decision', 'pattern', 'expectation')),
		source text not null check (source <> ''),
		primary key (series, reference_date),
		check (expected_by > reference_date)
	)`
];
