import { TOTAL_DEFINITIONS } from '#lib/domain/region.ts';
import { mentionsOf } from '#lib/server/queries/mentions.ts';
import { agreementOf } from '#lib/server/standing/agreement.ts';
import { cooperation, regionObjectives, regionObservations } from '#lib/server/queries/regions.ts';
import { groupPartsOf } from '#lib/server/standing/target-groups.ts';
import { flowsOf } from '#lib/server/standing/flows.ts';
import { carriedOn } from '#lib/server/standing/asked-region.ts';
import { datedMemberships, membershipChange } from '#lib/server/standing/memberships.ts';
import { mainScheme } from '#lib/server/standing/municipalities.ts';
import { regionBesideNow } from '#lib/server/standing/now.ts';
import { regionPlans } from '#lib/server/standing/plans.ts';
import { flandersStanding, regionStanding } from '#lib/server/standing/regions.ts';
import { regionSpread } from '#lib/server/standing/spread.ts';
import { spreadTrend } from '#lib/server/standing/spread-trend.ts';
import {
	figuresBehind,
	flowFigures,
	objectiveFigures,
	plansFigures,
	regionFiguresBehind,
	sourcesOf
} from '#lib/server/standing/sources.ts';
import {
	endOfLine,
	type Ground,
	regionTrend,
	type TrendPoint,
	trendsOf
} from '#lib/server/standing/trends.ts';
import { byTown } from '#lib/text/format.ts';
import { linksFrom } from '../../../links.ts';
import { projectIn, question, regionIn } from '../../../question.ts';
import { isShown, regionMap } from '../../region-map.ts';

/** The points of a line on the days of another one. */
const asFarAs = (points: readonly TrendPoint[], other: readonly TrendPoint[]): TrendPoint[] =>
	points.filter(({ date }) => other.some((one) => one.date === date));

/** More members than this are not drawn as a line each: nobody would find one. */
const MOST_LINES = 30;

export async function load({ url, params }) {
	const { database, facts, moment } = await question(url);
	const region = regionIn(url, facts, params.slug);
	const found = await regionStanding(database, moment, region);
	const beside = await regionBesideNow(database, moment, found);
	const standing = { ...beside, members: beside.members.toSorted(byTown) };
	const ground: Ground = url.searchParams.get('grond') === 'toen' ? 'of_the_time' : 'constant';
	const towns = found.members.map((one) => one.municipality);
	const codes = region.kind === 'stadsregio' ? towns.map((one) => one.nis) : [];
	const totals = regionObservations(database.read, region.slug, moment.known);
	const [
		trend,
		lineEnd,
		together,
		published,
		objectives,
		mentions,
		flows,
		plans,
		groups,
		spread,
		flanders,
		agreement,
		lines
	] = await Promise.all([
		regionTrend(database, moment, region, ground),
		ground === 'constant' ? endOfLine(database, moment, towns) : null,
		cooperation(database.read, region.slug, codes, moment.known),
		totals,
		regionObjectives(database.read, region.slug, moment.known),
		mentionsOf(database.read, [region.slug], moment.known),
		flowsOf(database, moment, towns),
		regionPlans(database, moment, region, totals),
		groupPartsOf(database, moment, [region.slug]),
		regionSpread(database, moment, standing, projectIn(url)),
		region.kind === 'gewest' ? null : flandersStanding(database, moment),
		agreementOf(database, facts, moment, region),
		towns.length > 1 && towns.length <= MOST_LINES ? trendsOf(database, moment, towns) : []
	]);
	spread.members.sort(byTown);
	agreement?.rows.sort(byTown);

	return {
		standing,
		agreement,
		ground,
		trend,
		memberYears: towns
			.flatMap((municipality, at) =>
				lines[at] ? [{ municipality, points: asFarAs(lines[at], trend) }] : []
			)
			.sort(byTown),
		lineEnd,
		map: regionMap(facts, moment, standing, spread, {
			shown: isShown(url.searchParams.get('kaart')),
			link: linksFrom(url)
		}),
		cooperation: together.map((one) => ({
			...one,
			name: facts.places.byCode.get(one.nis ?? '')?.name ?? region.name
		})),
		published: published.filter((one) => one.indicator !== 'households'),
		totals: published.filter((one) => TOTAL_DEFINITIONS.includes(one.indicator)),
		objectives: objectives.map((one) => ({
			...one,
			schemeName: facts.schemes.find(({ code }) => code === one.scheme)?.name ?? one.scheme
		})),
		mentions,
		flows,
		plans,
		groups,
		scheme: mainScheme(facts, moment.on),
		spread,
		spreadTrend: spreadTrend(trend),
		flanders: flanders && { name: flanders.region.name, share: flanders.share },
		dated: datedMemberships(facts, region),
		memberChange: membershipChange(facts, region, moment),
		carried: carriedOn(facts.places, region, moment.structureOn),
		names: facts.places.byCode,
		publications: facts.publications,
		sources: {
			share: sourcesOf(facts, regionFiguresBehind(standing)),
			members: sourcesOf(
				facts,
				standing.members.map((row) => row.share)
			),
			objective: sourcesOf(facts, objectiveFigures(standing.objective)),
			trend: sourcesOf(
				facts,
				trend.map((point) => point.share)
			),
			years: sourcesOf(
				facts,
				lines.flat().map((point) => point.share)
			),
			flows: sourcesOf(facts, flows ? flowFigures(flows) : []),
			plans: sourcesOf(facts, plansFigures(plans)),
			page: sourcesOf(facts, [
				...regionFiguresBehind(standing),
				...standing.members.flatMap(figuresBehind),
				...[...trend, ...lines.flat()].map((point) => point.share),
				...(flows ? flowFigures(flows) : []),
				...plansFigures(plans),
				...spread.members.map((one) => one.regional)
			])
		}
	};
}
