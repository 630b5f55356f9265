import { sql } from 'kysely';
import type { Day } from '#lib/domain/dates.ts';
import type { PublishedNumber } from '#lib/domain/published-number.ts';
import type { Reader } from '../database/schema.ts';
import { readRows } from './known.ts';

/** A published number; of a count of all municipalities tested the area is null. */
export type PublishedRow = Omit<PublishedNumber, 'area'> & { area: string | null };

/**
 * Every number that was published and known on a day: of municipalities and regions as a whole, objectives, results of tests
 * and how many municipalities had each. Without what only divides (households, dwellings), estimates and forecasts.
 */
export const publishedNumbers = (db: Reader, known: Day): Promise<PublishedRow[]> =>
	readRows(
		db,
		sql`
		select said.* from (
			select 'observation' as part, nis_code as area, indicator as code, null as scheme, null::int as year,
				reference_date as date, value, null as category, status, publication_id as publication, note
			from observation
			union all
			select 'observation', region, indicator, null, null, reference_date, value, null, status, publication_id, note
			from region_observation
			union all
			select 'objective', nis_code, component, scheme, null, attested_on, value, null,
				case status when 'provisional' then status else 'normal' end, publication_id, note
			from objective
			union all
			select 'test_result', nis_code, 'category', null, year, null, null, category,
				case when provisional then 'provisional' else 'normal' end, publication_id, note
			from test_result
			union all
			select 'test_count', null, category, null, year, null, municipalities, null,
				case when provisional then 'provisional' else 'normal' end, publication_id, note
			from test_count
		) as said join publication as p on p.id = said.publication
		where p.kind <> 'practice' and p.known_from <= ${known}::date
			and (p.withdrawn_on is null or p.withdrawn_on > ${known}::date)
			and said.status not in ('estimated', 'forecast', 'missing', 'suppressed', 'not_applicable')
			and (said.value is not null or said.category is not null)
			and said.code not in ('households', 'households_census', 'dwellings')
		order by area, part, code, date, year, publication`
	);
