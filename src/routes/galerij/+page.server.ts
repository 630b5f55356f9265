import { error } from '@sveltejs/kit';
import { dev } from '$app/environment';
import { env } from '$env/dynamic/private';
import { reference } from '#lib/server/reference/reference.ts';
import { runtime } from '#lib/server/web/runtime.ts';
import { today } from '#lib/server/today.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

/** The gallery is for who works on the drawings; visitors do not find it. */
export const load: PageServerLoad = async () => {
	if (!dev && env.WOONOBJECTIEF_GALLERY !== '1') error(404, 'Deze pagina bestaat niet.');
	const { places } = await reference(runtime().database);
	return {
		flanders: places.validOn(today()).map(({ nis, name, longitude, latitude, areaKm2 }) => ({
			nis,
			name,
			longitude,
			latitude,
			areaKm2
		}))
	};
};
