import type { Municipality, Succession } from '#lib/domain/places.ts';
import type { Reader } from '../schema.ts';

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
