import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '#lib/server/database/database.ts';
import { importFile } from '#lib/server/desk/write/import-file.ts';
import { fileSource } from '#lib/server/desk/bytes/source.ts';
import { newestObservations } from '#lib/server/queries/observations.ts';
import { dataVersion } from '#lib/server/queries/publications.ts';
import { withdraw } from '#lib/server/desk/release/withdraw.ts';
import { today } from '#lib/server/today.ts';
import { addDays } from '#lib/domain/dates.ts';
import { describeEachEngine, describeOneEngine } from '../support/engines.ts';
import { register } from '../support/register.ts';
import { fillSmallWorld, newestFigures, request } from './small-world.ts';

const HEADER = 'nis_code,reference_date,indicator,value,status,note\n';
/** Real publications, where a copy of them lies beside the project. */
const SAMPLES = resolve('../shared/samples');

describeEachEngine('empty', (engine) => {
	beforeAll(() => fillSmallWorld(engine.database));

	test('a stock for Kortrijk changes exactly that figure, and the day before still shows the old one', async () => {
		const before = await newestFigures(engine.database);
		const file = request('kortrijk.csv', `${HEADER}34022,2022-12-31,stock,300,,\n`);
		const outcome = await importFile(engine.database, file);
		const after = await newestFigures(engine.database);

		expect(outcome).toMatchObject({ written: true, figures: 1, retired: 1, replaced: 0 });
		expect(after.filter((figure) => !before.includes(figure))).toEqual([
			'34022 stock_b 2022-12-31 300 normal first'
		]);
		expect(after).toHaveLength(before.length);
		expect(await stockOf(engine.database, addDays(today(), -1))).toBe(103);
		expect(await stockOf(engine.database, today())).toBe(300);
	});

	test('a publication keeps its file name, checksum, day and one reference date, and a figure its place', async () => {
		const text = `${HEADER}34013,2020-12-31,stock,99,,\n\n11002,2020-12-31,stock,98,,geteld\n`;
		const { publication } = await importFile(
			engine.database,
			request('Harelbeke 2020.csv', text, { publisher: 'Test', kind: 'revision' })
		);
		const stored = await engine.database.read
			.selectFrom('publication')
			.selectAll()
			.where('id', '=', publication ?? 0)
			.executeTakeFirstOrThrow();
		const figures = await engine.database.read
			.selectFrom('observation')
			.selectAll()
			.where('publication_id', '=', publication ?? 0)
			.orderBy('place_row')
			.execute();

		expect(stored).toMatchObject({
			title: 'Harelbeke 2020',
			kind: 'revision',
			file_name: 'Harelbeke 2020.csv',
			known_from: today(),
			published_on: '2026-03-01',
			reference_date: '2020-12-31',
			structure_on: null
		});
		expect(stored.sha256).toMatch(/^[0-9a-f]{64}$/);
		expect(
			figures.map((one) => [one.place_sheet, one.place_row, one.place_column, one.note])
		).toEqual([
			[null, 2, 'value', null],
			[null, 4, 'value', 'geteld']
		]);
	});

	test('what is asked of a row that nobody knows and of figures that change is asked at once, and nothing is written', async () => {
		const before = await state(engine.database);
		const text = 'Gemeente;Huurwoningen 31/12/2022\nKortrijk;310\nNiet toegewezen;5\n';
		const outcome = await importFile(engine.database, request('meting.csv', text));
		expect(outcome.findings.map(({ code }) => code)).toEqual(
			expect.arrayContaining(['unknown_municipality', 'replaces_earlier', 'reason_missing'])
		);
		expect(outcome.written).toBe(false);
		expect(await state(engine.database)).toEqual(before);
	});

	test('nothing is written when one row of many blocks', async () => {
		const before = await state(engine.database);
		const rows = Array.from({ length: 12_000 }, (_, at) => row(at)).join('');
		const file = request('one-bad.csv', `${HEADER}${rows}34022,2022-12-31,stock,x,,\n`);
		const outcome = await importFile(engine.database, file);

		expect(outcome).toMatchObject({ written: false, publication: null, counts: { block: 1 } });
		expect(outcome.findings).toMatchObject([{ code: 'not_a_number', row: 12_002, value: 'x' }]);
		expect(await state(engine.database)).toEqual(before);
	});

	test('a check tells the same as the import and writes nothing', async () => {
		const before = await state(engine.database);
		const file = request('checked.csv', `${HEADER}34022,2021-12-31,stock,290,,\n`);
		const checked = await importFile(engine.database, { ...file, write: false });
		expect(await state(engine.database)).toEqual(before);

		const imported = await importFile(engine.database, file);
		const { written, publication, ...rest } = imported;
		expect({ written, publication: typeof publication }).toEqual({
			written: true,
			publication: 'number'
		});
		expect(checked).toEqual({ ...rest, written: false, publication: null });
	});

	test('many rows arrive in batches, every one of them', async () => {
		const rows = Array.from({ length: 23_456 }, (_, at) => row(at)).join('');
		const outcome = await importFile(engine.database, request('many.csv', HEADER + rows));
		const { count } = await engine.database.read
			.selectFrom('observation')
			.select((eb) => eb.fn.countAll<number>().as('count'))
			.where('publication_id', '=', outcome.publication ?? 0)
			.executeTakeFirstOrThrow();
		expect(outcome).toMatchObject({ written: true, figures: 23_456 });
		expect(count).toBe(23_456);
	});

	test('the same file is taken once, and again after its publication was withdrawn', async () => {
		const file = request('same.csv', `${HEADER}34022,2019-12-31,stock,280,,\n`);
		const first = await importFile(engine.database, file);
		const second = await importFile(engine.database, { ...file, title: 'Another title' });
		expect(first.written).toBe(true);
		expect(second).toMatchObject({ written: false, findings: [{ code: 'already_imported' }] });

		const id = first.publication ?? 0;
		expect(await withdraw(engine.database, id, 'Verkeerde bron', '2026-03-02')).toMatchObject({
			ok: true
		});
		expect(await importFile(engine.database, file)).toMatchObject({ written: true });
	});

	test('imports that start together are put in order, and the later one wins', async () => {
		const file = (value: number) =>
			request(`${value}.csv`, `${HEADER}73028,2022-12-31,stock,${value},,\n`, {
				kind: 'revision',
				why: 'Beter geteld'
			});
		const outcomes = await Promise.all(
			[1, 2, 3].map((value) => importFile(engine.database, file(value)))
		);
		const ids = outcomes.map((one) => one.publication ?? 0);
		expect(outcomes.map((one) => one.written)).toEqual([true, true, true]);
		expect(ids).toEqual([...ids].sort((a, b) => a - b));
		expect(outcomes.map((one) => one.replaced)).toEqual([0, 1, 1]);
		expect(await newestFigures(engine.database)).toContain(
			'73028 stock_b 2022-12-31 3 normal revision'
		);
	});

	test('figures that change an earlier publication need their kind and reason', async () => {
		const text = (value: number) => `${HEADER}34013,2018-12-31,stock,${value},,\n`;
		await importFile(engine.database, request('earlier.csv', text(50)));
		const first = await importFile(
			engine.database,
			request('later.csv', text(51), { write: false })
		);
		const correction = await importFile(
			engine.database,
			request('later.csv', text(51), { kind: 'correction', why: 'Fout in de bron', write: false })
		);
		expect(first.findings).toMatchObject([
			{ level: 'block', code: 'replaces_earlier' },
			{ level: 'block', code: 'reason_missing' }
		]);
		expect(correction).toMatchObject({ findings: [], replaced: 1 });
	});

	test('a withdrawn publication counts no more from that day on, and is never deleted', async () => {
		const file = request('withdrawn.csv', `${HEADER}11002,2022-12-31,stock,77,,\n`);
		const { publication } = await importFile(engine.database, file);
		expect(await newestFigures(engine.database)).toContain(
			'11002 stock_b 2022-12-31 77 normal first'
		);
		const id = publication ?? 0;
		await withdraw(engine.database, id, 'Fout in de bron', '2026-03-05');

		expect(await newestFigures(engine.database)).toContain(
			'11002 stock_b 2022-12-31 100 estimated practice'
		);
		expect(await withdraw(engine.database, id, 'Nog eens', '2026-03-06')).toEqual({
			ok: false,
			lines: [`Publication ${id} was withdrawn on 2026-03-05 already.`]
		});
		expect(await withdraw(engine.database, 99_999, 'Bestaat niet', '2026-03-06')).toMatchObject({
			ok: false
		});
	});

	test('households in one structure are stored with the first day of that structure', async () => {
		const codes = ['11002', '11007', '34013', '34022', '72042', '73028'];
		const rows = ['2018', '2026'].flatMap((year) =>
			codes.flatMap((code) => ['1', '2', '3', '4+'].map((size) => `${year},${code},${size},25\r\n`))
		);
		const text = `\uFEFFjaar,niscode,aantal_huishoudleden,aantal\r\n${rows.join('')}`;
		const file = request('huishoudens.csv', text, { publisher: null, observedUntil: 2023 });
		const { publication } = await importFile(engine.database, file);
		const stored = await engine.database.read
			.selectFrom('publication')
			.select(['publisher', 'title', 'structure_on', 'reference_date'])
			.where('id', '=', publication ?? 0)
			.executeTakeFirst();
		expect(stored).toEqual({
			publisher: 'Statistiek Vlaanderen',
			title: 'Huishoudens naar grootte per gemeente',
			structure_on: '2019-01-01',
			reference_date: null
		});
		expect(await newestFigures(engine.database)).toEqual(
			expect.arrayContaining([
				'72042 households 2018-01-01 100 normal first',
				'72042 households 2026-01-01 100 forecast first'
			])
		);
	});

	test('a file that is no UTF-8 is read as Windows-1252 and says so', async () => {
		const bytes = Buffer.from(`${HEADER}34022,2016-12-31,stock,250,,één bron\n`, 'latin1');
		const outcome = await importFile(
			engine.database,
			request('latin.csv', bytes, { write: false })
		);
		expect(outcome).toMatchObject({
			figures: 1,
			findings: [{ level: 'info', code: 'windows_1252' }]
		});
	});

	test('a register that brings a new municipality writes it; one that brings nothing leaves no publication', async () => {
		const outcome = await importFile(
			engine.database,
			request('refnis.txt', REGISTER, { publisher: null, accept: NEW_STRUCTURE })
		);
		expect(outcome).toMatchObject({ written: true, municipalities: 1 });
		const added = await engine.database.read
			.selectFrom('municipality')
			.select(['name', 'province_code', 'arrondissement_code', 'valid_from', 'publication_id'])
			.where('nis_code', '=', '34099')
			.executeTakeFirst();
		expect(added).toEqual({
			name: 'Leiestad',
			province_code: '30000',
			arrondissement_code: '34000',
			valid_from: '2031-01-01',
			publication_id: outcome.publication
		});

		const before = await state(engine.database);
		const again = await importFile(engine.database, request('refnis-2.txt', `${REGISTER}\r\n`));
		expect(again).toMatchObject({ written: false, municipalities: 0, counts: { block: 0 } });
		expect(await state(engine.database)).toEqual(before);
	});
});

// Other people's files are read where they lie, and never kept here; without them there is no such test.
if (existsSync(SAMPLES)) {
	describe('real publications', () => {
		describeOneEngine('empty', (engine) => {
			beforeAll(() => fillSmallWorld(engine.database));

			test('the register of Statbel brings every Flemish municipality, then the households fit', async () => {
				const register = fileSource(`${SAMPLES}/statbel_TU_COM_REFNIS.txt`);
				const brought = await importFile(engine.database, {
					...request('', ''),
					source: register,
					accept: NEW_STRUCTURE
				});
				// 315 codes since 1990 in a register of 2019; the 8 of the small world are known.
				expect(brought).toMatchObject({ written: true, municipalities: 307 });

				const source = fileSource(`${SAMPLES}/statistiekvlaanderen_huishoudens_2010-2040.csv`);
				const counted = {
					...request('', ''),
					source,
					observedUntil: 2023,
					kind: 'revision' as const,
					why: 'Andere bron'
				};
				const outcome = await importFile(engine.database, counted);
				expect(outcome).toMatchObject({ written: true, figures: 14 * 300 + 17 * 299 });
				expect(outcome.findings.map((one) => one.code)).toContain('missing_municipality');
				expect(await newestFigures(engine.database)).toContain(
					'11001 households 2010-01-01 5796 normal revision'
				);
			});
		});
	});
}

const REGISTER = register(
	['34022', 'Kortrijk', '01/01/1970', '31/12/9999'],
	['34099', 'Leiestad', '01/01/2031', '31/12/9999']
);

/** A new structure is a reviewed change. */
const NEW_STRUCTURE = ['new_municipality', 'changed_municipality'].map((code) => ({
	code,
	because: 'nieuw register'
}));

const CODES = ['11002', '11007', '34013', '34022', '73028'];
const INDICATORS = ['realised', 'in_execution', 'planned', 'dwellings', 'purchase'];

/** A figure that no other number gives. */
function row(at: number): string {
	const code = CODES[at % CODES.length];
	const indicator = INDICATORS[Math.floor(at / 5) % INDICATORS.length];
	const day = new Date(Date.UTC(1990, 0, 1 + Math.floor(at / 25))).toISOString().slice(0, 10);
	return `${code},${day},${indicator},${at},,\n`;
}

async function stockOf(database: Database, known: string): Promise<number | null | undefined> {
	const [newest] = await newestObservations(database.read, {
		codes: ['34022'],
		indicators: ['stock_b'],
		dates: ['2022-12-31'],
		known
	});
	return newest?.value;
}

/** What every write would change. */
async function state(database: Database) {
	const { version } = await dataVersion(database.read);
	const counts = await Promise.all(
		(['publication', 'observation', 'municipality'] as const).map((table) =>
			database.read
				.selectFrom(table)
				.select((eb) => eb.fn.countAll<number>().as('count'))
				.executeTakeFirstOrThrow()
		)
	);
	return { version, counts };
}
