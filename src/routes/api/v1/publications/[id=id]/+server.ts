import { publicationJson } from '#lib/server/export/api.ts';
import { publicationCounts } from '#lib/server/queries/publications.ts';
import { answer, errorAnswer, jsonAnswer } from '../../../answer.ts';

export const GET = ({ url, params }) =>
	answer(url, async ({ database, facts }) => {
		const publication = facts.publications.get(Number(params.id));
		if (!publication) {
			return errorAnswer(404, 'unknown_publication', `There is no publication ${params.id}.`);
		}
		const counts = await publicationCounts(database.read);
		return jsonAnswer(publicationJson(publication, counts.get(publication.id)));
	});
