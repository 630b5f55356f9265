import { listMunicipalities } from '#lib/server/api/operations.ts';
import { municipalityTable } from '#lib/server/export/tables.ts';
import { allStandings } from '#lib/server/standing/municipalities.ts';
import { csvAnswer } from '../../answer.ts';

export const GET = (request) =>
	csvAnswer(listMunicipalities, request, async ({ database, facts, moment, paging }) => {
		const { rows } = await allStandings(database, moment);
		const table = municipalityTable(paging.of(rows), moment, facts.repliesTo);
		return { name: `municipalities-${moment.on}`, table };
	});
