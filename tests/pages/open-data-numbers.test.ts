import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { facts, figures, knownFrom } from '../support/facts.ts';
import { answerAt, json } from './api.ts';
import { releaseDays } from './release-days.ts';

/** The same number in the package as in the facts and in the API: the package of the last day of the start data set. */
const DAY = releaseDays.at(-1) ?? '';
type Row = Record<string, string>;
let tables: (name: string) => Row[];

beforeAll(async () => {
	const content = await (await answerAt(`/cijfers/download/${DAY}`)).arrayBuffer();
	const files = unzipSync(new Uint8Array(content));
	tables = (name) => parse(Buffer.from(files[`${name}.csv`] ?? []), { columns: true });
});

describe('what was published', () => {
	test('every figure that nothing newer replaced is in the package with its value and status', () => {
		const keyOf = (...parts: unknown[]) => parts.join('|');
		const found = new Map(
			tables('figures').map((one) => [
				keyOf(one['nis'], one['indicator'], one['reference_date'], one['publication']),
				one
			])
		);
		const newest = facts.observations.filter(
			(one) =>
				knownFrom(one) <= DAY && figures(one.nis_code, one.indicator, one.reference_date)[0] === one
		);
		const sample = newest.filter((_, at) => at % 50 === 0);
		expect(sample.length).toBeGreaterThan(100);
		for (const one of sample) {
			const key = keyOf(one.nis_code, one.indicator, one.reference_date, one.publication_id);
			expect(found.get(key), key).toMatchObject({
				value: one.value === null ? '' : String(one.value),
				status: one.status
			});
		}
	});

	test('every goal and every publication of the facts is there, and nobody else’s', () => {
		const ids = tables('publications')
			.filter((one) => one['kind'] !== 'practice')
			.map((one) => Number(one['id']));
		const issued = facts.publications.filter((one) => one.known_from <= DAY);
		expect(ids).toEqual(issued.map((one) => one.id).sort((a, b) => a - b));
		expect(tables('goals').map((one) => [one['region'], one['kind']])).toEqual(
			facts.goals
				.filter((one) => issued.some(({ id }) => id === one.publication_id))
				.map((one) => [one.region, one.kind])
				.sort()
		);
	});
});

describe('what is reckoned from it', () => {
	test.for(['34022', '38008', '11002', '73028'])(
		'the municipality %s is as the API knows it on that day',
		async (nis) => {
			const row = tables('municipalities').find((one) => one['nis'] === nis);
			const answer = await json(`/api/v1/municipalities/${nis}?known=${DAY}&on=${row?.['on']}`);
			const [objective] = answer.objectives;
			const text = (value: number | null) => (value === null ? '' : String(value));
			expect(row).toMatchObject({
				stock: text(answer.stock.value),
				stock_status: answer.stock.status,
				households: text(answer.households.value),
				share: text(answer.share.value),
				target: text(objective.target.value),
				realised: text(objective.realised.value)
			});
		}
	);

	test('a region has the same share, goal and gap', async () => {
		const row = tables('regions').find((one) => one['slug'] === 'kortrijk');
		const answer = await json(`/api/v1/regions/kortrijk?known=${DAY}&on=${row?.['on']}`);
		expect([Number(row?.['share']), Number(row?.['goal']), Number(row?.['gap'])]).toEqual([
			answer.share.value,
			answer.goal.value,
			answer.gap
		]);
		expect(row?.['share_status']).toBe(answer.share.status);
	});

	test('a progress test has the same outcome', async () => {
		const answer = await json(`/api/v1/progress-tests/2022?known=${DAY}`);
		const rows = tables('progress-tests').filter((one) => one['round'] === '2022');
		expect(rows).toHaveLength(answer.municipalities.length);
		for (const one of answer.municipalities as {
			nis: string;
			computed: number | null;
			entered: string | null;
		}[]) {
			const row = rows.find(({ nis }) => nis === one.nis);
			expect([row?.['computed'], row?.['entered']], one.nis).toEqual([
				String(one.computed ?? ''),
				one.entered ?? ''
			]);
		}
	});
});
