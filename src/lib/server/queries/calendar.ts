import { sql } from 'kysely';
import type { Day } from '#lib/domain/dates.ts';
import type { Reader, ReleaseCalendarTable } from '../database/schema.ts';
import { PUBLISHED, readRows } from './known.ts';

/** A publication that is expected, and whether this site has it. */
export interface Expected {
	series: string;
	referenceDate: Day;
	expectedBy: Day;
	basis: ReleaseCalendarTable['basis'];
	source: string;
	/** For how many municipalities published figures of the series are known. */
	municipalities: number;
	/** Whether an outcome for all municipalities together is known (of a test). */
	counted: boolean;
}

/** What brings each series: the indicators of which a figure must be known; a test brings categories. */
const BROUGHT_BY = sql`(values
	('measurement', 'stock_b'), ('measurement', 'realised'), ('baseline', 'stock_a'), ('households', 'households')
)`;

/** Everything in the calendar with what is known of it on a day, in order of day. */
export const expectedPublications = (db: Reader, known: Day): Promise<Expected[]> =>
	readRows(
		db,
		sql`
		select c.series, c.reference_date as "referenceDate", c.expected_by as "expectedBy", c.basis, c.source,
			(select count(distinct o.nis_code)
				from ${BROUGHT_BY} as b (series, indicator)
				join observation as o on o.indicator = b.indicator and o.reference_date = c.reference_date
				join publication as p on p.id = o.publication_id
				where b.series = c.series and o.status not in ('estimated', 'forecast') and ${out(known)}
			) + (select count(distinct r.nis_code)
				from test_result as r join test_round as t using (year) join publication as p on p.id = r.publication_id
				where c.series = 'progress_test' and t.measured_on = c.reference_date and ${out(known)}
			) as municipalities,
			exists (select from test_count as n join test_round as t using (year) join publication as p on p.id = n.publication_id
				where c.series = 'progress_test' and t.measured_on = c.reference_date and ${out(known)}
			) as counted
		from (
			select distinct on (c.series, c.reference_date) c.*
			from release_calendar as c left join publication as p on p.id = c.publication_id
			where c.publication_id is null or (${out(known)})
			order by c.series, c.reference_date, ${PUBLISHED} desc nulls last, p.id desc
		) as c
		order by c.expected_by, c.series`
	);

const out = (known: Day) => sql`
	p.kind <> 'practice' and p.known_from <= ${known}::date and (p.withdrawn_on is null or p.withdrawn_on > ${known}::date)`;
