import { regionPlans } from '#lib/server/api/operations.ts';
import { regionPlans as plansOf } from '#lib/server/standing/plans.ts';
import { exported } from '#lib/tables/column.ts';
import { plans } from '#lib/tables/plans.ts';
import { csvAnswer, regionOf } from '../../../../answer.ts';

export const GET = (request) =>
	csvAnswer(regionPlans, request, async ({ at: { slug }, query, database, facts, moment }) => {
		const { since } = await plansOf(database, moment, regionOf(facts, slug, query));
		const table = exported(plans, since, { area: slug, ...moment });
		return { name: `${slug}-plans-${moment.on}`, table };
	});
