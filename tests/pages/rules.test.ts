import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { violations } from '../support/axe.ts';
import { test as inBrowser } from '../support/browser.ts';
import { existingOn, freeRound, freeRoundMeasured } from '../support/facts.ts';
import { serveSite, type ServedSite } from '../support/program.ts';
import { open, saysAt, seen } from '../support/reader.ts';
import { runHere } from '../support/shell.ts';
import { copyFolder } from '../support/starts.ts';
import { gridOf, tableOf } from '../support/table.ts';

const folder = mkdtempSync(join(tmpdir(), 'woonobjectief-regels-'));
const DATA_DIR = join(folder, 'data');
let site: ServedSite;
let genkBefore: string;
/** What each import printed, by file. */
const said = new Map<string, string>();

const TOWNS = ['34022', '34027', '34040', '34041', '34042'];
const FILES = {
	'ronde.csv': `round,measured_on,threshold_realised,threshold_with_planned,legal_reference\n${freeRound},${freeRoundMeasured},0.9012,0.9876,Besluit van de proef\n`,
	'categorieen.csv': [
		'round,nis_code,category',
		...existingOn(freeRoundMeasured).map(
			(nis) => `${freeRound},${nis},${nis === '34022' ? '2a' : '1'}`
		),
		''
	].join('\n'),
	'regio.csv': [
		'region,name,kind,nis_code,valid_from',
		...TOWNS.map((nis) => `vijf-van-de-proef,Vijf van de proef,gebied,${nis},2020-01-01`),
		''
	].join('\n'),
	'doel.csv':
		'region,goal_kind,holds_from,share,deadline,certainty\ngenk,reach_share,2030-01-01,0.12,2035-12-31,stated\n'
} as const;

/** What a command prints that must succeed while the site runs. */
async function data(...args: string[]): Promise<string> {
	const { code, output } = await runHere(['data', ...args], { DATA_DIR, DATABASE_URL: '' });
	if (code !== 0) throw new Error(output);
	return output;
}

/** What is said with each file: the categories are made up, and may contradict the figures of their day. */
const SAID = [
	...['--publisher', 'Proef', '--published', '2026-06-01'],
	...['--accept', 'category_contradicts', '--because', 'De categorieën zijn verzonnen.']
];
const GENK = '/regios/genk?op=2024-12-31';
const at = (address: string) => site.address + address;

beforeAll(async () => {
	copyFolder(inject('starts'), 'practice', DATA_DIR);
	site = await serveSite({ DATA_DIR });
	genkBefore = await saysAt(at(GENK));
	for (const [name, text] of Object.entries(FILES)) {
		const path = join(folder, name);
		writeFileSync(path, text);
		said.set(name, await data('import', path, ...SAID));
	}
});

afterAll(async () => {
	await site.stop();
	rmSync(folder, { recursive: true, force: true });
});

describe('rules that came in by command', () => {
	test('a round stands on its page with its thresholds and the category of each municipality', async () => {
		const page = await open(at(`/voortgangstoets/${freeRound}`));
		expect(seen(page.document.querySelector('main'))).toContain('90,12 %');
		const { rows, heads } = gridOf(tableOf(page, 'gemeenten'));
		const named = rows.find((row) => seen(row[0]) === 'Kortrijk');
		const entered = heads.findIndex((head) => head.startsWith('Gepubliceerd'));
		expect(seen(named?.[entered])).toContain('2a');
		expect(await saysAt(at('/voortgangstoets'))).toContain(String(freeRound));
		const past = await fetch(at(`/voortgangstoets/${freeRound}?bekend=2026-05-31`));
		expect(past.status).toBe(404);
	});

	test('the thresholds stand on the way of a municipality, drawn and in its table, also on a day without figures', async () => {
		const page = await open(at('/gemeenten/34022'));
		expect(page.document.querySelector('main')?.innerHTML).toContain(
			`drempel van de toets van ${freeRound}: 90,12`
		);
		const { rows } = gridOf(tableOf(page, 'groeipad'));
		const [, month, date] = freeRoundMeasured.split('-');
		const own = rows.find((row) => seen(row[0]) === `${date}/${month}/${freeRound - 1}`);
		expect(seen(own?.at(-1))).toMatch(/\d+ of \d+/);
	});

	test('a region stands on its page with its members, in the list, and with each of them', async () => {
		const page = await open(at('/regios/vijf-van-de-proef'));
		expect(seen(page.document.querySelector('.kicker'))).toContain('5 gemeenten');
		expect(await saysAt(at('/regios'))).toContain('Vijf van de proef');
		expect(await saysAt(at('/gemeenten/34022'))).toContain('Vijf van de proef');
		const past = await fetch(at('/regios/vijf-van-de-proef?bekend=2026-05-31'));
		expect(past.status).toBe(404);
	});

	test('before a goal holds the page tells when it will, and says everything else as before', async () => {
		const coming =
			'Vanaf 01/01/2030 is het streefcijfer 12 % van de huishoudens, te halen tegen 31/12/2035.';
		const now = await saysAt(at(GENK));
		expect(now).toContain(coming);
		const none = 'Van deze regio is geen eigen streefcijfer bekend.';
		const notYet = 'Op deze dag geldt er nog geen eigen streefcijfer van de regio.';
		expect(now.replace(` ${coming}`, '').replace(notYet, none)).toBe(genkBefore);
		expect(await saysAt(at(`${GENK}&bekend=2026-05-31`))).not.toContain('Vanaf 01/01/2030');
	});

	test('from its day on the page, the API and the list of regions ask for it', async () => {
		const address = '/regios/genk?op=2030-12-31';
		expect(await saysAt(at(address))).toContain(
			'Het streefcijfer voor de regio als geheel is 12 % van de huishoudens, te halen tegen 31/12/2035'
		);
		const { goal } = (await (await fetch(at('/api/v1/regions/genk?on=2030-12-31'))).json()) as {
			goal: object;
		};
		expect(goal).toMatchObject({
			kind: 'reach_share',
			value: 0.12,
			holdsFrom: '2030-01-01',
			deadline: '2035-12-31'
		});
		expect(await saysAt(at('/regios?op=2030-12-31'))).toContain('12 %');
	});

	test('the page of a publication says which rules it brought, and the chain holds', async () => {
		const [, id] = /publication (\d+)/.exec(said.get('regio.csv') ?? '') ?? [];
		expect(await saysAt(at(`/cijfers/publicaties/${id}`))).toContain('Leden van regio’s: 5');
		expect(await data('verify')).toContain('The chain holds');
	});

	inBrowser(
		'the layouts stand on the page of the checks, without a violation',
		async ({ page }) => {
			await page.goto(at('/methode/controles'));
			await expect
				.poll(() => page.getByRole('heading', { name: 'Streefcijfers van regio’s' }).isVisible())
				.toBe(true);
			expect(await violations(page)).toEqual([]);
		}
	);
});
