import { beforeAll, describe, expect, test } from 'vitest';
import { PRACTICE_PUBLICATION_ID } from '#db/seed/facts.ts';
import { insertRows } from '#db/seed/insert.ts';
import { Findings } from '#lib/server/desk/findings/findings.ts';
import { tellDeviations } from '#lib/server/desk/check/objective-findings.ts';
import { reference } from '#lib/server/reference/reference.ts';
import { checkedObjectives, regimesOf } from '#lib/server/standing/build-up.ts';
import { flowsOf } from '#lib/server/standing/flows.ts';
import { ledgerOf } from '#lib/server/standing/ledger.ts';
import { lawOf } from '#lib/server/standing/levers.ts';
import { readMoment } from '#lib/server/standing/moment.ts';
import { mainScheme, standingsOf } from '#lib/server/standing/municipalities.ts';
import { describeEachEngine, describeOneEngine, type Engine } from '../support/engines.ts';
import { facts, figures, unpublishedMembers } from '../support/facts.ts';
import { withoutOrigin } from '../support/figures.ts';
import { publish as publishFigures, withObjective } from '../support/trial.ts';

const TODAY = '2026-11-23';

async function at(engine: Engine, nis: string, query = '') {
	const facts = await reference(engine.database);
	const moment = readMoment(new URLSearchParams(query), 'api', facts, TODAY);
	const municipality = facts.places.byCode.get(nis);
	if (!municipality) throw new Error(nis);
	return { facts, moment, municipality };
}

/** The components of a regime by code, of the first part. */
async function components(engine: Engine, nis: string, scheme: string, query = '') {
	const { moment, municipality } = await at(engine, nis, query);
	const regimes = await regimesOf(engine.database, moment, municipality);
	const own = regimes.find((one) => one.scheme.code === scheme);
	return own?.parts[0]?.lines.map(({ code, figure, origin }) => [code, figure.value, origin]);
}

/** Publishes figures of De Panne, or of another municipality. */
const publish = (
	{ database }: Engine,
	rows: [indicator: string, date: string, value: number][],
	nis_code = '38008'
) =>
	publishFigures(
		database,
		rows.map(([indicator, reference_date, value]) => ({
			nis_code,
			indicator,
			reference_date,
			value
		})),
		{ known_from: '2026-01-01' }
	);

/** Municipalities of which nobody published an objective, flows, or a stock of these days. */
const SILENT = unpublishedMembers(
	'provincie-west-vlaanderen',
	['stock_b'],
	'2021-12-31',
	'2022-12-31'
).filter(
	(nis) =>
		!facts.objectives.some((one) => one.nis_code === nis) &&
		!facts.observations.some((one) => one.nis_code === nis && one.indicator.startsWith('flow_'))
);

// What an import is told is read in its own transaction.
describeEachEngine('practice', (engine) => {
	test('published households and baseline make a full check: Hasselt’s 543 is set against it', async () => {
		await publish(
			engine,
			[
				['households', '2008-01-01', 30_000],
				['stock_a', '2007-12-31', 1500]
			],
			'71022'
		);
		const checked = await checkedObjectives(engine.database, TODAY);
		const hasselt = checked.find(({ municipality }) => municipality.nis === '71022');
		expect(hasselt?.check).toEqual({
			tested: ['formula'],
			findings: [{ kind: 'formula', entered: 543, expected: 513 }]
		});
	});

	test('an objective that comes in and deviates is asked about, and stays as it is', async () => {
		const findings = new Findings();
		const kept = await engine.database.change(async (transaction) => {
			const { id } = await transaction
				.insertInto('publication')
				.values({ publisher: 'Proef', title: 'Lijst', kind: 'first', known_from: '2026-02-01' })
				.returning('id')
				.executeTakeFirstOrThrow();
			const objective = {
				publication_id: id,
				scheme: 'BSO-2009-HUUR',
				status: 'compulsory' as const
			};
			await insertRows(transaction, 'objective', [
				{ ...objective, nis_code: '71022', component: 'steps_1_2', value: 515 },
				{ ...objective, nis_code: '38008', component: 'total', value: 84 }
			]);
			await tellDeviations('2026-02-01')(transaction, id, findings);
			return transaction
				.selectFrom('objective')
				.select(['nis_code', 'value'])
				.where('publication_id', '=', id)
				.orderBy('nis_code')
				.execute();
		});
		expect(findings.blocked).toBe(false);
		expect(findings.list()).toMatchObject([
			{
				level: 'ask',
				code: 'objective_deviates',
				value: '515',
				expected: '513',
				message: 'Hasselt (71022): 515 dwellings against 513 by steps 1 and 2 of the formula.'
			}
		]);
		expect(kept).toEqual([
			{ nis_code: '38008', value: 84 },
			{ nis_code: '71022', value: 515 }
		]);
	});
});

describeOneEngine('practice', (engine) => {
	describe('how an objective is made up', () => {
		test('the regime that is measured comes from the data', async () => {
			expect(mainScheme(await reference(engine.database), '2024-12-31').code).toBe('BSO-2009-HUUR');
		});

		test('De Panne: all published but step 1, of which the province’s objective is not', async () => {
			expect(await components(engine, '38008', 'BSO-2009-HUUR')).toEqual([
				['step_1', null, 'unknown'],
				['room', 222, 'derived'],
				['steps_1_2', 83, 'published'],
				['catch_up', 0, 'published'],
				['total', 83, 'published']
			]);
		});

		test('Brasschaat: purchase and plots of the past are there with their own source', async () => {
			expect(await components(engine, '11008', 'BSO-2009-KOOP')).toEqual([
				['total', 119, 'published']
			]);
			expect(await components(engine, '11008', 'BSO-2009-KAVEL')).toEqual([
				['total', 10, 'published']
			]);
		});

		test('a supply that a source names is shown beside, never as the objective', async () => {
			const [nis = ''] = SILENT;
			await engine.database.change((transaction) =>
				insertRows(transaction, 'objective', [
					{
						publication_id: facts.publications[0]?.id ?? PRACTICE_PUBLICATION_ID,
						scheme: 'BSO-2009-HUUR',
						nis_code: nis,
						component: 'total_supply',
						value: 153,
						status: 'compulsory'
					}
				])
			);
			const { moment, municipality } = await at(engine, nis);
			const [main] = await regimesOf(engine.database, moment, municipality);
			const line = main?.parts[0]?.lines.find(({ code }) => code === 'total_supply');
			expect(line).toMatchObject({ kind: 'beside', origin: 'published', figure: { value: 153 } });
			const total = main?.parts[0]?.lines.find(({ code }) => code === 'total');
			expect(total?.origin).toBe('estimated');
		});

		test('2026-2042: components without a number, and nothing before its plan was known', async () => {
			const lines = await components(engine, '38008', 'BSO-2042');
			const rules = facts.schemeRules.filter(
				({ scheme, kind }) => scheme === 'BSO-2042' && kind !== 'lever'
			);
			expect(lines?.map(([code]) => code)).toEqual(rules.map(({ code }) => code));
			expect(lines?.every(([, value, origin]) => value === null && origin === 'unknown')).toBe(
				true
			);
			expect(await components(engine, '38008', 'BSO-2042', 'known=2025-09-01')).toBeUndefined();
		});

		test('a published objective is set against the formula where baseline and households were published, and estimates are not compared', async () => {
			const checked = await checkedObjectives(engine.database, TODAY);
			const isPublished = (nis: string) =>
				figures(nis, 'stock_a', '2007-12-31').length > 0 &&
				figures(nis, 'households', '2008-01-01').length > 0;
			for (const { municipality, check } of checked) {
				const { tested, findings } = check;
				if (!isPublished(municipality.nis)) expect(tested).not.toContain('formula');
				expect(findings.map(({ kind }) => kind).every((kind) => tested.includes(kind))).toBe(true);
			}
			const totals = facts.objectives.filter(
				(one) => one.scheme === 'BSO-2009-HUUR' && one.component === 'total' && one.value !== null
			);
			expect(
				new Set(checked.filter((one) => one.isTotal).map((one) => one.municipality.nis))
			).toEqual(new Set(totals.map((one) => one.nis_code)));
			const panne = checked.find(({ municipality }) => municipality.nis === '38008');
			expect(panne?.check.tested).toEqual(['sum', 'room', 'catch_up']);
		});
	});

	describe('mergers', () => {
		beforeAll(() => withObjective(engine.database, '11007', 20));

		test('Antwerpen with Borsbeek: the sum of the objectives, and only what Borsbeek realised meets its own', async () => {
			const { moment, municipality } = await at(engine, '11002', 'on=2024-12-31&structure=today');
			const { rows } = await standingsOf(engine.database, moment, [municipality]);
			const { target, realised, counted, realisedShare } = rows[0]?.objective ?? {};
			const apart = await at(engine, '11007', 'on=2024-12-31');
			const old = await standingsOf(engine.database, apart.moment, [apart.municipality]);
			const borsbeek = old.rows[0]?.objective;
			expect(target?.value).toBe(borsbeek?.target.value);
			expect(counted?.realised.value).toBe(borsbeek?.realised.value);
			expect(realised?.value).not.toBe(counted?.realised.value);
			expect(realisedShare?.value).toBe(borsbeek?.realisedShare.value);
			const regimes = await regimesOf(engine.database, moment, municipality);
			expect(regimes[0]?.parts.map((part) => part.municipality.nis)).toEqual(['11002', '11007']);
		});

		test('a merger of two bound municipalities counts everything', async () => {
			const { moment, municipality } = await at(engine, '72042', 'on=2022-12-31');
			const { rows } = await standingsOf(engine.database, moment, [municipality]);
			const { realised, counted } = rows[0]?.objective ?? {};
			expect(withoutOrigin(counted?.realised)).toEqual(withoutOrigin(realised));
		});
	});

	test('the ledger closes on the last known day: Aalst in April 2018 had 255 to go, and none with its pipeline', async () => {
		const { moment, municipality } = await at(engine, '41002');
		const ledger = await ledgerOf(engine.database, moment, municipality, '2018-06-30');
		expect(ledger?.on).toBe('2018-04-30');
		expect(ledger?.remaining.realised.value).toBe(255);
		expect(ledger?.remaining.withPipeline.value).toBe(0);
		expect(ledger?.next?.code).toBe('BSO-2042');
	});

	test('levers: Oostende has nothing left in 2021 and is below 15 %; permits are not known', async () => {
		const { moment, municipality } = await at(engine, '35013', 'on=2021-12-31');
		const { rows } = await standingsOf(engine.database, moment, [municipality]);
		const standing = rows[0];
		if (!standing) throw new Error('35013');
		const { levers } = await lawOf(engine.database, moment, standing);
		const outcome = (scheme: string, code: string) =>
			levers.find((one) => one.scheme.code === scheme && one.rule.code === code)?.lever;
		expect(outcome('CONVENANT', 'eligible')).toMatchObject({
			outcome: 'depends',
			reason: 'partly_met'
		});
		expect(outcome('BSO-2042', 'exemption')).toMatchObject({ outcome: 'over' });
		const early = await at(engine, '35013', 'on=2021-12-31&known=2026-03-01');
		const then = (await lawOf(engine.database, early.moment, standing)).levers;
		expect(
			then.find((one) => one.scheme.code === 'BSO-2042' && one.rule.code === 'exemption')?.lever
		).toMatchObject({ outcome: 'unknown', reason: 'objective_unknown' });
	});

	describe('gross flows', () => {
		const [town = '', neighbour = ''] = SILENT.slice(1);

		test('nobody published any: nothing is shown', async () => {
			const { moment, municipality } = await at(engine, town, 'on=2022-12-31');
			expect(await flowsOf(engine.database, moment, [municipality])).toBeNull();
		});

		test('as soon as they are published, start + flows + unexplained = end', async () => {
			await publish(
				engine,
				[
					['stock_b', '2021-12-31', 240],
					['flow_new_build', '2022-12-31', 30],
					['flow_demolition', '2022-12-31', 28],
					['stock_b', '2022-12-31', 241]
				],
				town
			);
			const { moment, municipality } = await at(engine, town, 'on=2022-12-31');
			const balance = await flowsOf(engine.database, moment, [municipality]);
			expect([balance?.start.value, balance?.unexplained.value, balance?.end.value]).toEqual([
				240, -1, 241
			]);
			const both = [municipality, (await at(engine, neighbour)).municipality];
			expect(await flowsOf(engine.database, moment, both)).toBeNull();
		});
	});
});

describeOneEngine('facts', (engine) => {
	test('as long as one municipality of a province lacks its households, step 1 of the others is unknown', async () => {
		await publish(engine, [['households', '2008-01-01', 15_000]], '11008');
		const lines = await components(engine, '11008', 'BSO-2009-HUUR');
		expect(lines?.find(([code]) => code === 'step_1')).toEqual(['step_1', null, 'unknown']);
	});
});
