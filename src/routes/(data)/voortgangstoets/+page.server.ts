import {
	countTests,
	publishedCounts,
	roundsBy,
	roundStandings
} from '#lib/server/standing/tests.ts';
import { day } from '#lib/text/format.ts';
import { question } from '../../question.ts';

export async function load({ url }) {
	const { database, facts, moment } = await question(url);
	const rounds = roundsBy(facts, moment);
	const [published, replays] = await Promise.all([
		publishedCounts(database, moment),
		Promise.all(
			rounds
				.filter((round) => round.thresholds)
				.map(async (round) => ({
					year: round.year,
					counts: countTests(await roundStandings(database, moment, round))
				}))
		)
	]);
	return {
		fixed: { on: null },
		sheet: `Bekend op ${day(moment.known)}`,
		rounds,
		published,
		replays,
		publications: facts.publications
	};
}
