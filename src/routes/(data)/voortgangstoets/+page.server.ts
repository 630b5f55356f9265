import {
	countedWithNow,
	roundBesideNow,
	roundsKnownSince
} from '#lib/server/standing/tests-now.ts';
import { publishedCounts, roundsBy, roundStandings } from '#lib/server/standing/tests.ts';
import { day } from '#lib/text/format.ts';
import { question } from '../../question.ts';

export async function load({ url }) {
	const { database, facts, moment } = await question(url);
	const rounds = roundsBy(facts, moment);
	const [published, since, replays] = await Promise.all([
		publishedCounts(database, moment),
		roundsKnownSince(database, moment),
		Promise.all(
			rounds
				.filter((round) => round.thresholds)
				.map(async (round) => {
					const then = await roundStandings(database, moment, round);
					const rows = await roundBesideNow(database, moment, round, then);
					return { year: round.year, ...countedWithNow(rows) };
				})
		)
	]);
	return {
		fixed: { on: null },
		sheet: `Bekend op ${day(moment.known)}`,
		rounds,
		published,
		since,
		replays,
		publications: facts.publications
	};
}
