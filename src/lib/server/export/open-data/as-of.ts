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
 * What came with the start of the database always was there.
 *
 * What an import changes in a row that was there is undone as far as it can be told: the end of a municipality, and the
 * end of a membership that goes with it or with a new one. A municipality that left a region for no other one, and a new
 * name of a municipality, keep no trace of what was there before.
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
		and happened_at > (select happened_at from chain_entry where position = 1)
		and (happened_at at time zone 'Europe/Brussels')::date > ${day}::date`;

/**
 * Memberships; the end of one that came with a later merger, a later end of its municipality, or a later membership, is not
 * there yet.
 */
const MEMBERSHIPS = sql`
	select m.region, m.nis_code, m.valid_from, m.publication_id, case when not (
		exists (select from succession as s where ${isLate('s.publication_id')}
			and s.predecessor = m.nis_code and s.effective_on = m.valid_to + 1)
		or exists (select from municipality as t where ${isLate('t.publication_id')}
			and t.nis_code = m.nis_code and t.valid_to = m.valid_to)
		or exists (select from region_membership as n where ${isLate('n.publication_id')}
			and n.nis_code = m.nis_code and n.valid_from = m.valid_to + 1)
	) then m.valid_to end as valid_to
	from region_membership as m where ${isOnTime('m.publication_id')}`;

/** Municipalities; one that a later register changed was there before if anything that is older speaks of it. */
const MUNICIPALITIES = sql`
	select m.nis_code, m.name, m.province_code, m.arrondissement_code, m.valid_from,
		case when ${isOnTime('m.publication_id')} then m.valid_to end as valid_to,
		m.longitude, m.latitude, m.area_km2, m.publication_id
	from municipality as m
	where ${isOnTime('m.publication_id')} or exists (
		select from observation as o where o.nis_code = m.nis_code and ${isOnTime('o.publication_id')})`;

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
