import { municipalityJson } from '#lib/server/export/api.ts';
import { lawOf } from '#lib/server/standing/levers.ts';
import { municipalTestsJson } from '#lib/server/export/progress-tests.ts';
import { momentOf } from '#lib/server/standing/moment.ts';
import { standingsOf } from '#lib/server/standing/municipalities.ts';
import { testsOf } from '#lib/server/standing/tests.ts';
import { answer, errorAnswer, jsonAnswer } from '../../../answer.ts';

export const GET = ({ url, params }) =>
	answer(url, async ({ database, facts, moment }) => {
		const municipality = facts.places.byCode.get(params.nis);
		if (!municipality) {
			return errorAnswer(
				404,
				'unknown_municipality',
				`No Flemish municipality has NIS code ${params.nis}.`
			);
		}
		const at = momentOf(moment, municipality);
		const [{ rows }, tests] = await Promise.all([
			standingsOf(database, at, [municipality]),
			testsOf(database, at, municipality)
		]);
		const answers = rows.map(async (row) =>
			municipalityJson(row, municipalTestsJson(tests), facts, at, await lawOf(database, at, row))
		);
		return jsonAnswer(await answers[0]);
	});
