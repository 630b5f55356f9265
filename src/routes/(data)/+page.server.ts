import type { Figure } from '#lib/domain/figure.ts';
import { measured, MEASURES } from '#lib/domain/measures.ts';
import { allStandings, type MunicipalityStanding } from '#lib/server/standing/municipalities.ts';
import { allBesideNow, flandersBesideNow, regionsBesideNow } from '#lib/server/standing/now.ts';
import { flandersStanding, membersOf, regionStandings } from '#lib/server/standing/regions.ts';
import { sourcesOf } from '#lib/server/standing/sources.ts';
import { byName, isEstimate } from '#lib/text/format.ts';
import { bySlug, MEASURE_WORDS } from '#lib/text/words.ts';
import { linksFrom } from '../links.ts';
import { question } from '../question.ts';
import { attainments } from './attainments.ts';
import { figuresBehind, regionFiguresBehind } from './charts.ts';
import { overviewMap, shareDots } from './marks.ts';

const SHOWN_KINDS = ['stadsregio', 'referentieregio'];

export async function load({ url }) {
	const { database, facts, moment } = await question(url);
	const link = linksFrom(url);
	const measure = bySlug(MEASURE_WORDS, url.searchParams.get('maat')) ?? MEASURES[0];
	const [standings, whole, areas] = await Promise.all([
		allStandings(database, moment),
		flandersStanding(database, moment),
		regionStandings(database, moment, (region) => SHOWN_KINDS.includes(region.kind))
	]);
	const [rows, flanders, regions] = await Promise.all([
		allBesideNow(database, moment, standings.rows),
		flandersBesideNow(database, moment, whole),
		regionsBesideNow(database, moment, areas)
	]);
	const highlighted = regions.find((one) => one.region.slug === url.searchParams.get('regio'));
	const inRegion = new Set(highlighted?.members.map((one) => one.municipality.nis));
	const ofKind = (kind: string) =>
		regions
			.filter((one) => one.region.kind === kind)
			.sort((a, b) => byName(a.region.name, b.region.name));

	const cities = facts.regions.get('centrumsteden');
	const named = new Set(
		cities && membersOf(facts, cities, moment.structureOn).municipalities.map((one) => one.nis)
	);

	return {
		measure,
		measures: MEASURES,
		rows: rows.toSorted((a, b) => byName(a.municipality.name, b.municipality.name)),
		flanders,
		attainments: attainments(rows),
		map: overviewMap(facts, moment.structureOn, rows, { measure, inRegion, named, link }),
		dots: shareDots(rows, inRegion, link),
		unknown: rows.filter((row) => row.share.value === null).map((row) => row.municipality.name),
		missing: flanders.headline.stock.missing.map(
			(nis) => facts.places.byCode.get(nis)?.name ?? nis
		),
		count: rows.length,
		estimates: rows.filter((row) => isEstimate(row.stock)).length,
		highlighted: highlighted ?? null,
		cityRegions: ofKind('stadsregio'),
		referenceRegions: ofKind('referentieregio').map((one) => one.region),
		level: highest(rows, (row) => row.share),
		effort: highest(rows, (row) => row.objective.realisedShare),
		sources: {
			map: sourcesOf(
				facts,
				rows.map((row) => measured(measure, row))
			),
			dots: sourcesOf(
				facts,
				rows.map((row) => row.share)
			),
			page: sourcesOf(facts, [
				...rows.flatMap(figuresBehind),
				...[flanders, ...ofKind('stadsregio')].flatMap(regionFiguresBehind)
			])
		}
	};
}

/** The five municipalities that stand highest on a quantity; estimates rank nobody. */
function highest(
	rows: readonly MunicipalityStanding[],
	pick: (row: MunicipalityStanding) => Figure
): MunicipalityStanding[] {
	const value = (row: MunicipalityStanding) => pick(row).value ?? -Infinity;
	return rows
		.filter((row) => pick(row).value !== null && !isEstimate(pick(row)))
		.sort((a, b) => value(b) - value(a) || byName(a.municipality.name, b.municipality.name))
		.slice(0, 5);
}
