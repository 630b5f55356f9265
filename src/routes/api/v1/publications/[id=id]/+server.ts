import { accountJson } from '#lib/server/export/api.ts';
import { publicationCounts } from '#lib/server/queries/publications.ts';
import { publicationAccount } from '#lib/server/standing/publication.ts';
import { answer, errorAnswer, jsonAnswer } from '../../../answer.ts';

export const GET = ({ url, params }) =>
	answer(url, async ({ database }) => {
		const account = await publicationAccount(database, Number(params.id));
		if (!account) {
			return errorAnswer(404, 'unknown_publication', `There is no publication ${params.id}.`);
		}
		const counts = await publicationCounts(database.read);
		return jsonAnswer(accountJson(account, counts.get(account.publication.id)));
	});
