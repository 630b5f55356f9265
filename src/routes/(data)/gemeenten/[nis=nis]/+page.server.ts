import { error } from '@sveltejs/kit';
import type { Day } from '#lib/domain/dates.ts';
import { mentionsOf } from '#lib/server/queries/mentions.ts';
import { cooperation } from '#lib/server/queries/regions.ts';
import { groupPartsOf } from '#lib/server/standing/target-groups.ts';
import { announcedRegimes } from '#lib/server/standing/build-up.ts';
import { fairPartsOf } from '#lib/server/standing/fair-part.ts';
import { flowsOf } from '#lib/server/standing/flows.ts';
import { lensesOf } from '#lib/server/standing/lens.ts';
import { lawOf } from '#lib/server/standing/levers.ts';
import { agreementsFor } from '#lib/server/standing/agreement.ts';
import { growthPathOf } from '#lib/server/standing/growth-path.ts';
import { familyOf, formerOf, type Family } from '#lib/server/standing/memberships.ts';
import { mainScheme, standingsOf } from '#lib/server/standing/municipalities.ts';
import { municipalPlans } from '#lib/server/standing/plans.ts';
import { municipalityBesideNow } from '#lib/server/standing/now.ts';
import { publishedAbout } from '#lib/server/standing/published.ts';
import { flandersStanding } from '#lib/server/standing/regions.ts';
import {
	flowFigures,
	objectiveFigures,
	plansFigures,
	regionFiguresBehind,
	sourcesOf
} from '#lib/server/standing/sources.ts';
import { historyBesideNow } from '#lib/server/standing/tests-now.ts';
import { siteSharesOf } from '#lib/server/standing/site-shares.ts';
import { testsOf } from '#lib/server/standing/tests.ts';
import { endOfLine, trendOf } from '#lib/server/standing/trends.ts';
import { linksFrom } from '../../../links.ts';
import { municipalityIn, question } from '../../../question.ts';
import { newerThan } from './newer.ts';

export async function load({ url, params }) {
	const { database, facts, moment } = await question(url);
	const { nis } = params;
	const { municipality, at } = municipalityIn(facts, moment, nis, (later) =>
		linksFrom(url)(`/gemeenten/${later}`, { vroeger: nis })
	);
	const codes = facts.places.withPredecessors(nis);
	const [{ rows }, trend, lineEnd, tests, path, published, mentions, flanders, lenses] =
		await Promise.all([
			standingsOf(database, at, [municipality]),
			trendOf(database, at, [municipality]),
			endOfLine(database, at, [municipality]),
			testsOf(database, at, municipality),
			growthPathOf(database, at, municipality),
			publishedAbout(database, at, codes),
			mentionsOf(database.read, codes, moment.known),
			flandersStanding(database, moment),
			lensesOf(database, moment, municipality, at.structureOn)
		]);
	const found = rows[0];
	if (!found) error(404, 'Onbekende gemeente');
	const standing = await municipalityBesideNow(database, at, found);
	const { stock, households, objective } = standing;
	const shares = trend.map((point) => point.share);

	const numbers = published.flatMap(({ said }) => ('indicator' in said ? [said] : []));
	const [law, flows, plans, groups, history, sites, agreements, together, [parts = []]] =
		await Promise.all([
			lawOf(database, at, standing),
			flowsOf(database, at, [municipality]),
			municipalPlans(database, at, municipality),
			groupPartsOf(database, at, codes),
			historyBesideNow(database, at, municipality, tests),
			siteSharesOf(database, moment, municipality, numbers),
			agreementsFor(database, facts, at, [nis]),
			cooperation(database.read, null, codes, moment.known),
			fairPartsOf(database, moment, [{ nis, regions: lenses.now }])
		]);

	return {
		standing,
		newer: url.searchParams.has('op') ? null : newerThan(moment.on, numbers),
		law,
		flows,
		cooperation: together.map((one) => ({
			...one,
			name: facts.places.byCode.get(one.nis ?? '')?.name ?? municipality.name
		})),
		plans,
		groups,
		tests: history,
		agreements: agreements.get(nis) ?? [],
		path,
		trend,
		lineEnd,
		isLater: standing.municipality.validFrom > moment.on,
		former: formerOf(facts, nis, url.searchParams.get('vroeger') ?? ''),
		flandersShare: flanders.share,
		coming: announcedRegimes(facts, moment),
		goals: lenses.now.map((one) => one.standing).filter((one) => one.goal !== null),
		lenses,
		fairParts: parts,
		scheme: mainScheme(facts, moment.on),
		mentions,
		published,
		sites,
		publications: facts.publications,
		names: facts.places.byCode,
		...familyAt(familyOf(facts, nis, moment.today), nis, at.structureOn),
		sources: {
			objective: sourcesOf(facts, objectiveFigures(objective)),
			trend: sourcesOf(facts, shares),
			flows: sourcesOf(facts, flows ? flowFigures(flows) : []),
			plans: sourcesOf(facts, plansFigures(plans)),
			path: sourcesOf(
				facts,
				path.points.flatMap((point) => objectiveFigures(point))
			),
			page: sourcesOf(facts, [
				stock,
				households,
				objective.baseline,
				...objectiveFigures(objective),
				...path.points.flatMap((point) => objectiveFigures(point)),
				...(flows ? flowFigures(flows) : []),
				...plansFigures(plans),
				...shares,
				...lenses.now.flatMap((one) => regionFiguresBehind(one.standing))
			])
		}
	};
}

/** Its mergers; and with whom it kept its code, where it is shown as it was before that. */
const familyAt = (family: Family, nis: string, structureOn: Day) => ({
	family,
	without:
		family.merger && structureOn < family.merger.on
			? family.merger.predecessors.filter((one) => one.nis !== nis).map(({ name }) => name)
			: []
});
