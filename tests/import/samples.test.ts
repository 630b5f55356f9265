import { register } from '../support/register.ts';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ImportRequest } from '#lib/server/desk/write/import-job.ts';
import { importFile } from '#lib/server/desk/write/import-file.ts';
import { fileSource } from '#lib/server/desk/bytes/source.ts';
import { reference } from '#lib/server/reference/reference.ts';
import { describeEachEngine, useOneEngine } from '../support/engines.ts';
import { existingOn, existsOn, facts, figures } from '../support/facts.ts';
import { makeWorkbook } from './workbook-maker.ts';
import { request } from './small-world.ts';

const SAMPLES = resolve('../shared/samples');

// Other people's files are read where they lie, and never kept here; without them there is no such test.
if (existsSync(SAMPLES)) {
	describe('every real publication is read with right figures, or refused with a reason', () => {
		const engine = useOneEngine('facts');
		const sample = (name: string) => fileSource(`${SAMPLES}/${name}`);
		const read = (source: ImportRequest['source'], said: Partial<ImportRequest> = {}) =>
			importFile(engine.database, { ...request('', ''), publisher: null, source, ...said });

		test.for([
			['omgevingsloket_export_aanvragen.csv', 'permits', /applications for permits/],
			['statbel_inkomens_tabelC1_voorbereiding_upload.xlsx', 'incomes', /taxable incomes/],
			['statbel_bevolking_per_gemeente_2020.csv', 'population', /counts inhabitants/]
		] as const)('%s is not ours', async ([name, layout, why]) => {
			const outcome = await read(sample(name));
			expect(outcome).toMatchObject({ layout, written: false, counts: { block: 1 } });
			expect(outcome.findings[0]).toMatchObject({ code: 'not_ours' });
			expect(outcome.findings[0]?.message).toMatch(why);
		});

		test('an upload form of topics that nobody knows names them', async () => {
			const outcome = await read(sample('swing_000_voorbeeld_upload.xlsx'));
			expect(outcome).toMatchObject({ layout: 'swing', written: false, counts: { block: 1 } });
			expect(outcome.findings[0]).toMatchObject({
				code: 'unknown_topic',
				value: 'v2302_GKO_V, v2301_BKO_V, v2301_GLO_V'
			});
		});

		test('households by arrondissement are those that are known from the same source, year for year', async () => {
			const outcome = await read(sample('statbel_fpb_huishoudens_arrondissement_1996-2071.xlsx'));
			expect(outcome).toMatchObject({
				layout: 'households-by-name',
				written: true,
				regionFigures: 22 * 76
			});
			const rows = await engine.database.read
				.selectFrom('region_observation')
				.select(['region', 'reference_date', 'value', 'status', 'publication_id'])
				.where('indicator', '=', 'households')
				.where('region', 'like', 'arrondissement-%')
				.execute();
			const known = new Map(
				rows
					.filter((row) => row.publication_id !== outcome.publication)
					.map((row) => [`${row.region} ${row.reference_date} ${row.status}`, row.value])
			);
			const brought = rows.filter((row) => row.publication_id === outcome.publication);
			const differ = brought.filter(
				(row) => known.get(`${row.region} ${row.reference_date} ${row.status}`) !== row.value
			);
			expect(brought).toHaveLength(22 * 76);
			expect(differ).toEqual([]);
		});

		test('the regions of 2026 are known; from another day on, one that differs is a change with its day', async () => {
			const same = await read(sample('pinc_gemeente_igs.xlsx'), { on: '2026-01-01' });
			expect(same).toMatchObject({ layout: 'memberships', memberships: 0, counts: { block: 0 } });
			const asked = await read(sample('pinc_gemeente_igs.xlsx'));
			expect(asked.findings[0]).toMatchObject({ code: 'on_missing' });
		});

		test('the area definition of the municipalities names those that are known', async () => {
			const outcome = await read(sample('pinc_gebiedsdefinitie_gemeente.xlsx'));
			expect(outcome).toMatchObject({ layout: 'area-list', counts: { block: 0, ask: 0 } });
			expect(outcome.findings).toMatchObject([{ code: 'known_areas', value: '285' }]);
		});

		test('an older register changes nothing', async () => {
			const outcome = await read(sample('statbel_TU_COM_REFNIS.txt'));
			expect(outcome).toMatchObject({ layout: 'refnis', municipalities: 0, counts: { block: 0 } });
		});
	});
}

/** Two municipalities of which nobody published an objective, a category or what was realised, and that are in no project. */
const [TOWN = '', OTHER = ''] = existingOn('2026-01-01').filter(
	(nis) =>
		existsOn(nis, '2021-12-31') &&
		figures(nis, 'realised', '2021-12-31').length === 0 &&
		![...facts.objectives, ...facts.testResults].some((one) => one.nis_code === nis) &&
		!facts.memberships.some((one) => one.nis_code === nis && one.region.startsWith('igs-'))
);
const nameOf = (nis: string) =>
	facts.municipalities.find((one) => one.nis_code === nis)?.name ?? '';

describeEachEngine('facts', (engine) => {
	test('a progress test brings figures, objectives and categories, each with its day', async () => {
		const bytes = makeWorkbook([
			{
				sheet: 'toets',
				rows: [
					['Voortgangstoets 2022: toestand 31/12/2021'],
					['Gemeente', 'BSO', 'Gerealiseerd', 'Categorie'],
					[nameOf(TOWN), 201, 150, '2a'],
					[nameOf(OTHER), 0, 1, '-']
				]
			}
		]);
		const accept = [{ code: 'total_not_sum', because: 'voorbeeld' }];
		const outcome = await importFile(engine.database, request('toets.xlsx', bytes, { accept }));
		expect(outcome.findings.filter(({ level }) => level === 'block')).toEqual([]);
		expect(outcome).toMatchObject({ written: true, figures: 2, objectives: 2, categories: 1 });
		const publication = outcome.publication ?? 0;
		const objectives = await engine.database.read
			.selectFrom('objective')
			.select(['nis_code', 'scheme', 'component', 'value', 'status', 'attested_on'])
			.where('publication_id', '=', publication)
			.orderBy('nis_code')
			.execute();
		expect(objectives.map((one) => Object.values(one).join(' '))).toEqual([
			`${TOWN} BSO-2009-HUUR total 201 compulsory 2021-12-31`,
			`${OTHER} BSO-2009-HUUR total 0 exempt 2021-12-31`
		]);
		const results = await engine.database.read
			.selectFrom('test_result')
			.select(['nis_code', 'year', 'category'])
			.where('publication_id', '=', publication)
			.execute();
		expect(results).toEqual([{ nis_code: TOWN, year: 2022, category: '2a' }]);
		const dated = await engine.database.read
			.selectFrom('publication')
			.select(['reference_date', 'structure_on'])
			.where('id', '=', publication)
			.executeTakeFirst();
		expect(dated).toEqual({ reference_date: '2021-12-31', structure_on: '2019-01-01' });
	});

	test('a round or objective that nobody knows is refused, and nothing is written', async () => {
		const rows = (day: string) => `Gemeente;Categorie op ${day};BSO op ${day}\nKortrijk;1;5\n`;
		const outcome = await importFile(engine.database, request('toets.csv', rows('31/12/2050')));
		expect(outcome.written).toBe(false);
		expect(outcome.findings.map(({ code }) => code)).toEqual(
			expect.arrayContaining(['unknown_scheme', 'unknown_round'])
		);
	});

	test('a membership needs a yes, then ends the day before and begins on its day', async () => {
		const text = `gemeente,igs\n${TOWN},igs01\n`;
		const unsaid = await importFile(
			engine.database,
			request('igs.csv', text, { on: '2026-02-01' })
		);
		expect(unsaid).toMatchObject({ written: false, memberships: 1 });
		expect(unsaid.unanswered).toEqual(['membership_starts']);
		const accept = [{ code: 'membership_starts', because: 'besluit' }];
		const said = await importFile(
			engine.database,
			request('igs.csv', text, { on: '2026-02-01', accept })
		);
		expect(said).toMatchObject({ written: true, memberships: 1 });
		const moved = await importFile(
			engine.database,
			request('igs.csv', `gemeente,igs\n${TOWN},igs999\n`, {
				on: '2026-03-01',
				accept: [{ code: 'membership_ends', because: 'besluit' }]
			})
		);
		expect(moved).toMatchObject({ written: true, memberships: 1 });
		const stored = await engine.database.read
			.selectFrom('region_membership as m')
			.innerJoin('region as r', 'r.slug', 'm.region')
			.select(['m.valid_from', 'm.valid_to'])
			.where('r.kind', '=', 'igs')
			.where('m.nis_code', '=', TOWN)
			.orderBy('m.publication_id')
			.execute();
		expect(stored).toEqual([
			{ valid_from: '2026-02-01', valid_to: null },
			{ valid_from: '2026-02-01', valid_to: '2026-02-28' }
		]);
		const { memberships } = await reference(engine.database);
		const counting = [...memberships.values()].flat().filter(({ nis }) => nis === TOWN);
		expect(counting.filter(({ from }) => from === '2026-02-01')).toMatchObject([
			{ to: '2026-02-28' }
		]);
	});

	test('a merger is a reviewed change: the successor takes the place of its parts in their regions', async () => {
		const written = register(
			['34013', 'Harelbeke', '01/01/1970', '31/12/2030'],
			['34023', 'Kuurne', '01/01/1970', '31/12/2030'],
			['34099', 'Leiestad', '01/01/2031', '31/12/9999']
		);
		const map = { successors: { '34013': '34099', '34023': '34099' } };
		const unsaid = await importFile(engine.database, request('refnis.txt', written, { map }));
		expect(unsaid.written).toBe(false);
		expect(unsaid.unanswered.toSorted()).toEqual([
			'changed_municipality',
			'new_municipality',
			'new_succession'
		]);
		const accept = unsaid.unanswered.map((code) => ({ code, because: 'decreet' }));
		const said = await importFile(engine.database, request('refnis.txt', written, { map, accept }));
		expect(said).toMatchObject({ written: true, municipalities: 3 });
		expect(said.findings.map(({ message }) => message)).toEqual(
			expect.arrayContaining([
				'34099 takes the place of its parts in kortrijk on 2031-01-01.',
				expect.stringMatching(/^34013 leaves .*kortrijk/)
			])
		);
		const members = await engine.database.read
			.selectFrom('region_membership')
			.select(['nis_code', 'valid_from', 'valid_to'])
			.where('region', '=', 'kortrijk')
			.where('nis_code', 'in', ['34013', '34023', '34099'])
			.where('publication_id', '=', said.publication ?? 0)
			.orderBy('nis_code')
			.execute();
		expect(members).toMatchObject([
			{ nis_code: '34013', valid_to: '2030-12-31' },
			{ nis_code: '34023', valid_to: '2030-12-31' },
			{ nis_code: '34099', valid_from: '2031-01-01', valid_to: null }
		]);
		const successions = await engine.database.read
			.selectFrom('succession')
			.select(['predecessor', 'successor'])
			.where('effective_on', '=', '2031-01-01')
			.orderBy('predecessor')
			.execute();
		expect(successions).toEqual([
			{ predecessor: '34013', successor: '34099' },
			{ predecessor: '34023', successor: '34099' }
		]);
	});
});
