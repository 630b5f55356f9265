import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { serveSite, type ServedSite } from '../support/program.ts';
import { runHere } from '../support/shell.ts';
import { copyFolder } from '../support/starts.ts';

/** The synthetic region of the domain research, as figures of three municipalities that a visitor puts together. */
const REGION = [
	{ nis: '34022', households: 30_000, stock: 2_700 },
	{ nis: '34023', households: 10_000, stock: 500 },
	{ nis: '34013', households: 10_000, stock: 300 }
];
const API = '/api/v1/regions/eigen';
const ASKED = `municipalities=${REGION.map((one) => one.nis).join(',')}&on=2022-12-31`;

const folder = mkdtempSync(join(tmpdir(), 'woonobjectief-synthetic-'));
const environment = { DATABASE_URL: '', DATA_DIR: join(folder, 'data'), INIT_CWD: folder };
let site: ServedSite;

beforeAll(async () => {
	copyFolder(inject('starts'), 'practice', environment.DATA_DIR);
	site = await serveSite({ DATA_DIR: environment.DATA_DIR });
	const rows = REGION.flatMap(({ nis, households, stock }) => [
		`${nis},2022-12-31,stock_b,${stock}`,
		`${nis},2023-01-01,households,${households}`
	]);
	writeFileSync(
		join(folder, 'region.csv'),
		['nis_code,reference_date,indicator,value', ...rows, ''].join('\n')
	);
	const said = ['--publisher', 'Proef', '--kind', 'correction'];
	const why = ['--why', 'Verzonnen cijfers van het onderzoek'];
	const asked = ['--accept', 'stock_halved', '--because', 'Een verzonnen regio.'];
	const imported = await runHere(
		[...['data', 'import', 'region.csv'], ...said, ...why, ...asked],
		environment
	);
	expect(imported.output).toMatch(/6 figures/);
	expect(imported.code).toBe(0);
});
afterAll(async () => {
	await site.stop();
	rmSync(folder, { recursive: true });
});

const json = async (path: string) => (await fetch(site.address + path)).json();
const byNis = (parts: { nis: string; dwellings: number }[]) =>
	REGION.map(({ nis }) => parts.find((one) => one.nis === nis)?.dwellings);

test('an imported region gives the share and the spread of the domain research to six digits', async () => {
	const { share, spread } = await json(`${API}?${ASKED}`);
	expect(share.value).toBeCloseTo(0.07, 12);
	expect(spread.hoover).toBeCloseTo(0.171429, 6);
	expect(spread.dwellingsElsewhere).toBe(600);
	expect(spread.gini).toBeCloseTo(0.182857, 6);
	expect(spread.cv).toBeCloseTo(0.440195, 6);
	expect(spread.weightedCv).toBeCloseTo(0.361403, 6);
	const quotients = REGION.map(({ nis }) => spread.locationQuotients[nis]);
	for (const [at, one] of [1.285714, 0.714286, 0.428571].entries())
		expect(quotients[at]).toBeCloseTo(one, 6);
});

test('its 2,000 dwellings short of 11 % are divided as there, and 1,200 stay unassigned under the cap', async () => {
	const answer = await json(`${API}/divisions?${ASKED}&goal=0.11&by=2022-12-31`);
	expect(answer.shortfall).toBe(2000);
	expect(answer.before.gini).toBeCloseTo(0.182857, 6);
	const found = Object.fromEntries(
		answer.keys.map((one: { key: string; parts: []; unassigned: number }) => [
			one.key,
			[byNis(one.parts), one.unassigned]
		])
	);
	expect(found).toMatchObject({
		households: [[1200, 400, 400], 0],
		gap: [[600, 600, 800], 0],
		'lift-lowest': [[600, 600, 800], 0],
		'capped-households': [[0, 400, 400], 1200],
		'own-deficit': [[600, 600, 800], 0]
	});
});

test('the page says the same in words', async () => {
	const codes = REGION.map((one) => one.nis)
		.sort()
		.join(',');
	const address = `/regios/eigen/verdeling?gemeenten=${codes}&op=2022-12-31&doel=11&tegen=2022&sleutel=plafond`;
	const page = await (await fetch(site.address + address)).text();
	const words = page
		.replace(/<style[^]*?<\/style>|<[^>]*>|<!--[^]*?-->/g, ' ')
		.replace(/&nbsp;|\s+/g, ' ');
	expect(words).toContain('heeft Eigen regio nog 2.000 woningen nodig');
	expect(words).toContain('Er blijven 1.200 woningen over die geen gemeente krijgt.');
	expect(words).toContain('Scenario, geen beslissing.');
});
