import { redirect } from '@sveltejs/kit';
import { yearOf } from '#lib/domain/dates.ts';
import type { Region } from '#lib/server/queries/regions.ts';
import { divisionFigures, type DivisionStanding } from '#lib/server/standing/division.ts';
import {
	API_DIVISION,
	divisionParameters,
	PAGE_DIVISION,
	type DivisionAsked
} from '#lib/server/standing/division-asked.ts';
import type { Moment } from '#lib/server/standing/moment.ts';
import { DEFAULT_BY, PAGE_SCENARIO, scenarioParameters } from '#lib/server/standing/scenario.ts';
import { sourcesOf } from '#lib/server/standing/sources.ts';
import { byName, day } from '#lib/text/format.ts';
import { apiLink, linksFrom, regionParameters } from '../../../../links.ts';
import { divisionIn, question, regionIn } from '../../../../question.ts';
import { shownIn } from '../../../shown-of-keys.ts';

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
		api: standing && apiLinks(region, asked, standing, moment),
		sources: sourcesOf(facts, standing ? divisionFigures(standing) : [])
	};
}

/** A form sends its empty fields along; the address that is shared has only what was filled in. */
function redirectWithoutEmpty(url: URL) {
	const filled = [...url.searchParams].filter(([, value]) => value !== '');
	if (filled.length === url.searchParams.size) return;
	const query = new URLSearchParams(filled).toString();
	redirect(307, query ? `${url.pathname}?${query}` : url.pathname);
}

function sortByName(standing: DivisionStanding) {
	const order = (a: { municipality: { name: string } }, b: { municipality: { name: string } }) =>
		byName(a.municipality.name, b.municipality.name);
	standing.towns.sort(order);
	for (const key of standing.keys) key.parts.sort(order);
}

/** What stands in the fields of the form. */
function fieldsOf(asked: DivisionAsked, standing: DivisionStanding | null) {
	const { scenario, cap: names, weightOf } = PAGE_DIVISION;
	const goal = asked.scenario.goal ?? standing?.scenario.goal ?? null;
	const cap = asked.cap ?? standing?.rule.cap ?? null;
	const written = (value: number | null) =>
		value === null ? '' : scenario.share.write(value).replace('.', ',');
	return {
		goal: { name: scenario.goal, value: written(goal) },
		by: {
			name: scenario.by,
			value: scenario.day.write(standing?.scenario.by ?? asked.scenario.by ?? DEFAULT_BY)
		},
		cap: { name: names, value: written(cap) },
		weights: (['households', 'gap', 'growth'] as const).map((factor) => ({
			factor,
			name: weightOf(factor),
			value: String(asked.weights[factor]).replace('.', ',')
		}))
	};
}

/** The road to the same goal by the same day. */
const roadOf = (url: URL, { slug }: Region, standing: DivisionStanding | null) =>
	linksFrom(url)(
		`/regios/${slug}/weg`,
		standing ? scenarioParameters(standing.scenario, PAGE_SCENARIO) : {}
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
			...divisionParameters(asked, scenario, API_DIVISION)
		});
	return {
		allCsv: link('divisions.csv'),
		all: link('divisions'),
		oneCsv: link('division.csv'),
		one: link('division')
	};
}
