import type { Day } from '#lib/domain/dates.ts';
import type { Reader } from '../database/schema.ts';

/** A file of boundaries that was imported, as much of it as a map says. */
export interface BoundarySet {
	id: number;
	publisher: string;
	title: string;
	url: string | null;
	licence: string | null;
	credit: string;
	publishedOn: Day | null;
	fileName: string;
	sha256: string;
	importedAt: string;
}

/** The boundaries of one municipality in one structure, as they are stored. */
export interface BoundaryRow {
	set: number;
	nis: string;
	validFrom: Day;
	validTo: Day | null;
	shape: string;
}

/** Every imported file of boundaries, the latest first. */
export async function boundarySets(db: Reader): Promise<BoundarySet[]> {
	return db
		.selectFrom('boundary_set')
		.select([
			'id',
			'publisher',
			'title',
			'url',
			'licence',
			'credit',
			'published_on as publishedOn',
			'file_name as fileName',
			'sha256',
			'imported_at as importedAt'
		])
		.orderBy('id', 'desc')
		.execute();
}

/** All boundaries of all files, by structure and code. */
export async function boundaryRows(db: Reader): Promise<BoundaryRow[]> {
	return db
		.selectFrom('boundary')
		.select([
			'boundary_set as set',
			'nis_code as nis',
			'valid_from as validFrom',
			'valid_to as validTo',
			'shape'
		])
		.orderBy('boundary_set', 'desc')
		.orderBy('valid_from')
		.orderBy('nis_code')
		.execute();
}
