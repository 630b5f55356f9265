import type { Insertable } from 'kysely';
import { describe, expect, it } from 'vitest';
import { FALL } from '#lib/domain/near-numbers.ts';
import { roomToCap, stepOne, stepTwo } from '#lib/domain/objective-formula.ts';
import type { ObservationTable } from '#lib/server/database/schema.ts';
import { PRACTICE_PUBLICATION_ID, readFacts } from '../facts.ts';
import { OBJECTIVES_TOGETHER, TOTALS } from './assumptions.ts';
import { practiceFigures } from './index.ts';

type Row = Insertable<ObservationTable>;

const facts = await readFacts();
const figures = practiceFigures(facts);
const knownFrom = new Map(facts.publications.map(({ id, known_from }) => [id, known_from]));
const keyOf = (row: Row) => `${row.nis_code} ${row.indicator} ${row.reference_date}`;

/** The published figure known last, by key. */
const published = new Map(
	facts.observations
		.toSorted((a, b) =>
			day(a) === day(b) ? a.publication_id - b.publication_id : day(a) < day(b) ? -1 : 1
		)
		.map((row) => [keyOf(row), row.value ?? 0])
);
const practice = new Map(figures.observations.map((row) => [keyOf(row), row.value ?? NaN]));

function day(row: Row): string {
	return knownFrom.get(row.publication_id) ?? '';
}

/** The published or else the practice figure; NaN when there is neither. */
const value = (nis: string, indicator: string, date: string): number => {
	const key = `${nis} ${indicator} ${date}`;
	return published.get(key) ?? practice.get(key) ?? NaN;
};

const years = (first: number, last: number) =>
	Array.from({ length: last - first + 1 }, (_, index) => first + index);
const endOf = (year: number) => `${year}-12-31`;
const validOn = (date: string) =>
	facts.municipalities.filter(
		({ valid_from, valid_to }) => valid_from <= date && (valid_to ?? '9999') >= date
	);
const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
const total = (indicator: string, date: string, province?: string) =>
	sum(
		validOn(date)
			.filter((one) => province === undefined || one.province_code === province)
			.map((one) => value(one.nis_code, indicator, date))
	);
const regional = (region: string, indicator: string, date: string): number =>
	facts.regionObservations.find(
		(row) => row.region === region && row.indicator === indicator && row.reference_date === date
	)?.value ?? NaN;
/** What a code of the present structure was in the baseline. */
const inBaseline = (nis: string, year: number): string[] => {
	const before = facts.successions.filter(
		(one) => one.successor === nis && one.predecessor !== nis && one.effective_on <= endOf(year)
	);
	const own = validOn(endOf(2007)).some((one) => one.nis_code === nis) ? [nis] : [];
	return [...own, ...before.flatMap((one) => inBaseline(one.predecessor, year))];
};

const PROVINCES = [
	['10000', 'provincie-antwerpen'],
	['20001', 'provincie-vlaams-brabant'],
	['30000', 'provincie-west-vlaanderen'],
	['40000', 'provincie-oost-vlaanderen'],
	['70000', 'provincie-limburg']
] as const;

describe('practice figures as rows', () => {
	it('belong to one publication of kind practice that never claims to be known late', () => {
		expect(figures.publication).toMatchObject({
			id: PRACTICE_PUBLICATION_ID,
			kind: 'practice',
			title: 'Oefencijfers',
			known_from: '2007-12-31',
			structure_on: null
		});
	});

	it('are all estimated, whole numbers, and of that publication', () => {
		const odd = figures.observations.filter(
			(row) =>
				row.status !== 'estimated' ||
				row.publication_id !== PRACTICE_PUBLICATION_ID ||
				!Number.isInteger(row.value)
		);
		expect(odd).toEqual([]);
		expect(figures.objectives.map((row) => row.publication_id)).toSatisfy((ids: number[]) =>
			ids.every((id) => id === PRACTICE_PUBLICATION_ID)
		);
	});

	it('never sit where a figure is published, nor twice in one place', () => {
		expect(figures.observations.filter((row) => published.has(keyOf(row)))).toEqual([]);
		expect(practice.size).toBe(figures.observations.length);
		const totals = facts.objectives.filter(
			(row) => row.scheme === 'BSO-2009-HUUR' && row.component === 'total'
		);
		const twice = new Set(totals.map((row) => row.nis_code));
		expect(figures.objectives.filter((row) => twice.has(row.nis_code))).toEqual([]);
	});

	it('are of municipalities that existed, and stop at the end of 2024', () => {
		const last = new Map(facts.municipalities.map((one) => [one.nis_code, one.valid_to ?? '9999']));
		const stocks = figures.observations.filter((row) => row.indicator !== 'households');
		expect(stocks.filter((row) => row.reference_date > (last.get(row.nis_code) ?? ''))).toEqual([]);
		expect(stocks.filter((row) => row.reference_date > '2024-12-31')).toEqual([]);
	});

	it('are the same in every run, whatever the order of the facts', () => {
		expect(practiceFigures(facts)).toEqual(figures);
		const shuffled = practiceFigures({
			...facts,
			observations: facts.observations.toReversed(),
			regionObservations: facts.regionObservations.toReversed(),
			objectives: facts.objectives.toReversed(),
			testResults: facts.testResults.toReversed(),
			statements: facts.statements.toReversed()
		});
		expect(shuffled).toEqual(figures);
	});
});

describe('practice figures are complete', () => {
	it.for(years(2007, 2024))('every municipality of %i has a stock and its households', (year) => {
		const members = validOn(endOf(year));
		const stock = year === 2007 ? 'stock_a' : 'stock_b';
		expect(members).toHaveLength(year < 2019 ? 308 : 300);
		const missing = members.filter(
			({ nis_code: nis }) =>
				Number.isNaN(value(nis, stock, endOf(year))) ||
				Number.isNaN(value(nis, 'households', `${year + 1}-01-01`))
		);
		expect(missing).toEqual([]);
	});

	it.for(years(2011, 2024))('every municipality of %i has its progress', (year) => {
		const missing = validOn(endOf(year)).filter(({ nis_code: nis }) =>
			['realised', 'in_execution', 'planned'].some((indicator) =>
				Number.isNaN(value(nis, indicator, endOf(year)))
			)
		);
		expect(missing).toEqual([]);
	});

	it('every municipality of the baseline has an objective', () => {
		const totals = [...facts.objectives, ...figures.objectives].filter(
			(row) => row.scheme === 'BSO-2009-HUUR' && row.component === 'total'
		);
		const codes = new Set(totals.map((row) => row.nis_code));
		expect(validOn(endOf(2007)).filter((one) => !codes.has(one.nis_code))).toEqual([]);
	});
});

describe('practice figures keep to what is published', () => {
	it('but not to a share that the next one undercuts by more than a tenth', () => {
		const shares = facts.observations.filter((row) => row.indicator === 'share_households');
		const undercut = shares.filter((row) =>
			shares.some(
				(next) =>
					next.nis_code === row.nis_code &&
					next.reference_date > row.reference_date &&
					(next.value ?? NaN) < (row.value ?? NaN) * (1 - FALL)
			)
		);
		expect(undercut).not.toEqual([]);
		const observations = facts.observations.filter((row) => !undercut.includes(row));
		expect(practiceFigures({ ...facts, observations })).toEqual(figures);
	});

	it('stock, baseline and realised dwellings of a municipality never contradict one another', () => {
		const odd = years(2011, 2024).flatMap((year) =>
			validOn(endOf(year)).filter(({ nis_code: nis }) => {
				const baseline = sum(
					inBaseline(nis, year).map((one) => value(one, 'stock_a', endOf(2007)))
				);
				const realised = value(nis, 'stock_b', endOf(year)) - baseline;
				return realised !== value(nis, 'realised', endOf(year));
			})
		);
		expect(odd).toEqual([]);
	});

	it('the share of the objective realised is the published one, to the dwelling', () => {
		expect(value('41011', 'realised', endOf(2017))).toBe(123); // Denderleeuw, 98,40 % of 125
		expect(value('41002', 'realised', endOf(2017))).toBe(335); // Aalst, 57,46 % of 583
	});

	it('the revised stocks of Gent stand, not those first published', () => {
		const series = years(2008, 2011).map((year) => value('44021', 'stock_b', endOf(year)));
		expect(series).toEqual([14_726, 14_753, 14_806, 14_887]);
	});

	it.for([
		[2017, 'stock_c'],
		[2021, 'stock_c'],
		[2024, 'stock_w']
	] as const)(
		'the stock of Flanders at the end of %i leaves room for what its published total (%s) does not count',
		([year, indicator]) => {
			const counted = regional('vlaanderen', indicator, endOf(year));
			const beside = total('stock_b', endOf(year)) - counted;
			const tied = TOTALS.find((one) => one.indicator === indicator);
			expect(beside).toBe(Math.round(counted * (tied?.beside ?? NaN)));
			expect(beside).toBeGreaterThan(0);
		}
	);

	it('the net increase of Flanders since the baseline is the published one', () => {
		expect(total('stock_b', endOf(2013)) - total('stock_a', endOf(2007))).toBe(12_771);
		expect(total('realised', endOf(2013))).toBe(12_771);
	});

	it.for([2021, 2022])('the net change of Flanders in %i is the published one', (year) => {
		const change = total('stock_b', endOf(year)) - total('stock_b', endOf(year - 1));
		expect(change).toBe(regional('vlaanderen', 'flow_net', endOf(year)));
	});

	it.for([2013, 2022])('the stock of Limburg at the end of %i is the published one', (year) => {
		const limburg = regional('provincie-limburg', 'stock_b', endOf(year));
		expect(total('stock_b', endOf(year), '70000')).toBe(limburg);
	});

	it.for(PROVINCES)(
		'the stock of the housing companies of %s is the published one',
		([code, slug]) => {
			expect(total('stock_d', endOf(2020), code)).toBe(regional(slug, 'stock_d', endOf(2020)));
		}
	);

	it('the stock of the housing companies is part of the stock, and adds up for Flanders', () => {
		const above = validOn(endOf(2020)).filter(
			({ nis_code: nis }) => value(nis, 'stock_d', endOf(2020)) > value(nis, 'stock_b', endOf(2020))
		);
		expect(above).toEqual([]);
		expect(total('stock_d', endOf(2020))).toBe(160_875);
	});

	it('the pipeline of Flanders at the end of 2013 is the published one', () => {
		expect(total('in_execution', endOf(2013)) + total('planned', endOf(2013))).toBe(18_497);
	});
});

describe('practice figures are possible and plausible', () => {
	const shares = years(2008, 2024).flatMap((year) =>
		validOn(endOf(year)).map(({ name, nis_code: nis }) => ({
			name,
			nis,
			share: value(nis, 'stock_b', endOf(year)) / value(nis, 'households', `${year + 1}-01-01`)
		}))
	);

	it('only realised dwellings can be negative', () => {
		const negative = figures.observations.filter((row) => (row.value ?? 0) < 0);
		expect(new Set(negative.map((row) => row.indicator))).toEqual(new Set(['realised']));
		expect(new Set(negative.map((row) => row.nis_code)).size).toBeLessThan(10);
	});

	it('no estimate of the whole is below what some landlords alone are published to own', () => {
		const parts = facts.observations.filter(({ indicator }) => indicator === 'stock_part');
		expect(parts.length).toBeGreaterThan(0);
		const below = parts.filter(
			({ nis_code: nis, reference_date, value: part }) =>
				value(nis, 'stock_b', endOf(Number(reference_date.slice(0, 4)))) < (part ?? 0)
		);
		expect(below).toEqual([]);
	});

	it('no share is above 40 %', () => {
		expect(shares.filter(({ share }) => share > 0.4)).toEqual([]);
	});

	it('shares that nobody published run from half a per cent in villages to a fifth, with half of them between about 2 % and 6,5 %', () => {
		const told = new Set(
			facts.observations
				.filter(({ indicator }) => /^(stock|share)_/.test(indicator))
				.map((row) => row.nis_code)
		);
		const untold = shares.filter(({ nis }) => !inBaseline(nis, 2024).some((one) => told.has(one)));
		const sorted = untold.map(({ share }) => share).sort((a, b) => a - b);
		const quantile = (part: number) => sorted[Math.round(part * (sorted.length - 1))];
		expect(quantile(0.02)).toBeGreaterThan(0.004);
		expect(quantile(0.25)).toBeGreaterThan(0.018);
		expect(quantile(0.75)).toBeLessThan(0.065);
		expect(quantile(1)).toBeLessThan(0.2);
	});

	it('about half of the municipalities held less than 3 % in the baseline, as a source says', () => {
		const towns = validOn(endOf(2007));
		const low = towns.filter(({ nis_code: nis }) => {
			const share = value(nis, 'stock_a', endOf(2007)) / value(nis, 'households', '2008-01-01');
			return share < 0.03;
		});
		expect(low.length / towns.length).toBeGreaterThan(0.4);
		expect(low.length / towns.length).toBeLessThan(0.6);
	});

	it.for([
		['Antwerpen', 0.09, 0.105],
		['Gent', 0.11, 0.13],
		['Genk', 0.12, 0.135],
		['Kortrijk', 0.08, 0.1],
		['Aalst', 0.035, 0.06],
		['Spiere-Helkijn', 0.1, 0.2],
		['Menen', 0.095, 0.11],
		['Brugge', 0.06, 0.09],
		['Herstappe', 0, 0.08]
	] as const)('%s lies between %d and %d in every year', ([name, low, high]) => {
		const own = shares.filter((one) => one.name === name).map(({ share }) => share);
		expect(own).toHaveLength(17);
		expect(Math.min(...own)).toBeGreaterThanOrEqual(low);
		expect(Math.max(...own)).toBeLessThanOrEqual(high);
	});

	it('nine in ten yearly steps are no loss', () => {
		const steps = years(2009, 2018).flatMap((year) =>
			validOn(endOf(year)).map(
				({ nis_code: nis }) =>
					value(nis, 'stock_b', endOf(year)) - value(nis, 'stock_b', endOf(year - 1))
			)
		);
		expect(steps.filter((step) => step < 0).length).toBeLessThan(0.1 * steps.length);
	});
});

describe('households that nobody published', () => {
	const households = (nis: string, date: string) => value(nis, 'households', date);

	it.for(years(2010, 2019))('the predecessors add up to the register of 1 January %i', (year) => {
		const date = `${year}-01-01`;
		const mergers = Object.groupBy(
			facts.successions.filter((one) => one.effective_on === '2019-01-01'),
			(one) => one.successor
		);
		for (const [successor, parts] of Object.entries(mergers)) {
			const predecessors = (parts ?? []).map((one) => households(one.predecessor, date));
			expect(sum(predecessors)).toBe(households(successor, date));
		}
	});

	it.for(['2008-01-01', '2009-01-01'])('every arrondissement adds up on %s', (date) => {
		const arrondissements = new Set(validOn(date).map((one) => one.arrondissement_code));
		expect(arrondissements.size).toBe(22);
		for (const code of arrondissements) {
			const slug = facts.regions.find((region) => region.code === `arr:${code}`)?.slug ?? '';
			const members = validOn(date).filter((one) => one.arrondissement_code === code);
			const counted = sum(members.map((one) => households(one.nis_code, date)));
			expect(counted).toBe(regional(slug, 'households', date));
		}
	});

	it('who has no projection, as Herstappe has none, stays what it was when last counted', () => {
		const last = new Map(
			[...published.keys()]
				.filter((key) => key.includes(' households '))
				.sort() // the latest day of a municipality comes last, and stays
				.map((key) => [key.slice(0, 5), key])
		);
		const guessed = figures.observations.filter(
			(row) =>
				row.indicator === 'households' &&
				row.reference_date > (last.get(row.nis_code)?.slice(-10) ?? '9999')
		);
		expect(guessed.length).toBeGreaterThan(0);
		for (const row of guessed) {
			expect(row.value, keyOf(row)).toBe(published.get(last.get(row.nis_code) ?? ''));
		}
	});
});

describe('objectives that nobody published', () => {
	const households = (nis: string) => value(nis, 'households', '2008-01-01');
	const provinceOf = new Map(validOn('2008-01-01').map((one) => [one.nis_code, one.province_code]));
	const members = (province: string) =>
		[...provinceOf].filter(([, code]) => code === province).map(([nis]) => nis);

	it.for([
		['10000', 12_123, null],
		['70000', 5590, 326_925]
	] as const)('follow steps 1 and 2 in province %s', ([province, objective, published]) => {
		const all = published ?? sum(members(province).map(households));
		const rows = figures.objectives.filter((row) => provinceOf.get(row.nis_code) === province);
		expect(rows.length).toBeGreaterThan(0);
		for (const { nis_code: nis, value: target, status } of rows) {
			const room = roomToCap(households(nis), value(nis, 'stock_a', endOf(2007)), 900);
			expect(target).toBe(stepTwo(stepOne(objective, households(nis), all), room));
			expect(status).toBe(room > 0 ? 'compulsory' : 'exempt');
		}
	});

	it('divide what Antwerpen and Limburg leave of 43.000 over the other provinces by households', () => {
		const others = new Set(['20001', '30000', '40000']);
		const uncapped = figures.objectives.filter(({ nis_code: nis, value: target }) => {
			const room = roomToCap(households(nis), value(nis, 'stock_a', endOf(2007)), 900) / 10_000;
			return others.has(provinceOf.get(nis) ?? '') && (target ?? 0) < Math.floor(room);
		});
		const ratio =
			25_287 /
			sum([...provinceOf].filter(([, code]) => others.has(code)).map(([nis]) => households(nis)));
		expect(uncapped.length).toBeGreaterThan(100);
		for (const { nis_code: nis, value: target } of uncapped) {
			expect(Math.abs((target ?? NaN) - ratio * households(nis))).toBeLessThan(1);
		}
	});

	it.for([
		['34022', 203],
		['35013', 288]
	] as const)(
		'give back the published objective of %s that the limit had cut',
		([nis, objective]) => {
			const room = roomToCap(households(nis), value(nis, 'stock_a', endOf(2007)), 900);
			expect(stepTwo(Infinity, room)).toBe(objective);
		}
	);

	it('add up with those published, as far as steps 1 and 2 go, to what they were together, within 1 %', () => {
		const published = facts.objectives.filter(
			(row) => row.scheme === 'BSO-2009-HUUR' && row.component === 'total'
		);
		const first = new Map([
			['10000', 12_123 / sum(members('10000').map(households))],
			['70000', 5590 / 326_925]
		]);
		const rest = 25_287 / sum(['20001', '30000', '40000'].flatMap(members).map(households));
		/** What steps 1 and 2 can give at most; a published objective may hold the catch-up too. */
		const most = (nis: string) => (first.get(provinceOf.get(nis) ?? '') ?? rest) * households(nis);
		const together = sum(
			[...published, ...figures.objectives].map((row) =>
				Math.min(row.value ?? 0, most(row.nis_code))
			)
		);
		const { dwellings, about } = OBJECTIVES_TOGETHER;
		expect(Math.abs(together / dwellings - 1)).toBeLessThanOrEqual(about);
	});

	it('never exempt who is published to have an objective', () => {
		const bound = new Set([
			...facts.testResults.filter((row) => row.category !== '1').map((row) => row.nis_code),
			...facts.statements.map((row) => row.place)
		]);
		const exempt = figures.objectives.filter((row) => row.status === 'exempt');
		expect(exempt.filter((row) => bound.has(row.nis_code))).toEqual([]);
	});

	it('exempt only who had reached the limit', () => {
		const exempt = figures.objectives.filter((row) => row.status === 'exempt');
		expect(exempt.length).toBeGreaterThan(3);
		for (const { nis_code: nis, value: target } of exempt) {
			expect(target).toBe(0);
			expect(value(nis, 'stock_a', endOf(2007)) / households(nis)).toBeGreaterThanOrEqual(0.09);
		}
	});
});
