import { describe, expect, test } from 'vitest';
import { dutch } from '../support/dutch.ts';
import { sent } from '../support/html.ts';
import { press } from '../support/form.ts';
import { open, saysAt, seen } from '../support/reader.ts';
import { cellOf, tableOf } from '../support/table.ts';
import { csvRows, json } from './api.ts';

const KORTRIJK = '/regios/kortrijk/weg?doel=11&tegen=2030&q=20';
const ASKED = 'goal=0.11&by=2030-12-31&q=0.2';

describe('the road of a region to its goal', () => {
	test('Kortrijk, 11 %, 2030: the same shortfall on page, in API and CSV, and as the division has it', async () => {
		const road = await json(`/api/v1/regions/kortrijk/road?${ASKED}`);
		const stock: number = road.stock.value;
		const expected = Math.ceil((11 * road.householdsThen.value - 100 * stock) / 100);
		expect(road.shortfall).toBe(expected);
		const division = await json('/api/v1/regions/kortrijk/division?goal=0.11&by=2030-12-31');
		expect(division.shortfall).toBe(expected);
		const rows = await csvRows(`/api/v1/regions/kortrijk/road.csv?${ASKED}`);
		expect(rows).toHaveLength(road.years.length);
		for (const row of rows)
			expect(row).toMatchObject({ goal: '0.11', by: '2030-12-31', shortfall: `${expected}` });
		const page = await open(KORTRIJK);
		expect(seen(page.document.querySelector('h1'))).toBe(
			`Tegen 31 december 2030 heeft Regio Kortrijk (Leiedal) ≈ ${dutch(expected)} sociale huurwoningen extra nodig om 11 % van de huishoudens te halen.`
		);
		expect(seen(cellOf(page, 'woningen', 'Nodig tegen 31/12/2030', 'Woningen'))).toMatch(
			new RegExp(`^≈ ${dutch(expected)} te kort( v)?$`)
		);
	});

	test('says that it is a scenario: above the figures, in the drawing and in every export', async () => {
		const text = await saysAt(KORTRIJK);
		expect(text.match(/scenario, geen beslissing/gi)?.length).toBeGreaterThanOrEqual(3);
		const road = await json(`/api/v1/regions/kortrijk/road?${ASKED}`);
		expect(road.scenario).toBe('scenario, geen beslissing');
	});

	test('the form keeps what was asked, and asks again without a script', async () => {
		const asked = '/regios/eigen/weg?gemeenten=34022,34043&op=2022-12-31&doel=11,5&tegen=2031';
		const page = await open(asked);
		const goal = page.document.querySelector('form[aria-label="Doel en jaar"] input[name=doel]');
		expect(goal?.getAttribute('value')).toBe('11,5');
		const words = seen(page.document.querySelector('form[aria-label="Doel en jaar"] button'));
		const { url, document } = await press(page, words, { Doel: '11,5', Tegen: '2035' });
		const { gemeenten, op, doel, tegen } = Object.fromEntries(url.searchParams);
		expect({ gemeenten, op, doel, tegen }).toEqual({
			gemeenten: '34022,34043',
			op: '2022-12-31',
			doel: '11,5',
			tegen: '2035'
		});
		expect(seen(document.querySelector('h1'))).toContain('Tegen 31 december 2035');
	});

	test('each course stands in the drawing with its own name, and in the table with its numbers', async () => {
		const page = await open(KORTRIJK);
		const names = ['niets erbij', 'huidig tempo', 'geplande woningen klaar', 'doel gehaald'];
		const drawn = [...page.document.querySelectorAll('figure#koers svg text')].map(seen);
		for (const name of names)
			expect(
				drawn.filter((one) => one.includes(name)),
				name
			).not.toEqual([]);
		const { years } = await json(`/api/v1/regions/kortrijk/road?${ASKED}`);
		const last = years.find((one: { date: string }) => one.date === '2030-12-31');
		const shares: number[] = ['nothing', 'pace', 'pipeline', 'goal'].map(
			(course) => last.shares[course].value
		);
		for (const [at, name] of names.entries()) {
			const share = dutch((shares[at] ?? NaN) * 100, 2);
			const row = seen(tableOf(page, 'koers').querySelector('tbody tr:last-child th'));
			expect(seen(cellOf(page, 'koers', row, name)), name).toContain(`${share} %`);
		}
	});

	test.for([
		['/regios/limburg/weg?doel=8', 'Voor Herstappe is er voor die dag geen aantal huishoudens.'],
		[
			'/regios/antwerpen/weg',
			'was het aandeel van de regio op 31/12/2012 (afgerond): het doel is dat aandeel te houden.'
		],
		['/regios/antwerpen/weg', 'Alleen om het aandeel van nu te houden, zijn er nodig:'],
		['/regios/genk/weg', 'om haar aandeel van nu te houden.'],
		[KORTRIJK, 'tegen dit tempo is het doel niet gehaald voor 2040']
	] as const)('%s says: %s', async ([path, words]) => {
		expect(await saysAt(path)).toContain(words);
	});

	test.for([
		'/regios/kortrijk/weg?doel=elf',
		'/regios/kortrijk/weg?tegen=2010',
		'/regios/kortrijk/weg?q=200',
		'/regios/kortrijk/weg?nieuw=-1'
	])('%s is refused in plain words', async (path) => {
		const { status, document } = await sent(path);
		expect(status).toBe(400);
		expect(seen(document.querySelector('main'))).toContain(
			'Het adres bevat een waarde die niet kan'
		);
	});
});
