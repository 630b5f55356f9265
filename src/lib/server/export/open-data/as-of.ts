import {
	CommonTableExpressionNameNode,
	CommonTableExpressionNode,
	RawNode,
	SelectQueryNode,
	sql,
	WithNode,
	type KyselyPlugin,
	type RawBuilder
} from 'kysely';
import type { Day } from '#lib/domain/dates.ts';
import type { Database } from '../../database.ts';

/**
 * The database as it stood at the end of a day, read-only, for what must give the same bytes for ever: whatever was
 * released, withdrawn or registered afterwards is not there, also when it was entered with a day of publication in the past.
 * What came with the start of the database always was there. What an import changed in a row that was there is undone.
 */
export const asOf = (database: Database, day: Day): Database => ({
	engine: database.engine,
	read: database.read.withPlugin(shadowing(tablesOf(day))),
	lock: null,
	change: () => Promise.reject(new Error('The past does not change.')),
	onChange: () => undefined,
	close: () => Promise.resolve()
});

/** Puts tables of its own before every query; a name that stands there hides the table of the database. */
function shadowing([first, ...others]: readonly [ShadowTable, ...ShadowTable[]]): KyselyPlugin {
	const all = others.reduce(
		(found, one) => WithNode.cloneWithExpression(found, expressionOf(one)),
		WithNode.create(expressionOf(first))
	);
	return {
		transformQuery: ({ node }) => {
			if (RawNode.is(node)) return RawNode.create(['', ' (', ')'], [all, node]);
			if (!SelectQueryNode.is(node) || node.with)
				throw new Error('The past can only be read, and by plain queries.');
			return { ...node, with: all };
		},
		transformResult: ({ result }) => Promise.resolve(result)
	};
}

const expressionOf = ([name, rows]: ShadowTable): CommonTableExpressionNode =>
	CommonTableExpressionNode.create(
		CommonTableExpressionNameNode.create(name),
		sql`(${rows})`.toOperationNode()
	);

/** A table in place of the one with its name. */
type ShadowTable = readonly [name: string, rows: RawBuilder<unknown>];

/** The tables that a later event changes, as they were. Each sees the real ones of those below it. */
const tablesOf = (day: Day): readonly [ShadowTable, ...ShadowTable[]] => [
	['late', enteredAfter(day)],
	['region_membership', MEMBERSHIPS],
	['municipality', MUNICIPALITIES],
	['succession', sql`select * from succession where ${isOnTime('publication_id')}`],
	['publication', publicationsOn(day)]
];

const isOnTime = (publication: string) => sql`${sql.ref(publication)} not in (select id from late)`;
const isLate = (publication: string) => sql`${sql.ref(publication)} in (select id from late)`;

/**
 * Publications that were entered after a day. The first entry of the chain and those of the same moment are the start of
 * the database.
 */
const enteredAfter = (day: Day): RawBuilder<unknown> => sql`
	select publication_id as id from chain_entry
	where event = 'release'
		and happened_at <> (select happened_at from chain_entry where position = 1)
		and (happened_at at time zone 'Europe/Brussels')::date > ${day}::date`;

/** Memberships; an end that came later is not there yet. */
const MEMBERSHIPS = sql`
	select m.region, m.nis_code, m.valid_from, m.publication_id, m.ended_by,
		case when m.ended_by is null or ${isOnTime('m.ended_by')} then m.valid_to end as valid_to
	from region_membership as m where ${isOnTime('m.publication_id')}`;

/** Municipalities as they were registered; what does not change, such as the middle of the area, is that of today. */
const MUNICIPALITIES = sql`
	select k.nis_code, k.name, k.province_code, k.arrondissement_code, k.valid_from, k.valid_to,
		m.longitude, m.latitude, m.area_km2, k.publication_id
	from municipality as m join (
		select nis_code, name, province_code, arrondissement_code, valid_from, valid_to, publication_id,
			null as replaced_by from municipality
		union all
		select nis_code, name, province_code, arrondissement_code, valid_from, valid_to, publication_id,
			replaced_by from earlier_municipality
	) as k on k.nis_code = m.nis_code
	where ${isOnTime('k.publication_id')} and (k.replaced_by is null or ${isLate('k.replaced_by')})`;

/** The publications that were out, each with what was known of it then. */
const publicationsOn = (day: Day) => sql`
	with issued as (
		select id from publication where known_from <= ${day}::date and ${isOnTime('id')}
	)
	select p.id, p.publisher, p.title, p.url, p.licence, p.kind, p.structure_on, p.reference_date, p.published_on,
		p.known_from, p.date_note, p.file_name, p.sha256, p.note, p.reason, p.release_at,
		case when p.supersedes in (select id from issued) then p.supersedes end as supersedes,
		case when p.withdrawn_on <= ${day}::date then p.withdrawn_on end as withdrawn_on,
		case when p.withdrawn_on <= ${day}::date then p.withdrawn_why end as withdrawn_why
	from publication as p where p.id in (select id from issued)`;
