import { readMunicipalities, readSuccessions } from '#db/seed/places.ts';
import { createPlaces, type Places } from '#lib/domain/places.ts';

/** All municipalities of the reference facts without a database. */
export async function everyPlace(): Promise<Places> {
	const [municipalities, successions] = await Promise.all([
		readMunicipalities(),
		readSuccessions()
	]);
	return createPlaces(
		municipalities.map((one) => ({
			nis: one.nis_code,
			name: one.name,
			province: one.province_code,
			arrondissement: one.arrondissement_code,
			validFrom: one.valid_from,
			validTo: one.valid_to ?? null,
			longitude: null,
			latitude: null,
			areaKm2: null
		})),
		successions.map((one) => ({
			predecessor: one.predecessor,
			successor: one.successor,
			on: one.effective_on
		}))
	);
}
