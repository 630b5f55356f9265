import type { Day } from '#lib/domain/dates.ts';
import { inForce, type Reply, type ReplyFigure } from '#lib/domain/reply.ts';
import type { Database } from '../../database/database.ts';
import { allReplies } from '../../queries/replies.ts';
import type { WriteTransaction } from '../../database/schema.ts';
import { sealReply, sealReplyWithdrawal } from './chain.ts';
import { done, refused, type Change } from './release.ts';

/** What a municipality wants to stand with one of its figures. */
export interface ReplyGiven {
	nis: string;
	figure: ReplyFigure;
	/** Reference date of the figure. */
	date: Day;
	words: string;
	/** Day of the note of the municipality. */
	givenOn: Day;
	/** The role or office that stands for it. */
	by: string;
	/** Of the letter or decision. */
	reference: string | null;
}

/**
 * Writes a reply and seals it. From that day on it stands with the figure, in the place of an earlier one; an earlier day shows
 * what was known then. No number is touched.
 */
export const writeReply = (database: Database, given: ReplyGiven, today: Day): Promise<Change> =>
	database.change(async (transaction) => {
		const before = await shownWith(transaction, given, today);
		const { id } = await transaction
			.insertInto('reply')
			.values({
				nis_code: given.nis,
				figure: given.figure,
				reference_date: given.date,
				words: given.words,
				given_on: given.givenOn,
				known_from: today,
				given_by: given.by,
				reference: given.reference
			})
			.returning('id')
			.executeTakeFirstOrThrow();
		await sealReply(transaction, id);
		const lines = [`Written as reply ${id}: it is shown from ${today} on.`];
		if (before)
			lines.push(`It takes the place of reply ${before.id} of ${before.givenOn}, which is kept.`);
		return done(...lines);
	});

/** The reply that stands with a figure on a day. */
async function shownWith(
	transaction: WriteTransaction,
	{ nis, figure, date }: Pick<Reply, 'nis' | 'figure' | 'date'>,
	day: Day
): Promise<Reply | undefined> {
	const all = await allReplies(transaction);
	return inForce(all, day).find(
		(one) => one.nis === nis && one.figure === figure && one.date === date
	);
}

/** Takes a reply back from a day on. Nothing is deleted: an earlier day still shows it, and an earlier reply counts again. */
export const withdrawReply = (
	database: Database,
	id: number,
	why: string,
	on: Day
): Promise<Change> =>
	database.change(async (transaction) => {
		const found = (await allReplies(transaction)).find((one) => one.id === id);
		if (!found) return refused(`There is no reply ${id}; \`reply --list\` shows all.`);
		if (found.withdrawnOn)
			return refused(`Reply ${id} was withdrawn on ${found.withdrawnOn} already.`);
		await transaction
			.updateTable('reply')
			.set({ withdrawn_on: on, withdrawn_why: why })
			.where('id', '=', id)
			.execute();
		await sealReplyWithdrawal(transaction, id, on, why);
		const lines = [`Reply ${id} of ${found.name} is withdrawn from ${on} on.`];
		const again = await shownWith(transaction, found, on);
		if (again && again.id < id)
			lines.push(
				`Reply ${again.id} of ${again.givenOn} is shown again; withdraw it too if it must go.`
			);
		return done(...lines);
	});
