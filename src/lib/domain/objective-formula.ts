import { BASIS_POINTS } from './share.ts';

/**
 * Step 1 of the rental objective (domain.md 1.5): the municipality's part of its province's objective by households,
 * `P * h / Hp`, to the nearest dwelling with halves up. Exact: the rounding is done on integers.
 * @param provincialObjective dwellings
 * @param households private households of the municipality on the scheme's day for households
 * @param provincialHouseholds the same of its province; above 0
 * @throws RangeError when the province has no households
 */
export function stepOne(
	provincialObjective: number,
	households: number,
	provincialHouseholds: number
): number {
	if (provincialHouseholds <= 0)
		throw new RangeError('A province without households has no objective');
	return divideHalfUp(provincialObjective * households, provincialHouseholds);
}

/**
 * Room below the scheme's limit, in ten-thousandths of a dwelling, signed: `cap * h - S`. Zero or negative means that
 * the baseline stock had reached the limit (9 % is 900 basis points) and the municipality is exempt.
 * @param households private households on the scheme's day for households
 * @param stock dwellings in the baseline (definition A)
 * @param capBasisPoints hundredths of a per cent, from the scheme
 */
export const roomToCap = (households: number, stock: number, capBasisPoints: number): number =>
	capBasisPoints * households - BASIS_POINTS * stock;

/**
 * Step 2 (domain.md R2): step 1, but never more than the room below the limit; 0 when there is none. How the law rounds
 * the room is not known: here to the nearest dwelling with halves up, as in step 1.
 * @param first dwellings by step 1; not below 0
 * @param room ten-thousandths of a dwelling, from `roomToCap`
 */
export const stepTwo = (first: number, room: number): number => Math.min(first, dwellingsIn(room));

/** Room in whole dwellings, 0 when there is none. @param room ten-thousandths of a dwelling, from `roomToCap` */
export const dwellingsIn = (room: number): number =>
	room <= 0 ? 0 : divideHalfUp(room, BASIS_POINTS);

const divideHalfUp = (dividend: number, divisor: number): number =>
	Math.floor((2 * dividend + divisor) / (2 * divisor));
