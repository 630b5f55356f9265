import { error } from '@sveltejs/kit';
import { namesIn } from '#lib/server/asked/parameter.ts';
import { OWN_REGION, OWN_SLUG } from '#lib/server/asked/questions.ts';
import { regionBesideNow } from '#lib/server/standing/now.ts';
import { regionStanding } from '#lib/server/standing/regions.ts';
import { regionFiguresBehind, sourcesOf } from '#lib/server/standing/sources.ts';
import { isEstimate } from '#lib/text/format.ts';
import { question, regionIn } from '../../../../../question.ts';

export async function load({ url, params }) {
	const { database, facts, moment } = await question(url);
	const codes = namesIn('page', OWN_REGION).municipalities;
	if (params.slug === OWN_SLUG && !url.searchParams.get(codes)) {
		error(400, `Het adres zegt niet welke gemeenten: ${codes}=34022,34027.`);
	}
	const region = regionIn(url, facts, params.slug);
	const found = await regionStanding(database, moment, region);
	const standing = await regionBesideNow(database, moment, found);
	return {
		standing,
		estimates: standing.members.filter((row) => isEstimate(row.stock)).length,
		sources: sourcesOf(facts, regionFiguresBehind(standing))
	};
}
