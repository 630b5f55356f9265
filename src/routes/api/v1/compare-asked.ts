import type { COMPARISON, OWN_REGION } from '#lib/server/api/parameters.ts';
import { API_REGION, regionAsked } from '#lib/server/standing/asked-region.ts';
import {
	API_COMPARISON,
	comparisonAsked,
	type ComparisonAsked
} from '#lib/server/standing/compare.ts';
import type { Question } from '../answer.ts';

/** Which regions a question compares. */
export function comparedIn({
	query,
	facts
}: Question<Record<never, never>, typeof COMPARISON & typeof OWN_REGION>): ComparisonAsked {
	const own = { codes: query.municipalities ?? [], name: query.name ?? null };
	const region = (slug: string) => regionAsked(facts, slug, own, API_REGION);
	return comparisonAsked(facts, query.regions ?? [], query.kind ?? null, region, API_COMPARISON);
}
