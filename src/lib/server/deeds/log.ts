/** The log of the desk: who did what, when, why and with which file. Rows are only added. */
import type { DeskLogTable, WriteTransaction } from '../database/schema.ts';
import type { Person } from '../people/roles.ts';

/** Something that was done or refused. */
export interface Deed {
	/** What, as the log keeps it: `import`, `release`, `sign-in`. */
	action: string;
	done: boolean;
	publication?: number | null;
	/** Of the last entry that it added to the chain. */
	chain?: number | null;
	file?: { name: string; sha256: string | null } | null;
	/** The reason that was given. */
	why?: string | null;
	/** More, in words for the desk. */
	detail?: string | null;
}

/** Who does it: a person at the desk; null for the command line, whose user the machine knows. */
export type Doer = Person | null;

const LONGEST = 500;
const cut = (words: string | null | undefined): string | null => words?.slice(0, LONGEST) ?? null;

/** Adds a row. */
export async function writeDeed(
	transaction: WriteTransaction,
	doer: Doer,
	deed: Deed,
	now = new Date()
): Promise<void> {
	const row: Omit<DeskLogTable, 'number'> = {
		happened_at: now.toISOString(),
		door: doer ? 'desk' : 'command_line',
		account_id: doer?.account ?? null,
		roles: doer?.roles.join(' ') ?? '',
		organisation: doer?.organisation ?? null,
		action: deed.action,
		done: deed.done,
		publication_id: deed.publication ?? null,
		chain_position: deed.chain ?? null,
		file_name: cut(deed.file?.name),
		sha256: deed.file?.sha256 ?? null,
		why: cut(deed.why),
		detail: cut(deed.detail)
	};
	await transaction.insertInto('desk_log').values(row).execute();
}
