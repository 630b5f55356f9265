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
import { BoundedStore } from '../bounded-store.ts';
import { onlyRead, type Database } from '../database/database.ts';

/** So many versions are held ready, each with what `reference` and others keep of it. */
const MOST_HELD = 12;

const held = new WeakMap<Database, BoundedStore<Database>>();
const presents = new WeakMap<Database, Database>();

/** The database as it stands now, of one that may be a version of it. */
export const presentOf = (database: Database): Database => presents.get(database) ?? database;

/**
 * The database as it stood at a version, read-only, for what must show the same for ever: whatever was released, withdrawn,
 * said or registered by a later event is not there. Places and rules that came with the start of the database always were
 * there; what an import changed in a row that was there is undone. The same version gives the same object as long as it is
 * held, so that what is kept of a database is kept of its versions too.
 * @param version number of the last event of the chain that counts
 */
export function atVersion(database: Database, version: number): Database {
	const present = presentOf(database);
	const views = held.get(present) ?? watched(present);
	const found = views.use(`${version}`);
	if (found) return found;
	const view = onlyRead(
		present.engine,
		present.read.withPlugin(shadowing(tablesAt(version))),
		'The past does not change.'
	);
	presents.set(view, present);
	views.keep(`${version}`, view);
	return view;
}

/** Versions are forgotten with each change: what is drawn and named beside them is that of today. */
function watched(present: Database): BoundedStore<Database> {
	const forget = () => {
		const views = new BoundedStore<Database>(MOST_HELD, () => 1);
		held.set(present, views);
		return views;
	};
	present.onChange(forget);
	return forget();
}

/** Around a query that is text: it may begin with tables of its own. */
const ABOUT_TEXT = ['', ' select * from (', ') as shown'];

/** Puts tables of its own before every query; a name that stands there hides the table of the database. */
function shadowing([first, ...others]: readonly [ShadowTable, ...ShadowTable[]]): KyselyPlugin {
	const all = others.reduce(
		(found, one) => WithNode.cloneWithExpression(found, expressionOf(one)),
		WithNode.create(expressionOf(first))
	);
	return {
		transformQuery: ({ node }) => {
			if (RawNode.is(node)) return RawNode.create(ABOUT_TEXT, [all, node]);
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

/** Tables of rules, of which each row is what a publication says. */
const RULES = [
	'region',
	'region_membership',
	'objective_scheme',
	'scheme_rule',
	'scheme_date',
	'law_statement',
	'test_round',
	'regional_goal'
];

/** The tables that a later event changes, as they were. Each sees those above it, and the real ones of those below. */
const tablesAt = (version: number): readonly [ShadowTable, ...ShadowTable[]] => [
	['later', sql`select * from chain_entry where position > ${version}::int`],
	['late', LATE],
	['municipality', MUNICIPALITIES],
	['succession', sql`select * from succession where ${isOnTime('publication_id')}`],
	...RULES.map((table): ShadowTable => [table, rulesOnTime(table)]),
	['reply', REPLIES],
	['proposal_step', STEPS],
	['publication', PUBLICATIONS],
	['chain_entry', sql`select * from chain_entry where position <= ${version}::int`]
];

const isOnTime = (publication: string) => sql`${sql.ref(publication)} not in (select id from late)`;
const isLate = (publication: string) => sql`${sql.ref(publication)} in (select id from late)`;

const rulesOnTime = (table: string) =>
	sql`select * from ${sql.table(table)} where ${isOnTime('publication_id')}`;

/**
 * Publications that were entered later or are drafts. The first entry of the chain and those of the same moment are the
 * start of the database, of which places and rules always were there.
 */
const LATE = sql`
	select publication_id as id from later
	where event = 'release' and happened_at <> (select happened_at from chain_entry where position = 1)
	union all
	select id from publication where known_from = 'infinity'`;

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

/** The ids that later events of one kind are about. */
const later = (event: string, id: string) =>
	sql`(select ${sql.ref(id)} from later where event = ${sql.lit(event)})`;

/** A column that a later withdrawal filled: empty as long as it had not happened. */
const unlessTakenLater = (column: string, event: string, id: string, of: string) =>
	sql`case when ${sql.ref(of)} not in ${later(event, id)} then ${sql.ref(column)} end`;

/** The replies that had been given, each with what was known of it then. */
const REPLIES = sql`
	select r.id, r.nis_code, r.figure, r.reference_date, r.words, r.given_on, r.known_from, r.given_by, r.reference,
		${unlessTakenLater('r.withdrawn_on', 'reply_withdrawal', 'reply_id', 'r.id')} as withdrawn_on,
		${unlessTakenLater('r.withdrawn_why', 'reply_withdrawal', 'reply_id', 'r.id')} as withdrawn_why
	from reply as r where r.id not in ${later('reply', 'reply_id')}`;

/** The steps of proposals but what was agreed later, or taken back. */
const STEPS = sql`select * from proposal_step where id not in ${later('agreement', 'proposal_step_id')}`;

/** The publications that had been released, each with what was known of it then. */
const PUBLICATIONS = sql`
	select p.id, p.publisher, p.title, p.url, p.licence, p.kind, p.structure_on, p.reference_date, p.published_on,
		p.known_from, p.date_note, p.file_name, p.sha256, p.note, p.reason, p.release_at, p.sealed_as,
		case when p.supersedes not in ${later('release', 'publication_id')} then p.supersedes end as supersedes,
		${unlessTakenLater('p.withdrawn_on', 'withdrawal', 'publication_id', 'p.id')} as withdrawn_on,
		${unlessTakenLater('p.withdrawn_why', 'withdrawal', 'publication_id', 'p.id')} as withdrawn_why
	from publication as p
	where p.id not in ${later('release', 'publication_id')} and p.known_from <> 'infinity'`;
