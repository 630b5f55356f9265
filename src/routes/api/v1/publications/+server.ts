import { publicationJson } from '#lib/server/export/api.ts';
import { publicationCounts } from '#lib/server/queries/publications.ts';
import { publicationsBy } from '#lib/server/reference.ts';
import { answer, jsonAnswer } from '../../answer.ts';

export const GET = ({ url }) =>
	answer(url, async ({ database, facts, moment }) => {
		const counts = await publicationCounts(database.read);
		return jsonAnswer(
			publicationsBy(facts, moment.known).map((one) => publicationJson(one, counts.get(one.id)))
		);
	});
