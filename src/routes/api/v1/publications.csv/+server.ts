import { publicationTable } from '#lib/server/export/tables.ts';
import { publicationCounts } from '#lib/server/queries/publications.ts';
import { publicationsBy } from '#lib/server/reference.ts';
import { answer, csvAnswer } from '../../answer.ts';

export const GET = ({ url }) =>
	answer(url, async ({ database, facts, moment }) => {
		const counts = await publicationCounts(database.read);
		return csvAnswer('publications', publicationTable(publicationsBy(facts, moment.known), counts));
	});
