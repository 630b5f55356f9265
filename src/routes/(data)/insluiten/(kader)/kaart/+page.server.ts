import { error } from '@sveltejs/kit';
import { measured, MEASURES, type Measure } from '#lib/domain/measures.ts';
import { allStandings } from '#lib/server/standing/municipalities.ts';
import { allBesideNow, flandersBesideNow } from '#lib/server/standing/now.ts';
import { flandersStanding } from '#lib/server/standing/regions.ts';
import { sourcesOf } from '#lib/server/standing/sources.ts';
import { byName, isEstimate } from '#lib/text/format.ts';
import { bySlug, MEASURE_WORDS } from '#lib/text/words.ts';
import { linksFrom } from '../../../../links.ts';
import { question } from '../../../../question.ts';
import { codesOf, overviewMap } from '../../../marks.ts';

export async function load({ url }) {
	const { database, facts, moment } = await question(url);
	const measure = measureIn(url);
	const slug = url.searchParams.get('regio') ?? '';
	const region = facts.regions.get(slug);
	if (slug && !region) error(404, 'Onbekende regio');
	const [standings, whole] = await Promise.all([
		allStandings(database, moment),
		flandersStanding(database, moment)
	]);
	const [rows, flanders] = await Promise.all([
		allBesideNow(database, moment, standings.rows),
		flandersBesideNow(database, moment, whole)
	]);
	const figures = rows.map((row) => measured(measure, row));

	return {
		measure,
		rows: rows.toSorted((a, b) => byName(a.municipality.name, b.municipality.name)),
		region: region ?? null,
		flanders,
		map: overviewMap(facts, moment.structureOn, rows, {
			measure,
			inRegion: codesOf(facts, slug, moment.structureOn),
			link: linksFrom(url)
		}),
		count: rows.length,
		estimates: rows.filter((row) => isEstimate(row.stock)).length,
		changed: figures.filter((one) => one.now).length,
		sources: sourcesOf(facts, figures)
	};
}

function measureIn({ searchParams }: URL): Measure {
	const slug = searchParams.get('maat');
	if (!slug) return MEASURES[0];
	const slugs = MEASURES.map((one) => MEASURE_WORDS[one].slug).join(', ');
	return (
		bySlug(MEASURE_WORDS, slug) ??
		error(400, `Het adres bevat een waarde die niet kan: maat (${slugs}).`)
	);
}
