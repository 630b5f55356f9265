import { publicationJson } from '#lib/server/export/api.ts';
import { publicationCounts } from '#lib/server/queries/publications.ts';
import { answer, jsonAnswer, question } from '../../answer.ts';

export const GET = ({ url }) =>
	answer(async () => {
		const { database, facts } = await question(url);
		const counts = await publicationCounts(database.read);
		return jsonAnswer(
			[...facts.publications.values()].map((one) => publicationJson(one, counts.get(one.id)))
		);
	});
