import type { Page } from 'playwright-core';
import { describe, expect, inject } from 'vitest';
import { test } from '../support/browser.ts';
import { plain } from './pages.ts';

/** Published facts: what a reader must find at an address, word for word. */
const FACTS: [address: string, sentence: string][] = [
	[
		'/gemeenten/38008?op=2007-12-31',
		'De Panne telt 226 sociale huurwoningen: 4,5 per 100 huishoudens.'
	],
	['/gemeenten/38008?op=2007-12-31', 'gedeeld door 4.974 huishoudens op 01/01/2008: 4,54 %.'],
	['/gemeenten/38008?op=2007-12-31', 'Het objectief vroeg 83 woningen extra'],
	['/gemeenten/34022?op=2010-12-31', 'Kortrijk telt 2.896 sociale huurwoningen'],
	['/gemeenten/34022', 'objectief: 203 woningen'],
	['/gemeenten/44021?op=2009-12-31', 'Gent telt 14.753 sociale huurwoningen'],
	['/gemeenten/44021?op=2009-12-31&bekend=2012-03-18', 'Gent telt 14.544 sociale huurwoningen'],
	[
		'/gemeenten/35013?op=2021-12-31',
		'Het objectief vroeg 288 woningen extra tegen 31/12/2025. Op 31/12/2021 waren er 374 gerealiseerd (129,9 %), 86 woningen meer dan gevraagd.'
	],
	[
		'/gemeenten/12025',
		'Mechelen had bij de nulmeting al 9 % sociale huur: geen verplicht objectief.'
	],
	['/regios/kortrijk', 'Het streefcijfer voor de regio als geheel is 11 % van de huishoudens'],
	['/regios/genk', 'Van deze regio is geen eigen streefcijfer bekend.'],
	['/regios/genk', 'Opglabbeek: lid tot 31/12/2018'],
	['/regios/genk', 'Oudsbergen: lid sinds 01/01/2019'],
	['/?op=2024-12-31', 'Vlaanderen telt 177.461 sociale huurwoningen'],
	['/?op=2025-12-31', 'Vlaanderen telt 178.743 sociale huurwoningen'],
	['/gemeenten?op=2012-12-31', '308 gemeenten op 31/12/2012'],
	['/gemeenten?op=2022-12-31', '300 gemeenten op 31/12/2022'],
	['/gemeenten?op=2025-12-31', '285 gemeenten op 31/12/2025'],
	['/gemeenten?op=2022-12-31&structuur=vandaag', '285 gemeenten op 31/12/2022'],
	['/gemeenten/71047', 'Opglabbeek (71047) bestaat sinds 01/01/2019 niet meer'],
	['/', 'alleen woningen die de woonmaatschappijen bezitten of inhuren'],
	['/?op=2017-12-31', 'Vlaanderen telt 164.600 sociale huurwoningen'],
	['/?op=2017-12-31', 'Statistiek Vlaanderen: verhuurde hoofdverblijven'],
	['/?bekend=2012-03-18', 'Niet meegeteld, want er is geen aantal woningen: Gent.'],
	[
		'/?bekend=2012-03-18',
		'en dus niet getekend: Aalst, Aarschot, Aartselaar, Affligem, Alken en 288 andere.'
	],
	['/', '31/12/2025 (alleen Vlaanderen)'],
	['/regios/vlaanderen', 'De gepubliceerde totalen tellen niet allemaal hetzelfde'],
	['/regios/werkgebied-nieuw-dak', 'zijn op 31/12/2024 geen leden bekend'],
	['/regios/werkgebied-hacosi?op=2025-12-31', 'Gebied · 3 gemeenten'],
	['/regios/genk?op=2018-12-31', 'De lijn stopt op 31/12/2018: Opglabbeek is na 31 december 2018'],
	[
		'/gemeenten/71022',
		'Hasselt (71022) bestaat sinds 01/01/2025 niet meer als aparte gemeente. Ze is opgegaan in Hasselt (71072).'
	],
	['/gemeenten/11056', 'Ze is opgegaan in Beveren-Kruibeke-Zwijndrecht (46030).'],
	['/gemeenten/11008', 'De bron zegt niet welke definitie.'],
	['/methode', 'Stap 2: niet meer dan nodig om 9 % van die huishoudens te bereiken.'],
	['/methode', 'extra woningen voor gemeenten die bij de nulmeting onder 3 % bleven'],
	['/methode', 'Antwerpen 12.123 (bron) en Limburg 5.590 (bron).'],
	['/methode', 'Van Oost-Vlaanderen, Vlaams-Brabant en West-Vlaanderen vonden we geen cijfer.'],
	['/methode', 'wat er overblijft, 25.287 woningen,'],
	['/methode', 'Regio Kortrijk (Leiedal): 11 % van de huishoudens, voor de regio als geheel'],
	['/gemeenten/38008', 'Zo is het objectief opgebouwd'],
	['/gemeenten/11008', 'Bindend sociaal objectief 2009-2020: sociale kavels'],
	['/gemeenten/41024', 'We gebruiken het niet als objectief.'],
	['/gemeenten/35013?op=2021-12-31', 'Een convenant vragen: ≈ ja, aan de voorwaarden is voldaan.'],
	[
		'/gemeenten/11002?op=2024-12-31&structuur=vandaag',
		'Het objectief is dat van Borsbeek, van voor de fusie. Antwerpen had er geen (volgens onze raming).'
	],
	[
		'/gemeenten/41002/rekening?op=2018-06-30',
		'Op 30/04/2018, de laatste bekende stand, had Aalst nog 255 woningen te gaan van het objectief, en niets als alles in uitvoering en gepland klaar is.'
	],
	['/gemeenten/12025/rekening', 'Mechelen had geen verplicht objectief: er blijft niets over.'],
	['/objectief', '5.000 tot 11.000 woningen, vrijwillig'],
	['/objectief', '45.000 woningen'],
	['/objectief', '1 juni 2026'],
	['/objectief', 'of dit nu nog geldt, zegt geen bron'],
	['/objectief', 'Er zijn geen afwijkingen.'],
	['/regios/kortrijk', 'Alleen van de leden met een objectief.'],
	['/cijfers', 'herziening'],
	['/', 'Voor deze datum zijn er alleen ramingen. Daarmee rangschikken we geen gemeenten.'],
	['/methode', 'Wie hoger of lager uitkomt, zegt dus niets.'],
	[
		'/voortgangstoets',
		'De laatste volledige uitslag die we vonden, is die van 2020: 180 in categorie 1, 107 in categorie 2a en 13 in categorie 2b, van 300 gemeenten.'
	],
	['/voortgangstoets', 'De bijlage bij het besluit spreekt over 206 gemeenten.'],
	['/voortgangstoets', 'Het Laatste Nieuws, voorlopig, vervangen door de definitieve uitslag'],
	['/voortgangstoets?bekend=2020-10-01', 'Het Laatste Nieuws, voorlopig. Eerste uitslag'],
	['/voortgangstoets', 'In 2022 was de eerste drempel 79,52 % van het objectief.'],
	[
		'/voortgangstoets/2018',
		'198 in categorie 1, 94 in categorie 2a en 16 in categorie 2b, van 308 gemeenten'
	],
	['/voortgangstoets/2018', 'Daarom rekenen we geen categorie uit.'],
	[
		'/voortgangstoets/2022',
		'Categorie 1 vroeg 79,52 % gerealiseerd, of 95,42 % met geplande woningen erbij.'
	],
	['/voortgangstoets/2022?gemeente=34025&meer=3', 'Scenario, geen beslissing.'],
	['/gemeenten/35013?op=2022-12-31', 'categorie 1; geen tekort'],
	['/gemeenten/44084', 'Een categorie gaat bij een fusie niet over op Aalter'],
	['/methode', 'De tweede is de eerste maal 1,2']
];

describe('facts', () => {
	test.for(FACTS)('%s says «%s»', async ([address, sentence], { page }) => {
		await page.goto(address);
		expect(plain(await page.locator('main').innerText())).toContain(sentence);
	});

	const withoutScript = test.extend({ visitor: { javaScriptEnabled: false } });
	withoutScript.for(FACTS)(
		'without JavaScript, %s says «%s»',
		async ([address, sentence], { page }) => {
			await page.goto(address);
			expect(plain(await page.locator('main').innerText())).toContain(sentence);
		}
	);
});

const json = async (path: string) => (await fetch(new URL(path, inject('site')))).json();
const csv = async (path: string) => (await fetch(new URL(path, inject('site')))).text();

/** The cells of a CSV row by column, for rows without quoted commas in the columns asked. */
async function csvRow(path: string, key: string): Promise<Record<string, string>> {
	const [head = '', ...rows] = (await csv(path)).trim().split(/\r?\n/);
	const row = rows.find((one) => one.startsWith(`${key},`)) ?? '';
	const cells = row.match(/("([^"]|"")*"|[^,]*)(,|$)/g) ?? [];
	return Object.fromEntries(
		head.split(',').map((name, index) => [name, (cells[index] ?? '').replace(/,$/, '')])
	);
}

describe('a page links to its own numbers', () => {
	const download = async (page: Page, name: string) =>
		csv((await page.getByRole('link', { name, exact: true }).getAttribute('href')) ?? 'geen link');
	const rowsOf = (text: string) => text.trim().split(/\r?\n/).slice(1);

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

describe('a round of the progress test', () => {
	const csvRows = async (path: string) => {
		const [head = '', ...rows] = (await csv(path)).trim().split(/\r?\n/);
		return { columns: head.split(','), rows };
	};

	test('page, API and CSV give every municipality the same category', async ({ page }) => {
		const answer = await json('/api/v1/progress-tests/2022');
		expect(answer.thresholds).toEqual({ realised: 0.7952, withPlanned: 0.9542 });
		expect(answer.municipalities).toHaveLength(300);
		const { columns, rows } = await csvRows('/api/v1/progress-tests/2022.csv');
		expect(columns.slice(0, 3)).toEqual(['round', 'nis', 'name']);
		expect(rows).toHaveLength(300);
		await page.goto('/voortgangstoets/2022');
		const second = answer.municipalities.filter((one: { computed: number }) => one.computed === 2);
		const shown = plain(await page.locator('h1 + .lead').innerText());
		expect(shown).toContain(`en ≈ ${second.length} niet (categorie 2)`);
	});

	test('the tests of a municipality are those of the round', async () => {
		const { tests } = await json('/api/v1/municipalities/35013?on=2022-12-31');
		const round = await json('/api/v1/progress-tests/2022');
		const own = round.municipalities.find((one: { nis: string }) => one.nis === '35013');
		expect(tests.find((one: { round: number }) => one.round === 2022)).toMatchObject({
			computed: own.computed,
			entered: own.entered,
			shortRealised: own.shortRealised,
			shortWithPlanned: own.shortWithPlanned
		});
	});

	test.for([
		['/api/v1/progress-tests/1999', 404],
		['/api/v1/progress-tests/1999.csv', 404],
		['/api/v1/progress-tests/2022?known=x', 400],
		['/voortgangstoets/1999', 404],
		['/voortgangstoets/2022?gemeente=34025&meer=-1', 400],
		['/voortgangstoets/2022?gemeente=34025&meer=veel', 400]
	] as const)('%s answers %i', async ([path, status]) => {
		expect((await fetch(new URL(path, inject('site')))).status).toBe(status);
	});

	const bare = test.extend({ visitor: { javaScriptEnabled: false } });
	bare('is filtered by a form without JavaScript', async ({ page }) => {
		await page.goto('/voortgangstoets/2018');
		await page.locator('select[name=ingevoerd]').selectOption('2b');
		await page.getByRole('button', { name: 'Filter' }).click();
		expect(page.url()).toContain('ingevoerd=2b');
		expect(await page.locator('#gemeenten').innerText()).toMatch(/^1\s+gemeente$/);
	});

	bare('leads to a scenario from the page of a municipality', async ({ page }) => {
		await page.goto('/gemeenten/34025?op=2022-12-31');
		await page.getByRole('link', { name: 'Wat als er meer was opgeleverd?' }).click();
		expect(page.url()).toMatch(/\/voortgangstoets\/2022\?.*gemeente=34025/);
		await page.locator('input[name=meer]').fill('500');
		await page.getByRole('button', { name: 'Reken' }).click();
		expect(page.url()).toContain('meer=500');
		expect(plain(await page.locator('.scenario').innerText())).toContain(
			'Met 500 woningen meer opgeleverd op 31/12/2021 had Lendelede'
		);
	});
});

describe('what an address asks', () => {
	test('the picker shows the date of the page, also one that is not in the list', async ({
		page
	}) => {
		await page.goto('/?op=2018-06-30');
		expect(await page.locator('select[name=op]').inputValue()).toBe('2018-06-30');
		expect(await page.locator('select[name=op] option').first().innerText()).not.toBe('30/06/2018');
	});

	test('a former municipality is named with the day of its own merger', async ({ page }) => {
		await page.goto('/gemeenten/72042?vroeger=72040');
		expect(plain(await page.locator('main').innerText())).toContain(
			'Meeuwen-Gruitrode (72040) bestaat sinds 01/01/2019 niet meer'
		);
	});

	test.for(['11002', '34022', '99999', 'x'])(
		'a code that never went into the municipality is not named: %s',
		async (code, { page }) => {
			await page.goto(`/gemeenten/34022?vroeger=${code}`);
			expect(plain(await page.locator('main').innerText())).not.toContain('bestaat sinds');
		}
	);
});

describe('every drawing cites what it shows', () => {
	const cited = async (page: Page, title: string) =>
		plain(
			await page
				.locator('figure')
				.filter({ has: page.getByRole('heading', { name: title }) })
				.locator('.source')
				.innerText()
		);

	test('the line of a municipality does not cite the objective, nor the other way round', async ({
		page
	}) => {
		await page.goto('/gemeenten/34022?op=2010-12-31');
		const objective = await cited(page, 'Voortgang van het bindend sociaal objectief');
		const trend = await cited(page, 'Aandeel sociale huur in Kortrijk door de jaren');
		expect(objective).not.toBe(trend);
		expect(trend).toMatch(/huishoudens/i);
		expect(objective).not.toMatch(/huishoudens/i);
	});

	test('publications that are not named are counted', async ({ page }) => {
		await page.goto('/gemeenten/34022');
		expect(await cited(page, 'Aandeel sociale huur in Kortrijk door de jaren')).toMatch(
			/; en \d+ andere\./
		);
	});
});

describe('the same number in page, API, CSV and print', () => {
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
		await page.goto('/regios/genk?grond=toen');
		expect(await page.locator('svg').getByText('andere leden dan het jaar ervoor').count()).toBe(1);
		await page.goto('/regios/genk');
		expect(await page.locator('svg').getByText('andere leden dan het jaar ervoor').count()).toBe(0);
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
