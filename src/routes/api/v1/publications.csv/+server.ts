import { listPublications } from '#lib/server/api/operations.ts';
import { publicationCounts } from '#lib/server/queries/publications.ts';
import { publicationsBy } from '#lib/server/reference/reference.ts';
import { exported } from '#lib/tables/column.ts';
import { publications } from '#lib/tables/publications.ts';
import { csvAnswer } from '../../answer.ts';

export const GET = (request) =>
	csvAnswer(listPublications, request, async ({ database, facts, moment, paging }) => {
		const counts = await publicationCounts(database.read);
		const rows = paging.of(publicationsBy(facts, moment.known));
		return { name: 'publications', table: exported(publications, rows, { counts }) };
	});
