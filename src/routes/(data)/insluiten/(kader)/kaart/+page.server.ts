import { measured } from '#lib/domain/measures.ts';
import { MAP } from '#lib/server/asked/page-questions.ts';
import { allStandings } from '#lib/server/standing/municipalities.ts';
import { allBesideNow, flandersBesideNow } from '#lib/server/standing/now.ts';
import { flandersStanding } from '#lib/server/standing/regions.ts';
import { sourcesOf } from '#lib/server/standing/sources.ts';
import { byTown, isEstimate } from '#lib/text/format.ts';
import { linksFrom } from '../../../../links.ts';
import { askedIn, question } from '../../../../question.ts';
import { codesOf, measureSays, overviewMap } from '../../../marks.ts';
import { highlightIn } from '../../asked.ts';

export async function load({ url }) {
	const { database, facts, moment } = await question(url);
	const { measure } = askedIn(MAP, url);
	const region = highlightIn(url, facts);
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
		rows: rows.toSorted(byTown),
		region,
		flanders,
		map: overviewMap(facts, moment.structureOn, rows, {
			says: measureSays(measure),
			inRegion: codesOf(facts, region?.slug ?? '', moment.structureOn),
			link: linksFrom(url)
		}),
		count: rows.length,
		estimates: rows.filter((row) => isEstimate(row.stock)).length,
		changed: figures.filter((one) => one.now).length,
		sources: sourcesOf(facts, figures)
	};
}
