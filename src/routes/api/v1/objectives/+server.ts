import { objectivesJson } from '#lib/server/export/objectives.ts';
import { allRegimes } from '#lib/server/standing/build-up.ts';
import { answer, jsonAnswer } from '../../answer.ts';

export const GET = ({ url }) =>
	answer(url, async ({ database, facts, moment }) => {
		const towns = facts.places.validOn(moment.structureOn);
		return jsonAnswer(objectivesJson(await allRegimes(database, moment, towns), facts, moment));
	});
