import { regionPlans } from '#lib/server/api/operations.ts';
import { plansJson } from '#lib/server/formats/plans.ts';
import { regionPlans as plansOf } from '#lib/server/standing/plans.ts';
import { jsonAnswer, regionOf } from '../../../../answer.ts';

export const GET = (request) =>
	jsonAnswer(regionPlans, request, async ({ at: { slug }, query, database, facts, moment }) => {
		const plans = await plansOf(database, moment, regionOf(facts, slug, query));
		return plansJson({ area: slug, ...moment }, plans, facts);
	});
