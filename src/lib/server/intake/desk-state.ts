/** What the desk shows of publications: where each is in its life, and who entered and approved it. */
import { withStates, type WithState } from '../tasks/publication-tasks.ts';
import type { Reader } from '../database/schema.ts';

/** Who did something at the desk, and when. */
export interface Hand {
	account: number;
	name: string;
	at: string;
}

/** How a publication came and by whom; absent for what did not come by the desk. */
interface Handled {
	entered: Hand;
	approved: Hand | null;
	/** SHA-256 of the draft. */
	content: string | null;
}

/** A publication with its state and its hands. */
export interface DeskPublication extends WithState {
	handled: Handled | null;
}

/** Every publication, the newest first. */
export async function deskPublications(reader: Reader): Promise<DeskPublication[]> {
	const [all, handled] = await Promise.all([withStates(reader), handlings(reader)]);
	return all.map((one) => ({ ...one, handled: handled.get(one.id) ?? null })).reverse();
}

async function handlings(reader: Reader): Promise<Map<number, Handled>> {
	const rows = await reader
		.selectFrom('handling as h')
		.innerJoin('account as e', 'e.id', 'h.entered_by')
		.leftJoin('account as a', 'a.id', 'h.approved_by')
		.select(['h.publication_id', 'h.entered_by', 'h.entered_at', 'e.name as entered_name'])
		.select(['h.approved_by', 'h.approved_at', 'a.name as approved_name', 'h.content'])
		.execute();
	return new Map(
		rows.map((row) => [
			row.publication_id,
			{
				entered: { account: row.entered_by, name: row.entered_name, at: row.entered_at },
				approved: handOf(row.approved_by, row.approved_name, row.approved_at),
				content: row.content
			}
		])
	);
}

const handOf = (account: number | null, name: string | null, at: string | null): Hand | null =>
	account === null || name === null || at === null ? null : { account, name, at };
