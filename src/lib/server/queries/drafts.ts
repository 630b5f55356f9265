import type { Day } from '#lib/domain/dates.ts';
import type { Reader } from '../database/schema.ts';

/** A figure of a publication that waits. */
export interface WaitingFigure {
	publication: number;
	indicator: string;
	date: Day;
	value: number | null;
}

/** The figures of one municipality in some publications. */
export async function figuresOf(
	db: Reader,
	publications: readonly number[],
	nis: string
): Promise<WaitingFigure[]> {
	if (publications.length === 0) return [];
	return db
		.selectFrom('observation')
		.select(['publication_id as publication', 'indicator', 'reference_date as date', 'value'])
		.where('publication_id', 'in', publications)
		.where('nis_code', '=', nis)
		.orderBy('reference_date', 'desc')
		.orderBy('indicator')
		.execute();
}
