import { API_ROAD, PAGE_ROAD } from '#lib/server/standing/road-asked.ts';
import { roadFigures, type RoadStanding } from '#lib/server/standing/road.ts';
import { PAGE_SCENARIO, scenarioParameters } from '#lib/server/standing/scenario.ts';
import { sourcesOf } from '#lib/server/standing/sources.ts';
import { regionTrend } from '#lib/server/standing/trends.ts';
import { linksFrom } from '../../../../links.ts';
import { question, regionIn, roadIn } from '../../../../question.ts';
import { coursesIn, historyBefore, shownPoints } from '../../../courses.ts';

export async function load({ url, params }) {
	const asking = await question(url);
	const { database, facts, moment } = asking;
	const region = regionIn(url, facts, params.slug);
	const [road, trend] = await Promise.all([
		roadIn(url, asking, region),
		regionTrend(database, moment, region, 'constant')
	]);
	return {
		road,
		history: historyBefore(trend, moment.on),
		points: shownPoints(road),
		courses: coursesIn(road.results.courses),
		written: writtenIn(road, PAGE_ROAD),
		division: linksFrom(url)(
			`/regios/${region.slug}/verdeling`,
			scenarioParameters(road.scenario, PAGE_SCENARIO)
		),
		api: writtenIn(road, API_ROAD),
		names: facts.places.byCode,
		sources: sourcesOf(facts, roadFigures(road))
	};
}

/** The scenario as an address writes it, in the names of a page or of the API. */
const writtenIn = ({ scenario, asked }: RoadStanding, names: typeof PAGE_ROAD) => ({
	...scenarioParameters(scenario, names),
	...(asked.social !== null && { [names.social]: names.share.write(asked.social) }),
	...(asked.newHomesPerYear !== null && { [names.newHomes]: `${asked.newHomesPerYear}` })
});
