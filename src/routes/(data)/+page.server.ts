import { attainment, classOf, measured, MEASURES, type Measure } from '#lib/domain/measures.ts';
import type { Municipality } from '#lib/domain/places.ts';
import { headlineOf } from '#lib/domain/region.ts';
import { overviewLayout } from '#lib/server/map-layouts.ts';
import {
	allStandings,
	mainScheme,
	type MunicipalityStanding
} from '#lib/server/standing/municipalities.ts';
import { regionStandings } from '#lib/server/standing/regions.ts';
import { sourcesOf } from '#lib/server/standing/sources.ts';
import { byName, count, dwellings, figure, isEstimate, percent } from '#lib/text/format.ts';
import { linksFrom } from '../links.ts';
import { question } from '../question.ts';

/** Names of the measures in the address. */
const MEASURE_NAMES: Record<string, Measure> = {
	aandeel: 'share',
	voortgang: 'progress',
	tekort: 'short'
};
const SHOWN_KINDS = ['gewest', 'stadsregio', 'referentieregio'];

export async function load({ url }) {
	const { database, facts, moment } = await question(url);
	const link = linksFrom(url);
	const measure = MEASURE_NAMES[url.searchParams.get('maat') ?? ''] ?? 'share';
	const standings = await allStandings(database, moment);
	const regions = await regionStandings(database, moment, (region) =>
		SHOWN_KINDS.includes(region.kind)
	);
	const flanders = regions.find((one) => one.region.kind === 'gewest');
	if (!flanders) throw new Error('The region of kind "gewest" is not in the database.');
	const highlighted = regions.find((one) => one.region.slug === url.searchParams.get('regio'));
	const inRegion = new Set(highlighted?.members.map((one) => one.municipality.nis));

	return {
		measure,
		measures: MEASURES,
		flanders,
		headline: headlineOf(flanders, flanders.published),
		attainments: Map.groupBy(standings.rows, (row) => attainment(row.objective)),
		map: mapOf(facts.places.validOn(moment.structureOn), standings.rows, measure, inRegion, link),
		dots: standings.rows.flatMap((row) => dotOf(row, inRegion, link)),
		unknown: standings.rows.filter((row) => row.share.value === null).length,
		count: standings.rows.length,
		estimates: standings.rows.filter((row) => isEstimate(row.stock)).length,
		highlighted: highlighted ?? null,
		cityRegions: regions
			.filter((one) => one.region.kind === 'stadsregio')
			.sort((a, b) => byName(a.region.name, b.region.name)),
		referenceRegions: regions
			.filter((one) => one.region.kind === 'referentieregio')
			.map((one) => one.region),
		level: extremes(standings.rows, (row) => row.share.value),
		effort: extremes(standings.rows, (row) => row.objective.realisedShare.value),
		scheme: mainScheme(facts),
		sources: sourcesOf(
			facts,
			standings.rows.flatMap((row) => [
				row.stock,
				row.households,
				row.objective.target,
				row.objective.realised
			])
		)
	};
}

/** The five municipalities that stand highest on a quantity. */
function extremes(
	rows: readonly MunicipalityStanding[],
	pick: (row: MunicipalityStanding) => number | null
) {
	return rows
		.filter((row) => pick(row) !== null)
		.sort(
			(a, b) => (pick(b) ?? 0) - (pick(a) ?? 0) || byName(a.municipality.name, b.municipality.name)
		)
		.slice(0, 5);
}

/** What a measure says of one municipality, as a sentence. */
function labelOf(row: MunicipalityStanding, measure: Measure): string {
	const { name } = row.municipality;
	const one = measured(measure, row);
	if (measure === 'share')
		return `${name}: ${figure(one, (value) => percent(value))} van de huishoudens`;
	if (measure === 'progress')
		return `${name}: ${figure(one, (value) => percent(value, 1))} van het objectief`;
	return one.value !== null && one.value <= 0
		? `${name}: objectief gehaald`
		: `${name}: ${figure(one, dwellings)} te gaan`;
}

function mapOf(
	towns: readonly Municipality[],
	rows: readonly MunicipalityStanding[],
	measure: Measure,
	inRegion: ReadonlySet<string>,
	link: ReturnType<typeof linksFrom>
) {
	const { width, height, cells } = overviewLayout(towns);
	const byCode = new Map(rows.map((row) => [row.municipality.nis, row]));
	const marks = cells.flatMap((cell) => {
		const row = byCode.get(cell.nis);
		if (!row) return [];
		const one = measured(measure, row);
		return [
			{
				...cell,
				name: row.municipality.name,
				href: link(`/gemeenten/${cell.nis}`),
				class: classOf(measure, one.value),
				label: labelOf(row, measure),
				value: figure(one, measure === 'short' ? count : (value) => percent(value, 1)),
				highlighted: inRegion.has(cell.nis),
				estimated: isEstimate(one),
				priority: row.households.value ?? 0
			}
		];
	});
	return { size: { width, height }, marks };
}

function dotOf(
	row: MunicipalityStanding,
	inRegion: ReadonlySet<string>,
	link: ReturnType<typeof linksFrom>
) {
	const { nis, name } = row.municipality;
	if (row.share.value === null) return [];
	return [
		{
			id: nis,
			name,
			href: link(`/gemeenten/${nis}`),
			value: row.share.value,
			label: labelOf(row, 'share'),
			highlighted: inRegion.has(nis),
			estimated: isEstimate(row.share)
		}
	];
}
