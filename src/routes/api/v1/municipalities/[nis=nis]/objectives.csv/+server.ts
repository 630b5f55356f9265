import { municipalObjectives } from '#lib/server/api/operations.ts';
import { regimesOf } from '#lib/server/standing/build-up.ts';
import { momentOf } from '#lib/server/standing/moment.ts';
import { exported } from '#lib/tables/column.ts';
import { componentRows, components } from '#lib/tables/objectives.ts';
import { csvAnswer } from '../../../../answer.ts';
import { municipalityOf } from '../../../municipality-asked.ts';

export const GET = (request) =>
	csvAnswer(municipalObjectives, request, async ({ at: { nis }, database, facts, moment }) => {
		const municipality = municipalityOf(facts, nis);
		const at = momentOf(moment, municipality);
		const regimes = await regimesOf(database, at, municipality);
		const table = exported(components, componentRows(regimes), at);
		return { name: `objectives-${nis}-${at.on}`, table };
	});
