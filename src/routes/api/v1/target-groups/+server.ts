import { listTargetGroups } from '#lib/server/api/operations.ts';
import { targetGroupJson } from '#lib/server/formats/target-groups.ts';
import { targetGroupParts } from '#lib/server/queries/target-groups.ts';
import { jsonAnswer } from '../../answer.ts';

export const GET = (request) =>
	jsonAnswer(listTargetGroups, request, async ({ database, facts, moment, paging }) =>
		paging
			.of(await targetGroupParts(database.read, 'all', moment.known))
			.map((part) => targetGroupJson(part, facts))
	);
