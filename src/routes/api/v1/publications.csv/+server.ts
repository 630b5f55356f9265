import { listPublications } from '#lib/server/api/operations.ts';
import { publicationCounts } from '#lib/server/queries/publications.ts';
import { publicationsBy, publicationsLike } from '#lib/server/reference/reference.ts';
import { exported } from '#lib/tables/column.ts';
import { publications } from '#lib/tables/publications.ts';
import { csvAnswer } from '../../answer.ts';

export const GET = (request) =>
	csvAnswer(listPublications, request, async ({ query, database, facts, moment, paging }) => {
		const counts = await publicationCounts(database.read);
		const rows = paging.of(publicationsLike(publicationsBy(facts, moment.known), query));
		return { name: 'publications', table: exported(publications, rows, { counts }) };
	});
