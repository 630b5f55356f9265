import { municipalPlans } from '#lib/server/api/operations.ts';
import { momentOf } from '#lib/server/standing/moment.ts';
import { municipalPlans as plansOf } from '#lib/server/standing/plans.ts';
import { exported } from '#lib/tables/column.ts';
import { plans } from '#lib/tables/plans.ts';
import { csvAnswer } from '../../../../answer.ts';
import { municipalityOf } from '../../../municipality-asked.ts';

export const GET = (request) =>
	csvAnswer(municipalPlans, request, async ({ at: { nis }, database, facts, moment }) => {
		const municipality = municipalityOf(facts, nis);
		const at = momentOf(moment, municipality);
		const { since } = await plansOf(database, at, municipality);
		return { name: `plans-${nis}-${at.on}`, table: exported(plans, since, { area: nis, ...at }) };
	});
