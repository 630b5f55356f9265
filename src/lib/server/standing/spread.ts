import { derived, unknown, type Figure } from '#lib/domain/figure.ts';
import type { Municipality } from '#lib/domain/places.ts';
import {
	dwellingsElsewhere,
	excesses,
	gini,
	highestToLowest,
	hoover,
	locationQuotients,
	regionalSpread,
	shareAgainst,
	theil,
	unweightedVariation,
	weightedVariation,
	whyNoSpread,
	type SpreadPart
} from '#lib/domain/spread.ts';
import type { Database } from '../database.ts';
import { borders } from '../queries/places.ts';
import { reference } from '../reference.ts';
import type { Moment } from './moment.ts';
import { standingsOf, type MunicipalityStanding } from './municipalities.ts';
import type { RegionStanding } from './regions.ts';

/** How one member stands in the spread of its region and among its neighbours. */
export interface MemberSpread {
	municipality: Municipality;
	/** Own share over that of the region; 1 is the same. */
	quotient: Figure;
	/** Dwellings above (positive) or below its part by households, rounded. */
	excess: Figure;
	/** Flemish regional spread measure; 100 is even with the bordering municipalities. */
	regional: Figure;
	/** Bordering Flemish municipalities that are left out, for nobody published their figures. */
	neighboursWithout: string[];
}

/** How evenly a region's stock is spread over its members. */
export interface RegionSpread {
	/** Whole dwellings that would have to stand in another member; carries status, sources and reason of all measures. */
	elsewhere: Figure;
	/** Each null when `elsewhere` is unknown; `highestToLowest` also when a member has no dwelling. */
	measures: {
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
	};
	members: MemberSpread[];
}

type Holder = Pick<MunicipalityStanding, 'municipality' | 'stock' | 'households'>;

/** The measures of a region's spread, without its members and their neighbours; reads nothing. */
export function spreadMeasures(
	{ members, region }: Pick<RegionStanding, 'members' | 'region'>,
	moment: Moment
): Pick<RegionSpread, 'elsewhere' | 'measures'> & { parts: readonly SpreadPart[] } {
	const parts = members.flatMap(partOf);
	const elsewhere = wholeOf(members, parts, moment);
	const known = elsewhere.value === null ? [] : parts;
	return { elsewhere, measures: measuresOf(known, region.kind === 'stadsregio'), parts: known };
}

/**
 * The spread of a region at a moment. A member without a figure makes every measure of the region unknown and is named: what
 * is not known cannot be even (domain.md R9). The measure against neighbours needs the neighbours' figures only.
 */
export async function regionSpread(
	database: Database,
	moment: Moment,
	standing: RegionStanding
): Promise<RegionSpread> {
	const { members } = standing;
	const { elsewhere: whole, measures, parts: known } = spreadMeasures(standing, moment);
	const around = await neighbours(database, moment, members);
	const quotients = new Map(locationQuotients(known)?.map((one) => [one.nis, one.quotient]));
	const apart = new Map(excesses(known)?.map((one) => [one.nis, one.dwellings]));
	const like = (value: number | undefined): Figure =>
		value === undefined
			? unknown(moment.on, whole.reason ?? 'no_households', whole.missing)
			: { ...whole, value };
	return {
		elsewhere: whole,
		measures,
		members: members.map((member) => ({
			municipality: member.municipality,
			quotient: like(quotients.get(member.municipality.nis)),
			excess: like(rounded(apart.get(member.municipality.nis))),
			...amongNeighbours(member, around.get(member.municipality.nis) ?? [])
		}))
	};
}

const rounded = (value: number | undefined) =>
	value === undefined ? undefined : Math.round(value) || 0;

const partOf = ({ municipality, stock, households }: Holder): SpreadPart[] =>
	stock.value === null || households.value === null
		? []
		: [{ nis: municipality.nis, stock: stock.value, households: households.value }];

const hasFigures = (one: Holder) => partOf(one).length > 0;

function wholeOf(members: readonly Holder[], parts: readonly SpreadPart[], { on }: Moment): Figure {
	const missing = members.filter((one) => !hasFigures(one)).map((one) => one.municipality.nis);
	if (missing.length > 0) return unknown(on, 'part_missing', missing);
	const reason = members.length === 0 ? 'no_members' : whyNoSpread(parts);
	if (reason) return unknown(on, reason);
	const inputs = members.flatMap((one) => [one.stock, one.households]);
	return derived(Math.round(dwellingsElsewhere(parts) ?? 0), on, inputs);
}

function measuresOf(parts: readonly SpreadPart[], isCity: boolean): RegionSpread['measures'] {
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

/** The bordering municipalities of each member with their figures, inside and outside the region. */
async function neighbours(
	database: Database,
	moment: Moment,
	members: readonly Holder[]
): Promise<Map<string, Holder[]>> {
	const { places } = await reference(database);
	const codes = members.map((one) => one.municipality.nis);
	const pairs = await borders(database.read, codes, moment.structureOn);
	const around = [...new Set(pairs.map((pair) => pair.neighbour))];
	const outside = around.filter((nis) => !codes.includes(nis));
	const towns = outside.flatMap((nis) => places.byCode.get(nis) ?? []);
	const rows = [...members, ...(await standingsOf(database, moment, towns)).rows];
	const byCode = new Map<string, Holder>(rows.map((row) => [row.municipality.nis, row]));
	const beside = Map.groupBy(pairs, (pair) => pair.nis);
	return new Map(
		[...beside].map(([nis, list]) => [
			nis,
			list.flatMap((pair) => byCode.get(pair.neighbour) ?? [])
		])
	);
}

function amongNeighbours(
	member: Holder,
	around: readonly Holder[]
): Pick<MemberSpread, 'regional' | 'neighboursWithout'> {
	const { date } = member.stock;
	const neighboursWithout = around
		.filter((one) => !hasFigures(one))
		.map((one) => one.municipality.nis);
	const [own] = partOf(member);
	if (!own) return { regional: unknown(date, 'no_stock'), neighboursWithout };
	const value = regionalSpread(own, around.flatMap(partOf));
	const inputs = [member, ...around.filter(hasFigures)].flatMap((one) => [
		one.stock,
		one.households
	]);
	const regional =
		value === null
			? unknown(date, 'no_neighbours', neighboursWithout)
			: derived(value, date, inputs);
	return { regional, neighboursWithout };
}
