import type { Day } from '#lib/domain/dates.ts';
import type { Figure } from '#lib/domain/figure.ts';
import { gini, hoover, locationQuotients } from '#lib/domain/spread.ts';
import { spreadOf } from './spread-parts.ts';
import type { TrendPoint } from './trends.ts';

/** A member with its share over that of the region. */
export interface MemberQuotient {
	nis: string;
	quotient: number;
}

/** The spread of a region at one date. */
export interface SpreadPoint {
	date: Day;
	/** Dwellings that would have to stand in another member; carries status, sources and reason of the measures beside it. */
	elsewhere: Figure;
	gini: Figure;
	hoover: Figure;
	/** The members with the lowest and the highest share; null when the spread is unknown. */
	lowest: MemberQuotient | null;
	highest: MemberQuotient | null;
}

/** The spread over the years, from the figures of a trend that was read already: nothing more is asked of the database. */
export const spreadTrend = (points: readonly TrendPoint[]): SpreadPoint[] =>
	points.map(({ date, parts: all }) => {
		const { elsewhere, parts } = spreadOf(all, date);
		const measure = (value: number | null): Figure =>
			elsewhere.value === null ? elsewhere : { ...elsewhere, value };
		const sorted = (locationQuotients(parts) ?? []).sort((a, b) => a.quotient - b.quotient);
		return {
			date,
			elsewhere,
			gini: measure(gini(parts)),
			hoover: measure(hoover(parts)),
			lowest: sorted.at(0) ?? null,
			highest: sorted.at(-1) ?? null
		};
	});
