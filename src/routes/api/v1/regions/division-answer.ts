import type { Reference } from '#lib/server/reference.ts';
import { divisionStanding, type DivisionStanding } from '#lib/server/standing/division.ts';
import { API_DIVISION, readDivision } from '#lib/server/standing/division-asked.ts';
import { MalformedParameterError, type Moment } from '#lib/server/standing/moment.ts';
import { regionAnswer } from '../../answer.ts';

/** What an answer about a division is made from. */
interface Divided {
	standing: DivisionStanding;
	facts: Reference;
	moment: Moment;
}

/** Answers a question about the division of a region's shortfall in the shape that `give` makes of it. */
export const divisionAnswer = (url: URL, slug: string, give: (divided: Divided) => Response) =>
	regionAnswer(url, slug, async ({ database, facts, moment, region }) => {
		const asked = readDivision(url.searchParams, API_DIVISION);
		const standing = await divisionStanding(database, moment, region, asked, API_DIVISION);
		if (!standing)
			throw new MalformedParameterError('goal', 'goal: none, and the region has none of its own');
		return give({ standing, facts, moment });
	});
