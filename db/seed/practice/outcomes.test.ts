import { describe, expect, it } from 'vitest';
import { progressTest } from '#lib/domain/progress-test.ts';
import { existingOn, facts, figure, membersOn } from '../../../tests/support/facts.ts';
import { practiceFigures } from './index.ts';
import { LAST_YEAR, nearestYearEnd } from './years.ts';

const figures = practiceFigures(facts);
const practice = new Map(
	figures.observations.map((row) => [
		`${row.nis_code} ${row.indicator} ${row.reference_date}`,
		row.value
	])
);
const value = (nis: string, indicator: string, day: string): number =>
	figure(nis, indicator, day) ?? practice.get(`${nis} ${indicator} ${day}`) ?? NaN;
const realised = (nis: string, year: number) => value(nis, 'realised', `${year}-12-31`);

const objectives = new Map(
	[...figures.objectives, ...facts.objectives]
		.filter((row) => row.scheme === 'BSO-2009-HUUR' && row.component === 'total')
		.map((row) => [row.nis_code, row.value ?? 0])
);
/** The objective in a year: after a merger the sum of those that went into it. */
const objective = (nis: string, year: number): number =>
	facts.successions
		.filter((one) => one.successor === nis && one.predecessor !== nis)
		.filter((one) => one.effective_on <= `${year}-12-31`)
		.reduce((sum, one) => sum + objective(one.predecessor, year), objectives.get(nis) ?? 0);

const saying = (says: string) => facts.statements.filter((one) => one.says === says);
const years = Array.from({ length: 14 }, (_, index) => 2011 + index);

describe('the marks of statements', () => {
	it('stand beside every objective that is stated in words, and nowhere else', () => {
		const keyOf = (publication: number, nis: string, day?: string | null) =>
			`${publication} ${nis} ${day}`;
		const stated = facts.objectives
			.filter((row) => row.scheme === 'BSO-2009-HUUR' && row.component === 'stated')
			.map((row) => keyOf(row.publication_id, row.nis_code, row.attested_on));
		const marks = facts.statements.filter(({ says }) => says !== 'on_path');
		expect(stated.length).toBeGreaterThan(0);
		expect(marks.map((one) => keyOf(one.publication_id, one.place, one.stated_on)).sort()).toEqual(
			stated.sort()
		);
	});
});

describe('practice figures honour what is published of the objective', () => {
	it.for(saying('misses'))('$place stays below its objective in every year', ({ place }) => {
		for (const year of years) expect(realised(place, year)).toBeLessThan(objective(place, year));
	});

	it.for(saying('reaches'))('$place has reached its objective at the end of 2024', ({ place }) => {
		expect(realised(place, 2024)).toBeGreaterThanOrEqual(objective(place, 2024));
	});

	it('who of West-Vlaanderen is not among those that miss it is on the path of 2022', () => {
		const missing = new Set(saying('misses').map(({ place }) => place));
		const others = membersOn('provincie-west-vlaanderen', '2023-04-30').filter(
			(nis) => !missing.has(nis)
		);
		expect(others.length).toBeGreaterThan(missing.size);
		const path = facts.testRounds.find(({ year }) => year === 2022)?.threshold_realised ?? NaN;
		const behind = others.filter(
			(nis) => !(realised(nis, 2024) >= (path / 10_000) * objective(nis, 2024))
		);
		expect(behind).toEqual([]);
	});

	const harder = new Map([
		['35013', { year: 2022, dwellings: 435 }], // Oostende: 374 are published for 2021
		['11040', { year: 2020, dwellings: 113 }] // Schoten: the same article counts 113
	]);
	const shares = facts.observations.filter(
		(row) => row.indicator === 'realised_share' && nearestYearEnd(row.reference_date) <= LAST_YEAR
	);

	it.for(shares.filter((row) => !harder.has(row.nis_code)))(
		'$value % of $nis_code is that of the nearest year-end, to the dwelling',
		({ nis_code: nis, reference_date: day, value: percent }) => {
			const year = nearestYearEnd(day);
			const exact = ((percent ?? NaN) / 100) * objective(nis, year);
			expect(Math.abs(realised(nis, year) - exact)).toBeLessThanOrEqual(0.5);
		}
	);

	it.for([...harder])('a harder figure goes before the share of %s', ([nis, expected]) => {
		expect(realised(nis, expected.year)).toBe(expected.dwellings);
	});

	const rounds = new Map(facts.testRounds.map((round) => [round.year, round]));
	const results = facts.testResults.map(({ nis_code: nis, year, category }) => {
		const { measured_on: day = '', ...round } = rounds.get(year) ?? {};
		const pipeline = value(nis, 'in_execution', day) + value(nis, 'planned', day);
		const target = objective(nis, year - 1);
		return { nis, year, category, target, done: realised(nis, year - 1), pipeline, ...round };
	});

	const replayed = results.filter(({ year }) => year - 1 <= LAST_YEAR);
	it.for(replayed.filter(({ category }) => category.startsWith('2')))(
		'$nis, category $category in $year, had not reached its objective',
		({ done, target }) => expect(done).toBeLessThan(target)
	);

	it.for(replayed.filter((one) => one.threshold_realised))(
		'the test of $year replayed for $nis gives the published category $category',
		(one) => {
			const outcome = progressTest(one.target, one.done, one.pipeline, {
				realised: one.threshold_realised ?? NaN,
				withPlanned: one.threshold_with_planned ?? NaN
			});
			expect(outcome.computed).toBe(Number(one.category[0]));
		}
	);

	it('only who is published to be there is above twice an objective of 50 or more', () => {
		const far = existingOn('2024-12-31').filter((nis) => {
			const target = objective(nis, 2024);
			return target >= 50 && realised(nis, 2024) > 2 * target;
		});
		const counted = facts.observations.filter(
			(row) =>
				row.indicator === 'realised' && (row.value ?? 0) > 2 * (objectives.get(row.nis_code) ?? NaN)
		);
		const published = new Set(
			[...shares.filter(({ value }) => (value ?? 0) > 200), ...counted].map((row) => row.nis_code)
		);
		expect(published.size).toBeGreaterThan(0);
		expect(far.filter((nis) => !published.has(nis))).toEqual([]);
	});
});
