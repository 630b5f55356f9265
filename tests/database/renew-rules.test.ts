import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { insertRows } from '#db/seed/insert.ts';
import { makeReady, reset } from '#db/seed/load.ts';
import { renewRules } from '#db/seed/renew-rules.ts';
import { sealReleases, sealWithdrawal, verifyChain } from '#lib/server/life/chain.ts';
import type { Schema } from '#lib/server/schema.ts';
import { describeEachEngine, type Engine } from '../support/engines.ts';
import { facts } from '../support/facts.ts';

/** A source of rules alone: it brought nothing but counts of a later round. */
const LATER = 132;
/** A decree that somebody took back: it stays so. */
const WITHDRAWN = 116;

/** The rows of a table in one order. */
const rowsOf = async ({ database }: Engine, table: keyof Schema): Promise<string[]> =>
	(await database.read.selectFrom(table).selectAll().execute())
		.map((row) => JSON.stringify(row))
		.sort();

const FIGURES = [
	'publication',
	'municipality',
	'region',
	'observation',
	'objective',
	'test_result'
] as const;
const RULES = [
	'indicator',
	'objective_scheme',
	'scheme_rule',
	'scheme_date',
	'region_objective',
	'test_round',
	'test_count',
	'regional_goal'
] as const;

const versionOf = async ({ database }: Engine) =>
	(await database.read.selectFrom('data_state').select('version').executeTakeFirstOrThrow())
		.version;

/** Makes the database look as an earlier program left it: rows that came later are missing, others have an older wording. */
const makeOlder = ({ database }: Engine) =>
	database.change(async (transaction) => {
		await transaction.deleteFrom('scheme_rule').execute();
		await transaction.deleteFrom('scheme_date').execute();
		await transaction.deleteFrom('test_count').where('year', '>=', 2018).execute();
		await transaction.deleteFrom('chain_entry').execute();
		await transaction.deleteFrom('publication').where('id', '=', LATER).execute();
		await transaction.updateTable('region_objective').set({ value_up_to: null }).execute();
		await transaction.updateTable('test_round').set({ note: 'ouder' }).execute();
		await transaction
			.updateTable('objective_scheme')
			.set({ status: 'ended' })
			.where('code', '=', 'CONVENANT')
			.execute();
		await transaction.deleteFrom('indicator').where('code', '=', 'flow_sale').execute();
		await sealReleases(transaction, null);
		await sealWithdrawal(transaction, WITHDRAWN, '2026-02-01', 'proef');
	});

describeEachEngine('facts', (engine) => {
	beforeAll(async () => {
		await engine.database.change(async (transaction) => {
			await insertRows(transaction, 'publication', [
				{ publisher: 'Proef', title: 'Eigen meting', kind: 'first', known_from: '2026-01-01' }
			]);
			const { id } = await transaction
				.selectFrom('publication')
				.select((eb) => eb.fn.max('id').as('id'))
				.executeTakeFirstOrThrow();
			await insertRows(transaction, 'observation', [
				{
					publication_id: id,
					nis_code: '34022',
					indicator: 'stock_b',
					reference_date: '2024-12-31',
					value: 3012,
					status: 'normal'
				}
			]);
			await transaction
				.updateTable('publication')
				.set({ withdrawn_on: '2026-02-01', withdrawn_why: 'proef' })
				.where('id', '=', WITHDRAWN)
				.execute();
		});
	});

	test('a database of this program needs nothing, and nobody hears of a change', async () => {
		const before = await versionOf(engine);
		expect(await renewRules(engine.database)).toEqual([]);
		expect(await versionOf(engine)).toBe(before);
	});

	test('the rules in an older database become those of the program; figures, imports and withdrawals stay', async () => {
		const rules = await Promise.all(RULES.map((table) => rowsOf(engine, table)));
		const figures = await Promise.all(FIGURES.map((table) => rowsOf(engine, table)));
		await makeOlder(engine);
		expect(await Promise.all(RULES.map((table) => rowsOf(engine, table)))).not.toEqual(rules);

		const said: string[] = [];
		await makeReady(engine.database, (line) => said.push(line));
		expect(said).toEqual([
			'Rules brought up to date: indicator, objective_scheme, test_round, scheme_rule, scheme_date, region_objective, test_count.'
		]);
		expect(await Promise.all(RULES.map((table) => rowsOf(engine, table)))).toEqual(rules);
		expect(await Promise.all(FIGURES.map((table) => rowsOf(engine, table)))).toEqual(figures);
		expect(await renewRules(engine.database)).toEqual([]);
	});

	test('what a newer program says of the rules is sealed: the chain still holds', async () => {
		const entries = await rowsOf(engine, 'chain_entry');
		expect(entries.some((one) => one.includes('"renewal"'))).toBe(true);
		expect(await verifyChain(engine.database.read)).toMatchObject({ holds: true, problem: null });
	});

	test('a rule that someone else brought is left alone', async () => {
		await engine.database.change(async (transaction) => {
			await sql`insert into scheme_date (scheme, day, about, publication_id)
				select 'BSO-2042', '2027-01-01', 'proef', max(id) from publication`.execute(transaction);
			await transaction.deleteFrom('scheme_date').where('day', '=', '2042-12-31').execute();
		});
		expect(await renewRules(engine.database)).toEqual(['scheme_date']);
		expect(await rowsOf(engine, 'scheme_date')).toHaveLength(facts.schemeDates.length + 1);
	});

	test('a database with the reference facts alone gets no published counts', async () => {
		await reset(engine.database, 'empty');
		expect(await renewRules(engine.database)).toEqual([]);
		expect(await rowsOf(engine, 'test_count')).toEqual([]);
	});
});
