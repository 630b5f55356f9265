import type { Facts } from './fact-rows.ts';
import { list, number, optional, readTable, word } from './table.ts';

/** The municipalities of all structures, from `facts/municipalities.csv`. */
export const readMunicipalities = (): Promise<Facts['municipalities']> =>
	readTable<Facts['municipalities'][number]>('municipalities', {
		nis_code: word,
		name: word,
		province_code: word,
		arrondissement_code: word,
		valid_from: word,
		valid_to: optional(word),
		longitude: number,
		latitude: number,
		area_km2: number,
		publication_id: number
	});

/** Every predecessor of every merger; a municipality that keeps its code succeeds itself (Antwerpen in 2025). */
export async function readSuccessions(): Promise<Facts['successions']> {
	const mergers = await readTable('successions', {
		effective_on: word,
		successor: word,
		predecessors: list,
		publication_id: number
	});
	return mergers.flatMap(({ predecessors, ...merger }) =>
		predecessors.map((predecessor) => ({ predecessor, ...merger }))
	);
}

/** The pairs of municipalities with a common border: the file lists for each the neighbours with a higher code. */
export async function readNeighbours(): Promise<Facts['neighbours']> {
	const rows = await readTable('neighbours', {
		structure_on: word,
		nis_code: word,
		higher_neighbours: list
	});
	return rows.flatMap(({ structure_on, nis_code, higher_neighbours }) =>
		higher_neighbours.map((nis_b) => ({ structure_on, nis_a: nis_code, nis_b }))
	);
}
