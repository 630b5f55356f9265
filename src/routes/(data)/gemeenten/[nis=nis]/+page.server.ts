import { error, redirect } from '@sveltejs/kit';
import { addDays } from '#lib/domain/dates.ts';
import { isIndicator, type Indicator, INDICATORS } from '#lib/domain/indicators.ts';
import type { Municipality } from '#lib/domain/places.ts';
import { newestObservations } from '#lib/server/queries/observations.ts';
import type { Reference } from '#lib/server/reference.ts';
import { mainScheme, standingsOf } from '#lib/server/standing/municipalities.ts';
import type { Moment } from '#lib/server/standing/moment.ts';
import { regionStanding } from '#lib/server/standing/regions.ts';
import { sourcesOf } from '#lib/server/standing/sources.ts';
import { testsOf } from '#lib/server/standing/tests.ts';
import { trendOf } from '#lib/server/standing/trends.ts';
import { linksFrom } from '../../../links.ts';
import { question } from '../../../question.ts';

const ALL_INDICATORS = Object.keys(INDICATORS).filter(isIndicator);

export async function load({ url, params }) {
	const { database, facts, moment } = await question(url);
	const municipality = facts.places.byCode.get(params.nis);
	if (!municipality) error(404, 'Onbekende gemeente');
	const shown = codeInForce(facts, moment, municipality);
	if (shown.nis !== municipality.nis) {
		redirect(307, linksFrom(url)(`/gemeenten/${shown.nis}`, { vroeger: municipality.nis }));
	}
	const at = structureFor(moment, municipality);
	const [{ rows, book }, trend, tests, published, flanders] = await Promise.all([
		standingsOf(database, at, [municipality]),
		trendOf(database, at, [municipality]),
		testsOf(database, at, municipality),
		newestObservations(database.read, {
			codes: facts.places.withPredecessors(municipality.nis),
			indicators: ALL_INDICATORS as Indicator[],
			dates: 'all',
			known: moment.known
		}),
		regionStanding(database, moment, 'vlaanderen')
	]);
	const standing = rows[0];
	if (!standing) error(404, 'Onbekende gemeente');
	const { objective } = standing;
	const figures = [
		standing.stock,
		standing.households,
		objective.target,
		objective.baseline,
		objective.realised,
		objective.inExecution,
		objective.planned
	];

	return {
		standing,
		tests,
		trend,
		composedStructure: at.structureOn !== moment.structureOn,
		former: facts.places.byCode.get(url.searchParams.get('vroeger') ?? '') ?? null,
		flandersShare: flanders?.share ?? null,
		scheme: mainScheme(facts),
		components: book.components(municipality.nis).filter((one) => !one.practice),
		published: published.filter(
			(one) => !isPractice(facts, one.publication) && !one.indicator.startsWith('households')
		),
		publications: facts.publications,
		names: facts.places.byCode,
		regions: (facts.regionsOf.get(municipality.nis) ?? [])
			.flatMap((slug) => facts.regions.get(slug) ?? [])
			.filter((region, index, all) => all.indexOf(region) === index)
			.map((region) => ({ region, ...membershipIn(facts, region.slug, municipality.nis) })),
		family: familyOf(facts, municipality, moment),
		sources: sourcesOf(facts, [
			...figures,
			...trend.flatMap((point) => [point.stock, point.households])
		])
	};
}

const isPractice = (facts: Reference, id: number) =>
	facts.publications.get(id)?.kind === 'practice';

/** A code that had ended by the structure shown leads to its successor. */
function codeInForce(facts: Reference, moment: Moment, municipality: Municipality): Municipality {
	const ended = municipality.validTo !== null && municipality.validTo < moment.structureOn;
	const successor = ended ? facts.places.successorOn(municipality.nis, moment.structureOn) : null;
	return facts.places.byCode.get(successor ?? '') ?? municipality;
}

/** A municipality that did not exist yet on the reference date is shown as the sum of its predecessors. */
const structureFor = (moment: Moment, municipality: Municipality): Moment =>
	municipality.validFrom > moment.structureOn
		? { ...moment, structureOn: municipality.validFrom }
		: moment;

function membershipIn(facts: Reference, slug: string, nis: string) {
	const own = (facts.memberships.get(slug) ?? []).filter((one) => one.nis === nis);
	return { from: own[0]?.from ?? null, to: own.at(-1)?.to ?? null };
}

/** Predecessors and successor of a municipality, with the day of the merger. */
function familyOf(facts: Reference, { nis }: Municipality, moment: Moment) {
	const merger = facts.places.mergerInto(nis, moment.today);
	const next = facts.places.wentInto(nis);
	return {
		mergedOn: merger?.on ?? null,
		lastDayApart: merger ? addDays(merger.on, -1) : null,
		predecessors: (merger?.predecessors ?? []).flatMap(
			(code) => facts.places.byCode.get(code) ?? []
		),
		successor: next && { on: next.on, municipality: facts.places.byCode.get(next.successor) }
	};
}
