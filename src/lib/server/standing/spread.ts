import { derived, unknown, type Figure, type Reason } from '#lib/domain/figure.ts';
import { placesAmong, projectWeight, type Place } from '#lib/domain/lumpiness.ts';
import type { Municipality } from '#lib/domain/places.ts';
import { halfUp } from '#lib/domain/rounding.ts';
import {
	excesses,
	gini,
	highestToLowest,
	hoover,
	locationQuotients,
	lorenz,
	shareAgainst,
	theil,
	unweightedVariation,
	weightedVariation,
	type LorenzPoint,
	type SpreadPart
} from '#lib/domain/spread.ts';
import type { Database } from '../database/database.ts';
import type { Moment } from './moment.ts';
import { amongNeighbours, neighbours, type NeighbourSpread } from './neighbour-spread.ts';
import type { RegionStanding } from './standing.ts';
import { areaPart, spreadOf } from './spread-parts.ts';

/** How one member stands in the spread of its region and among its neighbours. */
export interface MemberSpread extends NeighbourSpread {
	municipality: Municipality;
	/** Own share over that of the region; 1 is the same. */
	quotient: Figure;
	/** Dwellings above (positive) or below its part by households, rounded. */
	excess: Figure;
	/** Place by share among the members, as a band where one project moves it; null without a share. */
	place: Place | null;
	/** What one project changes in its share, a fraction of its households. */
	project: Figure;
}

/** The measures of a region as numbers; null when undefined. */
export interface SpreadMeasures {
	gini: number | null;
	hoover: number | null;
	/** Unweighted, population. */
	cv: number | null;
	/** Weighted by households (Williamson). */
	weightedCv: number | null;
	theil: number | null;
	highestToLowest: number | null;
	/** Share of the member with most households over that of the others; of a city region only. */
	cityToRing: number | null;
}

/** How evenly a region's stock is spread over its members. */
export interface RegionSpread {
	/** Whole dwellings that would have to stand in another member; carries status, sources and reason of all measures. */
	elsewhere: Figure;
	/** From the lowest share to the highest; null when `elsewhere` is unknown. */
	lorenz: LorenzPoint[] | null;
	/** Dwellings in the typical project of which the places of the members allow for one. */
	project: number;
	measures: SpreadMeasures;
	/** Of each measure that is null. */
	reasons: Partial<Record<keyof SpreadMeasures, Reason>>;
	members: MemberSpread[];
}

/** The measures of a region's spread, without its members and their neighbours; reads nothing. */
export function spreadMeasures(
	{ members, region }: Pick<RegionStanding, 'members' | 'region'>,
	moment: Moment
): Pick<RegionSpread, 'elsewhere' | 'measures' | 'reasons'> & { parts: readonly SpreadPart[] } {
	const isCity = region.kind === 'stadsregio';
	const { elsewhere, parts } = spreadOf(members.map(areaPart), moment.on);
	const measures = measuresOf(parts, isCity);
	return { elsewhere, measures, reasons: reasonsOf(measures, elsewhere, isCity), parts };
}

/**
 * The spread of a region at a moment. A member without a figure makes every measure of the region unknown and is named: what
 * is not known cannot be even (domain.md R9). The measure against neighbours needs the neighbours' figures only, and a place
 * those of the members that have one.
 */
export async function regionSpread(
	database: Database,
	moment: Moment,
	standing: RegionStanding,
	project: number
): Promise<RegionSpread> {
	const { members } = standing;
	const { elsewhere, measures, reasons, parts } = spreadMeasures(standing, moment);
	const around = await neighbours(database, moment, members);
	const quotients = new Map(locationQuotients(parts)?.map((one) => [one.nis, one.quotient]));
	const apart = new Map(excesses(parts)?.map((one) => [one.nis, one.dwellings]));
	const places = placesAmong(
		members.map(({ stock, households }) => ({ amount: stock, base: households })),
		project
	);
	const like = (value: number | undefined): Figure =>
		value === undefined
			? unknown(moment.on, elsewhere.reason ?? 'no_households', elsewhere.missing)
			: { ...elsewhere, value };
	return {
		elsewhere,
		lorenz: lorenz(parts),
		project,
		measures,
		reasons,
		members: members.map((member, index) => ({
			municipality: member.municipality,
			quotient: like(quotients.get(member.municipality.nis)),
			excess: like(rounded(apart.get(member.municipality.nis))),
			place: places[index] ?? null,
			project: weightOf(project, member.households),
			...amongNeighbours(member, around.get(member.municipality.nis) ?? [])
		}))
	};
}

const rounded = (value: number | undefined) => (value === undefined ? undefined : halfUp(value));

function weightOf(project: number, households: Figure): Figure {
	const weight = projectWeight(project, households.value ?? 0);
	return weight === null
		? unknown(households.date, 'no_households')
		: derived(weight, households.date, [households]);
}

function measuresOf(parts: readonly SpreadPart[], isCity: boolean): SpreadMeasures {
	const [city, ...ring] = [...parts].sort((a, b) => b.households - a.households);
	return {
		gini: gini(parts),
		hoover: hoover(parts),
		cv: unweightedVariation(parts),
		weightedCv: weightedVariation(parts),
		theil: theil(parts),
		highestToLowest: highestToLowest(parts),
		cityToRing: isCity ? shareAgainst(city, ring) : null
	};
}

/** Why each measure without a value has none (domain.md R8). */
function reasonsOf(
	measures: SpreadMeasures,
	{ reason }: Figure,
	isCity: boolean
): RegionSpread['reasons'] {
	const own = (name: string): Reason => {
		if (name === 'cityToRing') return isCity ? 'zero_stock' : 'not_applicable';
		return 'zero_lowest';
	};
	const open = Object.entries(measures).filter(([, value]) => value === null);
	return Object.fromEntries(open.map(([name]) => [name, reason ?? own(name)]));
}
