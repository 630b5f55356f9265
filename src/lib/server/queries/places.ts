import { sql } from 'kysely';
import type { Day } from '#lib/domain/dates.ts';
import type { Municipality, Succession } from '#lib/domain/places.ts';
import type { Reader } from '../database/schema.ts';

/** Every municipality of every structure, by NIS code. */
export async function municipalities(db: Reader): Promise<Municipality[]> {
	return db
		.selectFrom('municipality')
		.select([
			'nis_code as nis',
			'name',
			'province_code as province',
			'arrondissement_code as arrondissement',
			'valid_from as validFrom',
			'valid_to as validTo',
			'longitude',
			'latitude',
			'area_km2 as areaKm2'
		])
		.orderBy('nis_code')
		.execute();
}

/** Every merger, one row a predecessor. */
export async function successions(db: Reader): Promise<Succession[]> {
	return db
		.selectFrom('succession')
		.select(['predecessor', 'successor', 'effective_on as on'])
		.orderBy('effective_on')
		.orderBy('successor')
		.orderBy('predecessor')
		.execute();
}

/**
 * The Flemish municipalities that border on some municipalities, as pairs, in the newest structure up to a day; before the
 * first structure in the first one, whose borders were the same then (db/docs/neighbour.md).
 */
export async function borders(
	db: Reader,
	codes: readonly string[],
	day: Day
): Promise<{ nis: string; neighbour: string }[]> {
	if (codes.length === 0) return [];
	const structures = await db
		.selectFrom('neighbour')
		.select('structure_on')
		.distinct()
		.orderBy('structure_on')
		.execute();
	const days = structures.map((one) => one.structure_on);
	const structure = days.filter((one) => one <= day).at(-1) ?? days[0];
	if (!structure) return [];
	const pairs = await db
		.selectFrom('neighbour')
		.select(['nis_a', 'nis_b'])
		.where('structure_on', '=', structure)
		.where(sql<boolean>`(nis_a = any(${codes}::text[]) or nis_b = any(${codes}::text[]))`)
		.execute();
	const asked = new Set(codes);
	return pairs
		.flatMap(({ nis_a: a, nis_b: b }) => [
			{ nis: a, neighbour: b },
			{ nis: b, neighbour: a }
		])
		.filter((pair) => asked.has(pair.nis));
}
