/** What readers say of a figure or a page, and what the desk does with it. */
import type { Database } from '../database/database.ts';
import type { Person } from '../people/roles.ts';
import type { Selectable } from 'kysely';
import type { NoticeTable, Reader } from '../database/schema.ts';
import { writeDeed } from './log.ts';

export type Notice = Selectable<NoticeTable>;
export type NoticeState = Notice['state'];

/** Notices that may wait unread; nobody can fill the database with more. */
export const MOST_UNREAD = 500;

/** Keeps a notice. @returns its number; null when too many wait unread */
export const sendNotice = (
	database: Database,
	notice: Pick<Notice, 'page' | 'words' | 'reply_to'>
): Promise<number | null> =>
	database.changeQuietly(async (transaction) => {
		if ((await countUnread(transaction)) >= MOST_UNREAD) return null;
		const { version } = await transaction
			.selectFrom('data_state')
			.select('version')
			.executeTakeFirstOrThrow();
		const { id } = await transaction
			.insertInto('notice')
			.values({ ...notice, version, received_at: new Date().toISOString() })
			.returning('id')
			.executeTakeFirstOrThrow();
		return id;
	});

/** How many notices nobody looked at yet. */
export async function countUnread(reader: Pick<Reader, 'selectFrom'>): Promise<number> {
	const { unread } = await reader
		.selectFrom('notice')
		.select((eb) => eb.fn.countAll<number>().as('unread'))
		.where('state', '=', 'new')
		.executeTakeFirstOrThrow();
	return unread;
}

/** Notices in one state, or all; the latest first. */
export function notices(reader: Reader, state: NoticeState | null): Promise<Notice[]> {
	const all = reader.selectFrom('notice').selectAll().orderBy('id', 'desc').limit(200);
	return (state === null ? all : all.where('state', '=', state)).execute();
}

/** One of them. */
export const noticeOf = (reader: Reader, id: number): Promise<Notice | undefined> =>
	reader.selectFrom('notice').selectAll().where('id', '=', id).executeTakeFirst();

/** Writes down what was done with a notice. Once closed, nobody needs the address for an answer any more. */
export const handleNotice = (
	database: Database,
	id: number,
	{ state, answer }: { state: NoticeState; answer: string | null },
	person: Person
): Promise<void> =>
	database.changeQuietly(async (transaction) => {
		await transaction
			.updateTable('notice')
			.set({
				state,
				answer,
				handled_by: person.account,
				handled_at: new Date().toISOString(),
				...(state === 'closed' && { reply_to: null })
			})
			.where('id', '=', id)
			.execute();
		const detail = `melding ${id}: ${state}`;
		await writeDeed(transaction, person, { action: 'notice', done: true, why: answer, detail });
	});
