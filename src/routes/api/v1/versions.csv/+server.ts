import { listVersions } from '#lib/server/api/operations.ts';
import { versionTable } from '#lib/server/export/versions.ts';
import { versionsBy } from '#lib/server/standing/versions.ts';
import { csvAnswer } from '../../answer.ts';

export const GET = (request) =>
	csvAnswer(listVersions, request, async ({ database, moment, paging }) => ({
		name: 'versions',
		table: versionTable(paging.of(await versionsBy(database, moment.known)))
	}));
