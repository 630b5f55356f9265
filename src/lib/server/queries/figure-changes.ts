import { sql, type RawBuilder } from 'kysely';
import type { Day } from '#lib/domain/dates.ts';
import type { Status } from '#lib/domain/status.ts';
import type { Reader } from '../database/schema.ts';
import { NEWEST_FIRST, readRows } from './known.ts';

/** What happened to a figure between two days of knowledge. */
export const FIGURE_CHANGES = ['new', 'replaced', 'revised', 'corrected', 'withdrawn'] as const;
export type FigureChangeKind = (typeof FIGURE_CHANGES)[number];

/** A figure in one state of knowledge. */
export interface KnownFigure {
	/** A number; of a progress test null, with the category beside it. */
	value: number | null;
	category: '1' | '2' | '2a' | '2b' | null;
	status: Status;
	publication: number;
}

/** A figure, and what it was and became. */
export interface FigureChange {
	change: FigureChangeKind;
	/** The table in which it stands. */
	part: 'observation' | 'region_observation' | 'objective' | 'test_result';
	/** NIS code, of a municipality. */
	nis: string | null;
	/** Slug, of a region. */
	region: string | null;
	/** Indicator, component of an objective, or `category`. */
	code: string;
	/** Regime, of an objective. */
	scheme: string | null;
	/** Round, of a category. */
	year: number | null;
	/** Reference date, of an observation. */
	date: Day | null;
	/** Null when nothing was known before. */
	before: KnownFigure | null;
	/** Null when nothing is known any more. */
	after: KnownFigure | null;
}

/** Which changes: between two days, and of what. */
export interface ChangesAsked {
	/** The earlier day, and the later one. */
	from: Day;
	to: Day;
	nis: string | null;
	code: string | null;
	change: FigureChangeKind | null;
}

/** A table with figures: what tells them apart, and how a figure reads. */
interface Part {
	table: FigureChange['part'];
	/** The columns that tell its figures apart, and as what each is given. */
	keys: Partial<Record<'nis' | 'region' | 'code' | 'scheme' | 'year' | 'date', string>>;
	value: RawBuilder<unknown>;
	category?: RawBuilder<unknown>;
	status: RawBuilder<unknown>;
}

const PARTS: readonly Part[] = [
	{
		table: 'observation',
		keys: { nis: 'nis_code', code: 'indicator', date: 'reference_date' },
		value: sql`o.value`,
		status: sql`o.status`
	},
	{
		table: 'region_observation',
		keys: { region: 'region', code: 'indicator', date: 'reference_date' },
		value: sql`o.value`,
		status: sql`o.status`
	},
	{
		table: 'objective',
		keys: { nis: 'nis_code', code: 'component', scheme: 'scheme' },
		value: sql`o.value::double precision`,
		status: sql`case when o.value is null then 'missing' when p.kind = 'practice' then 'estimated'
			when o.status = 'provisional' then 'provisional' else 'normal' end`
	},
	{
		table: 'test_result',
		keys: { nis: 'nis_code', year: 'year' },
		value: sql`null::double precision`,
		category: sql`o.category`,
		status: sql`case when o.provisional then 'provisional' else 'normal' end`
	}
];

/** What each key is given as where a table does not have it. */
const WITHOUT = {
	nis: sql`null::text`,
	region: sql`null::text`,
	code: sql`'category'`,
	scheme: sql`null::text`,
	year: sql`null::integer`,
	date: sql`null::date`
};
type Key = keyof typeof WITHOUT;
const KEYS = Object.keys(WITHOUT) as Key[];

const own = (column: string) => sql.ref(`own.${column}`);

/** A practice figure counts from its own reference date on: nothing is estimated for a day that was still to come. */
const isDue = ({ keys }: Part, known: Day) =>
	keys.date === undefined
		? sql`true`
		: sql`(p.kind <> 'practice' or ${sql.ref(`o.${keys.date}`)} <= ${known}::date)`;

/** The figure that won on a day among those with the same keys as `own`. */
function winner(part: Part, known: Day): RawBuilder<unknown> {
	const columns = Object.values(part.keys);
	const same = columns.map((column) => sql`${sql.ref(`o.${column}`)} = ${own(column)}`);
	return sql`
		select ${part.value} as value, ${part.category ?? sql`null::text`} as category, ${part.status} as status,
			p.id as publication, p.kind, p.withdrawn_on
		from ${sql.table(part.table)} as o join publication as p on p.id = o.publication_id
		where ${sql.join(same, sql` and `)}
			and p.known_from <= ${known}::date and (p.withdrawn_on is null or p.withdrawn_on > ${known}::date)
			and ${isDue(part, known)}
		order by ${sql.join(NEWEST_FIRST)} limit 1`;
}

/** The changes of one table: of every figure that a publication which came or went has, what won before and after. */
function changesOf(part: Part, { from, to, nis, code }: ChangesAsked): RawBuilder<unknown> {
	const columns = Object.values(part.keys).map((column) => sql.ref(`o.${column}`));
	const given = KEYS.map((key) => {
		const column = part.keys[key];
		return sql`${column ? own(column) : WITHOUT[key]} as ${sql.ref(key)}`;
	});
	const within = (column: string) =>
		sql`(${sql.ref(`p.${column}`)} > ${from}::date and ${sql.ref(`p.${column}`)} <= ${to}::date)`;
	const only = [
		...(nis === null ? [] : [part.keys.nis ? sql`o.nis_code = ${nis}` : sql`false`]),
		...(code === null
			? []
			: [
					part.keys.code
						? sql`${sql.ref(`o.${part.keys.code}`)} = ${code}`
						: sql`${code} = 'category'`
				])
	];
	return sql`
		select ${sql.lit(part.table)} as part, ${sql.join(given)},
			b.value as b_value, b.category as b_category, b.status as b_status, b.publication as b_publication,
			a.value as a_value, a.category as a_category, a.status as a_status, a.publication as a_publication,
			case when b.publication is null then 'new'
				when b.withdrawn_on <= ${to}::date then 'withdrawn'
				when b.kind = 'practice' then 'replaced'
				when a.kind = 'correction' then 'corrected'
				else 'revised' end as change
		from (
			select distinct ${sql.join(columns)}
			from ${sql.table(part.table)} as o join publication as p on p.id = o.publication_id
			where p.kind <> 'practice' and (${within('known_from')} or ${within('withdrawn_on')})
				and ${sql.join([sql`true`, ...only], sql` and `)}
		) as own
		left join lateral (${winner(part, from)}) as b on true
		left join lateral (${winner(part, to)}) as a on true
		where (b.publication is null) is distinct from (a.publication is null)
			or (b.value, b.category, b.status) is distinct from (a.value, a.category, a.status)`;
}

const side = (name: 'a' | 'b') => {
	const column = (of: string) => sql.ref(`${name}_${of}`);
	return sql`case when ${column('publication')} is null then null else json_build_object(
		'value', ${column('value')}, 'category', ${column('category')},
		'status', ${column('status')}, 'publication', ${column('publication')}) end`;
};

/** A part of the changed figures, and how many there are by what happened to them. */
export interface FigureChanges {
	counts: Partial<Record<FigureChangeKind, number>>;
	rows: FigureChange[];
}

/**
 * The figures that became something else between two days, in the order of table, area, code and date. Practice figures that
 * come of themselves as the years go by are no change; one that made way for a published figure is.
 */
export async function figureChanges(
	db: Reader,
	asked: ChangesAsked,
	{ limit, offset }: { limit: number; offset: number }
): Promise<FigureChanges> {
	const all = sql.join(
		PARTS.map((part) => changesOf(part, asked)),
		sql` union all `
	);
	const [found] = await readRows<FigureChanges>(
		db,
		sql`
		with changed as materialized (
			select * from (${all}) as every where ${asked.change === null ? sql`true` : sql`change = ${asked.change}`}
		), listed as (
			select change, part, nis, region, code, scheme, year, date, ${side('b')} as before, ${side('a')} as after
			from changed
			order by part collate "C", nis collate "C", region collate "C", code collate "C", scheme collate "C", year, date
			limit ${limit} offset ${offset}
		)
		select
			(select coalesce(json_object_agg(change, figures), '{}') from
				(select change, count(*) as figures from changed group by change) as counted) as counts,
			(select coalesce(json_agg(listed), '[]') from listed) as rows`
	);
	return found ?? { counts: {}, rows: [] };
}
