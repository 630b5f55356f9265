import { listVersions } from '#lib/server/api/operations.ts';
import { versionsBy } from '#lib/server/standing/versions.ts';
import { exported } from '#lib/tables/column.ts';
import { eventRows, versions } from '#lib/tables/versions.ts';
import { csvAnswer } from '../../answer.ts';

export const GET = (request) =>
	csvAnswer(listVersions, request, async ({ database, moment, paging }) => ({
		name: 'versions',
		table: exported(
			versions,
			eventRows(paging.of(await versionsBy(database, moment.known))),
			undefined
		)
	}));
