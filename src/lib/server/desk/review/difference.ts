import { sql } from 'kysely';
import type { Day } from '#lib/domain/dates.ts';
import { THRESHOLDS } from '../findings/thresholds.ts';
import { NEWEST_FIRST, PUBLISHED } from '../../queries/known.ts';
import type { WriteTransaction } from '../../database/schema.ts';

/** Figures listed at most. */
const LISTED = 20;
/** Figures that are told one by one, new ones too, where they are no more than these. */
export const FEW = 3;

/** What a figure of a new publication is beside what is known. */
type FigureState = 'new' | 'changed' | 'unchanged' | 'overtaken';

/** A figure that would become something else. */
export interface Changing {
	nis: string;
	name: string;
	/** Code of an indicator, or of a regime with a component of its objective. */
	indicator: string;
	/** Null for an objective: it is of no day. */
	date: Day | null;
	before: number | null;
	after: number | null;
	/** Whether what stands there now is an estimate. */
	isEstimate: boolean;
}

/** A figure of the same indicator and date that is known and that the new publication does not have. */
export type Vanishing = Omit<Changing, 'after' | 'isEstimate'>;

/** What a publication would change of what is known on a day, before it is released. */
export interface Difference {
	/** `overtaken`: a publication of a later day already gives the figure. */
	counts: Record<FigureState, number>;
	/** Practice figures that would be retired. */
	retired: number;
	/** The largest changes first. */
	changing: Changing[];
	/** The new ones, where they are few. */
	fresh: Changing[];
	/**
	 * How many are known for the same indicators and dates and are not in it, where it has nearly all; they stay as they are.
	 * What is known beside a list of a few does not vanish.
	 */
	vanished: number;
	vanishing: Vanishing[];
}

/** Compares the figures of a draft with those known on a day. */
export async function differenceOf(
	transaction: WriteTransaction,
	publication: number,
	known: Day,
	publishedOn: Day
): Promise<Difference> {
	await compare(transaction, publication, known, publishedOn);
	await compareObjectives(transaction, publication, known, publishedOn);
	const { rows } = await sql<{ state: FigureState; figures: number; retired: number }>`
		select state, count(*) as figures, count(*) filter (where retires) as retired
		from compared group by state`.execute(transaction);
	const counts = { new: 0, changed: 0, unchanged: 0, overtaken: 0 };
	for (const { state, figures } of rows) counts[state] = figures;
	return {
		counts,
		retired: rows.reduce((sum, row) => sum + row.retired, 0),
		changing: await listed(transaction, 'changed'),
		fresh: counts.new > FEW ? [] : await listed(transaction, 'new'),
		...(await vanishing(transaction, known))
	};
}

/** Figures of a state, the largest change first. */
async function listed(transaction: WriteTransaction, of: FigureState): Promise<Changing[]> {
	const { rows } = await sql<Changing>`
		select c.nis_code as nis, m.name, c.indicator, c.reference_date as date, c.before, c.value as after,
			c.retires as "isEstimate"
		from compared as c join municipality as m using (nis_code)
		where c.state = ${of}
		order by abs(c.value - c.before) desc nulls last, c.nis_code, c.indicator, c.reference_date
		limit ${LISTED}`.execute(transaction);
	return rows;
}

/** Each figure of the draft beside the newest one known, in a table that goes with the transaction. */
const compare = (
	transaction: WriteTransaction,
	publication: number,
	known: Day,
	publishedOn: Day
) =>
	sql`
	create temporary table compared on commit drop as
	with own as (
		select nis_code, indicator, reference_date, value, status
		from observation where publication_id = ${sql.lit(publication)}
	), newest as (
		select distinct on (o.nis_code, o.indicator, o.reference_date)
			o.nis_code, o.indicator, o.reference_date, o.value, o.status, p.kind, ${PUBLISHED} as published
		from own
		join observation as o using (nis_code, indicator, reference_date)
		join publication as p on p.id = o.publication_id
		where ${counts(known)}
		order by o.nis_code, o.indicator, o.reference_date, ${sql.join(NEWEST_FIRST)}
	)
	select own.nis_code, own.indicator, own.reference_date, own.value, newest.value as before,
		coalesce(newest.kind = 'practice', false) as retires,
		${state(publishedOn)} as state
	from own left join newest using (nis_code, indicator, reference_date)`.execute(transaction);

/** The same for the objectives of the draft: they are of no day. */
const compareObjectives = (
	transaction: WriteTransaction,
	publication: number,
	known: Day,
	publishedOn: Day
) =>
	sql`
	insert into compared
	select own.nis_code, ${objectiveCode('own')}, null, own.value, newest.value,
		coalesce(newest.kind = 'practice', false), ${state(publishedOn)}
	from objective as own left join lateral (
		select o.value, p.kind, ${PUBLISHED} as published
		from objective as o join publication as p on p.id = o.publication_id
		where o.nis_code = own.nis_code and o.scheme = own.scheme and o.component = own.component and ${isKnown(known)}
		order by ${sql.join(NEWEST_FIRST)} limit 1
	) as newest on true
	where own.publication_id = ${sql.lit(publication)}`.execute(transaction);

/** How an objective is told among figures: its regime and component. */
const objectiveCode = (table: 'own' | 'o') =>
	sql`${sql.ref(`${table}.scheme`)} || ' ' || ${sql.ref(`${table}.component`)}`;

const state = (publishedOn: Day) => sql`
	case
		when newest.kind is null or newest.kind = 'practice' then 'new'
		when newest.published > ${sql.lit(publishedOn)}::date then 'overtaken'
		when newest.value is distinct from own.value then 'changed'
		else 'unchanged'
	end`;

const isKnown = (known: Day) => sql`
	p.known_from <= ${sql.lit(known)}::date
	and (p.withdrawn_on is null or p.withdrawn_on > ${sql.lit(known)}::date)`;

const counts = (known: Day) => sql`${isKnown(known)}
	and (p.kind <> 'practice' or o.reference_date <= ${sql.lit(known)}::date)`;

async function vanishing(
	transaction: WriteTransaction,
	known: Day
): Promise<Pick<Difference, 'vanished' | 'vanishing'>> {
	const { rows } = await sql<Vanishing & { all: number }>`
		with series as (
			select indicator, reference_date, count(*) as own from compared
			where state in ('changed', 'unchanged') group by indicator, reference_date
		),
		gone as (
			select distinct on (o.nis_code, o.indicator, o.reference_date) o.nis_code, o.indicator, o.reference_date, o.value
			from series
			join observation as o using (indicator, reference_date)
			join publication as p on p.id = o.publication_id
			where p.kind <> 'practice' and ${counts(known)}
				and not exists (
					select from compared as c
					where c.nis_code = o.nis_code and c.indicator = o.indicator and c.reference_date = o.reference_date
				)
			order by o.nis_code, o.indicator, o.reference_date, ${sql.join(NEWEST_FIRST)}
		), gone_objectives as (
			select distinct on (o.nis_code, o.scheme, o.component)
				o.nis_code, ${objectiveCode('o')} as indicator, null::date as reference_date, o.value
			from objective as o join publication as p on p.id = o.publication_id
			where p.kind <> 'practice' and ${isKnown(known)}
				and ${objectiveCode('o')} in (select indicator from series where reference_date is null)
				and not exists (
					select from compared as c where c.nis_code = o.nis_code and c.indicator = ${objectiveCode('o')}
				)
			order by o.nis_code, o.scheme, o.component, ${sql.join(NEWEST_FIRST)}
		)
		select g.nis_code as nis, m.name, g.indicator, g.reference_date as date, g.value as before, count(*) over () as "all"
		from (
			select a.*, count(*) over (partition by indicator, reference_date) as lacking
			from (select * from gone union all select * from gone_objectives) as a
		) as g
		join series as s on s.indicator = g.indicator and s.reference_date is not distinct from g.reference_date
		join municipality as m using (nis_code)
		where s.own >= ${sql.lit(THRESHOLDS.complete.value)} * (s.own + g.lacking)
		order by g.value desc nulls last, g.nis_code limit ${LISTED}`.execute(transaction);
	return {
		vanished: rows[0]?.all ?? 0,
		vanishing: rows.map(({ nis, name, indicator, date, before }) => ({
			nis,
			name,
			indicator,
			date,
			before
		}))
	};
}
