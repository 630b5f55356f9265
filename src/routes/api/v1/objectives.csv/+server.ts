import { listObjectives } from '#lib/server/api/operations.ts';
import { allRegimes } from '#lib/server/standing/build-up.ts';
import { exported } from '#lib/tables/column.ts';
import { componentRows, components } from '#lib/tables/objectives.ts';
import { csvAnswer } from '../../answer.ts';

export const GET = (request) =>
	csvAnswer(listObjectives, request, async ({ database, facts, moment, paging }) => {
		const towns = paging.of(facts.places.validOn(moment.structureOn));
		const all = await allRegimes(database, moment, towns);
		const rows = componentRows(all.flatMap((one) => one.regimes));
		return { name: `objectives-${moment.on}`, table: exported(components, rows, moment) };
	});
