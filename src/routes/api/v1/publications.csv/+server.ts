import { publicationTable } from '#lib/server/export/tables.ts';
import { publicationCounts } from '#lib/server/queries/publications.ts';
import { answer, csvAnswer, question } from '../../answer.ts';

export const GET = ({ url }) =>
	answer(async () => {
		const { database, facts } = await question(url);
		const counts = await publicationCounts(database.read);
		return csvAnswer('publications', publicationTable([...facts.publications.values()], counts));
	});
