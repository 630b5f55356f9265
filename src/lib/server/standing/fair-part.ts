/** What the goal of a region would ask of one of its municipalities, by each division key: scenarios, never a decision. */
import type { Database } from '../database/database.ts';
import { ask } from '../asked/parameter.ts';
import { DIVISION } from '../asked/questions.ts';
import { divisionStanding, type DivisionStanding } from './division.ts';
import type { RegionLens } from './lens.ts';
import type { Moment } from './moment.ts';

/** A division of the shortfall of a region as the region itself asks it, seen by one of its members. */
export interface FairPart {
	division: DivisionStanding;
	/** Row of the municipality among the towns of the division. */
	row: number;
}

const AS_THE_REGION_ASKS = ask(DIVISION, 'page', new URLSearchParams());

/** A municipality with its regions. */
interface Member {
	nis: string;
	regions: readonly RegionLens[];
}

/**
 * The parts of some municipalities, in the order given: of each the part in every region that wants to reach a share and is
 * short of it, in the order of its regions.
 */
export async function fairPartsOf(
	database: Database,
	moment: Moment,
	members: readonly Member[]
): Promise<FairPart[][]> {
	const wanting = members.map(({ regions }) =>
		regions.flatMap(({ standing: { goal, region } }) =>
			goal?.kind === 'reach_share' ? [region] : []
		)
	);
	const divisions = new Map(
		await Promise.all(
			[...new Set(wanting.flat())].map(
				async (region) =>
					[
						region,
						await divisionStanding(database, moment, region, AS_THE_REGION_ASKS, 'page')
					] as const
			)
		)
	);
	return members.map(({ nis }, index) =>
		(wanting[index] ?? []).flatMap((region) => partIn(divisions.get(region) ?? null, nis))
	);
}

function partIn(division: DivisionStanding | null, nis: string): FairPart[] {
	const row = division?.towns.findIndex((town) => town.municipality.nis === nis) ?? -1;
	return division && division.towns[row]?.range ? [{ division, row }] : [];
}
