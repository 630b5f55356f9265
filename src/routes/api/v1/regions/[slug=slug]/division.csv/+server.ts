import { divisionTable } from '#lib/server/export/division.ts';
import { divisionStanding, readDivision } from '#lib/server/standing/division.ts';
import { csvAnswer, regionAnswer } from '../../../../answer.ts';

export const GET = ({ url, params }) =>
	regionAnswer(url, params.slug, async ({ database, moment, region }) => {
		const asked = readDivision(url.searchParams);
		const standing = await divisionStanding(database, moment, region, asked);
		return csvAnswer(
			`${region.slug}-${standing.key}-${standing.by}`,
			divisionTable(standing, moment)
		);
	});
