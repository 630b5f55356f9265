import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeReady, offerRules, reset } from '#db/seed/load.ts';
import { newerRules } from '#db/seed/newer-rules.ts';
import { REGIMES } from '#lib/server/desk/read/rule-tables.ts';
import { bytesSource } from '#lib/server/desk/bytes/source.ts';
import { sealReleases, verifyChain } from '#lib/server/desk/release/chain.ts';
import { reference } from '#lib/server/reference/reference.ts';
import { runTask } from '#lib/server/tasks/tasks.ts';
import type { TaskResult } from '#lib/server/tasks/task-result.ts';
import { describeEachEngine, type Engine } from '../support/engines.ts';
import { facts } from '../support/facts.ts';
import { publicationOf, importSource } from '../support/importing.ts';

const folder = mkdtempSync(join(tmpdir(), 'woonobjectief-rules-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Makes the database look as a program of before filled it: without a round, and with another threshold of 2022. */
const makeOlder = ({ database }: Engine) =>
	database.change(async (transaction) => {
		await transaction.deleteFrom('chain_entry').execute();
		await transaction.deleteFrom('test_round').where('year', '=', 2024).execute();
		await transaction
			.updateTable('test_round')
			.set({ threshold_realised: 7000, threshold_with_planned: 8000 })
			.where('year', '=', 2022)
			.execute();
		await sealReleases(transaction, null);
	});

/** Makes the database look as a program filled it that had only the last word on a regime, and took it for the first. */
async function oneWordOnly({ database }: Engine): Promise<[string, object]> {
	const { code, publication_id: last } = facts.schemes.findLast(
		(one, at) => facts.schemes.findIndex((first) => first.code === one.code) < at
	) as (typeof facts.schemes)[number];
	const [first] = facts.schemes.filter((one) => one.code === code);
	await database.change(async (transaction) => {
		const own = transaction.deleteFrom('objective_scheme').where('code', '=', code);
		await own.where('publication_id', '<>', last).execute();
		await transaction
			.updateTable('objective_scheme')
			.set({ publication_id: first?.publication_id ?? last })
			.where('code', '=', code)
			.execute();
	});
	const { status, legal_reference, note } =
		facts.schemes.findLast((one) => one.code === code) ?? {};
	return [code, { status, legal_reference, note }];
}

const roundsOf = async ({ database }: Engine) =>
	new Map((await reference(database)).testRounds.map((one) => [one.year, one.realised]));

const written = ({ database }: Engine): Promise<TaskResult> =>
	runTask(database, { name: 'rules', folder }, null, () => undefined);

describeEachEngine('facts', (engine) => {
	beforeAll(() => makeOlder(engine));

	test('a newer program changes nothing in a filled database, and says what it offers', async () => {
		const before = await roundsOf(engine);
		const said: string[] = [];
		await makeReady(engine.database, (line) => said.push(line));
		expect(said).toEqual([]);
		await offerRules(engine.database, (line) => said.push(line));
		expect(said.join()).toMatch(/newer start rules from 1 source\. Nothing was changed/);
		expect(await roundsOf(engine)).toEqual(before);
		expect(before.get(2022)).toBe(7000);
	});

	test('what it offers can be checked, imported and released, and is not offered again', async () => {
		const { lines } = await written(engine);
		const [file] = readdirSync(folder);
		expect(file).toBe('rules-123.xlsx');
		expect(lines[1]).toContain("--publisher 'Wonen in Vlaanderen'");
		const source = bytesSource(file ?? '', readFileSync(join(folder, file ?? '')));
		const said = { kind: 'revision', why: 'Nieuwe startregels.', release: 'draft' } as const;
		const draft = publicationOf(await importSource(engine.database, source, said));
		expect((await roundsOf(engine)).get(2022)).toBe(7000);
		const release = { name: 'release', publication: draft, at: null } as const;
		await runTask(engine.database, release, null, () => undefined);
		const after = await roundsOf(engine);
		expect([after.get(2022), after.has(2024)]).toEqual([7952, true]);
		expect(await newerRules(engine.database.read)).toEqual([]);
		expect(await verifyChain(engine.database.read)).toMatchObject({ holds: true });
	});

	test('when an earlier word on a thing is new, the later ones are offered after it, so that the last stays the last', async () => {
		await reset(engine.database, 'practice');
		const [code, words] = await oneWordOnly(engine);
		const offered = await newerRules(engine.database.read);
		const said = offered.flatMap(({ tables }) =>
			tables.flatMap(({ table, rows }) =>
				table === REGIMES ? rows.filter((row) => row['code'] === code) : []
			)
		);
		expect(said.length).toBeGreaterThan(1);
		expect(said.at(-1)).toMatchObject(words);
	});

	test('a rule that somebody entered or withdrew is left alone', async () => {
		await reset(engine.database, 'practice');
		await runTask(
			engine.database,
			{ name: 'withdraw', publication: 123, why: 'Proef.' },
			null,
			() => undefined
		);
		expect(await newerRules(engine.database.read)).toEqual([]);
	});

	test('a database with the reference facts alone is offered no published counts', async () => {
		await reset(engine.database, 'empty');
		expect(await newerRules(engine.database.read)).toEqual([]);
	});
});
