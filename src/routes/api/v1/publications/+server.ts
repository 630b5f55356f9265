import { listPublications } from '#lib/server/api/operations.ts';
import { publicationJson } from '#lib/server/formats/api.ts';
import { publicationCounts } from '#lib/server/queries/publications.ts';
import { publicationsBy, publicationsLike } from '#lib/server/reference/reference.ts';
import { jsonAnswer } from '../../answer.ts';

export const GET = (request) =>
	jsonAnswer(listPublications, request, async ({ query, database, facts, moment, paging }) => {
		const counts = await publicationCounts(database.read);
		return paging
			.of(publicationsLike(publicationsBy(facts, moment.known), query))
			.map((one) => publicationJson(one, counts.get(one.id)));
	});
