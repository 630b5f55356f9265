import { onePublication } from '#lib/server/api/operations.ts';
import { accountJson } from '#lib/server/export/api.ts';
import { publicationCounts } from '#lib/server/queries/publications.ts';
import { publicationAccount } from '#lib/server/standing/publication.ts';
import { jsonAnswer, Refusal } from '../../../answer.ts';

export const GET = (request) =>
	jsonAnswer(onePublication, request, async ({ at: { id }, database }) => {
		const account = await publicationAccount(database, Number(id));
		if (!account) throw new Refusal('unknown_publication', `There is no publication ${id}.`);
		const counts = await publicationCounts(database.read);
		return accountJson(account, counts.get(account.publication.id));
	});
