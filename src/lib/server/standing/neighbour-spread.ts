import { householdsDate } from '#lib/domain/dates.ts';
import { derived, unknown, type Figure } from '#lib/domain/figure.ts';
import { STOCK_DEFINITIONS, type AreaPart } from '#lib/domain/region.ts';
import { regionalSpread } from '#lib/domain/spread.ts';
import type { Database } from '../database/database.ts';
import { borders } from '../queries/places.ts';
import { reference } from '../reference/reference.ts';
import { readLookup } from './lookup.ts';
import type { Moment } from './moment.ts';
import { holdingPart } from './municipalities.ts';
import { areaPart, hasFigures, partOf, type Holder } from './spread-parts.ts';

/** How one municipality stands among those that it borders on. */
export interface NeighbourSpread {
	/** Flemish regional spread measure; 100 is even with the bordering municipalities. */
	regional: Figure;
	/** Bordering Flemish municipalities that are left out, for nobody published their figures. */
	neighboursWithout: string[];
}

/** The bordering municipalities of each member with their figures, inside and outside the region. */
export async function neighbours(
	database: Database,
	moment: Moment,
	members: readonly Holder[]
): Promise<Map<string, AreaPart[]>> {
	const facts = await reference(database, moment.known);
	const { places } = facts;
	const codes = members.map((one) => one.municipality.nis);
	const pairs = await borders(database.read, codes, moment.structureOn);
	const around = [...new Set(pairs.map((pair) => pair.neighbour))];
	const outside = around.filter((nis) => !codes.includes(nis));
	const lookup = await readLookup(database.read, places, {
		codes: outside,
		indicators: [...STOCK_DEFINITIONS, 'households'],
		dates: [moment.on, householdsDate(moment.on) ?? moment.on],
		known: moment.known
	});
	const rows = [
		...members.map(areaPart),
		...outside.map((nis) => holdingPart(facts, lookup, nis, moment))
	];
	const byCode = new Map(rows.map((row) => [row.nis, row]));
	const beside = Map.groupBy(pairs, (pair) => pair.nis);
	return new Map(
		[...beside].map(([nis, list]) => [
			nis,
			list.flatMap((pair) => byCode.get(pair.neighbour) ?? [])
		])
	);
}

/** The regional spread of one municipality. Neighbours abroad and in Brussels are not in the data: no figure can be had. */
export function amongNeighbours(member: Holder, around: readonly AreaPart[]): NeighbourSpread {
	const { date } = member.stock;
	const neighboursWithout = around.filter((one) => !hasFigures(one)).map((one) => one.nis);
	const [own] = partOf(areaPart(member));
	if (!own) return { regional: unknown(date, 'no_stock'), neighboursWithout };
	if (own.households === 0) return { regional: unknown(date, 'no_households'), neighboursWithout };
	const value = regionalSpread(own, around.flatMap(partOf));
	const inputs = [areaPart(member), ...around.filter(hasFigures)].flatMap((one) => [
		one.stock,
		one.households
	]);
	const regional =
		value === null
			? unknown(date, 'no_neighbours', neighboursWithout)
			: derived(value, date, inputs);
	return { regional, neighboursWithout };
}
