import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect } from 'vitest';
import { test } from '../support/browser.ts';
import { answerAt, csv, csvRow, json, rowsOf } from './api.ts';
import { FACTS, type Fact } from './fact-table.ts';
import { plain } from './pages.ts';

describe('a page links to its own numbers', () => {
	const download = async (page: Page, name: string) =>
		csv((await page.getByRole('link', { name, exact: true }).getAttribute('href')) ?? 'geen link');

	test.for([
		['/gemeenten?op=2022-12-31&structuur=vandaag', 285],
		['/gemeenten?op=2022-12-31', 300],
		['/gemeenten?op=2012-12-31', 308]
	] as const)(
		'the download of %s has its %i municipalities',
		async ([address, count], { page }) => {
			await page.goto(address);
			expect(rowsOf(await download(page, 'alle gemeenten als CSV'))).toHaveLength(count);
		}
	);

	test('the download of a page as known on a day holds what was known that day', async ({
		page
	}) => {
		const gent = async (address: string) => {
			await page.goto(address);
			const rows = rowsOf(await download(page, 'alle gemeenten als CSV'));
			return rows.find((row) => row.startsWith('44021,'));
		};
		expect(await gent('/gemeenten?op=2009-12-31')).toContain('14753');
		expect(await gent('/gemeenten?op=2009-12-31&bekend=2012-03-18')).toContain('14544');
	});

	test('the download of a region has its members of the structure shown', async ({ page }) => {
		const members = async (address: string) => {
			await page.goto(address);
			return rowsOf(await download(page, 'CSV')).map((row) => row.split(',', 1)[0]);
		};
		expect(await members('/regios/genk?op=2018-12-31')).toContain('71047');
		expect(await members('/regios/genk?op=2018-12-31&structuur=vandaag')).toContain('72042');
	});
});

const whole = new Intl.NumberFormat('nl-BE');
const decimals = (value: number, digits: number) =>
	new Intl.NumberFormat('nl-BE', {
		minimumFractionDigits: digits,
		maximumFractionDigits: digits
	}).format(value);
const dutchDay = (date: string) => date.split('-').reverse().join('/');

/** What a page says of one of its figures for the minutes. */
const minutesOf = async (page: Page, id: string): Promise<string> =>
	plain(
		(await page
			.locator(`[data-copy]`, { hasText: `#${id}` })
			.first()
			.textContent()) ?? ''
	);

describe('the same number in page, API, CSV, minutes and print', () => {
	test.for([
		['34022', '2010-12-31'],
		['38008', '2007-12-31'],
		['11002', '2024-12-31'],
		['73028', '2024-12-31'],
		['72042', '2022-12-31']
	] as const)('municipality %s on %s', async ([nis, on], { page }) => {
		const answer = await json(`/api/v1/municipalities/${nis}?on=${on}`);
		const row = await csvRow(`/api/v1/municipalities.csv?on=${on}`, nis);
		expect(Number(row.stock)).toBe(answer.stock.value);
		expect(Number(row.households)).toBe(answer.households.value);
		expect(Number(row.share)).toBe(answer.share.value);
		expect(Number(row.target)).toBe(answer.objectives[0].target.value);
		expect(row.stock_status).toBe(answer.stock.status);

		await page.goto(`/gemeenten/${nis}?op=${on}`);
		const shown = new Intl.NumberFormat('nl-BE').format(answer.stock.value);
		const mark = answer.stock.status === 'estimated' ? '≈ ' : '';
		const sentence = `telt ${mark}${shown} sociale huurwoning`;
		expect(plain(await page.locator('h1').innerText())).toContain(sentence);
		const part = decimals(answer.share.value * 100, 1);
		const shareMark = answer.share.status === 'estimated' ? '≈ ' : '';
		expect(await minutesOf(page, 'antwoord')).toMatch(
			new RegExp(
				`^Op ${dutchDay(on)} telde ${answer.name} ${mark}${shown} sociale huurwoning(en)?: ${shareMark}${part} per 100 huishoudens \\(`
			)
		);
		await page.emulateMedia({ media: 'print' });
		expect(plain(await page.locator('h1').innerText())).toContain(sentence);
	});

	test('region kortrijk: share is the sum of stock over the sum of households, everywhere', async ({
		page
	}) => {
		const answer = await json('/api/v1/regions/kortrijk');
		const sum = (
			pick: (row: { stock: { value: number }; households: { value: number } }) => number
		) => answer.members.reduce((total: number, row: never) => total + pick(row), 0);
		const [stock, households] = [sum((row) => row.stock.value), sum((row) => row.households.value)];
		expect(answer.members).toHaveLength(12);
		expect(answer.goal).toMatchObject({ value: 0.11, denominator: 'households' });
		expect(answer.share.value).toBe(stock / households);
		expect(answer.gap).toBe(Math.ceil((11 * households - 100 * stock) / 100));

		const row = await csvRow('/api/v1/regions.csv', 'kortrijk');
		expect([Number(row.share), Number(row.gap)]).toEqual([answer.share.value, answer.gap]);

		await page.goto('/regios/kortrijk');
		const text = plain(await page.locator('main').innerText());
		const percentage = new Intl.NumberFormat('nl-BE', {
			minimumFractionDigits: 2,
			maximumFractionDigits: 2
		});
		expect(text).toContain(`≈ ${percentage.format((stock / households) * 100)} %`);
		expect(text).toContain(
			`nog ≈ ${new Intl.NumberFormat('nl-BE').format(answer.gap)} woningen te gaan`
		);
		expect(await minutesOf(page, 'stand')).toContain(
			`11 % van de huishoudens: nog ≈ ${whole.format(answer.gap)} woningen te gaan (`
		);
		expect(await minutesOf(page, 'antwoord')).toContain(
			`telde Regio Kortrijk (Leiedal) ≈ ${whole.format(stock)} sociale huurwoningen: ≈ `
		);
	});
});

describe('one table of facts', () => {
	const FORMATS: Record<Fact['as'], (value: number) => string> = {
		count: (value) => whole.format(Math.abs(value)),
		'per hundred': (value) => decimals(value * 100, 1),
		index: (value) => decimals(value, 3)
	};
	const numberOf = async (fact: Fact): Promise<number> => {
		const answer = await json(fact.api);
		const value = fact.at.reduce((part, key) => part[key], answer);
		expect(value).toBeTypeOf('number');
		return value as never;
	};
	const written = (fact: Fact, value: number) =>
		`${fact.estimated ? '≈ ' : ''}${FORMATS[fact.as](value)}`;
	/** The facts that stand in some place, each with where in it. */
	const having = <P extends 'csv' | 'workbook' | 'package' | 'drawing' | 'sheets'>(place: P) =>
		FACTS.flatMap((fact) => {
			const at = fact[place];
			return at ? [[fact.what, fact, at] as const] : [];
		});
	/** Words that only a screen reader speaks stand between a mark and its number. */
	const unspoken = (text: string) => text.replaceAll(/≈ (ongeveer|raming:)\s*/g, '≈ ');

	test.for(FACTS.map((fact) => [fact.what, fact] as const))(
		'%s is the same in API, page and minutes',
		async ([, fact], { page }) => {
			const number = written(fact, await numberOf(fact));
			await page.goto(fact.page);
			expect(await minutesOf(page, fact.figure)).toContain(fact.says.replace('#', number));
			const shown = plain(await page.locator('main').innerText());
			if (fact.as !== 'index') expect(shown).toContain(number);
		}
	);

	test.for(having('csv'))('%s is the same in the CSV of the API', async ([, fact, at]) => {
		const { path, row, column } = at;
		expect(Number((await csvRow(path, row))[column])).toBe(await numberOf(fact));
	});

	test.for(having('workbook'))('%s is the same in the workbook', async ([, fact, at]) => {
		const { path, row, column } = at;
		const [table] = await readXlsxFile(Buffer.from(await (await answerAt(path)).arrayBuffer()));
		const [heads = [], ...rows] = table?.data ?? [];
		const first = ([cell]: unknown[]) =>
			cell instanceof Date ? cell.toISOString().slice(0, 10) : cell;
		const cell = rows.find((one) => first(one) === row)?.[heads.indexOf(column)];
		expect(cell).toBeCloseTo(await numberOf(fact), 12);
	});

	test.for(having('package'))('%s is the same in the data package', async ([, fact, at]) => {
		const { table, where, column } = at;
		const content = await (await answerAt('/cijfers/download/2026-06-30')).arrayBuffer();
		const file = unzipSync(new Uint8Array(content))[`${table}.csv`] ?? new Uint8Array();
		const rows = parse<Record<string, string>>(Buffer.from(file), { columns: true });
		const found = rows.filter((row) => Object.keys(where).every((key) => row[key] === where[key]));
		expect(found.map((row) => Number(row[column]))).toEqual([await numberOf(fact)]);
	});

	test.for(having('drawing'))('%s is the same in the words of the SVG', async ([, fact, at]) => {
		const svg = await (await answerAt(at)).text();
		const words = plain(svg.replaceAll(/<[^>]*>/g, ' '));
		expect(words).toContain(written(fact, await numberOf(fact)));
	});

	test.for(having('sheets'))('%s is the same on paper', async ([, fact, at], { page }) => {
		await page.goto(at);
		await page.emulateMedia({ media: 'print' });
		const sheets = plain((await page.locator('.sheet').allInnerTexts()).join(' '));
		expect(unspoken(sheets)).toContain(written(fact, await numberOf(fact)));
	});

	test('every place has facts of it, and no fact stands in fewer than five', () => {
		for (const place of ['csv', 'workbook', 'package', 'drawing', 'sheets'] as const)
			expect(having(place).length, place).toBeGreaterThan(4);
		for (const { what, csv, workbook, package: pack, drawing, sheets } of FACTS) {
			const more = [csv, workbook, pack, drawing, sheets].filter((one) => one !== undefined);
			expect(more.length, what).toBeGreaterThan(1);
		}
	});
});

describe('marks travel along', () => {
	test('a region has the same marks in the API and in the CSV', async () => {
		const answer = await json('/api/v1/regions/kortrijk?on=2012-12-31');
		const row = await csvRow('/api/v1/regions.csv?on=2012-12-31', 'kortrijk');
		expect(row.share_status).toBe(answer.share.status);
		expect(row.gap_status).toBe(answer.gapStatus);
		expect(row.goal_status).toBe(answer.goal.status);
		expect(row.goal_publications).toBe(String(answer.goal.source.publication));
		expect(row.realised_share_status).toBe(answer.objectives[0].realisedShare.status);
	});

	test('the total of Flanders says what it counts, a merged municipality that it is a sum', async () => {
		expect((await json('/api/v1/regions/vlaanderen?on=2017-12-31')).stock.definition).toBe('C');
		expect((await csvRow('/api/v1/regions.csv?on=2024-12-31', 'vlaanderen')).stock_definition).toBe(
			'W'
		);
		const merged = '/api/v1/municipalities.csv?on=2018-12-31&structure=today';
		const row = await csvRow(merged, '71072');
		expect([row.stock_composed, row.realised_share_composed]).toEqual(['true', 'true']);
	});

	test('an unknown value in the CSV has its reason', async () => {
		const row = await csvRow('/api/v1/municipalities.csv?on=2025-12-31', '34022');
		expect([row.stock, row.stock_status, row.stock_reason]).toEqual([
			'',
			'missing',
			'not_published'
		]);
		expect(row.realised_share_reason).toBe('not_published');
	});

	test('the regions of a municipality are those of the date asked, also where only attested later', async () => {
		const slugs = async (query: string) => {
			const { regions } = await json(`/api/v1/municipalities/${query}`);
			return regions.map((one: { slug: string }) => one.slug);
		};
		expect(await slugs('71047?on=2012-12-31')).toEqual(expect.arrayContaining(['genk', 'limburg']));
		expect(await slugs('72042?on=2022-12-31')).toContain('genk');
		for (const slug of await slugs('71047?on=2012-12-31')) {
			const { members } = await json(`/api/v1/regions/${slug}?on=2012-12-31`);
			expect(members.map((one: { nis: string }) => one.nis)).toContain('71047');
		}
	});

	test('the list of regions and the overview name the publications that they rest on', async ({
		page
	}) => {
		for (const address of ['/', '/gemeenten', '/regios']) {
			await page.goto(address);
			const sources = page.locator('main details').filter({ hasText: 'publicatie' });
			expect(await sources.last().locator('li').count(), address).toBeGreaterThan(0);
		}
	});

	test('a line of the members of the time breaks where they change', async ({ page }) => {
		// The line of the share, and those of the spread in dwellings and by Gini.
		const broken = page.locator('svg').getByText('andere leden dan het jaar ervoor');
		await page.goto('/regios/genk?grond=toen');
		expect(await broken.count()).toBe(3);
		await page.goto('/regios/genk');
		expect(await broken.count()).toBe(0);
	});
});

describe('what the law asks, in page, API and CSV', () => {
	test('the components of De Panne, each with its rule', async () => {
		const { objectives, levers } = await json('/api/v1/municipalities/38008');
		const own = objectives[0].components;
		const file = await csv('/api/v1/municipalities/38008/objectives.csv');
		const row = (code: string) =>
			file.split(/\r?\n/).find((one) => one.startsWith(`BSO-2009-HUUR,38008,De Panne,${code},`));
		for (const { component, value, origin, legalReference, rule } of own) {
			expect(row(component)).toContain(`,${origin},${value ?? ''},`);
			expect(legalReference).toContain('Decreet');
			expect(rule.publication).toBeGreaterThan(0);
		}
		expect(own.map((one: { value: number | null }) => one.value)).toEqual([null, 222, 83, 0, 83]);
		expect(objectives.map((one: { scheme: string }) => one.scheme)).toContain('BSO-2042');
		expect(levers.map((one: { threshold: number | null }) => one.threshold)).toContain(0.15);
	});
});

describe('what the law asks of every municipality', () => {
	test('the list has the same components as the answer of one municipality, and each names a rule of its regime', async () => {
		const all = await json('/api/v1/objectives?on=2024-12-31');
		expect(all.municipalities).toHaveLength(300);
		const own = await json('/api/v1/municipalities/38008?on=2024-12-31');
		const panne = all.municipalities.find((one: { nis: string }) => one.nis === '38008');
		type Asked = { scheme: string; components: { component: string; value: number | null }[] };
		const values = (objectives: Asked[]) =>
			objectives.map(({ scheme, components }) => [
				scheme,
				components.map(({ component, value }) => [component, value])
			]);
		expect(values(panne.objectives)).toEqual(values(own.objectives));
		const main = all.schemes.find((one: { code: string }) => one.code === 'BSO-2009-HUUR');
		expect(main.rules.map((rule: { code: string }) => rule.code)).toContain('room');
		expect(main.dates.length).toBeGreaterThan(3);

		const rows = rowsOf(await csv('/api/v1/objectives.csv?on=2024-12-31'));
		const components = (all.municipalities as { objectives: Asked[] }[]).flatMap((one) =>
			one.objectives.flatMap((asked) => asked.components)
		);
		expect(rows).toHaveLength(components.length);
	});

	test('a merger has the components of each part: one that was exempt and one that was not', async () => {
		const { municipalities } = await json('/api/v1/objectives?on=2024-12-31&structure=today');
		const antwerpen = municipalities.find((one: { nis: string }) => one.nis === '11002');
		const totals = antwerpen.objectives[0].components.filter(
			(one: { component: string }) => one.component === 'total'
		);
		expect(totals.map((one: { nis: string; value: number }) => [one.nis, one.value])).toEqual([
			['11002', 0],
			['11007', 74]
		]);
	});
});

describe('the spread and the division of a region', () => {
	test('the homes that would have to stand elsewhere are the same on the page and in the API', async ({
		page
	}) => {
		const { spread } = await json('/api/v1/regions/kortrijk');
		await page.goto('/regios/kortrijk');
		const said = plain(await page.locator('section:has(#spreiding) p').first().innerText());
		expect(said).toContain(`zouden ≈ ${spread.dwellingsElsewhere} woningen elders`);
		expect(spread.status).toBe('estimated');
		const minutes = await minutesOf(page, 'lorenz');
		expect(minutes).toContain(`zouden ≈ ${spread.dwellingsElsewhere} woningen elders`);
		expect(minutes).toContain(
			`gewogen naar huishoudens, is ≈ ${decimals(spread.gini, 3)} (toestand op 31/12/2024;`
		);
		const above = (
			await page.locator('#spreidingtabel').locator('td:nth-child(4)').allTextContents()
		).map((cell) => Number(/\+(\d+)$/.exec(plain(cell))?.[1] ?? 0));
		expect(
			Math.abs(above.reduce((sum, one) => sum + one, 0) - spread.dwellingsElsewhere)
		).toBeLessThanOrEqual(6); // each row is rounded
	});

	test('a division has the same shortfall and parts in JSON and CSV, as a scenario', async () => {
		const query = 'goal=0.11&key=households&by=2030-12-31';
		const answer = await json(`/api/v1/regions/kortrijk/division?${query}`);
		const file = rowsOf(await csv(`/api/v1/regions/kortrijk/division.csv?${query}`));
		expect(answer.scenario).toBe('scenario, geen beslissing');
		expect(answer.shortfall).toBeGreaterThan(0);
		expect(file).toHaveLength(answer.parts.length);
		for (const { nis, name, dwellings } of answer.parts) {
			const row = file.find((one) => one.startsWith(`${nis},${name},${dwellings},`));
			expect(row, name).toContain(`,households,0.11,2030-12-31,${answer.shortfall},0,`);
		}
	});

	test('Kortrijk, 11 % by 2030: the shortfall of the page is that of the API and of every row of the CSV', async ({
		page
	}) => {
		const query = 'goal=0.11&by=2030-12-31';
		const answer = await json(`/api/v1/regions/kortrijk/divisions?${query}`);
		const stock = answer.keys[0].parts.reduce(
			(sum: number, part: { stock: { value: number } }) => sum + part.stock.value,
			0
		);
		const households = answer.keys[0].parts.reduce(
			(sum: number, part: { households: { value: number } }) => sum + part.households.value,
			0
		);
		expect(answer.keys[0].parts).toHaveLength(12);
		expect(answer.shortfall).toBe(Math.ceil((11 * households - 100 * stock) / 100));
		const row = await csvRow(`/api/v1/regions/kortrijk/divisions.csv?${query}`, '34022');
		expect(Number(row.shortfall)).toBe(answer.shortfall);
		expect(row.scenario).toContain('scenario, geen beslissing');

		await page.goto('/regios/kortrijk/verdeling?doel=11&tegen=2030');
		const shown = new Intl.NumberFormat('nl-BE').format(answer.shortfall);
		expect(plain(await page.locator('h1').innerText())).toBe(
			`Voor 11 % sociale huur tegen eind 2030 heeft Regio Kortrijk (Leiedal) nog ≈ ${shown} woningen nodig.`
		);
		expect(await minutesOf(page, 'antwoord')).toContain(
			`heeft Regio Kortrijk (Leiedal) nog ≈ ${shown} woningen nodig (scenario, geen beslissing;`
		);
		const chosen = answer.keys.find((one: { key: string }) => one.key === 'households');
		const parts = chosen.parts.map(
			({ name, dwellings }: { name: string; dwellings: number }) =>
				`${name} ≈ ${whole.format(dwellings)}`
		);
		const told = await minutesOf(page, 'sleutel');
		for (const part of parts) expect(told).toContain(part);
		const kortrijk = page.locator('section:has(#naast-elkaar) tr:has(a[href*="/34022"]) td');
		const cells = (await kortrijk.allTextContents()).map((cell) =>
			Number(/(\d[\d.]*)\s*$/.exec(plain(cell))?.[1]?.replaceAll('.', ''))
		);
		for (const [at, { key, parts }] of answer.keys.entries()) {
			const part = parts.find((one: { nis: string }) => one.nis === '34022');
			expect(cells[at], key).toBe(part.dwellings);
			expect(Number(row[`${key.replaceAll('-', '_')}_dwellings`]), key).toBe(part.dwellings);
		}
		await page.emulateMedia({ media: 'print' });
		expect(plain(await page.locator('main').innerText())).toContain('Scenario, geen beslissing.');
	});

	test.for([
		['/api/v1/regions/kortrijk/division?by=2030-12-31&key=fair', 400],
		['/api/v1/regions/genk/division?by=2030-12-31', 400],
		['/api/v1/regions/nergens/division?by=2030-12-31&goal=0.11', 404]
	] as const)('%s answers %i', async ([path, status]) => {
		expect((await answerAt(path)).status).toBe(status);
	});
});

describe('every estimate carries its mark', () => {
	test('no practice figure stands in a table without ≈', async ({ page }) => {
		const rows: { nis: string; stock: { value: number; status: string } }[] =
			await json('/api/v1/municipalities');
		await page.goto('/gemeenten');
		for (const { nis, stock } of rows
			.filter((one) => one.stock.status === 'estimated')
			.slice(0, 40)) {
			const cell = page.locator(`tr:has(a[href^="/gemeenten/${nis}"]) td`).first();
			expect(await cell.textContent()).toContain('≈');
			expect(stock.value).not.toBeNull();
		}
	});

	test('an exemption that is estimated carries ≈ in the table and on the map; a published one does not', async ({
		page
	}) => {
		await page.goto('/gemeenten?status=geen-objectief');
		const cell = async (nis: string) =>
			plain(
				(await page.locator(`tr:has(a[href^="/gemeenten/${nis}"]) td`).nth(2).textContent()) ?? ''
			);
		expect(await cell('12025')).toBe('vrijgesteld');
		expect(await cell('44021')).toContain('≈');
		await page.goto('/?maat=tekort');
		const label = (name: string) =>
			page
				.locator(`svg[data-marks] a title`, { hasText: new RegExp(`^${name}:`) })
				.first()
				.textContent();
		expect(await label('Mechelen')).toBe('Mechelen: vrijgesteld');
		expect(plain((await label('Gent')) ?? '')).toBe('Gent: ≈ vrijgesteld');
		const labels = await page.locator('svg[data-marks] a title').allTextContents();
		const reached = labels.filter((one) => one.includes('objectief gehaald'));
		expect(reached.length).toBeGreaterThan(0);
		expect(reached.filter((one) => !one.includes('≈'))).toEqual([]);
	});

	test('a published figure stands without it', async ({ page }) => {
		await page.goto('/gemeenten?op=2010-12-31');
		const cell = page.locator('tr:has(a[href^="/gemeenten/34022"]) td').first();
		expect(plain((await cell.textContent()) ?? '')).toBe('2.896');
	});
});
