import type { Day } from '#lib/domain/dates.ts';
import type { Database } from '../../database/database.ts';
import type { WriteTransaction } from '../../database/schema.ts';
import { sealWithdrawal } from './chain.ts';
import { done, NEVER, refused, type Change } from './release.ts';

/**
 * Takes a publication back from a day on. Nothing is deleted: whoever asks for an earlier day still sees it. A draft that
 * is withdrawn was never seen and cannot be released any more.
 */
export async function withdraw(
	database: Database,
	id: number,
	why: string,
	on: Day
): Promise<Change> {
	return database.change(async (transaction) => {
		const found = await transaction
			.selectFrom('publication')
			.select(['title', 'known_from', 'withdrawn_on'])
			.where('id', '=', id)
			.executeTakeFirst();
		if (!found) return refused(`There is no publication ${id}; \`list\` shows all.`);
		if (found.withdrawn_on)
			return refused(`Publication ${id} was withdrawn on ${found.withdrawn_on} already.`);
		await mark(transaction, id, why, on);
		if (found.known_from === NEVER)
			return done(`Draft ${id}, "${found.title}", is withdrawn: it will never be released.`);
		await sealWithdrawal(transaction, id, on, why);
		const towns = await municipalitiesOf(transaction, id);
		const lines = [`Publication ${id}, "${found.title}", is withdrawn from ${on} on.`];
		if (towns > 0) lines.push(`The ${towns} municipalities that it brought stay as they are.`);
		return done(...lines);
	});
}

const mark = (transaction: WriteTransaction, id: number, why: string, on: Day) =>
	transaction
		.updateTable('publication')
		.set({ withdrawn_on: on, withdrawn_why: why, release_at: null })
		.where('id', '=', id)
		.execute();

async function municipalitiesOf(transaction: WriteTransaction, id: number): Promise<number> {
	const { count } = await transaction
		.selectFrom('municipality')
		.select((eb) => eb.fn.countAll<number>().as('count'))
		.where('publication_id', '=', id)
		.executeTakeFirstOrThrow();
	return count;
}
