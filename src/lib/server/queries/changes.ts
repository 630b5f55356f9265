import { sql, type RawBuilder } from 'kysely';
import type { Day } from '#lib/domain/dates.ts';
import type { Indicator } from '#lib/domain/indicators.ts';
import type { Status } from '#lib/domain/status.ts';
import type { Reader } from '../database/schema.ts';
import { NEWEST_FIRST, PUBLISHED, readRows } from './known.ts';

/** One figure of one municipality and date that became something else: what was known before, and what after. */
export interface ChangedFigure {
	nis: string;
	indicator: Indicator;
	date: Day;
	before: number | null;
	beforeStatus: Status;
	beforePublication: number;
	/** Null when nothing is known any more. */
	after: number | null;
	afterStatus: Status | null;
	afterPublication: number | null;
}

const COLUMNS = sql`
	own.nis_code as nis, own.indicator, own.reference_date as date,
	b.value as before, b.status as "beforeStatus", b.publication_id as "beforePublication"`;

/** A number that differs, or an estimate in place of a measurement or the other way round. */
const differs = (after: RawBuilder<unknown>, status: RawBuilder<unknown>) =>
	sql`(b.value is distinct from ${after} or (b.status = 'estimated') is distinct from (${status} = 'estimated'))`;

/** The observation that won on a day among those of the same municipality, indicator and date as `own`. */
const newestOn = (known: Day, only = sql`true`) => sql`
	select o.value, o.status, o.publication_id, p.kind, ${PUBLISHED} as published
	from observation as o join publication as p on p.id = o.publication_id
	where o.nis_code = own.nis_code and o.indicator = own.indicator and o.reference_date = own.reference_date
		and p.known_from <= ${known}::date and (p.withdrawn_on is null or p.withdrawn_on > ${known}::date)
		and (p.kind <> 'practice' or o.reference_date <= ${known}::date)
		and ${only}
	order by ${sql.join(NEWEST_FIRST)} limit 1`;

/** Which figures, and between which two days. */
export interface ChangedSelection {
	codes: readonly string[];
	indicators: readonly Indicator[];
	/** The earlier day, and the later one. */
	from: Day;
	to: Day;
}

/**
 * The figures that were known on the earlier day and are something else on the later one, the largest difference first.
 * Figures that came for dates of which nothing was known are no change.
 */
export const changedFigures = (
	db: Reader,
	{ codes, indicators, from, to }: ChangedSelection
): Promise<ChangedFigure[]> =>
	readRows(
		db,
		sql`
		with own as (
			select distinct o.nis_code, o.indicator, o.reference_date
			from observation as o join publication as p on p.id = o.publication_id
			where p.kind <> 'practice'
				and o.indicator = any(${indicators}::text[]) and o.nis_code = any(${codes}::text[])
				and ((p.known_from > ${from}::date and p.known_from <= ${to}::date)
					or (p.withdrawn_on > ${from}::date and p.withdrawn_on <= ${to}::date))
		)
		select ${COLUMNS}, a.value as after, a.status as "afterStatus", a.publication_id as "afterPublication"
		from own
		join lateral (${newestOn(from)}) as b on true
		left join lateral (${newestOn(to)}) as a on true
		where ${differs(sql`a.value`, sql`a.status`)}
		order by abs(a.value - b.value) desc nulls last, own.nis_code, own.indicator, own.reference_date`
	);

/** A publication as far as its place in the order of publications goes. */
interface Ranked {
	id: number;
	knownFrom: Day;
	publishedOn: Day | null;
}

/**
 * Each figure of a publication with the one that it took the place of on the day it became known; none of what was published
 * later, whose place it does not take.
 */
const replacements = ({ id, knownFrom, publishedOn }: Ranked) => sql`
	observation as own join lateral (${newestOn(
		knownFrom,
		sql`p.id <> ${id} and (p.kind = 'practice' or (p.known_from, p.id) < (${knownFrom}::date, ${id}::int))`
	)}) as b on true
	where own.publication_id = ${id}
		and (b.kind = 'practice' or (b.published, b.publication_id) < (${publishedOn ?? knownFrom}::date, ${id}::int))`;

/** The figures of a publication that differ from those whose place they took, the largest difference first. */
export const largestReplacements = (
	db: Reader,
	publication: Ranked,
	limit: number,
	offset = 0
): Promise<ChangedFigure[]> =>
	readRows(
		db,
		sql`
		select ${COLUMNS},
			own.value as after, own.status as "afterStatus", own.publication_id as "afterPublication"
		from ${replacements(publication)} and ${differs(sql`own.value`, sql`own.status`)}
		order by abs(own.value - b.value) desc nulls last, own.nis_code, own.indicator, own.reference_date
		limit ${limit} offset ${offset}`
	);

/** How many figures of an earlier publication a later one took the place of, and how many of them differ. */
export interface Replaced {
	publication: number;
	figures: number;
	changed: number;
}

/** The publications whose figures a publication took the place of, the most figures first. */
export const replacedPublications = (db: Reader, publication: Ranked): Promise<Replaced[]> =>
	readRows(
		db,
		sql`
		select b.publication_id as publication, count(*) as figures,
			count(*) filter (where ${differs(sql`own.value`, sql`own.status`)}) as changed
		from ${replacements(publication)}
		group by b.publication_id order by 2 desc, 1`
	);

/** What one publication brought of one kind. */
export interface Contents {
	/** The table in which it stands. */
	part:
		| 'observation'
		| 'region_observation'
		| 'objective'
		| 'region_objective'
		| 'test_result'
		| 'mention';
	/** Code of the indicator or of the component of an objective; the year of a test; the kind of a mention. */
	code: string;
	figures: number;
	areas: number;
	/** First and last reference date; null for what has none. */
	first: Day | null;
	last: Day | null;
}

/** What a publication brought, by kind. */
export const contentsOf = (db: Reader, id: number): Promise<Contents[]> =>
	readRows(
		db,
		sql`
		select 'observation' as part, indicator as code, count(*) as figures, count(distinct nis_code) as areas,
			min(reference_date) as first, max(reference_date) as last
		from observation where publication_id = ${id} group by indicator
		union all
		select 'region_observation', indicator, count(*), count(distinct region), min(reference_date), max(reference_date)
		from region_observation where publication_id = ${id} group by indicator
		union all
		select 'objective', component, count(*), count(distinct nis_code), min(attested_on), max(attested_on)
		from objective where publication_id = ${id} group by component
		union all
		select 'region_objective', component, count(*), count(distinct region), null, null
		from region_objective where publication_id = ${id} group by component
		union all
		select 'test_result', year::text, count(*), count(distinct nis_code), null, null
		from test_result where publication_id = ${id} group by year
		union all
		select 'mention', kind, count(*), count(distinct place), null, null
		from ${MENTIONED} where publication_id = ${id} group by kind
		order by 1, 2`
	);

/** What is said of several places at once, a row for each of them. */
const MENTIONED = sql`(select publication_id, kind, string_to_table(places, ' ') as place from mention) as mentioned`;

/** An area for which a publication brought something: a municipality or a region. */
export interface TouchedArea {
	nis: string | null;
	region: string | null;
	figures: number;
}

/** The areas for which a publication brought something, by code. */
export const touchedAreas = (db: Reader, id: number): Promise<TouchedArea[]> =>
	readRows(
		db,
		sql`
		select nis, region, sum(n) as figures from (
			select nis_code as nis, null as region, count(*) as n from observation where publication_id = ${id} group by 1
			union all
			select nis_code, null, count(*) from objective where publication_id = ${id} group by 1
			union all
			select nis_code, null, count(*) from test_result where publication_id = ${id} group by 1
			union all
			select null, region, count(*) from region_observation where publication_id = ${id} group by 2
			union all
			select null, region, count(*) from region_objective where publication_id = ${id} group by 2
			union all
			select case when place ~ '^[0-9]' then place end, case when place !~ '^[0-9]' then place end, count(*)
			from ${MENTIONED} where publication_id = ${id} group by 1, 2
		) as parts group by nis, region order by nis, region`
	);

/** How many figures a publication gave another value than was known, and of how many municipalities. */
export interface FiguresChanged {
	figures: number;
	municipalities: number;
}

/** A published figure by its place in the order of publications: its day, the publication, whether it is an estimate, the value. */
const RANKED = sql`array[extract(epoch from ${PUBLISHED})::float8, p.id, (o.status = 'estimated')::int, o.value]`;

/**
 * What each of some publications changed on the day it became known, by their ids; one that changed nothing is left out. Estimates
 * count for nothing that was known. Every figure that they touch is read once, in the order in which figures became known: the
 * best of those before it is the one whose place it took, if that was published earlier. Only one that still stood then and was
 * withdrawn later is looked up apart.
 */
export async function changedBy(
	db: Reader,
	ids: readonly number[]
): Promise<Map<number, FiguresChanged>> {
	const rows = await readRows<FiguresChanged & { id: number }>(
		db,
		sql`
		with touched as (
			select distinct nis_code, indicator, reference_date from observation where publication_id = any(${ids}::int[])
		), said as (
			select o.*, p.known_from, p.withdrawn_on, ${RANKED} as ranked
			from touched natural join observation as o join publication as p on p.id = o.publication_id
			where p.kind <> 'practice'
		), standing as (
			select said.*, max(ranked) filter (where withdrawn_on is null) over earlier as kept,
				max(withdrawn_on) over earlier > known_from as has_lost
			from said window earlier as (
				partition by nis_code, indicator, reference_date
				order by known_from, publication_id rows between unbounded preceding and 1 preceding
			)
		)
		select own.publication_id as id, count(*) as figures, count(distinct own.nis_code) as municipalities
		from standing as own
		left join lateral (
			select max(${RANKED}) as ranked from observation as o join publication as p on p.id = o.publication_id
			where own.has_lost and o.nis_code = own.nis_code and o.indicator = own.indicator
				and o.reference_date = own.reference_date and p.kind <> 'practice' and p.withdrawn_on > own.known_from
				and (p.known_from, p.id) < (own.known_from, own.publication_id)
		) as lost on true
		cross join lateral (select greatest(own.kept, lost.ranked) as ranked) as b
		where own.publication_id = any(${ids}::int[]) and b.ranked < own.ranked and b.ranked[3] = 0
			and (own.status = 'estimated' or b.ranked[4] is distinct from own.value)
		group by 1`
	);
	return new Map(rows.map(({ id, ...changed }) => [id, changed]));
}
