import { sql } from 'kysely';
import type { Day } from '#lib/domain/dates.ts';
import type { Indicator } from '#lib/domain/indicators.ts';
import type { Status } from '#lib/domain/status.ts';
import type { Reader } from '../database/schema.ts';
import { readRows } from './known.ts';

/** One number as it stands in the database. */
export interface ObservationKey {
	/** NIS code of a municipality, or slug of a region. */
	nis: string;
	indicator: Indicator;
	date: Day;
	publication: number;
}

/** Where a number stands in the file of its publication, and what was said of it. */
export interface ObservationPlace extends ObservationKey {
	value: number | null;
	status: Status;
	note: string | null;
	sheet: string | null;
	row: number | null;
	column: string | null;
}

/** The places of some numbers of municipalities and regions; a number without a row in these tables is left out. */
export async function observationPlaces(
	db: Reader,
	keys: readonly ObservationKey[]
): Promise<ObservationPlace[]> {
	const of = <Key extends keyof ObservationKey>(key: Key) => keys.map((one) => one[key]);
	return readRows<ObservationPlace>(
		db,
		sql`
			with asked as (
				select distinct * from unnest(
					${of('nis')}::text[], ${of('indicator')}::text[], ${of('date')}::date[], ${of('publication')}::int[]
				) as a (area, indicator, reference_date, publication_id)
			)
			select area as nis, indicator, reference_date as date, publication_id as publication, value, status, note,
				place_sheet as sheet, place_row as row, place_column as "column"
			from asked join observation o using (indicator, reference_date, publication_id) where o.nis_code = area
			union all
			select area, indicator, reference_date, publication_id, value, status, note, null, null, null
			from asked join region_observation o using (indicator, reference_date, publication_id) where o.region = area
			order by nis, indicator, date, publication`
	);
}
