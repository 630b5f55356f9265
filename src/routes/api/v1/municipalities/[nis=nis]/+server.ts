import { oneMunicipality } from '#lib/server/api/operations.ts';
import { municipalityJson } from '#lib/server/formats/api.ts';
import { agreementsFor } from '#lib/server/standing/agreement.ts';
import { lawOf } from '#lib/server/standing/levers.ts';
import { momentOf } from '#lib/server/standing/moment.ts';
import { standingOf } from '#lib/server/standing/municipalities.ts';
import { testsOf } from '#lib/server/standing/tests.ts';
import { jsonAnswer } from '../../../answer.ts';
import { municipalityOf } from '../../municipality-asked.ts';

export const GET = (request) =>
	jsonAnswer(oneMunicipality, request, async ({ at: { nis }, database, facts, moment }) => {
		const municipality = municipalityOf(facts, nis);
		const at = momentOf(moment, municipality);
		const [standing, tests, agreements] = await Promise.all([
			standingOf(database, at, municipality),
			testsOf(database, at, municipality),
			agreementsFor(database, facts, at, [nis])
		]);
		const law = await lawOf(database, at, standing);
		return municipalityJson(standing, tests, facts, at, {
			law,
			agreements: agreements.get(nis) ?? []
		});
	});
