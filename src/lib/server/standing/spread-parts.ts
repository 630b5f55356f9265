import type { Day } from '#lib/domain/dates.ts';
import { derived, unknown, type Figure } from '#lib/domain/figure.ts';
import type { AreaPart } from '#lib/domain/region.ts';
import { dwellingsElsewhere, whyNoSpread, type SpreadPart } from '#lib/domain/spread.ts';
import { halfUp } from '#lib/domain/rounding.ts';
import type { MunicipalityStanding } from './standing.ts';

/** Who has a stock and households, known or not. */
export type Holder = Pick<MunicipalityStanding, 'municipality' | 'stock' | 'households'>;

/** The same as a part of a sum. */
export const areaPart = ({ municipality: { nis }, stock, households }: Holder): AreaPart => ({
	nis,
	stock,
	households
});

/** A part as the measures take it; none when a figure is unknown. */
export const partOf = ({ nis, stock, households }: AreaPart): SpreadPart[] =>
	stock.value === null || households.value === null
		? []
		: [{ nis, stock: stock.value, households: households.value }];

/** Whether both figures are known. */
export const hasFigures = (one: AreaPart) => partOf(one).length > 0;

/**
 * The dwellings that would have to stand elsewhere, with status, sources and reason of every measure over these parts, and the
 * parts to measure; none when the spread is unknown.
 */
export function spreadOf(
	all: readonly AreaPart[],
	on: Day
): { elsewhere: Figure; parts: SpreadPart[] } {
	const parts = all.flatMap(partOf);
	const missing = all.filter((one) => !hasFigures(one)).map((one) => one.nis);
	if (missing.length > 0) return { elsewhere: unknown(on, 'part_missing', missing), parts: [] };
	const reason = all.length === 0 ? 'no_members' : whyNoSpread(parts);
	if (reason) return { elsewhere: unknown(on, reason), parts: [] };
	const inputs = all.flatMap((one) => [one.stock, one.households]);
	return { elsewhere: derived(halfUp(dwellingsElsewhere(parts) ?? 0), on, inputs), parts };
}
