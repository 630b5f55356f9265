import { listMunicipalities } from '#lib/server/api/operations.ts';
import { allStandings } from '#lib/server/standing/municipalities.ts';
import { exported } from '#lib/tables/column.ts';
import { municipalities } from '#lib/tables/municipalities.ts';
import { csvAnswer } from '../../answer.ts';

export const GET = (request) =>
	csvAnswer(listMunicipalities, request, async ({ database, facts, moment, paging }) => {
		const { rows } = await allStandings(database, moment);
		const told = { ...moment, repliesTo: facts.repliesTo };
		const table = exported(municipalities, paging.of(rows), told);
		return { name: `municipalities-${moment.on}`, table };
	});
