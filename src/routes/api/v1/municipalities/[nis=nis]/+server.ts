import { municipalityJson } from '#lib/server/export/api.ts';
import { standingsOf } from '#lib/server/standing/municipalities.ts';
import { testsOf } from '#lib/server/standing/tests.ts';
import { answer, errorAnswer, jsonAnswer, question } from '../../../answer.ts';

export const GET = ({ url, params }) =>
	answer(async () => {
		const { database, facts, moment } = await question(url);
		const municipality = facts.places.byCode.get(params.nis);
		if (!municipality) {
			return errorAnswer(
				404,
				'unknown_municipality',
				`No Flemish municipality has NIS code ${params.nis}.`
			);
		}
		const { rows } = await standingsOf(database, moment, [municipality]);
		const tests = await testsOf(database, moment, municipality);
		return jsonAnswer(rows.map((row) => municipalityJson(row, tests, facts, moment))[0]);
	});
