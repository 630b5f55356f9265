import readXlsxFile from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { existingOn, figure, figures, knownFrom, membersOn } from '../support/facts.ts';
import { allWords, documentAt, wordsOf } from '../support/html.ts';
import { answerAt, csvRows, shownDay } from './api.ts';
import { bytesAt, describeTables, isOfRegions } from './files/every-table.ts';

describeTables((address) => !isOfRegions(address));

describe('a published fact is the same in page, CSV and workbook', () => {
	test.for([
		['34022', 'stock_b', '2010-12-31'],
		['44021', 'stock_b', '2009-12-31'],
		['44021', 'stock_b', '2008-12-31']
	] as const)('%s, %s on %s', async ([nis, indicator, on]) => {
		const fact = figure(nis, indicator, on);
		const page = await documentAt(`/gemeenten?op=${on}`);
		const row = page.querySelector(`th a[href^="/gemeenten/${nis}?"]`)?.closest('tr');
		expect(wordsOf(row?.querySelector('td')).replaceAll('.', '')).toBe(String(fact));

		const csv = await csvRows(`/uitvoer/gemeenten/lijst.csv?op=${on}`);
		expect(csv.find((one) => one['NIS-code'] === nis)).toMatchObject({
			'Sociale huurwoningen': String(fact),
			'Sociale huurwoningen: status': 'gepubliceerd'
		});

		const [table] = await readXlsxFile(await bytesAt(`/uitvoer/gemeenten/lijst.xlsx?op=${on}`));
		const own = table?.data.find((one) => one.includes(nis));
		expect(own?.[table?.data[0]?.indexOf('Sociale huurwoningen') ?? -1]).toBe(fact);
	});
});

test('the workbook of a page holds each of its tables, as the file of that table has it', async () => {
	const page = '/uitvoer/regios/kortrijk';
	const [book, one] = await Promise.all(
		['alles', 'leden'].map(async (id) => readXlsxFile(await bytesAt(`${page}/${id}.xlsx`)))
	);
	const document = await documentAt('/regios/kortrijk');
	const tables = [...document.querySelectorAll('a[download][href*=".xlsx"]')]
		.map((link) => /\/([\w-]+)\.xlsx/.exec(link.getAttribute('href') ?? '')?.[1])
		.filter((id) => id !== 'alles');
	expect(book?.length).toBeGreaterThanOrEqual(new Set(tables).size + 1);
	const members = one?.[0];
	expect(book?.find(({ sheet }) => sheet === members?.sheet)?.data).toEqual(members?.data);
	expect(book?.at(-1)?.sheet).toBe('Toelichting');
});

describe('a file is what is seen', () => {
	test('the filter and the order of the page', async () => {
		const page = await documentAt('/gemeenten?regio=kortrijk&orde=aandeel&richting=af');
		const shown = allWords(page, '#lijst tbody th');
		const link = [...page.querySelectorAll('a[download]')].find((one) => wordsOf(one) === 'CSV');
		const rows = await csvRows(link?.getAttribute('href') ?? '');
		expect(rows.map((row) => row['Gemeente'])).toEqual(shown);
		expect(shown).toHaveLength(membersOn('kortrijk', await shownDay()).length);
	});

	test('what was known on a day, with what is known now beside it', async () => {
		const [now, then] = figures('44021', 'stock_b', '2009-12-31');
		if (!now || !then) throw new Error('Nobody corrected that figure.');
		const gent = async (query: string) => {
			const rows = await csvRows(`/uitvoer/gemeenten/lijst.csv?op=2009-12-31${query}`);
			return rows.find((row) => row['NIS-code'] === '44021');
		};
		expect(then.value).not.toBe(now.value);
		expect(await gent('')).toMatchObject({ 'Sociale huurwoningen': String(now.value) });
		expect(await gent(`&bekend=${knownFrom(then)}`)).toMatchObject({
			'Sociale huurwoningen': String(then.value),
			'Sociale huurwoningen: nu bekend': String(now.value)
		});
	});

	test('the municipal structure that was chosen', async () => {
		const codes = async (query: string) =>
			(await csvRows(`/uitvoer/regios/genk/leden.csv?op=2018-12-31${query}`)).map(
				(row) => row['NIS-code']
			);
		expect(await codes('')).toContain('71047');
		expect(await codes('&structuur=vandaag')).toContain('72042');
	});

	test.for([
		'/uitvoer/regios/kortrijk/weg/koers.csv?doel=11&tegen=2030',
		'/uitvoer/regios/kortrijk/weg/woningen.csv?doel=11&tegen=2030',
		'/uitvoer/regios/kortrijk/verdeling/sleutel.csv?doel=11&tegen=2030',
		'/uitvoer/regios/kortrijk/verdeling/naast-elkaar.csv?doel=11&tegen=2030'
	])('%s says in every row and in its name that it is a scenario', async (address) => {
		const marks = (await csvRows(address)).map((row) => row['Soort cijfers']);
		expect(new Set(marks)).toEqual(new Set(['scenario, geen beslissing']));
		const { headers } = await answerAt(address);
		expect(headers.get('content-disposition')).toContain('-scenario-');
	});

	/** The statuses in a file of a table. */
	const statuses = async (address: string) => {
		const rows = await csvRows(address);
		return rows.flatMap((row) =>
			Object.entries(row).flatMap(([head, cell]) => (/: status$/.test(head) ? [cell] : []))
		);
	};

	test('an estimate keeps its mark', async () => {
		const day = '2012-12-31';
		const [nis] = existingOn(day).filter((one) => figures(one, 'stock_b', day).length === 0);
		const marks = await statuses(`/uitvoer/gemeenten/${nis}/cijfers.csv?op=${day}`);
		expect(marks).toContain('raming (oefencijfer)');
	});

	/** So late that nobody can have counted it yet, and early enough for the projections of households. */
	const TO_COME = '/uitvoer/gemeenten/34022/cijfers.csv?op=2038-12-31';

	test('a forecast keeps its mark', async () => {
		expect(await statuses(TO_COME)).toContain('vooruitzicht');
	});

	test('an unknown figure keeps its reason', async () => {
		expect(await statuses(TO_COME)).toContain('niet bekend: geen cijfer gepubliceerd');
	});

	test('a composed sum keeps its mark', async () => {
		const marks = await statuses(
			'/uitvoer/gemeenten/71072/cijfers.csv?op=2018-12-31&structuur=vandaag'
		);
		expect(marks.join()).toContain('samengesteld: som van de gemeenten voor de fusie');
	});

	test('the workbook names the address at which the page never changes, and the sources', async () => {
		const [, notes] = await readXlsxFile(await bytesAt('/uitvoer/regios/kortrijk/leden.xlsx'));
		const words = (about: string) =>
			notes?.data.filter(([name]) => name === about).map(([, text]) => String(text)) ?? [];
		expect(words('Blijvend adres')[0]).toMatch(
			/^http:\/\/[^/]+\/regios\/kortrijk\?op=\d{4}-\d\d-\d\d&bekend=\d{4}-\d\d-\d\d&versie=\d+$/
		);
		expect(words('Bron').length).toBeGreaterThan(0);
		expect(words('Status «raming»')).toHaveLength(1);
	});
});

describe('an address that asks no part of a page is refused', () => {
	test.for([
		'/uitvoer/leden',
		'/uitvoer/leden.exe',
		'/uitvoer/regios/kortrijk/nergens.csv',
		'/uitvoer/regios/nergens/leden.csv',
		'/uitvoer/gemeenten/99999/cijfers.csv',
		'/uitvoer/uitvoer/leden.csv',
		'/uitvoer/api/v1/municipalities.csv',
		'/uitvoer/api/health/leden.csv',
		'/uitvoer/zoek/voorstellen/leden.csv?q=gent',
		'/uitvoer//example.org/leden.csv',
		'/uitvoer/http://example.org/leden.csv',
		'/uitvoer/regios/..%2f..%2fleden.csv',
		'/uitvoer/regios/kortrijk/leden%22%5D.csv'
	])('%s', async (address) => {
		expect((await answerAt(address)).status).toBe(404);
	});

	test('a parameter that cannot be read is a 400, as on the page', async () => {
		expect((await answerAt('/uitvoer/regios/kortrijk/leden.csv?op=gisteren')).status).toBe(400);
	});

	test('nobody gets a page made for files by asking for it', async () => {
		const answer = await fetch(new URL('/regios/kortrijk', (await answerAt('/')).url), {
			headers: { 'x-for-export': '1', accept: 'text/html' }
		});
		expect(await answer.text()).not.toContain('<data ');
	});
});
