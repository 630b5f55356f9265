import type { ChainEntryTable, Reader } from '../database/schema.ts';

/** What happened to a publication, as the chain sealed it. */
export interface SealedEvent {
	position: number;
	event: Extract<ChainEntryTable['event'], 'release' | 'renewal' | 'withdrawal'>;
	publication: number;
	/** The moment of sealing, ISO 8601: for what was entered later with an earlier day not that day. */
	at: string;
	link: string;
}

/** What the chain says of publications, in its order. */
export async function sealedEvents(db: Reader): Promise<SealedEvent[]> {
	const rows = await db
		.selectFrom('chain_entry')
		.select(['position', 'event', 'publication_id as publication', 'happened_at as at', 'link'])
		.where('publication_id', 'is not', null)
		.orderBy('position')
		.execute();
	return rows as SealedEvent[];
}

/** An entry of the chain: what happened to which publication, reply or proposal. */
export type SealedEntry = Pick<ChainEntryTable, 'position' | 'event' | 'content' | 'link'> & {
	publication: number | null;
	reply: number | null;
	step: number | null;
	/** The moment of sealing, ISO 8601. */
	at: string;
};

/** One entry of the chain; undefined when it has none with this number. */
export const sealedEntry = (db: Reader, position: number): Promise<SealedEntry | undefined> =>
	db
		.selectFrom('chain_entry')
		.select([
			'position',
			'event',
			'content',
			'link',
			'publication_id as publication',
			'reply_id as reply',
			'proposal_step_id as step',
			'happened_at as at'
		])
		.where('position', '=', position)
		.executeTakeFirst();
