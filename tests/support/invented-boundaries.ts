import { existsOn, facts } from './facts.ts';

/** A diamond around the real centre of every municipality of a day: no real border looks like this. */
export function inventedBoundaries(day: string) {
	return {
		type: 'FeatureCollection',
		features: facts.municipalities
			.filter((one) => existsOn(one.nis_code, day))
			.map(({ nis_code, longitude, latitude, area_km2 }) => {
				const [x, y] = [Number(longitude), Number(latitude)];
				const half = Math.sqrt(Number(area_km2) / 2);
				const [dx, dy] = [half / 70, half / 111];
				const ring = [
					[x - dx, y],
					[x, y - dy],
					[x + dx, y],
					[x, y + dy],
					[x - dx, y]
				];
				return {
					type: 'Feature',
					properties: { nis: nis_code },
					geometry: { type: 'Polygon', coordinates: [ring] }
				};
			})
	};
}
