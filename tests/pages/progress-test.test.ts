import { describe, expect, test } from 'vitest';
import { dutch, dutchDay } from '../support/dutch.ts';
import { existingOn, facts } from '../support/facts.ts';
import { press } from '../support/form.ts';
import { follow, open, saysAt, seen } from '../support/reader.ts';
import { gridOf, tableOf } from '../support/table.ts';
import { answerAt, csvRows, json } from './api.ts';

interface Tested {
	nis: string;
	name: string;
	computed: number | null;
	entered: string | null;
	shortRealised: number | null;
}

/** The rounds of which the thresholds are known. */
const replayed = facts.testRounds.filter((round) => round.threshold_realised);

describe('a round of the progress test', () => {
	test.for(replayed.map((round) => [round.year, round] as const))(
		'%i: page, API and CSV give every municipality the same category',
		async ([year, round]) => {
			const answer = await json(`/api/v1/progress-tests/${year}`);
			expect(answer.thresholds).toEqual({
				realised: (round.threshold_realised ?? NaN) / 10_000,
				withPlanned: (round.threshold_with_planned ?? NaN) / 10_000
			});
			const all = answer.municipalities as Tested[];
			expect(all.map((one) => one.nis).sort()).toEqual(existingOn(round.measured_on));
			const rows = await csvRows(`/api/v1/progress-tests/${year}.csv`);
			const inFile = rows.map(({ nis, computed, entered }) => [nis, computed, entered]);
			expect(inFile).toEqual(
				all.map(({ nis, computed, entered }) => [nis, `${computed ?? ''}`, entered ?? ''])
			);
			const page = await open(`/voortgangstoets/${year}`);
			const second = all.filter((one) => one.computed === 2);
			expect(seen(page.document.querySelector('h1 + .lead'))).toContain(
				`en ≈ ${second.length} niet (categorie 2)`
			);
			const { heads, rows: shown } = gridOf(tableOf(page, 'gemeenten'));
			const at = heads.findIndex((head) => head.startsWith('Nagerekend'));
			const names = shown
				.filter((row) => /^(≈ )?2\b/.test(seen(row[at])))
				.map((row) => seen(row[0]));
			expect(names.sort()).toEqual(second.map((one) => one.name).sort());
		}
	);

	test('the published counts of the rounds stand on the page with their sources and their doubts', async () => {
		const { rows } = gridOf(tableOf(await open('/voortgangstoets'), 'rondes'));
		const shown = rows.map((row) => row.map(seen));
		for (const [year, counts, source] of [
			['2012', '– – – – 308', '278 van de 308 gemeenten zijn «op de goede weg»'],
			['2014', '208 – 82 18 308', 'VRT NWS'],
			['2016', '207 – 66 35 308', 'De bijlage bij het besluit spreekt over 206 gemeenten.'],
			['2016', '206 – – – 308', 'dan kloppen de drie categorieën met 308 gemeenten'],
			['2018', '198 – 94 16 308', 'CD&V (Valerie Taeldeman)'],
			[
				'2020',
				'178 122 – – 300',
				'Het Laatste Nieuws, voorlopig, vervangen door de definitieve uitslag'
			],
			['2020', '180 – 107 13 300', 'Wonen-Vlaanderen'],
			[
				'2022',
				'– – – – 300',
				'Neutr-On, voorlopig. In woorden: vier op de tien gemeenten halen het niet'
			]
		] as const) {
			const own = shown.filter((row) => row[0] === year && row.slice(3, 8).join(' ') === counts);
			expect(
				own.map((row) => row[8]),
				`${year} ${counts}`
			).toEqual([expect.stringContaining(source)]);
		}
	});

	test('the newest complete outcome and the newest thresholds are those that the page names', async () => {
		const text = await saysAt('/voortgangstoets');
		const complete = facts.testCounts.filter(
			(one) => !one.provisional && ['1', '2a', '2b'].includes(one.category)
		);
		const years = Map.groupBy(complete, (one) => one.year);
		const newest = Math.max(...[...years].flatMap(([year, all]) => (all.length > 1 ? [year] : [])));
		expect(text).toContain(`De laatste volledige uitslag die we vonden, is die van ${newest}:`);
		const last = replayed.at(-1);
		const percent = String((last?.threshold_realised ?? NaN) / 100).replace('.', ',');
		expect(text).toContain(
			`In ${last?.year} was de eerste drempel ${percent} % van het objectief.`
		);
		const ratio = (last?.threshold_with_planned ?? NaN) / (last?.threshold_realised ?? NaN);
		expect(await saysAt('/methode')).toContain(`De tweede is de eerste maal ${dutch(ratio, 1)}`);
	});

	test('a round without thresholds says so, and has no computed category', async () => {
		const without = facts.testRounds.filter((round) => !round.threshold_realised);
		for (const { year, measured_on } of without) {
			const text = await saysAt(`/voortgangstoets/${year}`);
			expect(text).toContain(`Voortgangstoets ${year}, toestand op ${dutchDay(measured_on)}`);
			expect(text).toContain('Daarom rekenen we geen categorie uit.');
		}
		expect(without.length).toBeGreaterThan(0);
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
		expect((await answerAt(path)).status).toBe(status);
	});

	test('is filtered by a form without JavaScript', async () => {
		const asked = await open('/voortgangstoets/2018');
		const page = await press(asked, 'Filter', { ingevoerd: '2b' });
		expect(page.url.search).toContain('ingevoerd=2b');
		const told = facts.testResults.filter((one) => one.year === 2018 && one.category === '2b');
		const { rows } = gridOf(tableOf(page, 'gemeenten'));
		expect(rows.length).toBe(new Set(told.map((one) => one.nis_code)).size);
		expect(seen(page.document.querySelector('#gemeenten'))).toMatch(
			new RegExp(`^${rows.length} gemeenten?$`)
		);
	});

	test('leads to a scenario from the page of a municipality', async () => {
		const town = await open('/gemeenten/34025?op=2022-12-31');
		const asked = await follow(town, 'Wat als er meer was opgeleverd?');
		expect(asked.url.href).toMatch(/\/voortgangstoets\/2022\?.*gemeente=34025/);
		const page = await press(asked, 'Reken', { meer: '500' });
		expect(page.url.search).toContain('meer=500');
		expect(seen(page.document.querySelector('.scenario'))).toContain(
			'Met 500 woningen meer opgeleverd op 31/12/2021 had Lendelede'
		);
	});
});
