import { flandersStanding } from '#lib/server/standing/regions.ts';
import { sourcesOf } from '#lib/server/standing/sources.ts';
import { isEstimate } from '#lib/text/format.ts';
import { linksFrom } from '../../../../links.ts';
import { comparisonIn, question } from '../../../../question.ts';
import { comparedBesideNow, comparedFigures, orderIn } from '../../../compared.ts';
import { stripRows } from '../../../strips.ts';

export async function load({ url }) {
	const { database, facts, moment } = await question(url);
	const { regions } = comparisonIn(url, facts);
	const [{ rows }, flanders] = await Promise.all([
		comparedBesideNow(database, moment, regions, orderIn(url)),
		flandersStanding(database, moment)
	]);
	const standings = rows.map((row) => row.standing);
	const members = new Map(
		standings.flatMap((one) => one.members).map((row) => [row.municipality.nis, row])
	);
	return {
		standings,
		strips: stripRows(rows, flanders, linksFrom(url)),
		count: members.size,
		estimates: [...members.values()].filter((row) => isEstimate(row.stock)).length,
		changed: standings.filter(({ share, members }) =>
			[share, ...members.map((row) => row.share)].some((one) => one.now)
		).length,
		sources: sourcesOf(facts, comparedFigures(rows, flanders))
	};
}
