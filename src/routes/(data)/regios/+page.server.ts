import type { RegionKind } from '#lib/domain/region.ts';
import { regionsBesideNow } from '#lib/server/standing/now.ts';
import { regionStandings } from '#lib/server/standing/regions.ts';
import { regionFiguresBehind, sourcesOf } from '#lib/server/standing/sources.ts';
import { byName } from '#lib/text/format.ts';
import { REGION_KINDS } from '#lib/text/words.ts';
import { question } from '../../question.ts';

export async function load({ url }) {
	const { database, facts, moment } = await question(url);
	const then = await regionStandings(database, moment, () => true);
	const standings = await regionsBesideNow(database, moment, then);
	const byKind = Map.groupBy(standings, (standing) => standing.region.kind);
	return {
		groups: Object.entries(REGION_KINDS).flatMap(([kind, term]) => {
			const rows = byKind.get(kind as RegionKind);
			return rows
				? [{ kind, term, rows: rows.sort((a, b) => byName(a.region.name, b.region.name)) }]
				: [];
		}),
		sources: sourcesOf(facts, standings.flatMap(regionFiguresBehind))
	};
}
