import { marksOf } from '#lib/tables/field.ts';
import type { ComparisonAnswer } from '../api/answers/compare.ts';
import type { Reference } from '../reference/reference.ts';
import type { ComparedRegion, Comparison, ComparisonAsked } from '../standing/compare.ts';
import type { Moment } from '../standing/moment.ts';
import type { RegionStanding } from '../standing/standing.ts';
import { regionBody } from './api.ts';
import { figureJson } from './figure-json.ts';

/** Several regions side by side as `/api/v1/compare` gives them. */
export const comparisonJson = (
	{ kind }: ComparisonAsked,
	{ rows, theil, overlapping, differInSize }: Comparison,
	flanders: RegionStanding,
	facts: Reference,
	moment: Moment
): ComparisonAnswer => ({
	kind,
	on: moment.on,
	known: moment.known,
	membersOn: moment.structureOn,
	flanders: { share: figureJson(flanders.share, facts) },
	regions: rows.map((row) => comparedJson(row, facts, moment)),
	theil: {
		total: theil.total.value,
		within: theil.within.value,
		between: theil.between.value,
		...marksOf(theil.total)
	},
	overlapping: [...overlapping],
	differInSize
});

function comparedJson(
	{ standing, spread, within }: ComparedRegion,
	facts: Reference,
	moment: Moment
) {
	const { members, ...region } = regionBody(standing, facts, moment);
	return {
		...region,
		members: members.map(({ nis, name, share }) => ({
			nis,
			name,
			share: share.value,
			status: share.status
		})),
		spread: {
			...marksOf(spread.elsewhere),
			dwellingsElsewhere: spread.elsewhere.value,
			...spread.measures,
			reasons: spread.reasons,
			theilAddsWithin: within
		}
	};
}
