import { describe, expect, inject, test } from 'vitest';
import { dutch, dutchDay, signed } from '../support/dutch.ts';
import { facts, membersOn } from '../support/facts.ts';
import { press } from '../support/form.ts';
import { follow, open, saysAt, seen } from '../support/reader.ts';
import { cellOf, gridOf, tableOf } from '../support/table.ts';
import { test as visit } from '../support/browser.ts';
import { csvRows, json, practicePublication } from './api.ts';
import { PAGES, plain } from './pages.ts';

interface Known {
	value: number;
}
type Steps = Record<'start' | 'replaced' | 'correction' | 'real' | 'end', Known>;

/** The Gent figures of the end of 2009 were revised when the later publication became known. */
const REVISED = '/gemeenten/44021?op=2009-12-31&bekend=2012-03-18';

describe('known on', () => {
	test('a page as known then keeps the old number, and says what is known now', async () => {
		const page = await open(REVISED);
		const text = seen(page.document.querySelector('main'));
		expect(text).toContain('Gent telt 14.544 sociale huurwoningen');
		expect(text).toContain('Nu bekend: 14.753 woningen');
		expect(seen(cellOf(page, 'cijfers', 'Sociale huurwoningen', 'Cijfer'))).toMatch(
			/^14\.544 woningen ?↻ nu bekend: 14\.753 woningen/
		);
	});

	const WITHOUT_FIGURES = ['/toegankelijkheid', '/melding', '/zoek', '/api'];
	/** In a frame of another site and on the wall the moment is chosen with the address. */
	const isBare = (path: string) => path.startsWith('/insluiten/') || path.includes('/scherm');
	const withFigures = PAGES.filter(
		(path) => !isBare(path) && !WITHOUT_FIGURES.includes(path.split('?')[0] ?? '')
	);
	test.for(withFigures)('%s asks as known on which day', async (path) => {
		const html = await (await fetch(new URL(path, inject('site')))).text();
		const day = path.includes('/sinds') ? 'tot' : 'bekend';
		expect(html).toMatch(new RegExp(`<input type="date" name="${day}"`));
	});

	test.for([
		['/gemeenten?op=2009-12-31&bekend=2012-03-18', '14.544', 'nu bekend: 14.753'],
		['/?op=2009-12-31&bekend=2012-03-18', 'Vlaanderen telt', 'Nu bekend: ≈'],
		['/regios?op=2009-12-31&bekend=2012-03-18', 'Vlaanderen', 'nu bekend:'],
		['/voortgangstoets?bekend=2020-10-01', '178', 'Nu bekend, toen nog niet.']
	] as const)(
		'the overview, the lists and the rounds say what is known now beside what was known then: %s',
		async ([path, was, is]) => {
			const text = await saysAt(path);
			expect(text).toContain(was);
			expect(text).toContain(is);
			expect(await saysAt(path.replace(/&?bekend=[^&]*/, ''))).not.toMatch(/nu bekend:/i);
		}
	);

	test('what is known since of Flanders differs by what Gent published anew', async () => {
		const text = await saysAt('/?op=2009-12-31&bekend=2012-03-18');
		const said = /telt ≈\s([\d.]+) sociale .*?Nu bekend: ≈\s([\d.]+) woningen/.exec(text) ?? [];
		const [was = NaN, is = NaN] = said.slice(1).map((one) => Number(one.replaceAll('.', '')));
		expect(is - was).toBe(14_753 - 14_544);
	});

	test('a publication that was not known yet on the day asked says so', async () => {
		const later = facts.publications.find((one) => one.known_from > '2020-10-01');
		const text = await saysAt(`/cijfers/publicaties/${later?.id}?bekend=2020-10-01`);
		expect(text).toContain('Op 01/10/2020 was deze publicatie nog niet bekend.');
		expect(text).toContain(`Ze telt mee vanaf ${dutchDay(later?.known_from ?? '')}.`);
	});

	test('a page of today says nothing of that', async () => {
		expect(await saysAt('/gemeenten/44021?op=2009-12-31')).not.toContain('u bekend: ');
	});
});

describe('publications', () => {
	test('a revision says what it is, what it replaced, and shows both numbers', async () => {
		const gent = await open('/gemeenten/44021?op=2009-12-31');
		const source = cellOf(gent, 'cijfers', 'Sociale huurwoningen', 'Bron');
		const page = await follow(
			gent,
			seen(source),
			'section[aria-labelledby=cijfers] td:last-child a'
		);
		expect(page.url.pathname).toMatch(/^\/cijfers\/publicaties\/\d+$/);
		const text = seen(page.document.querySelector('main'));
		expect(text).toContain('Dit is een herziening');
		const rows = gridOf(tableOf(page, 'anders')).rows.map((row) => row.map(seen));
		const shown = rows.find((row) => row[0] === 'Gent' && row.includes('31/12/2009'));
		expect(shown?.join(' ')).toMatch(/ 31\/12\/2009 14\.544 14\.753 \+209/);
		expect(text).toContain('Vervangt');
	});

	test('the list of publications leads to each of them', async () => {
		const list = await open('/cijfers');
		for (const { id } of facts.publications) {
			const link = list.document.querySelector(`tr#p${id} th a`);
			expect(link?.getAttribute('href')).toBe(`/cijfers/publicaties/${id}`);
		}
		const practice = await practicePublication();
		expect(await saysAt(`/cijfers/publicaties/${practice}`)).toContain('Dit zijn oefencijfers');
	});

	test('its page and the API give the same contents', async () => {
		const practice = await practicePublication();
		const { contents } = await json(`/api/v1/publications/${practice}`);
		const page = await open(`/cijfers/publicaties/${practice}`);
		const shown = gridOf(tableOf(page, 'inhoud-publicatie')).rows.map((row) =>
			row.slice(1, 3).map(seen)
		);
		expect(shown).toEqual(
			contents.map((one: { figures: number; areas: number }) => [
				dutch(one.figures),
				dutch(one.areas)
			])
		);
	});
});

describe('since the previous meeting', () => {
	test('without JavaScript the two days are chosen by a form', async () => {
		const region = await open('/regios/kortrijk');
		const asked = await follow(region, 'Wat veranderde sinds de vorige vergadering?');
		const page = await press(asked, 'Vergelijk', { van: '2021-02-01', tot: '2023-02-01' });
		expect(page.url.href).toContain('/regios/kortrijk/sinds?van=2021-02-01&tot=2023-02-01');
		const text = seen(page.document.querySelector('main'));
		expect(text).toContain('Toen: toestand op 31/12/2020, bekend op 01/02/2021.');
		expect(text).toContain('Nu: toestand op 31/12/2022, bekend op 01/02/2023.');
	});

	test('every row and the sum close, in the API, the CSV and on the page', async () => {
		const query = 'from=2021-02-01&to=2023-02-01&region=kortrijk';
		const { municipalities, total } = await json(`/api/v1/changes?${query}`);
		const members = membersOn('kortrijk', '2022-12-31');
		expect(municipalities.map((one: { nis: string }) => one.nis).sort()).toEqual(members);
		for (const { stock } of [...municipalities, total] as { stock: Steps }[]) {
			const { start, replaced, correction, real, end } = stock;
			expect(start.value + replaced.value + correction.value + real.value).toBe(end.value);
		}
		const rows = await csvRows(`/api/v1/changes.csv?${query}`);
		const page = await open('/regios/kortrijk/sinds?van=2021-02-01&tot=2023-02-01');
		const steps = ['start', 'replaced', 'correction', 'real', 'end'] as const;
		const shown = (name: string, { stock }: { stock: Steps }) => {
			const cell = (column: string) => seen(cellOf(page, 'woningen', name, column));
			expect(cell('Toen 31/12/2020'), name).toMatch(endingIn(dutch(stock.start.value)));
			expect(cell('Erbij of eraf'), name).toMatch(endingIn(signed(stock.real.value)));
			expect(cell('Nu 31/12/2022'), name).toMatch(endingIn(dutch(stock.end.value)));
		};
		shown(seen(tableOf(page, 'woningen').querySelector('tfoot th')), total);
		for (const one of municipalities as { nis: string; name: string; stock: Steps }[]) {
			shown(one.name, one);
			const row = rows.find(({ nis }) => nis === one.nis);
			expect(
				steps.map((step) => Number(row?.[`stock_${step}`])),
				one.name
			).toEqual(steps.map((step) => one.stock[step].value));
		}
	});

	test('a municipality that merged since leads to the one it went into', async () => {
		const { url } = await open('/gemeenten/71047/sinds?van=2018-02-01');
		expect(url.href).toContain('/gemeenten/72042/sinds?van=2018-02-01');
	});

	test('two days before a merger are told for the municipalities together, and it says so', async () => {
		const asked = '/gemeenten/72042/sinds?tot=2019-06-30&van=2018-02-01';
		expect(await saysAt(asked)).toContain('Oudsbergen fuseerde op 01/01/2019');
		expect(await saysAt(asked.replace('2019-06-30', '2023-02-01'))).not.toContain('fuseerde');
	});

	visit('on paper the two days stand on the sheet, and no form', async ({ page }) => {
		await page.goto('/regios/kortrijk/sinds?van=2021-02-01&tot=2023-02-01');
		await page.emulateMedia({ media: 'print' });
		expect(await page.locator('button:visible').count()).toBe(0);
		expect(plain(await page.locator('main').innerText())).toContain('bekend op 01/02/2021');
	});
});

/** A number with its sign at the end of a cell, after its mark; no digit or sign stands before it. */
const endingIn = (number: string): RegExp =>
	new RegExp(`(^|[^\\d.,+−-])${number.replaceAll(/[.+]/g, '\\$&')}( ?[sv])?$`);
