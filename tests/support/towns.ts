import type { Municipality } from '#lib/domain/places.ts';

/** A municipality of which only the code, the days between which it exists and perhaps the name matter. */
export const town = (
	nis: string,
	validFrom: string,
	validTo: string | null,
	name = nis
): Municipality => ({
	nis,
	name,
	province: '70000',
	arrondissement: '71000',
	validFrom,
	validTo,
	longitude: null,
	latitude: null,
	areaKm2: null
});
