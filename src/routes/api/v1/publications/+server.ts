import { listPublications } from '#lib/server/api/operations.ts';
import { publicationJson } from '#lib/server/export/api.ts';
import { publicationCounts } from '#lib/server/queries/publications.ts';
import { publicationsBy } from '#lib/server/reference.ts';
import { jsonAnswer } from '../../answer.ts';

export const GET = (request) =>
	jsonAnswer(listPublications, request, async ({ database, facts, moment, page }) => {
		const counts = await publicationCounts(database.read);
		return page(publicationsBy(facts, moment.known)).map((one) =>
			publicationJson(one, counts.get(one.id))
		);
	});
