import { written, type Form } from '#lib/server/asked/parameter.ts';
import { ROAD, SCENARIO } from '#lib/server/asked/questions.ts';
import { roadFigures, type RoadStanding } from '#lib/server/standing/road.ts';
import { sourcesOf } from '#lib/server/standing/sources.ts';
import { regionTrend } from '#lib/server/standing/trends.ts';
import { asAsked } from '#lib/server/standing/scenario.ts';
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
		written: writtenIn(road, 'page'),
		division: linksFrom(url)(
			`/regios/${region.slug}/verdeling`,
			written(SCENARIO, 'page', asAsked(road.scenario))
		),
		api: writtenIn(road, 'api'),
		names: facts.places.byCode,
		sources: sourcesOf(facts, roadFigures(road))
	};
}

/** The scenario as an address writes it, in the names of a page or of the API. */
const writtenIn = ({ scenario, asked }: RoadStanding, form: Form) =>
	written(ROAD, form, { ...asked, ...asAsked(scenario) });
