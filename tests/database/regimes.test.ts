import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '#lib/server/database/database.ts';
import { openTables } from '#lib/server/formats/open-data/tables.ts';
import { reference } from '#lib/server/reference/reference.ts';
import { today } from '#lib/server/today.ts';
import { regimesOf } from '#lib/server/standing/build-up.ts';
import { ledgerOf } from '#lib/server/standing/ledger.ts';
import { readMoment } from '#lib/server/standing/moment.ts';
import { standingsOf } from '#lib/server/standing/municipalities.ts';
import { flandersStanding, regionStanding } from '#lib/server/standing/regions.ts';
import { readTraceAsked, traceOf } from '#lib/server/standing/trace.ts';
import { runTask } from '#lib/server/tasks/tasks.ts';
import { describeEachEngine, describeOneEngine, type Engine } from '../support/engines.ts';
import { importText, publicationOf } from '../support/importing.ts';
import {
	BASELINE,
	madeUp,
	madeUpSum,
	nextRegimeSheet,
	SAID,
	TOWNS
} from '../support/next-regime.ts';

const KORTRIJK = '34022';
const NEXT = 'BSO-2042';
const ACCEPTED = {
	...SAID,
	accept: (
		['incomplete_list', 'area_total_off', 'definition_changed', 'objective_high'] as const
	).map((code) => ({ code, because: 'Verzonnen voor een test.' }))
};

/** Everything that is told of the regime of 2009-2025: figures and objectives of every publication but one. */
async function firstRegime({ read }: Database) {
	const figures = await read
		.selectFrom('observation')
		.select(['nis_code', 'indicator', 'reference_date', 'value', 'publication_id'])
		.where('reference_date', '<', BASELINE)
		.orderBy('nis_code')
		.orderBy('indicator')
		.orderBy('reference_date')
		.orderBy('publication_id')
		.execute();
	const objectives = await read
		.selectFrom('objective')
		.selectAll()
		.where('scheme', '<>', NEXT)
		.orderBy(sql`nis_code, scheme, component, publication_id`)
		.execute();
	return { figures, objectives };
}

const momentOn = async ({ database }: Engine, on: string, known?: string) =>
	readMoment(
		new URLSearchParams({ on, ...(known && { known }) }),
		'api',
		await reference(database),
		today()
	);

const kortrijkOn = async (engine: Engine, on: string) => {
	const { places } = await reference(engine.database);
	const town = places.byCode.get(KORTRIJK);
	if (!town) throw new Error('Kortrijk is not there.');
	const moment = await momentOn(engine, on);
	const [row] = (await standingsOf(engine.database, moment, [town])).rows;
	return { town, moment, row };
};

const packageOf = async (engine: Engine) => {
	const found = new Map<string, string>();
	for await (const [name, table] of openTables(engine.database, today()))
		found.set(name, JSON.stringify(table.rows));
	return found;
};

describeEachEngine('practice', (engine) => {
	test('a file of the next regime counts for it, changes nothing of the first, and is gone again when it is withdrawn', async () => {
		const before = await firstRegime(engine.database);
		const packed = await packageOf(engine);
		const told = await importText(engine.database, 'bso.csv', nextRegimeSheet(), ACCEPTED);
		const id = publicationOf(told);
		expect(told.findings.filter(({ code }) => code === 'regime_read')).toHaveLength(2);
		expect(told.lines.join('\n')).toContain(', 0 changed,');
		expect(await firstRegime(engine.database)).toEqual(before);

		const { row } = await kortrijkOn(engine, BASELINE);
		const own = madeUp(KORTRIJK);
		expect(row?.scheme.code).not.toBe(NEXT);
		expect(row?.objective.target.publications).not.toContain(id);
		expect(row?.beside).toMatchObject([
			{
				scheme: { code: NEXT },
				progress: {
					target: { value: own.objective },
					baseline: { value: own.baseline, date: BASELINE },
					realised: { value: own.realised, date: BASELINE }
				}
			}
		]);

		const task = { name: 'withdraw', publication: id, why: 'Verzonnen voor een test.' } as const;
		await runTask(engine.database, task, null, () => {});
		const after = await kortrijkOn(engine, BASELINE);
		expect(after.row?.beside).toEqual([]);
		const again = await packageOf(engine);
		for (const name of ['figures', 'objectives', 'indicators', 'municipalities', 'regions'])
			expect(again.get(name) === packed.get(name), name).toBe(true);
	});

	test('an objective takes part in what a file changes like any figure', async () => {
		const file = (value: number) =>
			`Toestand op 31/12/2024;;\nGemeente;NIS;BSO\nKortrijk;${KORTRIJK};${value}\n`;
		const silent = await importText(engine.database, 'bso.csv', file(204), SAID);
		expect(silent.exitCode).toBe(1);
		expect(silent.findings.map(({ code }) => code)).toEqual(
			expect.arrayContaining(['replaces_earlier', 'reason_missing'])
		);
		const said = { ...SAID, kind: 'correction', why: 'Een tikfout.' } as const;
		const checked = await importText(engine.database, 'bso.csv', file(204), {
			...said,
			name: 'check'
		});
		expect(checked.lines.join('\n')).toContain('1 corrected');
		expect(JSON.stringify(checked.sections)).toContain('BSO-2009-HUUR total');
		expect(checked.sections.map(({ title }) => title).join()).toContain('Objectives of regions');
		const high = await importText(engine.database, 'bso.csv', file(999), {
			...said,
			name: 'check'
		});
		expect(high.findings.map(({ code }) => code)).toContain('objective_high');
		expect(high.lines.join('\n')).toContain('--accept objective_high');
	});
});

describeOneEngine('practice', (engine) => {
	beforeAll(async () => {
		publicationOf(await importText(engine.database, 'bso.csv', nextRegimeSheet(), ACCEPTED));
	});

	test('regions and Flanders sum it apart from the objectives of the first regime', async () => {
		const moment = await momentOn(engine, BASELINE);
		const flanders = await flandersStanding(engine.database, moment);
		expect(flanders.beside).toMatchObject([
			{
				scheme: { code: NEXT },
				progress: {
					target: { value: madeUpSum('objective'), missing: [] },
					baseline: { value: madeUpSum('baseline') },
					realised: { value: madeUpSum('realised') }
				}
			}
		]);
		expect(flanders.members).toHaveLength(TOWNS.length);
		const { regions } = await reference(engine.database);
		const region = regions.get('kortrijk');
		const kortrijk = region && (await regionStanding(engine.database, moment, region));
		const sum = kortrijk?.members.reduce(
			(all, one) => all + madeUp(one.municipality.nis).objective,
			0
		);
		expect(kortrijk?.beside[0]?.progress.target.value).toBe(sum);
	});

	test('a municipality that came from a merger has its own objective, told by component', async () => {
		const { places } = await reference(engine.database);
		const merged = TOWNS.find(({ nis_code: nis }) => {
			const merger = places.mergerInto(nis, BASELINE);
			return merger && !merger.predecessors.includes(nis);
		});
		const town = places.byCode.get(merged?.nis_code ?? '');
		const moment = await momentOn(engine, BASELINE);
		const regimes = town ? await regimesOf(engine.database, moment, town) : [];
		const own = regimes.find(({ scheme }) => scheme.code === NEXT);
		expect(own?.parts).toHaveLength(1);
		expect(own?.parts[0]?.lines.find(({ kind }) => kind === 'total')?.figure.value).toBe(
			madeUp(town?.nis ?? '').objective
		);
	});

	test('nothing of it was known before it was published', async () => {
		const { town } = await kortrijkOn(engine, BASELINE);
		const moment = await momentOn(engine, BASELINE, '2026-09-30');
		expect((await standingsOf(engine.database, moment, [town])).rows[0]?.beside).toEqual([]);
	});

	test('a number of the next regime tells where it comes from', async () => {
		const { row, moment } = await kortrijkOn(engine, BASELINE);
		const address = row?.beside[0]?.progress.realised.address;
		expect(address).toMatchObject({ area: KORTRIJK, quantity: 'realised', regime: NEXT });
		const asked = readTraceAsked(
			await reference(engine.database),
			new URLSearchParams({
				gebied: KORTRIJK,
				cijfer: 'gerealiseerd',
				op: BASELINE,
				regeling: NEXT
			})
		);
		const trace = asked && (await traceOf(engine.database, asked, moment));
		expect(trace?.steps[0]?.figure.value).toBe(madeUp(KORTRIJK).realised);
	});

	test('the balance of the first regime is carried to the objective of the next', async () => {
		const { town, moment } = await kortrijkOn(engine, BASELINE);
		const ledger = await ledgerOf(engine.database, moment, town, null);
		expect(ledger?.scheme.code).toBe('BSO-2009-HUUR');
		expect(ledger?.nextProgress?.progress.target.value).toBe(madeUp(KORTRIJK).objective);
	});

	describe('once the next regime is in force', () => {
		beforeAll(async () => {
			await engine.database.change((transaction) =>
				transaction
					.updateTable('objective_scheme')
					.set({ status: 'in_force' })
					.where('code', '=', NEXT)
					.execute()
			);
		});

		test('it comes first from its own days on, and the first one beside it with its last figures', async () => {
			const { row } = await kortrijkOn(engine, '2026-12-31');
			expect(row?.scheme.code).toBe(NEXT);
			expect(row?.objective.target.value).toBe(madeUp(KORTRIJK).objective);
			expect(row?.objective.realised.value).toBeNull();
			expect(row?.beside).toMatchObject([{ scheme: { code: 'BSO-2009-HUUR' } }]);
			const { row: then } = await kortrijkOn(engine, '2024-12-31');
			expect(then?.scheme.code).toBe('BSO-2009-HUUR');
		});
	});
});

describeOneEngine('practice', (engine) => {
	test.for([
		['BSO', 'Toestand op 31/12/2025'],
		['BSO', 'BSO 2009-2025 en BSO 2026-2042, toestand op 31/12/2025']
	])('«%s» under «%s» is asked, never guessed', async ([head, title]) => {
		const asked = await importText(engine.database, 'bso.csv', nextRegimeSheet(head, title), SAID);
		expect(asked.exitCode).toBe(1);
		expect(asked.findings.find(({ level }) => level === 'block')).toMatchObject({
			code: 'regime_missing',
			expected: expect.stringContaining('--regime bso-2042') as string
		});
	});

	test.for(['bso-2026', 'BSO-2042', '2026-2042'])('--regime %s answers it', async (regime) => {
		const sheet = nextRegimeSheet('BSO');
		const checked = await importText(engine.database, 'bso.csv', sheet, {
			...SAID,
			name: 'check',
			regime
		});
		expect(checked.counts).toMatchObject({ block: 0 });
		expect(checked.findings.find(({ code }) => code === 'regime_read')).toMatchObject({
			value: NEXT
		});
	});
});
