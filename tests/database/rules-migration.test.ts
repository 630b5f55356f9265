import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrations } from '#db/migrations/index.ts';
import { contentDigests } from '#lib/server/desk/release/canonical.ts';
import type { Schema } from '#lib/server/database/schema.ts';

/** What a program of before this step sealed for publication 7 below. */
const SEALED = 'dfec8f8a1cf4e1c83b9b3f3b4283325509d12e051ac1bc492576ea0d0a36cacd';

const FILLED = [
	`insert into publication (id, publisher, title, kind, known_from) values
		(7, 'Proef', 'Doel', 'first', '2020-01-01'), (1001, 'Proef', 'Indeling', 'first', '2026-01-01')`,
	`insert into municipality (nis_code, name, province_code, arrondissement_code, valid_from, publication_id)
		values ('34022', 'Kortrijk', '30000', '34000', '1970-01-01', 7)`,
	`insert into region (slug, code, name, kind, publication_id) values ('proef', 'proef', 'Proef', 'gebied', 7)`,
	`insert into region_membership (region, nis_code, valid_from, valid_to, publication_id, ended_by) values
		('proef', '34022', '1970-01-01', '2009-12-31', 7, 7), ('proef', '34022', '2010-01-01', '2025-12-31', 7, 1001)`,
	`insert into indicator values ('stock_b', 'dwellings'), ('households', 'households')`,
	`insert into regional_goal (publication_id, region, kind, numerator, denominator, share_basis_points, certainty)
		values (7, 'proef', 'reach_share', 'stock_b', 'households', 1100, 'stated')`,
	`insert into test_round values (2022, '2021-12-31', 7952, 9542, 'Proef', null, 7)`
];

const db = new Kysely<Schema>({ dialect: new PGliteDialect({ pglite: await PGlite.create() }) });
const migrator = new Migrator({
	db,
	provider: { getMigrations: () => Promise.resolve(migrations) }
});

beforeAll(async () => {
	await migrator.migrateTo('0010-what-was-registered-before');
	for (const statement of FILLED) await sql.raw(statement).execute(db);
	const { error } = await migrator.migrateToLatest();
	if (error) throw error;
});
afterAll(() => db.destroy());

test('what was sealed before rules came in like figures is sealed still', async () => {
	const found = await db.transaction().execute((one) => contentDigests(one, 7));
	expect(found.get(7)).toBe(SEALED);
});

test('an end that an import brought becomes a statement of that import; an end of the start data set stays', async () => {
	const { rows } = await sql`
		select valid_from::text, valid_to::text, publication_id from region_membership order by 1, 3`.execute(
		db
	);
	expect(rows).toEqual([
		{ valid_from: '1970-01-01', valid_to: '2009-12-31', publication_id: 7 },
		{ valid_from: '2010-01-01', valid_to: null, publication_id: 7 },
		{ valid_from: '2010-01-01', valid_to: '2025-12-31', publication_id: 1001 }
	]);
});

test('what comes from now on is sealed with its regions and members', async () => {
	const { rows } = await sql<{ sealed_as: number }>`
		insert into publication (id, publisher, title, kind, known_from)
			values (1002, 'Proef', 'Leden', 'first', '2026-02-01') returning sealed_as`.execute(db);
	expect(rows).toEqual([{ sealed_as: 3 }]);
	const digest = async () =>
		(await db.transaction().execute((one) => contentDigests(one, 1002))).get(1002);
	const before = await digest();
	await sql`insert into region_membership (region, nis_code, valid_from, publication_id)
		values ('proef', '34022', '2026-01-01', 1002)`.execute(db);
	expect(await digest()).not.toBe(before);
});
