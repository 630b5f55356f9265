import { expect, test } from 'vitest';
import { PRACTICE_PUBLICATION_ID } from '#db/seed/facts.ts';
import { insertRows } from '#db/seed/insert.ts';
import { isEmpty, reset, seed } from '#db/seed/load.ts';
import type { Schema } from '#lib/server/database/schema.ts';
import { describeEachEngine, type Engine } from '../support/engines.ts';
import { facts } from '../support/facts.ts';

const LISTS = {
	publication: facts.publications,
	municipality: facts.municipalities,
	succession: facts.successions,
	neighbour: facts.neighbours,
	region: facts.regions,
	region_membership: facts.memberships,
	indicator: facts.indicators,
	observation: facts.observations,
	region_observation: facts.regionObservations,
	objective_scheme: facts.schemes,
	scheme_rule: facts.schemeRules,
	scheme_date: facts.schemeDates,
	law_statement: facts.lawStatements,
	objective: facts.objectives,
	region_objective: facts.regionObjectives,
	mention: facts.mentions,
	test_round: facts.testRounds,
	test_result: facts.testResults,
	test_count: facts.testCounts,
	regional_goal: facts.goals,
	target_group_part: facts.targetGroups,
	cooperation: facts.cooperation
} satisfies Partial<Record<keyof Schema, object[]>>;

type Row = Record<string, unknown>;

/** Rows as comparable text: the columns that the facts give, in any order of rows. */
function asText(rows: readonly object[], columns: readonly string[]): string[] {
	return rows
		.map((row) => JSON.stringify(columns.map((name) => (row as Row)[name] ?? null)))
		.sort();
}

const rowsOf = ({ database }: Engine, table: keyof Schema): Promise<Row[]> =>
	database.read.selectFrom(table).selectAll().execute();

describeEachEngine('empty', (engine) => {
	test('a new database is empty', async () => {
		expect(await isEmpty(engine.database.read)).toBe(true);
	});
});

// What the tests start from is what `seed` made.
describeEachEngine('facts', (engine) => {
	test('a filled database is not empty, and is not filled twice', async () => {
		expect(await isEmpty(engine.database.read)).toBe(false);
		await expect(seed(engine.database, { practice: false })).rejects.toThrow('already holds data');
	});

	test.for(Object.entries(LISTS))('every fact is in %s, unchanged', async ([table, list]) => {
		const columns = Object.keys(list[0] ?? {});
		const rows = await rowsOf(engine, table as keyof Schema);
		expect(asText(rows, columns)).toEqual(asText(list, columns));
	});

	test('empty keeps the reference facts and their publications, and no stock figure', async () => {
		const loaded = await reset(engine.database, 'empty');
		expect(await rowsOf(engine, 'region_membership')).toHaveLength(facts.memberships.length);
		expect(await rowsOf(engine, 'regional_goal')).toHaveLength(facts.goals.length);
		expect(await rowsOf(engine, 'objective')).toEqual([]);
		const kinds = new Set((await rowsOf(engine, 'observation')).map(({ indicator }) => indicator));
		expect(kinds).toEqual(new Set(['households', 'households_census']));
		const { publications, observations, regionObservations, ...others } = facts;
		const { objectives, testResults, testCounts, targetGroups, mentions, ...more } = others;
		const { cooperation, statements, ...kept } = more;
		const isHouseholds = ({ indicator }: { indicator: string }) =>
			indicator.startsWith('households');
		const behind = (...lists: object[][]) =>
			new Set(lists.flat().map((row) => (row as Row)['publication_id']));
		const reference = behind(
			...Object.values(kept),
			observations.filter(isHouseholds),
			regionObservations.filter(isHouseholds)
		);
		const figures = behind(observations, regionObservations, objectives, testResults);
		const dropped = figures
			.union(behind(testCounts, targetGroups, mentions, cooperation, statements))
			.difference(reference);
		const found = (await rowsOf(engine, 'publication')).map(({ id }) => Number(id)).sort();
		expect(found).toEqual(
			publications
				.map(({ id }) => id)
				.filter((id) => !dropped.has(id))
				.sort()
		);
		expect(loaded.publications).toBe(found.length);
	});
});

describeEachEngine('practice', (engine) => {
	test('practice brings all three layers, told apart by publication and status', async () => {
		expect(await rowsOf(engine, 'publication')).toHaveLength(facts.publications.length + 1);
		const rows = await rowsOf(engine, 'observation');
		const practice = rows.filter((row) => row.publication_id === PRACTICE_PUBLICATION_ID);
		expect(rows.length - practice.length).toBe(facts.observations.length);
		expect(practice.length).toBeGreaterThan(10_000);
		expect(new Set(practice.map(({ status }) => status))).toEqual(new Set(['estimated']));
		expect(rows.filter((row) => row.status === 'estimated')).toHaveLength(practice.length);
	});

	test('an imported publication comes after the practice figures', async () => {
		const id = await engine.database.change(async (transaction) => {
			await insertRows(transaction, 'publication', [
				{ publisher: 'Proef', title: 'Proef', kind: 'first', known_from: '2026-01-01' }
			]);
			return transaction
				.selectFrom('publication')
				.select((eb) => eb.fn.max('id').as('id'))
				.executeTakeFirstOrThrow();
		});
		expect(id).toEqual({ id: PRACTICE_PUBLICATION_ID + 1 });
	});

	test('a row that the database refuses undoes the whole load', async () => {
		const before = await rowsOf(engine, 'region_objective');
		const bad = [...facts.goals, { ...facts.goals[0], publication_id: 9999 }] as typeof facts.goals;
		const loading = engine.database.change(async (transaction) => {
			await transaction.deleteFrom('region_objective').execute();
			await insertRows(transaction, 'regional_goal', bad);
		});
		await expect(loading).rejects.toThrow();
		expect(await rowsOf(engine, 'region_objective')).toEqual(before);
	});
});
