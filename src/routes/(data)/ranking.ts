import { placesAmong, type Place, type RankedFigure } from '#lib/domain/lumpiness.ts';
import { isEstimate, rankedBy } from '#lib/domain/status.ts';
import type { MunicipalityStanding } from '#lib/server/standing/standing.ts';

/** What a list is ranked by, and what one project less cannot bring it below. */
interface Ranking {
	pick: (row: MunicipalityStanding) => RankedFigure;
	least: number;
}

/** The orders of a list in which a project counts; the others have no places. */
export type RankingKey = 'woningen' | 'aandeel' | 'gerealiseerd' | 'voortgang' | 'tegaan';

const RANKINGS: Record<RankingKey, Ranking> = {
	woningen: { pick: (row) => ({ amount: row.stock, base: null }), least: 0 },
	aandeel: { pick: (row) => ({ amount: row.stock, base: row.households }), least: 0 },
	gerealiseerd: {
		pick: ({ objective }) => ({ amount: objective.realised, base: null }),
		least: -Infinity
	},
	voortgang: {
		pick: ({ objective }) => ({ amount: objective.counted.realised, base: objective.target }),
		least: -Infinity
	},
	tegaan: {
		pick: ({ objective }) => ({ amount: objective.toRealise, base: null }),
		least: -Infinity
	}
};

/** Whether a list in this order has places. */
export const hasPlaces = (order: string): order is RankingKey => Object.hasOwn(RANKINGS, order);

/** The places of the municipalities that are no estimates among one another, by NIS code; null for the others. */
export function placesOf(
	rows: readonly MunicipalityStanding[],
	order: RankingKey,
	project: number
): Map<string, Place | null> {
	const { pick, least } = RANKINGS[order];
	const isRanked = (row: MunicipalityStanding) => {
		const { amount, base } = pick(row);
		return rankedBy(amount) !== null && !(base && isEstimate(base));
	};
	const ranked = rows.filter(isRanked);
	const places = placesAmong(ranked.map(pick), project, least);
	return new Map([
		...rows.map((row) => [row.municipality.nis, null] as const),
		...ranked.map((row, index) => [row.municipality.nis, places[index] ?? null] as const)
	]);
}
