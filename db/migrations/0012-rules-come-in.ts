import { sql, type Kysely } from 'kysely';

/**
 * Rules come in like figures: each row is what one publication says, and the newest known one counts. Their keys take the
 * publication in, goals get the day from which they hold, an end of a membership is a statement of its own, and a
 * publication says which edition of the canonical text its seal is made of.
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a frozen step knows no table types
export async function up(db: Kysely<any>): Promise<void> {
	for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

/** Tables of which a key now holds several statements: the constraints that refer to that key alone. */
const REFERRING = {
	region: [
		'region_membership',
		'region_observation',
		'region_objective',
		'regional_goal',
		'cooperation'
	].map((table) => [table, 'region']),
	test_round: ['test_result', 'test_count'].map((table) => [table, 'year']),
	objective_scheme: ['scheme_rule', 'scheme_date', 'objective', 'region_objective'].map((table) => [
		table,
		'scheme'
	])
};

const KEYS = {
	region: 'slug',
	test_round: 'year',
	objective_scheme: 'code',
	scheme_rule: 'scheme, code',
	scheme_date: 'scheme, day',
	region_membership: 'region, nis_code, valid_from'
};

const STATEMENTS = [
	// what is there was sealed by the first edition; what comes, by the second
	`alter table publication add column sealed_as integer not null default 1 check (sealed_as in (1, 2))`,
	`alter table publication alter column sealed_as set default 2`,
	...Object.values(REFERRING)
		.flat()
		.map(([table, column]) => `alter table ${table} drop constraint ${table}_${column}_fkey`),
	`alter table region drop constraint region_code_key`,
	`alter table objective_scheme drop constraint objective_scheme_figures_key`,
	...Object.entries(KEYS).flatMap(([table, key]) => [
		`alter table ${table} drop constraint ${table}_pkey`,
		`alter table ${table} add primary key (${key}, publication_id)`
	]),
	// an end that an import brought is what that import says; those of the start data set came with their row
	`insert into region_membership (region, nis_code, valid_from, valid_to, publication_id)
		select region, nis_code, valid_from, valid_to, ended_by from region_membership
		where ended_by > 1000 and ended_by <> publication_id`,
	`update region_membership set valid_to = null where ended_by > 1000 and ended_by <> publication_id`,
	`alter table region_membership drop column ended_by`,
	`alter table regional_goal drop constraint regional_goal_pkey`,
	`alter table regional_goal drop constraint regional_goal_kind_check`,
	`alter table regional_goal drop constraint regional_goal_check`,
	`alter table regional_goal add column holds_from date`,
	`alter table regional_goal alter column numerator drop not null`,
	`alter table regional_goal alter column denominator drop not null`,
	`alter table regional_goal add constraint regional_goal_kind_check
		check (kind in ('reach_share', 'hold_share', 'new_building'))`,
	`alter table regional_goal add constraint regional_goal_share_check
		check ((kind = 'hold_share') = (share_basis_points is null))`,
	`alter table regional_goal add constraint regional_goal_quotient_check
		check ((kind = 'new_building') = (numerator is null) and (numerator is null) = (denominator is null))`,
	`alter table regional_goal add constraint regional_goal_deadline_check check (deadline > holds_from)`,
	`create unique index regional_goal_once
		on regional_goal (region, kind, publication_id, coalesce(holds_from, '-infinity'::date))`,
	`alter table release_calendar drop constraint release_calendar_pkey`,
	`alter table release_calendar add column publication_id integer references publication (id)`,
	`create unique index release_calendar_once
		on release_calendar (series, reference_date, coalesce(publication_id, 0))`
];
