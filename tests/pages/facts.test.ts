import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
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
		'Mechelen had bij de nulmeting al 9 % of meer sociale huur: geen verplicht objectief.'
	],
	['/regios/kortrijk', 'Het streefcijfer voor de regio als geheel is 11 % van de huishoudens'],
	[
		'/regios/kortrijk',
		'Eén gemiddeld project (20 woningen) is in Spiere-Helkijn 2,3 procentpunt, in Kortrijk 0,06 procentpunt.'
	],
	['/regios/kortrijk?project=35', 'Eén gemiddeld project (35 woningen) is in Spiere-Helkijn'],
	['/regios/kortrijk', 'De plaatsen rusten op ramingen: wie hoger of lager staat, zegt dus niets.'],
	['/regios/kortrijk', 'heeft geen cijfer en telt niet mee.'],
	['/regios/kortrijk', 'vergelijk maten van spreiding niet zomaar.'],
	['/regios/kortrijk?kaart=spreiding', '80 tot 125: ongeveer gelijk'],
	[
		'/regios/kortrijk?op=1999-12-31',
		'De spreiding in Regio Kortrijk (Leiedal) is niet te berekenen'
	],
	['/gemeenten?regio=kortrijk&orde=aandeel&richting=af', 'Plaats 1 is het hoogste cijfer.'],
	['/?op=2009-12-31', 'Een plaats onder de gemeenten met een gepubliceerd cijfer.'],
	['/methode', 'Voor een gemiddeld project nemen we 20 woningen.'],
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
		'/gemeenten/11002?op=2024-12-31&structuur=vandaag',
		'Een categorie gaat bij een fusie niet over op Antwerpen: u ziet die van de vroegere gemeenten. Objectieven tellen we wel op, ook als een van de gemeenten vrijgesteld was.'
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
	['/regios/w13?op=2012-12-31', 'Op 31/12/2012 waren er nog geen leden. Vandaag zijn er 14.'],
	[
		'/regios/eigen?gemeenten=34022,72042&op=2012-12-31',
		'Oudsbergen (72042) bestond nog niet op 31/12/2012: we tellen Opglabbeek en Meeuwen-Gruitrode.'
	],
	['/vergelijken', 'Ze tellen 2 tot 29 gemeenten.'],
	['/vergelijken?regios=kortrijk,leiedal', 'Samen geteld zouden ze dubbel meetellen.'],
	['/gemeenten/34022', 'Een streefcijfer geldt voor de regio als geheel, niet voor elke gemeente'],
	['/methode', 'Theil binnen en tussen regio’s'],
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
