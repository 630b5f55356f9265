import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { today } from '#lib/server/today.ts';
import { test as inBrowser } from '../support/browser.ts';
import { dutch, dutchDay, listed } from '../support/dutch.ts';
import { existingOn, facts, membersOn } from '../support/facts.ts';
import { open, saysAt, seen, type Reading } from '../support/reader.ts';
import { remembered } from '../support/remembered.ts';
import { json, shownDay } from './api.ts';
import { plain } from './pages.ts';

/** Published facts: what a reader must find at an address, word for word. */
const FACTS: readonly (readonly [address: string, sentence: string])[] = [
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
	['/regios/kortrijk', 'Een plaats geven we niet: een van de aandelen is een raming'],
	['/regios/kortrijk', 'heeft geen cijfer en telt niet mee.'],
	['/regios/kortrijk', 'vergelijk maten van spreiding niet zomaar.'],
	['/regios/kortrijk?kaart=spreiding', '80 tot 125: ongeveer gelijk'],
	[
		'/regios/kortrijk?op=1999-12-31',
		'De spreiding in Regio Kortrijk (Leiedal) is niet te berekenen'
	],
	[
		'/gemeenten?regio=kortrijk&orde=aandeel&richting=af',
		'wie alleen een raming of geen cijfer heeft, staat op naam, na de anderen.'
	],
	['/gemeenten?op=2009-12-31&orde=aandeel&richting=af', 'Plaats 1 is het hoogste cijfer.'],
	['/?op=2009-12-31', 'Een plaats onder de gemeenten met een gepubliceerd cijfer.'],
	['/methode', 'Voor een gemiddeld project nemen we 20 woningen.'],
	['/regios/genk', 'Van deze regio is geen eigen streefcijfer bekend.'],
	['/regios/genk', 'Opglabbeek: lid tot 31/12/2018'],
	['/regios/genk', 'Oudsbergen: lid sinds 01/01/2019'],
	['/?op=2024-12-31', 'Vlaanderen telt 177.461 sociale huurwoningen'],
	['/?op=2025-12-31', 'Vlaanderen telt 178.743 sociale huurwoningen'],
	['/gemeenten/71047', 'Opglabbeek (71047) bestaat sinds 01/01/2019 niet meer'],
	['/', 'alleen woningen die de woonmaatschappijen bezitten of inhuren'],
	['/?op=2017-12-31', 'Vlaanderen telt 164.600 sociale huurwoningen'],
	['/?op=2017-12-31', 'Statistiek Vlaanderen: verhuurde hoofdverblijven'],
	['/regios/vlaanderen', 'De gepubliceerde totalen tellen niet allemaal hetzelfde'],
	['/regios/werkgebied-nieuw-dak', 'zijn op 31/12/2024 geen leden bekend'],
	[
		'/regios/werkgebied-hacosi?op=2025-12-31',
		`gebied · ${membersOn('werkgebied-hacosi', '2025-12-31').length} gemeenten`
	],
	['/regios/genk?op=2018-12-31', 'De lijn stopt op 31/12/2018: Opglabbeek is na 31 december 2018'],
	[
		'/gemeenten/71022',
		'Hasselt (71022) bestaat sinds 01/01/2025 niet meer als aparte gemeente. Ze is opgegaan in Hasselt (71072).'
	],
	['/gemeenten/11056', 'Ze is opgegaan in Beveren-Kruibeke-Zwijndrecht (46030).'],
	['/gemeenten/11008', 'De bron zegt niet welke definitie.'],
	['/methode', 'Stap 2: niet meer dan nodig om 9 % van die huishoudens te bereiken.'],
	['/methode', 'extra woningen voor gemeenten die bij de nulmeting onder 3 % bleven'],
	['/methode', 'Regio Kortrijk (Leiedal): 11 % van de huishoudens, voor de regio als geheel'],
	['/gemeenten/38008', 'Zo is het objectief opgebouwd'],
	['/gemeenten/11008', 'Bindend sociaal objectief 2009-2020: sociale kavels'],
	['/gemeenten/41024', 'We gebruiken het niet als objectief.'],
	[
		'/gemeenten/35013?op=2021-12-31',
		'Een convenant vragen: ≈ niet zeker, aan de twee voorwaarden die we kunnen nagaan, is voldaan; er zijn er meer, en die kunnen we niet nagaan.'
	],
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
		'Op 30/04/2018, de laatste bekende stand voor 30/06/2018, had Aalst nog 255 woningen te gaan van het objectief, en niets als alles in uitvoering en gepland klaar is.'
	],
	['/gemeenten/11002?op=2024-12-31', 'Zonder Borsbeek: toon samen'],
	['/gemeenten/11002?op=2024-12-31', 'De cijfers hier zijn van voor die dag, zonder Borsbeek.'],
	[
		'/gemeenten/11002?op=2024-12-31&structuur=vandaag',
		'Cijfers van vroeger zijn de som van die gemeenten'
	],
	[
		'/gemeenten/11002/rekening',
		'Elk objectief is per oude gemeente beslist: Antwerpen en Borsbeek.'
	],
	['/gemeenten/12025/rekening', 'Mechelen had geen verplicht objectief: er blijft niets over.'],
	['/objectief', '5.000 tot 11.000 woningen, vrijwillig'],
	['/objectief', '45.000 woningen'],
	['/objectief', '1 juni 2026'],
	['/objectief', 'of dit nu nog geldt, zegt geen bron'],
	['/objectief', 'Er zijn geen afwijkingen.'],
	['/regios/kortrijk', 'Alleen van de leden met een objectief.'],
	[
		'/regios/w13?op=2012-12-31',
		`Op 31/12/2012 waren er nog geen leden. Vandaag zijn er ${membersOn('w13', today()).length}.`
	],
	[
		'/regios/eigen?gemeenten=34022,72042&op=2012-12-31',
		'Oudsbergen (72042) bestond nog niet op 31/12/2012: we tellen Opglabbeek en Meeuwen-Gruitrode.'
	],
	['/vergelijken?regios=kortrijk,leiedal', 'Samen geteld zouden ze dubbel meetellen.'],
	['/gemeenten/34022', 'Een streefcijfer geldt voor de regio als geheel, niet voor elke gemeente'],
	['/methode', 'Theil binnen en tussen regio’s'],
	['/cijfers', 'herziening'],
	['/methode', 'Wie hoger of lager uitkomt, zegt dus niets.'],
	['/voortgangstoets', 'De bijlage bij het besluit spreekt over 206 gemeenten.'],
	['/voortgangstoets', 'Het Laatste Nieuws, voorlopig, vervangen door de definitieve uitslag'],
	['/voortgangstoets?bekend=2020-10-01', 'Het Laatste Nieuws, voorlopig. Eerste uitslag'],
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
	['/gemeenten/44084', 'Een categorie gaat bij een fusie niet over op Aalter']
];

describe('facts', () => {
	const said = remembered(saysAt);
	test.for(FACTS)('%s says «%s»', async ([address, sentence]) => {
		expect(await said(address)).toContain(sentence);
	});

	/** Pages on which the script does most: drawings with marks, fields that send themselves, words to copy. */
	inBrowser.for([
		'/',
		'/gemeenten?regio=kortrijk&orde=aandeel&richting=af',
		'/gemeenten/35013?op=2021-12-31',
		'/regios/kortrijk',
		'/voortgangstoets/2022?gemeente=34025&meer=3',
		'/methode'
	])('the script changes no number of %s, and hides none', async (address, { page }) => {
		await page.goto(address);
		const { now, asSent } = await numbersNowAndAsSent(page);
		expect(now.length).toBeGreaterThan(10);
		expect(now).toEqual(asSent);
		const text = plain(await page.locator('main').innerText());
		for (const [, sentence] of FACTS.filter(([own]) => own === address))
			expect(text).toContain(sentence);
	});
});

/** Every number of a page as it stands, and as it was sent; what drawings say of a mark the script keeps elsewhere. */
const numbersNowAndAsSent = (page: Page) =>
	page.evaluate(async () => {
		const numbersOf = (whole: Document) => {
			const main = whole.querySelector('main')?.cloneNode(true) as Element;
			for (const about of main.querySelectorAll('title, desc')) about.remove();
			return main.textContent?.match(/[−+]?\d[\d.,]*/g) ?? [];
		};
		const html = await (await fetch(location.href)).text();
		const asSent = new DOMParser().parseFromString(html, 'text/html');
		return { now: numbersOf(document), asSent: numbersOf(asSent) };
	});

describe('what follows from the facts that are known', () => {
	test.for([
		['/gemeenten?op=2012-12-31', '2012-12-31', '2012-12-31'],
		['/gemeenten?op=2022-12-31', '2022-12-31', '2022-12-31'],
		['/gemeenten?op=2025-12-31', '2025-12-31', '2025-12-31'],
		['/gemeenten?op=2022-12-31&structuur=vandaag', '2022-12-31', today()]
	] as const)('%s counts the municipalities of its structure', async ([address, on, structure]) => {
		const count = existingOn(structure).length;
		expect(await saysAt(address)).toContain(`${count} gemeenten op ${dutchDay(on)}`);
	});

	test('who has no figure on a day is named or counted, and not summed', async () => {
		const rows: { name: string; stock: Known; share: Known }[] = await json(
			'/api/v1/municipalities?known=2012-03-18'
		);
		const without = (key: 'stock' | 'share') =>
			rows.filter((one) => one[key].value === null).map((one) => one.name);
		const some = ([...names]: string[]) => {
			const sorted = names.sort(new Intl.Collator('nl-BE').compare);
			const first = sorted.slice(0, 5);
			return sorted.length === first.length
				? listed(first)
				: `${first.join(', ')} en ${sorted.length - first.length} andere`;
		};
		expect(without('stock').length).toBeGreaterThan(0);
		const text = await saysAt('/?bekend=2012-03-18');
		expect(text).toContain(
			`Niet meegeteld, want er is geen aantal woningen: ${some(without('stock'))}.`
		);
		expect(text).toContain(`en dus niet getekend: ${some(without('share'))}.`);
	});

	test('a date for which only Flanders has a figure says so', async () => {
		const dates = facts.regionObservations
			.filter((one) => one.region === 'vlaanderen' && one.indicator.startsWith('stock'))
			.map((one) => one.reference_date);
		const newest = dates.sort().at(-1) ?? '';
		const rows: { stock: Known }[] = await json(`/api/v1/municipalities?on=${newest}`);
		const isAlone = rows.every(({ stock }) => stock.value === null);
		const { document } = await open('/');
		const options = [...document.querySelectorAll('select[name=op] option')].map(seen);
		expect(options[0]).toBe(
			`${dutchDay(newest)}${isAlone ? ' (woningen: alleen Vlaanderen)' : ''}`
		);
	});

	test('what the published objectives of provinces leave is told, with whose objective is not known', async () => {
		const rental = facts.regionObjectives.filter(
			(one) => one.scheme === 'BSO-2009-HUUR' && one.component === 'total'
		);
		const provinces = facts.regions.filter((one) => one.kind === 'provincie');
		const nameOf = ({ name }: { name: string }) => name.replace('Provincie ', '');
		const set = provinces.map((one) => ({
			name: nameOf(one),
			value: rental.find(({ region }) => region === one.slug)?.value
		}));
		const known = set.filter((one) => one.value != null);
		const text = await saysAt('/methode');
		for (const { name, value } of known)
			expect(text).toContain(`${name} ${dutch(value ?? NaN)} (bron)`);
		const first = rental.find((one) => one.region === 'vlaanderen');
		const rest = (first?.value ?? NaN) - known.reduce((sum, one) => sum + (one.value ?? 0), 0);
		expect(text).toContain(`wat er overblijft, ${dutch(rest)} woningen,`);
		const others = set.filter((one) => one.value == null).map((one) => one.name);
		expect(text).toContain(`Van ${listed(others)} vonden we geen cijfer.`);
	});

	test('regions of very different size are compared with a warning that counts their members', async () => {
		const on = await shownDay();
		const counts = facts.regions
			.filter((one) => one.kind === 'stadsregio')
			.map(({ slug }) => membersOn(slug, on).length);
		expect(await saysAt('/vergelijken')).toContain(
			`Ze tellen ${Math.min(...counts)} tot ${Math.max(...counts)} gemeenten.`
		);
	});

	test.for(['/', '/?op=2009-12-31'])('estimates rank no municipality: %s', async (address) => {
		const { document, url } = await open(address);
		const on = url.searchParams.get('op') ?? (await shownDay());
		const rows: { name: string; share: Known }[] = await json(`/api/v1/municipalities?on=${on}`);
		const column = [
			...document.querySelectorAll('section[aria-labelledby=twee] .orders > div')
		].find((one) => seen(one).startsWith('Hoogste aandeel'));
		const ranked = [...(column?.querySelectorAll('li a[href^="/gemeenten/"]') ?? [])].map(seen);
		const published = rows.filter(
			({ share }) => share.value !== null && share.status !== 'estimated'
		);
		const highest = published.sort((a, b) => (b.share.value ?? 0) - (a.share.value ?? 0));
		expect(ranked).toEqual(highest.slice(0, 5).map((one) => one.name));
		const refusal =
			'Voor deze datum zijn er alleen ramingen. Daarmee rangschikken we geen gemeenten.';
		expect(seen(column).includes(refusal)).toBe(published.length === 0);
	});
});

interface Known {
	value: number | null;
	status: string;
}

describe('what an address asks', () => {
	test('the picker shows the date of the page, also one that is not in the list', async () => {
		const { document } = await open('/?op=2018-06-30');
		const options = [...document.querySelectorAll('select[name=op] option')];
		const chosen = options.filter((one) => one.hasAttribute('selected'));
		expect(chosen.map((one) => one.getAttribute('value'))).toEqual(['2018-06-30']);
		expect(options[0]).not.toBe(chosen[0]);
	});

	test('a former municipality is named with the day of its own merger', async () => {
		expect(await saysAt('/gemeenten/72042?vroeger=72040')).toContain(
			'Meeuwen-Gruitrode (72040) bestaat sinds 01/01/2019 niet meer'
		);
	});

	test.for(['11002', '34022', '99999', 'x'])(
		'a code that never went into the municipality is not named: %s',
		async (code) => {
			expect(await saysAt(`/gemeenten/34022?vroeger=${code}`)).not.toContain('bestaat sinds');
		}
	);
});

describe('every drawing cites what it shows', () => {
	const cited = ({ document }: Reading, title: string) => {
		const figure = [...document.querySelectorAll('figure')].find(
			(one) => seen(one.querySelector('.title')) === title
		);
		return seen(figure?.querySelector('.source'));
	};

	test('the line of a municipality does not cite the objective, nor the other way round', async () => {
		const page = await open('/gemeenten/34022?op=2010-12-31');
		const objective = cited(page, 'Voortgang van het bindend sociaal objectief');
		const trend = cited(page, 'Aandeel sociale huur in Kortrijk door de jaren');
		expect(objective).not.toBe('');
		expect(objective).not.toBe(trend);
		expect(trend).toMatch(/huishoudens/i);
		expect(objective).not.toMatch(/huishoudens/i);
	});

	test('publications that are not named are counted', async () => {
		const page = await open('/gemeenten/34022');
		expect(cited(page, 'Aandeel sociale huur in Kortrijk door de jaren')).toMatch(
			/; en \d+ andere\./
		);
	});
});
