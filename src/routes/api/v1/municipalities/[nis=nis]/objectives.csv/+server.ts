import { municipalObjectives } from '#lib/server/api/operations.ts';
import { componentTable } from '#lib/server/export/tables.ts';
import { regimesOf } from '#lib/server/standing/build-up.ts';
import { momentOf } from '#lib/server/standing/moment.ts';
import { csvAnswer } from '../../../../answer.ts';
import { municipalityOf } from '../../../municipality-asked.ts';

export const GET = (request) =>
	csvAnswer(municipalObjectives, request, async ({ at: { nis }, database, facts, moment }) => {
		const municipality = municipalityOf(facts, nis);
		const at = momentOf(moment, municipality);
		const regimes = await regimesOf(database, at, municipality);
		return { name: `objectives-${nis}-${at.on}`, table: componentTable(regimes, at) };
	});
