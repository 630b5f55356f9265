import { municipalPlans } from '#lib/server/api/operations.ts';
import { plansJson } from '#lib/server/formats/plans.ts';
import { momentOf } from '#lib/server/standing/moment.ts';
import { municipalPlans as plansOf } from '#lib/server/standing/plans.ts';
import { jsonAnswer } from '../../../../answer.ts';
import { municipalityOf } from '../../../municipality-asked.ts';

export const GET = (request) =>
	jsonAnswer(municipalPlans, request, async ({ at: { nis }, database, facts, moment }) => {
		const municipality = municipalityOf(facts, nis);
		const at = momentOf(moment, municipality);
		return plansJson({ area: nis, ...at }, await plansOf(database, at, municipality), facts);
	});
