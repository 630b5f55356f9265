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

/** The regions, from `facts/regions.csv`. */
export const readRegions = (): Promise<Facts['regions']> =>
	readTable<Facts['regions'][number]>('regions', {
		slug: word,
		code: word,
		name: word,
		kind: word,
		valid_from: optional(word),
		valid_to: optional(word),
		attested_from: optional(word),
		note: optional(word),
		publication_id: number
	});

/**
 * The dated memberships. An empty cell in `facts/memberships.csv` stands for the municipality's own: the days between
 * which it exists, and the publication that lists it.
 */
export async function readMemberships(
	municipalities: Facts['municipalities']
): Promise<Facts['memberships']> {
	const byCode = new Map(municipalities.map((one) => [one.nis_code, one]));
	const rows = await readTable('memberships', {
		region: word,
		valid_from: optional(word),
		valid_to: optional(word),
		publication_id: optional(number),
		members: list
	});
	return rows.flatMap(({ members, ...row }) =>
		members.map((nis_code) => {
			const own = byCode.get(nis_code);
			if (!own) throw new Error(`memberships: ${nis_code} in ${row.region} is no municipality`);
			return {
				region: row.region,
				nis_code,
				valid_from: row.valid_from ?? own.valid_from,
				valid_to: row.valid_to ?? own.valid_to ?? null,
				publication_id: row.publication_id ?? own.publication_id
			};
		})
	);
}
