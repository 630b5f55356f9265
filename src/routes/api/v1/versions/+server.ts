import { listVersions } from '#lib/server/api/operations.ts';
import { versionsJson } from '#lib/server/formats/versions.ts';
import { versionsBy } from '#lib/server/standing/versions.ts';
import { jsonAnswer } from '../../answer.ts';

export const GET = (request) =>
	jsonAnswer(listVersions, request, async ({ database, moment, paging }) =>
		versionsJson(paging.of(await versionsBy(database, moment.known)))
	);
