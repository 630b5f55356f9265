import { sql } from 'kysely';
import type { Day } from '#lib/domain/dates.ts';
import { changeIf } from '../../database/change-if.ts';
import type { Database } from '../../database/database.ts';
import type { WriteTransaction } from '../../database/schema.ts';
import { dayOf } from '../../today.ts';
import { sealReleases } from './chain.ts';

/** What `known_from` holds for a draft: later than every day that can be asked. */
export const NEVER: Day = 'infinity';

/** What came of it, in sentences; `ok` is false when nothing was changed. */
export interface Change {
	ok: boolean;
	lines: string[];
}

/** Makes a draft count from a day on, and seals it. */
export async function releaseFrom(
	transaction: WriteTransaction,
	id: number,
	day: Day
): Promise<void> {
	await transaction
		.updateTable('publication')
		.set({ known_from: day, release_at: null })
		.where('id', '=', id)
		.execute();
	await sealReleases(transaction, id);
}

/**
 * Releases a draft: now, or at a moment to come. From that day on its figures are known; earlier days stay as they were.
 * @param at ISO 8601; null: now
 */
export async function release(
	database: Database,
	id: number,
	at: string | null,
	now = new Date()
): Promise<Change> {
	const later = at !== null && new Date(at) > now;
	return database.change(async (transaction) => {
		const found = await transaction
			.selectFrom('publication')
			.select(['title', 'known_from', 'withdrawn_on'])
			.where('id', '=', id)
			.executeTakeFirst();
		if (!found) return refused(`There is no publication ${id}; \`list\` shows all.`);
		if (found.known_from !== NEVER)
			return refused(
				`Publication ${id} was released already; it is known from ${found.known_from}.`
			);
		if (found.withdrawn_on)
			return refused(
				`Publication ${id} was withdrawn on ${found.withdrawn_on} before its release.`
			);
		if (later) {
			await plan(transaction, id, at);
			return done(`Publication ${id}, "${found.title}", will be released at ${at}.`);
		}
		const day = dayOf(now);
		await releaseFrom(transaction, id, day);
		return done(`Publication ${id}, "${found.title}", is released: known from ${day}.`);
	});
}

/** Plans the release of a draft. */
export const plan = (transaction: WriteTransaction, id: number, at: string) =>
	transaction.updateTable('publication').set({ release_at: at }).where('id', '=', id).execute();

/**
 * Releases the drafts whose moment has come, each from the day on which that happens: a server that was down then has
 * shown nothing, so nothing was known.
 * @returns how many were released
 */
export async function releaseDue(database: Database, now = new Date()): Promise<number> {
	const isDue = sql<boolean>`release_at <= ${now.toISOString()}::timestamptz and withdrawn_on is null`;
	const due = () => database.read.selectFrom('publication').select('id').where(isDue).execute();
	if ((await due()).length === 0) return 0;
	return changeIf(database.change, async (transaction) => {
		// Another server may have done so in the meantime: look again inside the transaction.
		const rows = await transaction
			.selectFrom('publication')
			.select('id')
			.where(isDue)
			.orderBy('release_at')
			.orderBy('id')
			.execute();
		for (const { id } of rows) await releaseFrom(transaction, id, dayOf(now));
		return { keep: rows.length > 0, found: rows.length }; // where none is due, nothing counts as changed
	});
}

export const done = (...lines: string[]): Change => ({ ok: true, lines });
export const refused = (line: string): Change => ({ ok: false, lines: [line] });
