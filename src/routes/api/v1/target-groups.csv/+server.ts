import { listTargetGroups } from '#lib/server/api/operations.ts';
import { allGroupParts } from '#lib/server/standing/target-groups.ts';
import { exported } from '#lib/tables/column.ts';
import { targetGroups } from '#lib/tables/target-groups.ts';
import { csvAnswer } from '../../answer.ts';

export const GET = (request) =>
	csvAnswer(listTargetGroups, request, async ({ database, moment, paging }) => ({
		name: 'target-groups',
		table: exported(targetGroups, paging.of(await allGroupParts(database, moment)), undefined)
	}));
