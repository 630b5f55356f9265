import type { Figure } from '#lib/domain/figure.ts';
import { TYPICAL_PROJECT, type Place } from '#lib/domain/lumpiness.ts';
import { measured, MEASURES } from '#lib/domain/measures.ts';
import { rankedBy } from '#lib/domain/status.ts';
import { OVERVIEW } from '#lib/server/asked/page-questions.ts';
import { allStandings } from '#lib/server/standing/municipalities.ts';
import type { MunicipalityStanding } from '#lib/server/standing/standing.ts';
import { allBesideNow, flandersBesideNow, regionsBesideNow } from '#lib/server/standing/now.ts';
import { allKnownSorts } from '#lib/server/standing/published.ts';
import { flemishPlans } from '#lib/server/standing/plans.ts';
import { flandersStanding, regionStandings } from '#lib/server/standing/regions.ts';
import {
	figuresBehind,
	plansFigures,
	publicationsBehind,
	regionFiguresBehind,
	sourcesOf
} from '#lib/server/standing/sources.ts';
import { byName, byTown, isEstimate } from '#lib/text/format.ts';
import { towns as byFigure } from '#lib/text/ranked.ts';
import { linksFrom } from '../links.ts';
import { askedIn, question } from '../question.ts';
import { attainments } from './attainments.ts';
import { knownSays, measureSays, overviewMap, shareDots } from './marks.ts';
import { placesOf, type RankingKey } from './ranking.ts';

const SHOWN_KINDS = ['stadsregio', 'referentieregio'];

export async function load({ url }) {
	const { database, facts, moment } = await question(url);
	const link = linksFrom(url);
	const { shown } = askedIn(OVERVIEW, url);
	const isOfKnown = shown === 'known';
	const measure = isOfKnown ? MEASURES[0] : shown;
	const [standings, whole, areas, plans] = await Promise.all([
		allStandings(database, moment),
		flandersStanding(database, moment),
		regionStandings(database, moment, (region) => SHOWN_KINDS.includes(region.kind)),
		flemishPlans(database, moment)
	]);
	const [known, rows, flanders, regions] = await Promise.all([
		allKnownSorts(database, moment),
		allBesideNow(database, moment, standings.rows),
		flandersBesideNow(database, moment, whole),
		regionsBesideNow(database, moment, areas)
	]);
	const all = together(rows);
	const highlighted = regions.find((one) => one.region.slug === url.searchParams.get('regio'));
	const nameOf = (nis: string) => facts.places.byCode.get(nis)?.name ?? nis;
	const inRegion = new Set(highlighted?.members.map((one) => one.municipality.nis));
	const ofKind = (kind: string) =>
		regions
			.filter((one) => one.region.kind === kind)
			.sort((a, b) => byName(a.region.name, b.region.name));

	return {
		measure,
		measures: MEASURES,
		rows: all.byTown,
		flanders,
		plans,
		names: facts.places.byCode,
		attainments: all.attainments,
		known,
		isOfKnown,
		map: overviewMap(facts, moment.structureOn, rows, {
			says: isOfKnown ? knownSays(known) : measureSays(measure),
			inRegion,
			link
		}),
		dots: shareDots(rows, inRegion, link),
		unknown: all.unknown,
		missing: flanders.headline.stock.missing.map(nameOf),
		undecided: flanders.tally.missing.map(nameOf),
		count: rows.length,
		estimates: all.estimates,
		highlighted: highlighted ?? null,
		cityRegions: ofKind('stadsregio'),
		referenceRegions: ofKind('referentieregio').map((one) => one.region),
		level: all.level,
		effort: all.effort,
		sources: {
			map: sourcesOf(
				facts,
				rows.map((row) => measured(measure, row))
			),
			dots: sourcesOf(facts, [], all.behindShares),
			plans: sourcesOf(facts, plansFigures(plans)),
			page: sourcesOf(
				facts,
				[
					...[flanders, ...ofKind('stadsregio')].flatMap(regionFiguresBehind),
					...plansFigures(plans)
				],
				all.behind
			)
		}
	};
}

type Rows = readonly MunicipalityStanding[];
const held = new WeakMap<Rows, ReturnType<typeof toldOfAll>>();

/** What is told of all municipalities together; found once for the standings of a moment, which are held. */
function together(rows: Rows) {
	const found = held.get(rows) ?? toldOfAll(rows);
	held.set(rows, found);
	return found;
}

const toldOfAll = (rows: Rows) => ({
	byTown: rows.toSorted(byTown),
	attainments: attainments(rows),
	unknown: rows.filter((row) => row.share.value === null).map((row) => row.municipality.name),
	estimates: rows.filter((row) => isEstimate(row.stock)).length,
	level: highest(rows, 'aandeel', (row) => row.share),
	effort: highest(rows, 'voortgang', (row) => row.objective.realisedShare),
	behind: publicationsBehind(rows.flatMap(figuresBehind)),
	behindShares: publicationsBehind(rows.map((row) => row.share))
});

/** A municipality among the highest, with the places that it could have. */
interface Highest {
	row: MunicipalityStanding;
	place: Place | null;
}

/** The five municipalities that stand highest on a quantity, with their places; estimates rank nobody. */
function highest(
	rows: readonly MunicipalityStanding[],
	order: RankingKey,
	pick: (row: MunicipalityStanding) => Figure
): Highest[] {
	const ranked = rows.filter((row) => rankedBy(pick(row)) !== null);
	const places = placesOf(ranked, order, TYPICAL_PROJECT);
	return ranked
		.sort(byFigure(pick))
		.slice(0, 5)
		.map((row) => ({ row, place: places.get(row.municipality.nis) ?? null }));
}
