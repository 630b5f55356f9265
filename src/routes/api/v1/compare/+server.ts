import { compareRegions } from '#lib/server/api/operations.ts';
import { comparisonJson } from '#lib/server/formats/compare.ts';
import { comparison } from '#lib/server/standing/compare.ts';
import { flandersStanding } from '#lib/server/standing/regions.ts';
import { jsonAnswer } from '../../answer.ts';
import { comparedIn } from '../compare-asked.ts';

export const GET = (request) =>
	jsonAnswer(compareRegions, request, async (question) => {
		const { database, facts, moment } = question;
		const asked = comparedIn(question);
		const [found, flanders] = await Promise.all([
			comparison(database, moment, asked.regions),
			flandersStanding(database, moment)
		]);
		return comparisonJson(asked, found, flanders, facts, moment);
	});
