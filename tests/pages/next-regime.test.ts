import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { misfits } from '../support/api-shapes.ts';
import { allWords } from '../support/html.ts';
import { madeUp, madeUpSum, nextRegimeSheet, SAID } from '../support/next-regime.ts';
import { serveSite, type ServedSite } from '../support/program.ts';
import { open } from '../support/reader.ts';
import { runHere } from '../support/shell.ts';
import { copyFolder } from '../support/starts.ts';

const folder = mkdtempSync(join(tmpdir(), 'woonobjectief-regeling-'));
const DATA_DIR = join(folder, 'data');
const FILE = join(folder, 'bso.csv');
const KORTRIJK = madeUp('34022');
let site: ServedSite;
let publication = '';

async function data(...args: string[]): Promise<string> {
	const { code, output } = await runHere(['data', ...args], { DATA_DIR, DATABASE_URL: '' });
	if (code !== 0) throw new Error(output);
	return output;
}

/** A page as it is now: on a busy machine its last good state is shown first, with a line that says so. */
const documentOf = async (path: string): Promise<Document> => {
	const { document } = await open(site.address + path);
	return document.querySelector('p.melding') ? documentOf(path) : document;
};
const pageWords = async (path: string) =>
	(await documentOf(path)).querySelector('main')?.textContent?.replace(/\s+/g, ' ') ?? '';
const json = async (path: string) => (await fetch(site.address + path)).json() as Promise<never>;

/** The cells of the table of the other regime on a page; empty where there is none. */
const besideOn = async (path: string): Promise<string[]> => {
	const document = await documentOf(path);
	const table = [...document.querySelectorAll('table')].find((one) =>
		one.textContent?.includes('2026-2042 (')
	);
	return table ? allWords(table, 'tbody td, tbody th') : [];
};

beforeAll(async () => {
	writeFileSync(FILE, nextRegimeSheet());
	await copyFolder(inject('starts'), 'practice', DATA_DIR);
	site = await serveSite({ DATA_DIR });
});

afterAll(async () => {
	await site.stop();
	rmSync(folder, { recursive: true, force: true });
});

const PAGES = [
	'/?op=2025-12-31',
	'/gemeenten/34022?op=2025-12-31',
	'/gemeenten/34022/steekkaart?op=2025-12-31',
	'/gemeenten/34022/rekening?op=2025-12-31',
	'/regios/kortrijk?op=2025-12-31',
	'/vergadering/kortrijk?op=2025-12-31&delen=regio,steekkaarten'
] as const;

test.for(PAGES)('before its numbers come out %s shows none of the next regime', async (path) => {
	expect(await besideOn(path)).toEqual([]);
});

test.for(['/gemeenten/34022', '/objectief', '/gemeenten/34022/rekening'])(
	'%s says that no number of a municipality came out yet',
	async (path) => {
		expect(await pageWords(path)).toContain('Aantallen per gemeente: nog niet gepubliceerd.');
	}
);

const PAPER = ['/gemeenten/34022/steekkaart', '/vergadering/kortrijk'] as const;
const UNNUMBERED = 'Voor 2026-2042 is nog geen aantal per gemeente gepubliceerd.';

test.for(PAPER)('%s says so on paper', async (path) => {
	expect(await pageWords(path)).toContain(UNNUMBERED);
});

describe('with the file of the next regime', () => {
	beforeAll(async () => {
		const said = [
			'--published',
			SAID.publishedOn,
			'--publisher',
			SAID.publisher,
			'--title',
			SAID.title
		];
		const accepted = ['definition_changed', 'area_total_off'].flatMap((code) => [
			...['--accept', code, '--because', 'Verzonnen voor een test.']
		]);
		const output = await data('import', FILE, ...said, ...accepted);
		publication = /publication (\d+)/.exec(output)?.[1] ?? '';
		expect(output).toContain('2026-2042 (BSO-2042)');
	});

	test.for(PAPER)('%s says no more that there is no number', async (path) => {
		expect(await pageWords(path)).not.toContain(UNNUMBERED);
	});

	test.for(PAGES)('%s shows it apart, with the words that tell the two apart', async (path) => {
		const cells = await besideOn(path);
		expect(cells[0]).toContain('2026-2042 (aangekondigd)');
		expect(cells).toContain('31/12/2025');
		expect(await pageWords(path)).toContain('telt niet voor de andere');
	});

	test('a municipality, its region and Flanders show the numbers of the file and their sums', async () => {
		const own = await besideOn('/gemeenten/34022?op=2025-12-31');
		expect(own.slice(1, 4)).toEqual(
			[KORTRIJK.baseline, KORTRIJK.objective, KORTRIJK.realised].map(String)
		);
		const flanders = await besideOn('/?op=2025-12-31');
		expect(flanders[2]).toBe(String(madeUpSum('objective')));
		expect(await pageWords('/gemeenten/34022')).toContain(
			`Objectief: ${KORTRIJK.objective} bijkomende woningen.`
		);
		expect(await pageWords('/objectief')).not.toContain('nog niet gepubliceerd');
	});

	test('its numbers lead to the file they came from', async () => {
		const document = await documentOf('/gemeenten/34022?op=2025-12-31');
		const link = document.querySelector<HTMLAnchorElement>('a[href*="regeling=BSO-2042"]');
		const told = await pageWords(link?.getAttribute('href') ?? '');
		expect(told).toContain('Verzonnen objectieven');
	});

	test('the API gives it beside the regime that runs, in the shape that is told', async () => {
		const one = await json('/api/v1/municipalities/34022?on=2025-12-31');
		expect(one).toMatchObject({
			objectives: expect.arrayContaining([
				expect.objectContaining({
					scheme: 'BSO-2042',
					target: expect.objectContaining({ value: KORTRIJK.objective }) as unknown,
					realised: expect.objectContaining({ value: KORTRIJK.realised }) as unknown
				})
			]) as unknown
		});
		expect((one as { objectives: { scheme: string }[] }).objectives[0]?.scheme).toBe(
			'BSO-2009-HUUR'
		);
		expect(await json('/api/v1/regions/kortrijk?on=2025-12-31')).toMatchObject({
			objectives: [{ scheme: 'BSO-2009-HUUR' }, { scheme: 'BSO-2042' }]
		});
		for (const path of ['municipalities/34022', 'municipalities', 'regions/kortrijk', 'objectives'])
			expect(
				await misfits(
					`/api/v1/${path}?on=2025-12-31`,
					await fetch(`${site.address}/api/v1/${path}?on=2025-12-31`)
				)
			).toEqual([]);
	});

	test('a file of municipalities says of which regime its objectives are', async () => {
		const text = await (
			await fetch(`${site.address}/api/v1/municipalities.csv?on=2025-12-31`)
		).text();
		const rows = parse(text, { columns: true, bom: true }) as Record<string, string>[];
		expect(new Set(rows.map((row) => row['scheme']))).toEqual(new Set(['BSO-2009-HUUR']));
	});

	test('a withdrawal takes it away again', async () => {
		await data('withdraw', publication, '--why', 'Verzonnen voor een test.');
		for (const path of PAGES) expect(await besideOn(path), path).toEqual([]);
		expect(await json('/api/v1/regions/kortrijk?on=2025-12-31')).toMatchObject({
			objectives: [{ scheme: 'BSO-2009-HUUR' }]
		});
	});
});
