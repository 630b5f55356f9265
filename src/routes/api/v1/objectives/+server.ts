import { listObjectives } from '#lib/server/api/operations.ts';
import { objectivesJson } from '#lib/server/formats/objectives.ts';
import { allRegimes } from '#lib/server/standing/build-up.ts';
import { jsonAnswer } from '../../answer.ts';

export const GET = (request) =>
	jsonAnswer(listObjectives, request, async ({ database, facts, moment, paging }) => {
		const towns = paging.of(facts.places.validOn(moment.structureOn));
		return objectivesJson(await allRegimes(database, moment, towns), facts, moment);
	});
