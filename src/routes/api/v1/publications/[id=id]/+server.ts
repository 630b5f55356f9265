import { publicationJson } from '#lib/server/export/api.ts';
import { publicationCounts } from '#lib/server/queries/publications.ts';
import { answer, errorAnswer, jsonAnswer, question } from '../../../answer.ts';

export const GET = ({ url, params }) =>
	answer(async () => {
		const { database, facts } = await question(url);
		const publication = facts.publications.get(Number(params.id));
		if (!publication) {
			return errorAnswer(404, 'unknown_publication', `There is no publication ${params.id}.`);
		}
		const counts = await publicationCounts(database.read);
		return jsonAnswer(publicationJson(publication, counts.get(publication.id)));
	});
