import { describe, expect, test } from 'vitest';
import { dutch } from '../support/dutch.ts';
import { existingOn, membersOn } from '../support/facts.ts';
import { minutesOf, open, printed, seen } from '../support/reader.ts';
import { cellOf, gridOf, tableOf } from '../support/table.ts';
import { answerAt, csvRow, csvRows, json } from './api.ts';

interface Known {
	value: number | null;
	status: string;
}

describe('marks travel along', () => {
	test('a region has the same marks in the API and in the CSV', async () => {
		const answer = await json('/api/v1/regions/kortrijk?on=2012-12-31');
		const row = await csvRow('/api/v1/regions.csv?on=2012-12-31', 'kortrijk');
		expect(row).toMatchObject({
			share_status: answer.share.status,
			gap_status: answer.gapStatus,
			goal_status: answer.goal.status,
			goal_publications: String(answer.goal.source.publication),
			realised_share_status: answer.objectives[0].realisedShare.status
		});
	});

	test('the total of Flanders says what it counts, a merged municipality that it is a sum', async () => {
		expect((await json('/api/v1/regions/vlaanderen?on=2017-12-31')).stock.definition).toBe('C');
		const flanders = await csvRow('/api/v1/regions.csv?on=2024-12-31', 'vlaanderen');
		expect(flanders['stock_definition']).toBe('W');
		const merged = '/api/v1/municipalities.csv?on=2018-12-31&structure=today';
		expect(await csvRow(merged, '71072')).toMatchObject({
			stock_composed: 'true',
			realised_share_composed: 'true'
		});
	});

	test('an unknown value in the CSV has its reason', async () => {
		// on this day nothing was published of later years, and practice figures do not reach them
		const query = 'on=2025-12-31&known=2026-01-15';
		expect(await csvRow(`/api/v1/municipalities.csv?${query}`, '34022')).toMatchObject({
			stock: '',
			stock_status: 'missing',
			stock_reason: 'not_published',
			realised_share_reason: 'not_published'
		});
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

	test.for(['/', '/gemeenten', '/regios'])(
		'the list of regions and the overview name the publications that they rest on: %s',
		async (address) => {
			const { document } = await open(address);
			const sources = [...document.querySelectorAll('main details')].filter((one) =>
				one.textContent?.includes('publicatie')
			);
			expect(
				sources.at(-1)?.querySelectorAll('li a[href^="/cijfers/publicaties/"]').length
			).toBeGreaterThan(0);
		}
	);

	test('a line of the members of the time breaks where they change', async () => {
		const broken = async (address: string) => {
			const { document } = await open(address);
			const figures = [...document.querySelectorAll('figure')].filter((figure) =>
				[...figure.querySelectorAll('svg text')].some((one) =>
					seen(one).includes('andere leden dan het jaar ervoor')
				)
			);
			return figures.map((figure) => figure.id);
		};
		expect(await broken('/regios/genk?grond=toen')).toEqual([
			'door-de-jaren',
			'spreiding-door-de-jaren'
		]);
		expect(await broken('/regios/genk')).toEqual([]);
	});
});

describe('what the law asks, in page, API and CSV', () => {
	test('the components of De Panne, each with its rule', async () => {
		const { objectives, levers } = await json('/api/v1/municipalities/38008');
		const own = objectives[0].components;
		const rows = await csvRows('/api/v1/municipalities/38008/objectives.csv');
		for (const { component, value, origin, legalReference, rule } of own) {
			const row = rows.find(
				(one) => one['scheme'] === 'BSO-2009-HUUR' && one['component'] === component
			);
			expect(row).toMatchObject({
				nis: '38008',
				name: 'De Panne',
				origin,
				value: `${value ?? ''}`
			});
			expect(legalReference).toContain('Decreet');
			expect(rule.publication).toBeGreaterThan(0);
		}
		expect(own.map((one: { value: number | null }) => one.value)).toEqual([null, 222, 83, 0, 83]);
		expect(objectives.map((one: { scheme: string }) => one.scheme)).toContain('BSO-2042');
		expect(levers.map((one: { threshold: number | null }) => one.threshold)).toContain(0.15);
	});

	type Asked = { scheme: string; components: { component: string; value: number | null }[] };

	test('the list of all has the same components as the answer of one municipality, and each names a rule of its regime', async () => {
		const all = await json('/api/v1/objectives?on=2024-12-31');
		const towns = all.municipalities as { nis: string; objectives: Asked[] }[];
		expect(towns.map((one) => one.nis).sort()).toEqual(existingOn('2024-12-31'));
		const own = await json('/api/v1/municipalities/38008?on=2024-12-31');
		const values = (objectives: Asked[] = []) =>
			objectives.map(({ scheme, components }) => [
				scheme,
				components.map(({ component, value }) => [component, value])
			]);
		expect(values(towns.find((one) => one.nis === '38008')?.objectives)).toEqual(
			values(own.objectives)
		);
		const main = all.schemes.find((one: { code: string }) => one.code === 'BSO-2009-HUUR');
		expect(main.rules.map((rule: { code: string }) => rule.code)).toContain('room');
		expect(main.dates.length).toBeGreaterThan(3);

		const rows = await csvRows('/api/v1/objectives.csv?on=2024-12-31');
		const components = towns.flatMap((one) => one.objectives.flatMap((asked) => asked.components));
		expect(rows.map((row) => row['value'])).toEqual(
			components.map(({ value }) => `${value ?? ''}`)
		);
	});

	test('a merger has the components of each part: one that was exempt and one that was not', async () => {
		const { municipalities } = await json('/api/v1/objectives?on=2024-12-31&structure=today');
		const antwerpen = municipalities.find((one: { nis: string }) => one.nis === '11002');
		const totals = antwerpen.objectives[0].components.filter(
			(one: { component: string }) => one.component === 'total'
		);
		expect(totals).toMatchObject([
			{ nis: '11002', value: 0, objectiveStatus: 'exempt' },
			{ nis: '11007', objectiveStatus: 'compulsory' }
		]);
		expect(totals[1].value).toBeGreaterThan(0);
	});
});

describe('the division of a region', () => {
	/** The keys by their name in the API, with their head on the page. */
	const KEYS = {
		households: 'huishoudens',
		gap: 'tekort',
		'lift-lowest': 'laagste eerst',
		growth: 'groei',
		weighted: 'gewogen',
		'capped-households': 'plafond',
		'own-deficit': 'elk voor zich'
	};
	interface Key {
		key: keyof typeof KEYS;
		parts: { nis: string; name: string; dwellings: number; stock: Known; households: Known }[];
	}

	test('a division has the same shortfall and parts in JSON and CSV, as a scenario', async () => {
		const query = 'goal=0.11&key=households&by=2030-12-31';
		const answer = await json(`/api/v1/regions/kortrijk/division?${query}`);
		const rows = await csvRows(`/api/v1/regions/kortrijk/division.csv?${query}`);
		expect(answer.scenario).toBe('scenario, geen beslissing');
		expect(answer.shortfall).toBeGreaterThan(0);
		const parts = answer.parts as Key['parts'];
		const told = (nis: string, name: string, dwellings: string) => ({
			nis,
			name,
			dwellings,
			key: 'households',
			goal: '0.11',
			by: '2030-12-31',
			shortfall: `${answer.shortfall}`,
			unassigned: '0'
		});
		expect(rows).toMatchObject(
			parts.map(({ nis, name, dwellings }) => told(nis, name, `${dwellings}`))
		);
	});

	test('Kortrijk, 11 % by 2030: the shortfall and every part of the page are those of the API and of the CSV', async () => {
		const query = 'goal=0.11&by=2030-12-31';
		const answer = await json(`/api/v1/regions/kortrijk/divisions?${query}`);
		const keys = answer.keys as Key[];
		const [first] = keys;
		const sum = (pick: 'stock' | 'households') =>
			first?.parts.reduce((total, part) => total + (part[pick].value ?? NaN), 0) ?? NaN;
		expect(first?.parts.map((part) => part.nis).sort()).toEqual(membersOn('kortrijk', answer.on));
		expect(answer.shortfall).toBe(Math.ceil((11 * sum('households') - 100 * sum('stock')) / 100));

		const page = await open('/regios/kortrijk/verdeling?doel=11&tegen=2030');
		const short = `heeft Regio Kortrijk (Leiedal) nog ≈ ${dutch(answer.shortfall)} woningen nodig`;
		expect(seen(page.document.querySelector('h1'))).toBe(
			`Voor 11 % sociale huur tegen eind 2030 ${short}.`
		);
		expect(minutesOf(page, 'antwoord')).toContain(`${short} (scenario, geen beslissing;`);
		expect(printed(page.document.querySelector('main'))).toContain('Scenario, geen beslissing.');

		const rows = await csvRows(`/api/v1/regions/kortrijk/divisions.csv?${query}`);
		const told = minutesOf(page, 'sleutel');
		expect(keys.map((one) => one.key).sort()).toEqual(Object.keys(KEYS).sort());
		for (const { key, parts } of keys) {
			for (const { nis, name, dwellings } of parts) {
				const row = rows.find((one) => one['nis'] === nis) ?? {};
				expect(row['shortfall']).toBe(`${answer.shortfall}`);
				expect(row['scenario']).toContain('scenario, geen beslissing');
				expect(row[`${key.replaceAll('-', '_')}_dwellings`], `${key} ${nis}`).toBe(`${dwellings}`);
				expect(seen(cellOf(page, 'naast-elkaar', name, KEYS[key])), `${key} ${nis}`).toMatch(
					new RegExp(`^([▲▼] ?)?≈ ${dutch(dwellings)}$`)
				);
				if (key === 'households') expect(told).toContain(`${name} ≈ ${dutch(dwellings)}`);
			}
		}
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
	test.for(['', '2010-12-31'])(
		'every figure of the list is that of the API, with ≈ where it is a practice figure and without where it is not (%s)',
		async (on) => {
			const rows: { name: string; stock: Known; share: Known }[] = await json(
				`/api/v1/municipalities?on=${on}`
			);
			const page = await open(`/gemeenten?op=${on}`);
			const { heads, rows: shown } = gridOf(tableOf(page, 'lijst'));
			const cell = (one: Known, format: (value: number) => string) =>
				one.value === null
					? 'n.b.'
					: `${one.status === 'estimated' ? '≈ ' : ''}${format(one.value)}`;
			const table = new Map(
				shown.map((row) => [
					seen(row[0]),
					['Sociale huurwoningen', 'Per 100 huishoudens'].map((head) =>
						seen(row[heads.indexOf(head)]).replace(/ ?[vs]$/, '')
					)
				])
			);
			for (const { name, stock, share } of rows)
				expect(table.get(name), name).toEqual([
					cell(stock, dutch),
					cell(share, (value) => `${dutch(value * 100, 2)} %`)
				]);
			expect(table.size).toBe(rows.length);
			expect(new Set(rows.map(({ stock }) => stock.status)).has('estimated')).toBe(true);
		}
	);

	test('an exemption that is estimated carries ≈ in the table and on the map; a published one does not', async () => {
		const list = await open('/gemeenten?status=geen-objectief');
		const exemption = (name: string) => seen(cellOf(list, 'lijst', name, 'Objectief (extra)'));
		expect(exemption('Mechelen')).toBe('vrijgesteld');
		expect(exemption('Gent')).toBe('≈ vrijgesteld');
		const { document } = await open('/?maat=tekort');
		const labels = [...document.querySelectorAll('svg[data-marks] a > title')].map((one) =>
			(one.textContent ?? '').replace(/\s+/g, ' ')
		);
		const label = (name: string) => labels.find((one) => one.startsWith(`${name}:`));
		expect(label('Mechelen')).toBe('Mechelen: vrijgesteld');
		expect(label('Gent')).toBe('Gent: ≈ vrijgesteld');
		const reached = labels.filter((one) => one.includes('objectief gehaald'));
		expect(reached.length).toBeGreaterThan(0);
		const rows: { name: string; objectives: { realised: Known }[] }[] =
			await json('/api/v1/municipalities');
		const published = rows.filter((one) => one.objectives[0]?.realised.status !== 'estimated');
		const unmarked = reached.filter((one) => !one.includes('≈')).map((one) => one.split(':')[0]);
		expect(published.map((one) => one.name)).toEqual(expect.arrayContaining(unmarked));
	});

	test('a published figure stands without it', async () => {
		const list = await open('/gemeenten?op=2010-12-31');
		expect(seen(cellOf(list, 'lijst', 'Kortrijk', 'Sociale huurwoningen'))).toBe('2.896');
	});
});
