import { beforeAll, describe, expect, test } from 'vitest';
import { dutch, signed } from '../support/dutch.ts';
import { press } from '../support/form.ts';
import { follow, minutesOf, open, seen, type Reading } from '../support/reader.ts';
import { cellOf, gridOf, tableOf } from '../support/table.ts';
import { answerAt, csvRows, json } from './api.ts';
import { reckonedSpread } from './reckoned-spread.ts';

/** Even and uneven regions, with few members and with many, today and before mergers. */
const ASKED = [
	['kortrijk', '?on=2024-12-31'],
	['kortrijk', '?on=2018-12-31&project=200'],
	['genk', '?on=2018-12-31&structure=today'],
	['antwerpen', '?on=2024-12-31&project=1']
] as const;

const onPage = (query: string) =>
	query.replace('on=', 'op=').replace('structure=today', 'structuur=vandaag');
const COLUMNS = {
	place: 'Plaats naar aandeel',
	project: 'Eén project, procentpunt',
	excess: 'Woningen boven of onder',
	quotient: 'Tegenover de regio',
	regional: 'Tegenover de buren'
};
const band = ({ highest, lowest }: { highest: number; lowest: number }) =>
	highest === lowest ? dutch(highest) : `${dutch(highest)}–${dutch(lowest)}`;

describe.for(ASKED)('the spread of the region %s %s', ([slug, query]) => {
	const size = Number(new URLSearchParams(query).get('project') ?? 20);
	let expected: ReturnType<typeof reckonedSpread>;
	let spread: Awaited<ReturnType<typeof json>>;
	let page: Reading;
	/** Before every number of a spread that rests on an estimate. */
	let mark = '';
	beforeAll(async () => {
		const answer = await json(`/api/v1/regions/${slug}${query}`);
		expected = reckonedSpread(answer.members, size);
		spread = answer.spread;
		mark = spread.status === 'estimated' ? '≈ ' : '';
		page = await open(`/regios/${slug}${onPage(query)}`);
	});

	test('is in the API what it is by the stock and the households of the members', () => {
		expect(expected.members.length).toBeGreaterThan(2);
		expect(spread.dwellingsElsewhere).toBe(expected.elsewhere);
		for (const { nis, excess, quotient, project, place, highest, lowest } of expected.members) {
			expect(spread.excessDwellings[nis], nis).toBe(excess);
			expect(spread.locationQuotients[nis], nis).toBeCloseTo(quotient, 12);
			expect(spread.projectShares[nis], nis).toBeCloseTo(project, 12);
			const of = expected.members.length;
			expect(spread.places[nis], nis).toEqual({ place, highest, lowest, of });
		}
	});

	test('is the same in the CSV, in every row', async () => {
		const rows = await csvRows(`/api/v1/regions/${slug}/spread.csv${query}`);
		const found = rows.map((row) => ({
			nis: row['nis'],
			name: row['name'],
			elsewhere: Number(row['dwellings_elsewhere']),
			gini: Number(row['gini']),
			excess: Number(row['excess_dwellings']),
			quotient: Number(row['location_quotient']),
			regional: Number(row['regional_spread']),
			project: Number(row['project_share']),
			places: ['place', 'place_highest', 'place_lowest', 'places'].map((key) => Number(row[key])),
			status: row['places_status']
		}));
		expect(found).toEqual(
			expected.members.map(({ nis, name }) => ({
				nis,
				name,
				elsewhere: spread.dwellingsElsewhere,
				gini: spread.gini,
				excess: spread.excessDwellings[nis],
				quotient: spread.locationQuotients[nis],
				regional: spread.regionalSpread[nis],
				project: spread.projectShares[nis],
				places: Object.values(spread.places[nis]),
				status: spread.placesStatus
			}))
		);
	});

	test('is the same in every cell of the page, with its sign and its mark', () => {
		const { heads, rows } = gridOf(tableOf(page, 'spreidingtabel'));
		expect(rows.length).toBe(expected.members.length);
		for (const one of expected.members) {
			const row = rows.find(([name]) => seen(name) === one.name);
			const shown = (column: keyof typeof COLUMNS) => seen(row?.[heads.indexOf(COLUMNS[column])]);
			// Nobody is ranked on an estimate: then the page has no places.
			expect(heads.includes(COLUMNS.place)).toBe(spread.placesStatus !== 'estimated');
			expect(shown('place'), one.name).toBe(spread.placesStatus === 'estimated' ? '' : band(one));
			const weight = dutch(one.project * 100, one.project < 0.001 ? 2 : 1);
			expect(shown('project'), one.name).toMatch(cell('(≈ )?', weight));
			expect(shown('excess'), one.name).toMatch(cell(mark, signed(one.excess)));
			expect(shown('quotient'), one.name).toMatch(cell(mark, dutch(one.quotient, 3)));
			const regional = dutch(spread.regionalSpread[one.nis]);
			expect(shown('regional'), one.name).toMatch(cell('(≈ )?', regional));
		}
	});

	test('is said in the sentence, the minutes, the bars and the curve', () => {
		const { document } = page;
		const elsewhere = `zouden ${mark}${dutch(expected.elsewhere)} woningen elders`;
		expect(seen(document.querySelector('section[aria-labelledby=spreiding] p'))).toContain(
			elsewhere
		);
		expect(minutesOf(page, 'lorenz')).toContain(elsewhere);
		expect(minutesOf(page, 'lorenz')).toContain(
			`gewogen naar huishoudens, is ${mark}${dutch(spread.gini, 3)}`
		);
		expect(seen(document.querySelector('#boven-en-onder .note'))).toContain(
			`: ${mark}${dutch(expected.elsewhere)} woningen, op afronding na`
		);
		const drawn = (id: string) => [...document.querySelectorAll(`#${id} svg text`)].map(seen);
		const bars = drawn('boven-en-onder');
		const named = expected.members.filter(({ name }) => bars.includes(name));
		expect(named.length).toBeGreaterThanOrEqual(Math.min(20, expected.members.length));
		for (const { name, excess } of named)
			expect(bars[bars.indexOf(name) + 1], name).toBe(`${mark}${signed(excess)}`);
		expect(drawn('lorenz').join(' ')).toContain(`${mark}${dutch(expected.elsewhere)} woningen`);
	});

	test('is the last year of its trend', () => {
		const day = /\d{4}-\d\d-\d\d/.exec(query)?.[0].split('-').reverse().join('/') ?? '';
		const cellAt = (column: string) => seen(cellOf(page, 'spreiding-door-de-jaren', day, column));
		expect(cellAt('Woningen elders')).toMatch(cell(mark, dutch(expected.elsewhere)));
		expect(cellAt('Gini')).toMatch(cell(mark, dutch(spread.gini, 3)));
		expect(cellAt('Hoover')).toMatch(cell(mark, dutch(spread.hoover, 3)));
	});
});

/** A whole cell: its mark, its number with its sign, and at most the letters of a projection or a sum. */
const cell = (mark: string, number: string): RegExp =>
	new RegExp(`^${mark}${number.replaceAll(/[.+]/g, '\\$&')}( ?[vs])*$`);

describe('what the reader can choose', () => {
	test('the map shows the share or the spread, by a link', async () => {
		const page = await follow(await open('/regios/kortrijk'), 'tegenover de buren');
		expect(page.url.search).toContain('kaart=spreiding');
		const heads = [...page.document.querySelectorAll('h2, h3, h4')].map(seen);
		expect(heads).toContain('Elk lid tegenover zijn buurgemeenten');
	});

	test('another size of project weighs otherwise, and keeps the day', async () => {
		const asked = await open('/regios/kortrijk?op=2018-12-31');
		const weightAt = (page: Reading) =>
			seen(cellOf(page, 'spreidingtabel', 'Kuurne', COLUMNS.project));
		const page = await press(asked, 'Reken na', { 'Woningen in een gemiddeld project': '200' });
		expect(page.url.href).toMatch(/op=2018-12-31.*project=200/);
		expect(weightAt(page)).not.toBe(weightAt(asked));
	});

	test.for(['0', '501', '2.5', 'x'])('no project of %s dwellings', async (size) => {
		for (const path of ['/regios/kortrijk', '/gemeenten', '/api/v1/regions/kortrijk/spread.csv'])
			expect((await answerAt(`${path}?project=${size}`)).status, path).toBe(400);
	});
});
