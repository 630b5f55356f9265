import { listPublications } from '#lib/server/api/operations.ts';
import { publicationTable } from '#lib/server/export/tables.ts';
import { publicationCounts } from '#lib/server/queries/publications.ts';
import { publicationsBy } from '#lib/server/reference.ts';
import { csvAnswer } from '../../answer.ts';

export const GET = (request) =>
	csvAnswer(listPublications, request, async ({ database, facts, moment, paging }) => {
		const counts = await publicationCounts(database.read);
		const rows = paging.of(publicationsBy(facts, moment.known));
		return { name: 'publications', table: publicationTable(rows, counts) };
	});
