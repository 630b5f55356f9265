/** Real names and places of a few municipalities, so that the gallery shows real distances and lengths of names. */
const ROWS = [
	['34002', 'Anzegem', 3.45308, 50.83045, 41.789],
	['34003', 'Avelgem', 3.45289, 50.77738, 21.748],
	['34009', 'Deerlijk', 3.36535, 50.84229, 16.816],
	['34013', 'Harelbeke', 3.30654, 50.86355, 29.14],
	['34022', 'Kortrijk', 3.26376, 50.79974, 80.02],
	['34023', 'Kuurne', 3.27076, 50.85991, 10.008],
	['34025', 'Lendelede', 3.2312, 50.88573, 13.15],
	['34027', 'Menen', 3.15359, 50.79223, 33.071],
	['34040', 'Waregem', 3.40169, 50.88035, 44.344],
	['34041', 'Wevelgem', 3.17319, 50.83105, 38.761],
	['34042', 'Zwevegem', 3.37174, 50.78668, 63.242],
	['34043', 'Spiere-Helkijn', 3.36194, 50.73028, 10.777],
	['36008', 'Izegem', 3.20467, 50.92082, 25.483],
	['36015', 'Roeselare', 3.13275, 50.93656, 59.794],
	['37020', 'Ardooie', 3.20229, 50.98135, 34.576],
	['44021', 'Gent', 3.72463, 51.07417, 156.181],
	['11002', 'Antwerpen', 4.37099, 51.25915, 204.514],
	['35013', 'Oostende', 2.92249, 51.21053, 37.724],
	['71016', 'Genk', 5.49409, 50.9669, 87.855],
	['73028', 'Herstappe', 5.42454, 50.72573, 1.355],
	['73109', 'Voeren', 5.82184, 50.74506, 50.627]
] as const;

export const PLACES = ROWS.map(([nis, name, longitude, latitude, areaKm2]) => ({
	nis,
	name,
	longitude,
	latitude,
	areaKm2
}));

/** The members of the region that the gallery highlights. */
export const MEMBERS: ReadonlySet<string> = new Set(
	PLACES.filter(({ nis }) => nis.startsWith('34')).map(({ nis }) => nis)
);
