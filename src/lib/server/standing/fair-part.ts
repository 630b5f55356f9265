/** What the goal of a region would ask of one of its municipalities, by each division key: scenarios, never a decision. */
import type { Database } from '../database/database.ts';
import { PAGE_DIVISION, readDivision } from './division-asked.ts';
import { divisionStanding, type DivisionStanding } from './division.ts';
import type { RegionLens } from './lens.ts';
import type { Moment } from './moment.ts';

/** A division of the shortfall of a region as the region itself asks it, seen by one of its members. */
export interface FairPart {
	division: DivisionStanding;
	/** Row of the municipality among the towns of the division. */
	row: number;
}

const AS_THE_REGION_ASKS = readDivision(new URLSearchParams(), PAGE_DIVISION);

/** The part of a municipality in each region that wants to reach a share and is short of it; in the order of the regions. */
export async function fairParts(
	database: Database,
	moment: Moment,
	nis: string,
	lenses: readonly RegionLens[]
): Promise<FairPart[]> {
	const regions = lenses.flatMap(({ standing: { goal, region } }) =>
		goal?.kind === 'reach_share' ? [region] : []
	);
	const divisions = await Promise.all(
		regions.map((region) =>
			divisionStanding(database, moment, region, AS_THE_REGION_ASKS, PAGE_DIVISION)
		)
	);
	return divisions.flatMap((division) => {
		const row = division?.towns.findIndex((town) => town.municipality.nis === nis) ?? -1;
		return division && division.towns[row]?.range ? [{ division, row }] : [];
	});
}
