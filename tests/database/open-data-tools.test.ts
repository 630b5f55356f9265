import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { parse } from 'csv-parse/sync';
import { Package } from 'datapackage';
import { sql } from 'kysely';
import jsonld from 'jsonld';
import { Parser as QuadParser, Store } from 'n3';
import CsvwParser from 'rdf-parser-csvw';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays } from '#lib/domain/dates.ts';
import { writeDataFolder } from '#lib/server/formats/open-data/data-folder.ts';
import { OPEN_TABLES } from '#lib/tables/data-package.ts';
import { today } from '#lib/server/today.ts';
import { csvwFaults, type CsvwGroup } from '../support/csvw.ts';
import { useOneEngine } from '../support/engines.ts';

/**
 * The package read back with the tools of its formats: Frictionless' own library for `datapackage.json`, and a processor of
 * CSV on the Web. That processor converts and does not validate, and no validator of CSVW is kept up among npm's packages;
 * `tests/support/csvw.ts` holds the rules of the recommendation that our metadata can break.
 */
const root = mkdtempSync(join(tmpdir(), 'woonobjectief-open-data-'));
const folder = join(root, 'pakket');
const YESTERDAY = addDays(today(), -1);
const engine = useOneEngine('practice');

beforeAll(() => writeDataFolder(engine.database, folder, YESTERDAY, () => {}));
afterAll(() => rmSync(root, { recursive: true }));

const text = (name: string, from = folder) => readFileSync(join(from, name), 'utf8');
const rowsOf = (name: string) =>
	parse(text(`${name}.csv`), { columns: true }) as Record<string, string>[];
const TABLES = Object.keys(OPEN_TABLES);

describe('datapackage.json', () => {
	const open = (from: string) => Package.load(join(from, 'datapackage.json'));
	let found: Awaited<ReturnType<typeof open>>;
	beforeAll(async () => {
		found = await open(folder);
	});

	test('is a tabular data package by the profile of Frictionless', () => {
		expect(found.errors.map(String)).toEqual([]);
		expect(found.valid).toBe(true);
		expect(found.resourceNames).toEqual(TABLES);
		expect(found.descriptor.licenses).toEqual([
			expect.objectContaining({ path: expect.stringContaining('modellicentie-gratis-hergebruik') })
		]);
	});

	test.for(TABLES)(
		'every cell of %s has its type, nothing required is blank, every reference is met',
		async (name) => {
			const resource = found.getResource(name);
			const rows = await resource.read({ relations: true });
			expect(rows).toHaveLength(resource.descriptor.rows);
			const { key } = OPEN_TABLES[name as keyof typeof OPEN_TABLES];
			const keys = rowsOf(name).map((row) => key.map((column) => row[column]).join('|'));
			expect(new Set(keys).size).toBe(keys.length);
		}
	);

	test.for([
		['goals', 'kortrijk,reach_share', 'kortrijk,onzin', 'enum'],
		['goals', 'kortrijk,', 'nergens,', 'oreign'],
		['goals', ',0.11,', ',elf,', 'type']
	] as const)(
		'the tool refuses a damaged table: in %s "%s" as "%s"',
		async ([name, was, is, why]) => {
			const damaged = join(root, `damaged-${is.replace(/\W/g, '')}`);
			mkdirSync(damaged);
			for (const file of [...TABLES.map((one) => `${one}.csv`), 'datapackage.json'])
				writeFileSync(join(damaged, file), text(file));
			expect(text(`${name}.csv`)).toContain(was);
			writeFileSync(join(damaged, `${name}.csv`), text(`${name}.csv`).replace(was, is));
			const resource = (await open(damaged)).getResource(name);
			const refused = await resource.read({ relations: true }).then(
				() => 'nothing',
				(error: Error & { errors?: Error[] }) => [error, ...(error.errors ?? [])].join(' ')
			);
			expect(refused).toContain(why);
		}
	);

	test('says of each file how large it is and what its checksum is', () => {
		const { resources } = JSON.parse(text('datapackage.json'));
		for (const { path, bytes, hash } of resources as {
			path: string;
			bytes: number;
			hash: string;
		}[]) {
			const content = readFileSync(join(folder, path));
			expect(bytes).toBe(content.length);
			expect(hash).toBe(`sha256:${createHash('sha256').update(content).digest('hex')}`);
		}
	});
});

describe('csv-metadata.json', () => {
	const metadata = (): CsvwGroup => JSON.parse(text('csv-metadata.json'));
	const contents = () => new Map(TABLES.map((name) => [`${name}.csv`, text(`${name}.csv`)]));

	test('breaks no rule of CSV on the Web, and every cell is what it says', () => {
		expect(csvwFaults(metadata(), contents())).toEqual([]);
	});

	test.for([
		['a column that the file does not have', 'goals', 'kind', 'soort'],
		['a cell outside its format', 'goals', 'reach_share', 'reach-share'],
		['a required cell that is blank', 'goals', ',secondary,', ',,'],
		['a number that is none', 'goals', ',0.11,', ',elf,'],
		['a reference to a row that is not there', 'goals', 'kortrijk', 'nergens']
	] as const)('the rules see %s', ([, name, was, is]) => {
		const { tables, ...rest } = metadata();
		const own = tables.find(({ url }) => url === `${name}.csv`);
		const beside = own?.tableSchema.foreignKeys.map((one) => one.reference.resource) ?? [];
		const few = {
			...rest,
			tables: tables.filter((one) => one === own || beside.includes(one.url))
		};
		const files = new Map(few.tables.map(({ url }) => [url, text(url)]));
		expect(csvwFaults(few, files)).toEqual([]);
		expect(files.get(`${name}.csv`)).toContain(was);
		files.set(`${name}.csv`, (files.get(`${name}.csv`) ?? '').replace(was, is));
		expect(csvwFaults(few, files)).not.toEqual([]);
	});

	/** Rows of a table that differ in which cells are filled and with what kind of value, some of each, with their head. */
	function someOfEach(name: string): { csv: string; rows: number } {
		const kind = (cell: string) => cell.replace(/\d+/g, '0').replace(/[^\d.-]+/g, 'a');
		const all = parse(text(`${name}.csv`), { raw: true }) as unknown as {
			raw: string;
			record: string[];
		}[];
		const [head, ...rows] = all;
		const groups = Map.groupBy(rows, ({ record }) => record.map(kind).join());
		const some = [...groups.values()].flatMap((group) => group.slice(0, 20));
		return { csv: [head, ...some].map((one) => one?.raw).join(''), rows: some.length };
	}

	test.for(TABLES)('a processor of CSVW reads every kind of row of %s with it', async (name) => {
		const { tables } = metadata();
		const some = someOfEach(name);
		const own = tables.find(({ url }) => url === `${name}.csv`);
		const context = JSON.parse(
			readFileSync(
				new URL('test/support/csvw.json', import.meta.resolve('rdf-parser-csvw')),
				'utf8'
			)
		) as { '@context': object };
		const nquads = await jsonld.toRDF({ ...own, '@context': context['@context'] } as object, {
			format: 'application/n-quads',
			base: 'https://wonen.example/'
		});
		const parser = new CsvwParser({
			metadata: new Store(new QuadParser().parse(String(nquads))),
			baseIRI: `https://wonen.example/${name}.csv`,
			timezone: 'utc'
		});
		let rows = 0;
		for await (const { object } of parser.import(Readable.from([some.csv])))
			if (object.value === 'http://www.w3.org/ns/csvw#Row') rows += 1;
		expect(rows).toBe(some.rows);
	});
});

describe('the package and the database', () => {
	test.for([
		['places', sql`select count(*) as n from municipality`],
		['region-members', sql`select count(*) as n from region_membership`],
		['regions', sql`select count(*) as n from region`],
		['test-rounds', sql`select count(*) as n from test_round`],
		['publications', sql`select count(*) as n from publication`],
		[
			'figures',
			sql`select count(distinct (o.nis_code, o.indicator, o.reference_date, p.structure_on)) as n
				from observation as o join publication as p on p.id = o.publication_id`
		],
		[
			'region-figures',
			sql`select count(distinct (region, indicator, reference_date)) as n from region_observation`
		],
		['objectives', sql`select count(distinct (nis_code, scheme, component)) as n from objective`],
		['region-objectives', sql`select count(*) as n from region_objective`]
	] as const)('%s has as many rows as there are facts', async ([name, query]) => {
		const { rows } = await query.execute(engine.database.read as never);
		expect(rowsOf(name)).toHaveLength((rows[0] as { n: number }).n);
	});

	test('an estimate has its status, and nothing else has it', () => {
		const practice = rowsOf('publications')
			.filter((one) => one['kind'] === 'practice')
			.map((one) => one['id']);
		const isPractice = (one: Record<string, string>) => practice.includes(one['publication']);
		const figures = rowsOf('figures');
		expect(figures.filter(isPractice).length).toBeGreaterThan(1_000);
		expect(figures.filter((one) => (one['status'] === 'estimated') !== isPractice(one))).toEqual(
			[]
		);
	});

	test('a municipality has its code in the usual structures', () => {
		const codes = (nis: string) => {
			const found = rowsOf('places').find((one) => one['nis'] === nis);
			return [found?.['gemeente2018'], found?.['gemeente2024'], found?.['gemeente']];
		};
		expect(codes('34022')).toEqual(['34022', '34022', '34022']);
		expect(codes('71047')).toEqual(['71047', '72042', '72042']);
		expect(codes('11007')).toEqual(['11007', '11007', '11002']);
		expect(codes('46030')).toEqual(['', '', '46030']);
	});

	test('the checksums are those of the files, in the form that sha256sum checks', () => {
		const lines = text('SHA256SUMS').trim().split('\n');
		expect(lines).toHaveLength(TABLES.length + 3);
		for (const line of lines) {
			const [, sum = '', path = ''] = /^([0-9a-f]{64}) {2}(\S+)$/.exec(line) ?? [];
			const content = readFileSync(join(folder, path));
			expect(createHash('sha256').update(content).digest('hex'), path).toBe(sum);
		}
	});

	test('no scenario and no address of a site is in it', () => {
		for (const name of ['README.md', 'datapackage.json', 'csv-metadata.json'])
			expect(text(name)).not.toMatch(/localhost|127\.0\.0\.1/);
		expect(TABLES.filter((name) => /scenario|division|road/.test(name))).toEqual([]);
	});
});
