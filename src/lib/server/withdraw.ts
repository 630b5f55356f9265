import type { Day } from '#lib/domain/dates.ts';
import type { Database } from './database.ts';
import type { WriteTransaction } from './schema.ts';

/** What came of it, in sentences; `ok` is false when nothing was changed. */
export interface Withdrawal {
	ok: boolean;
	lines: string[];
}

/** Takes a publication back from a day on. Nothing is deleted: whoever asks for an earlier day still sees it. */
export async function withdraw(
	database: Database,
	id: number,
	why: string,
	on: Day
): Promise<Withdrawal> {
	const found = await database.read
		.selectFrom('publication')
		.select(['title', 'withdrawn_on'])
		.where('id', '=', id)
		.executeTakeFirst();
	if (!found) return { ok: false, lines: [`There is no publication ${id}; \`list\` shows all.`] };
	if (found.withdrawn_on) {
		return {
			ok: false,
			lines: [`Publication ${id} was withdrawn on ${found.withdrawn_on} already.`]
		};
	}
	const towns = await database.change(async (transaction) => {
		await mark(transaction, id, why, on);
		return municipalitiesOf(transaction, id);
	});
	const lines = [`Publication ${id}, "${found.title}", is withdrawn from ${on} on.`];
	if (towns > 0) lines.push(`The ${towns} municipalities that it brought stay as they are.`);
	return { ok: true, lines };
}

const mark = (transaction: WriteTransaction, id: number, why: string, on: Day) =>
	transaction
		.updateTable('publication')
		.set({ withdrawn_on: on, withdrawn_why: why })
		.where('id', '=', id)
		.where('withdrawn_on', 'is', null)
		.execute();

async function municipalitiesOf(transaction: WriteTransaction, id: number): Promise<number> {
	const { count } = await transaction
		.selectFrom('municipality')
		.select((eb) => eb.fn.countAll<number>().as('count'))
		.where('publication_id', '=', id)
		.executeTakeFirstOrThrow();
	return count;
}
