import { listTargetGroups } from '#lib/server/api/operations.ts';
import { targetGroupJson } from '#lib/server/formats/target-groups.ts';
import { allGroupParts } from '#lib/server/standing/target-groups.ts';
import { jsonAnswer } from '../../answer.ts';

export const GET = (request) =>
	jsonAnswer(listTargetGroups, request, async ({ database, facts, moment, paging }) =>
		paging.of(await allGroupParts(database, moment)).map((part) => targetGroupJson(part, facts))
	);
