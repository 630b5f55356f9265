import { onePublication } from '#lib/server/api/operations.ts';
import { accountJson } from '#lib/server/formats/api.ts';
import { publicationCounts } from '#lib/server/queries/publications.ts';
import { LISTED_CHANGES } from '#lib/server/desk/review/publication.ts';
import { jsonAnswer } from '../../../answer.ts';
import { accountAsked } from '../../account-asked.ts';

export const GET = (request) =>
	jsonAnswer(onePublication, request, async (question) => {
		const account = await accountAsked(question, LISTED_CHANGES);
		const counts = await publicationCounts(question.database.read);
		return accountJson(account, counts.get(account.publication.id));
	});
