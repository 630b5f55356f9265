import type { Day } from '#lib/domain/dates.ts';
import type { DivisionMember } from '#lib/domain/division.ts';
import type { KeyRange } from '#lib/domain/division-range.ts';
import { together, type Figure } from '#lib/domain/figure.ts';
import { figureOf } from '#lib/domain/places.ts';
import type { Database } from '../database/database.ts';
import { reference } from '../reference/reference.ts';
import type { Bounds, DivisionAsked } from '../asked/questions.ts';
import type { MemberStanding } from './standing.ts';
import { readLookup } from './lookup.ts';
import type { Moment } from './moment.ts';

/** A member that takes part in a division. */
export interface DivisionTown {
	municipality: MemberStanding['municipality'];
	stock: Figure;
	/** Share on the reference date. */
	shareNow: Figure;
	/** Households on the 1 January after the reference date. */
	householdsNow: Figure;
	/** Households on the day of the scenario, mostly a projection. */
	households: Figure;
	/** Dwellings in execution and planned, of whatever objective. */
	pipeline: Figure;
	/** Signed dwellings left of its own objective; negative is beyond. */
	toRealise: Figure;
	bounds: Bounds;
	/** The fewest and the most that any key gives it; null when no key divides. */
	range: KeyRange | null;
}

/** The members with what a division needs of each; reads their households of one day. */
export async function townsOf(
	database: Database,
	{ structureOn, known }: Moment,
	members: readonly MemberStanding[],
	date: Day,
	asked: DivisionAsked
): Promise<DivisionTown[]> {
	const { places } = await reference(database);
	const codes = members.map((member) => member.municipality.nis);
	const lookup = await readLookup(database.read, places, {
		codes,
		indicators: ['households'],
		dates: [date],
		known
	});
	return members.map(({ municipality, stock, share, households, objective }) => ({
		municipality,
		stock,
		shareNow: share,
		householdsNow: households,
		households: figureOf(places, lookup, {
			nis: municipality.nis,
			structureOn,
			indicator: 'households',
			date
		}),
		pipeline: together(objective.inExecution, objective.planned),
		toRealise: objective.toRealise,
		bounds: boundsFor(municipality.nis, asked),
		range: null
	}));
}

/** Its own bounds; without a minimum of its own the one for all, no further than its maximum. */
function boundsFor(nis: string, { min: minimum, bounds }: DivisionAsked): Bounds {
	const { min = null, max = null } = bounds.get(nis) ?? {};
	return { min: min ?? (minimum === null ? null : Math.min(minimum, max ?? minimum)), max };
}

/** Whether all that any key needs of it is known. */
export const isComplete = ({ stock, households, householdsNow }: DivisionTown) =>
	[stock, households, householdsNow].every((one) => one.value !== null);

/** A town as the division knows it; nothing unknown may come here but growth, and that only for keys without it. */
export function inputOf(town: DivisionTown): DivisionMember {
	const households = town.households.value ?? 0;
	return {
		nis: town.municipality.nis,
		stock: town.stock.value ?? 0,
		households,
		growth: households - (town.householdsNow.value ?? households),
		...town.bounds
	};
}
