import { listMunicipalities } from '#lib/server/api/operations.ts';
import { listedMunicipalityJson } from '#lib/server/formats/api.ts';
import { allStandings } from '#lib/server/standing/municipalities.ts';
import { jsonAnswer } from '../../answer.ts';

export const GET = (request) =>
	jsonAnswer(listMunicipalities, request, async ({ database, facts, moment, paging }) => {
		const { rows } = await allStandings(database, moment);
		return paging.of(rows).map((row) => listedMunicipalityJson(row, facts, moment));
	});
