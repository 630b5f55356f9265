import { sql } from 'kysely';
import type { Day } from '#lib/domain/dates.ts';
import type { Observation } from '#lib/domain/figure.ts';
import type { Indicator } from '#lib/domain/indicators.ts';
import type { Reader } from '../database/schema.ts';
import { knownOn, newestFirst, PUBLISHED, readRows, readTuples } from './known.ts';

/** Which observations: of some municipalities or all, of some reference dates or all. */
export interface Selection {
	codes: readonly string[] | 'all';
	indicators: readonly Indicator[];
	dates: readonly Day[] | 'all';
	known: Day;
	/** Whether practice figures are left out. */
	published?: boolean;
}

/**
 * The newest observations known on a day, one for each municipality, indicator, reference date and structure;
 * withdrawn publications excepted. Newest first within a municipality, indicator and date.
 */
export async function newestObservations(db: Reader, selection: Selection): Promise<Observation[]> {
	const query = (reader: Reader) => newestObservationsQuery(reader, selection);
	const rows = await readTuples<Values>(db, query, COLUMNS);
	return rows.map(([nis, indicator, date, value, status, publication, structureOn, note]) => ({
		nis,
		indicator,
		date,
		value,
		status,
		publication,
		structureOn,
		note
	}));
}

const COLUMNS = [
	'nis',
	'indicator',
	'date',
	'value',
	'status',
	'publication',
	'structureOn',
	'note'
] as const;
type ValuesOf<Row, Names extends readonly (keyof Row)[]> = { [At in keyof Names]: Row[Names[At]] };
type Values = ValuesOf<Observation, typeof COLUMNS>;

/**
 * The query of `newestObservations`, apart for its snapshot. A practice figure has no publication day; it counts from
 * its own reference date on, so that nothing is estimated for a day that was still to come.
 */
export function newestObservationsQuery(db: Reader, selection: Selection) {
	return db
		.selectFrom(newestOfEachStructure(db, selection).as('o'))
		.select(COLUMNS)
		.orderBy('nis')
		.orderBy('indicator')
		.orderBy('date')
		.orderBy(sql`kind = 'practice'`)
		.orderBy('published', 'desc')
		.orderBy('publication', 'desc');
}

function newestOfEachStructure(
	db: Reader,
	{ codes, indicators, dates, known, published = false }: Selection
) {
	return db
		.selectFrom('observation as o')
		.innerJoin('publication as p', 'p.id', 'o.publication_id')
		.distinctOn(['o.nis_code', 'o.indicator', 'o.reference_date', 'p.structure_on'])
		.select([
			'o.nis_code as nis',
			'o.indicator',
			'o.reference_date as date',
			'o.value',
			'o.status',
			'o.publication_id as publication',
			'p.structure_on as structureOn',
			'o.note',
			'p.kind',
			PUBLISHED.as('published')
		])
		.where(sql<boolean>`o.indicator = any(${indicators}::text[])`)
		.$if(codes !== 'all', (query) => query.where(sql<boolean>`o.nis_code = any(${codes}::text[])`))
		.$if(dates !== 'all', (query) =>
			query.where(sql<boolean>`o.reference_date = any(${dates}::date[])`)
		)
		.where(knownOn(known))
		.$if(published, (query) => query.where('p.kind', '<>', 'practice'))
		.where((eb) => eb.or([eb('p.kind', '<>', 'practice'), eb('o.reference_date', '<=', known)]))
		.orderBy('o.nis_code')
		.orderBy('o.indicator')
		.orderBy('o.reference_date')
		.orderBy('p.structure_on')
		.$call(newestFirst);
}

/** A year-end for which a publication brought a stock, and for how many municipalities. */
export interface StockDate {
	date: Day;
	knownFrom: Day;
	withdrawnOn: Day | null;
	municipalities: number;
	/** Slugs of the regions of which a total was published. */
	regions: readonly string[];
}

/**
 * The year-ends for which a stock of municipalities, or a total of a region, by one of these definitions was published,
 * latest first; one row for each publication and sort of place.
 */
export async function stockDates(
	db: Reader,
	definitions: readonly Indicator[],
	totals: readonly Indicator[]
): Promise<StockDate[]> {
	return readRows<StockDate>(
		db,
		sql`
			select o.reference_date as date, p.known_from as "knownFrom", p.withdrawn_on as "withdrawnOn", o.n as municipalities, o.regions
			from (
				select reference_date, publication_id, count(*) as n, '{}'::text[] as regions
				from observation where indicator = any(${definitions}::text[]) group by 1, 2
				union all
				select reference_date, publication_id, 0, array_agg(distinct region)
				from region_observation where indicator = any(${totals}::text[]) group by 1, 2
			) as o join publication p on p.id = o.publication_id
			where extract(month from o.reference_date) = 12 and extract(day from o.reference_date) = 31
			order by o.reference_date desc, p.id`
	);
}
