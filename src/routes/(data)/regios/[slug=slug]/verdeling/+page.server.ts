import { yearOf } from '#lib/domain/dates.ts';
import type { Region } from '#lib/server/queries/regions.ts';
import { divisionFigures, type DivisionStanding } from '#lib/server/standing/division.ts';
import { written } from '#lib/server/asked/parameter.ts';
import { DIVISION, SCENARIO, type DivisionAsked } from '#lib/server/asked/questions.ts';
import type { Moment } from '#lib/server/standing/moment.ts';
import { sourcesOf } from '#lib/server/standing/sources.ts';
import { asAsked } from '#lib/server/standing/scenario.ts';
import { day } from '#lib/text/format.ts';
import { apiLink, linksFrom, regionParameters } from '../../../../links.ts';
import { sortByName } from '../../../../negotiating.ts';
import { divisionIn, question, regionIn } from '../../../../question.ts';
import { shownIn } from '../../../shown-of-keys.ts';
import { fieldsOf, redirectWithoutEmpty } from '../asked-division.ts';

export async function load({ url, params }) {
	redirectWithoutEmpty(url);
	const { database, facts, moment } = await question(url);
	const region = regionIn(url, facts, params.slug);
	const { asked, standing: coming } = divisionIn(url, database, moment, region);
	const standing = await coming;
	if (standing) sortByName(standing);
	return {
		sheet: `Scenario, geen beslissing. Toestand op ${day(moment.on)}, bekend op ${day(moment.known)}`,
		region,
		asked,
		standing,
		shown: shownIn(url),
		fields: fieldsOf(asked, standing),
		firstYear: yearOf(moment.on),
		names: facts.places.byCode,
		road: roadOf(url, region, standing),
		table: standing && tableOf(url, region, asked, standing),
		api: standing && apiLinks(region, asked, standing, moment),
		sources: sourcesOf(facts, standing ? divisionFigures(standing) : [])
	};
}

/** The road to the same goal by the same day. */
const roadOf = (url: URL, { slug }: Region, standing: DivisionStanding | null) =>
	linksFrom(url)(
		`/regios/${slug}/weg`,
		standing ? written(SCENARIO, 'page', asAsked(standing.scenario)) : {}
	);

/** The negotiating table with the chosen key on it. */
const tableOf = (
	url: URL,
	{ slug }: Region,
	asked: DivisionAsked,
	{ scenario }: DivisionStanding
): string =>
	linksFrom(url)(
		`/regios/${slug}/tafel`,
		written(DIVISION, 'page', { ...asked, ...asAsked(scenario) })
	);

/** Where the API gives the same: all keys side by side, and the chosen one. */
function apiLinks(
	region: Region,
	asked: DivisionAsked,
	{ scenario }: DivisionStanding,
	moment: Moment
) {
	const link = (part: string) =>
		apiLink(`regions/${region.slug}/${part}`, moment, {
			...regionParameters(region),
			...written(DIVISION, 'api', { ...asked, ...asAsked(scenario) })
		});
	return {
		allCsv: link('divisions.csv'),
		all: link('divisions'),
		oneCsv: link('division.csv'),
		one: link('division')
	};
}
