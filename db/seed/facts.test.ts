import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import type { Facts } from './fact-rows.ts';
import { PRACTICE_PUBLICATION_ID } from './facts.ts';
import { facts, knownFrom, membersOn } from '../../tests/support/facts.ts';

test('each list has as many rows as the facts that were compiled', () => {
	const sizes = Object.entries(facts).map(([name, rows]) => [name, (rows as unknown[]).length]);
	expect(Object.fromEntries(sizes)).toMatchObject({
		municipalities: 327,
		successions: 43,
		neighbours: 2369,
		regions: 183,
		memberships: 2849,
		schemes: 6,
		objectives: 69,
		regionObjectives: 17,
		testRounds: 7,
		testResults: 27,
		goals: 2,
		cooperation: 49
	});
});

test('the README counts the regions that there are', async () => {
	const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8');
	expect(readme).toContain(`${facts.regions.length} regions with dated members`);
});

test('a membership that ends with a merger passes to the successor, unless that lies in another such area', () => {
	const left = facts.memberships.filter(({ region, nis_code, valid_to }) => {
		const next = facts.successions.find(
			(one) => one.predecessor === nis_code && one.effective_on > (valid_to ?? '9999-12-31')
		);
		return next && valid_to && !membersOn(region, next.effective_on).includes(next.successor);
	});
	expect(left.map(({ region, nis_code }) => `${region} ${nis_code}`)).toEqual([
		'provincie-antwerpen 11056',
		'wm-antwerpen-zuidrand 11007',
		'arrondissement-antwerpen 11056',
		'arrondissement-gent 44045',
		'arrondissement-hasselt 71047',
		'arrondissement-tongeren 73040'
	]);
});

const ids = new Set(facts.publications.map(({ id }) => id));

test('every row names a publication that exists, below the ids of practice figures and imports', () => {
	for (const row of Object.values(facts).flat() as object[]) {
		if ('publication_id' in row) expect(ids.has(row.publication_id as number)).toBe(true);
	}
	for (const { id, supersedes } of facts.publications) {
		expect(id).toBeLessThan(PRACTICE_PUBLICATION_ID);
		if (supersedes != null) expect(ids.has(supersedes)).toBe(true);
	}
});

test('every publication brings rows, but for those of centres and areas of municipalities', () => {
	const { publications: _, ...lists } = facts;
	const used = new Set(
		(Object.values(lists).flat() as object[]).map((row) =>
			'publication_id' in row ? row.publication_id : null
		)
	);
	const unused = facts.publications.filter(({ id }) => !used.has(id)).map(({ id }) => id);
	expect(unused).toEqual([2, 3, 5, 6]);
});

test('a publication without a day says how the day was chosen, and is not known before it is published', () => {
	for (const { id, published_on, known_from, date_note } of facts.publications) {
		expect(!!published_on || !!date_note, `publication ${id}`).toBe(true);
		expect(known_from >= (published_on ?? ''), `publication ${id}`).toBe(true);
	}
});

test('nothing is known before it is true, but for forecasts', () => {
	const figures = [...facts.observations, ...facts.regionObservations];
	const early = figures.filter(
		(one) => one.status !== 'forecast' && one.reference_date > knownFrom(one)
	);
	expect(early).toEqual([]);
	const stated = facts.objectives.filter((one) => (one.attested_on ?? '') > knownFrom(one));
	expect(stated).toEqual([]);
});

test('what a reader sees is Dutch', () => {
	const english = /\b(the|and|with|which|housing|dwellings?|company|source|municipalit\w+|year)\b/i;
	const texts = dutchTexts(facts);
	expect(texts.length).toBeGreaterThan(300);
	expect(texts.filter((text) => english.test(text))).toEqual([]);
});

function dutchTexts({ indicators: _, ...lists }: Facts): string[] {
	const shown = ['title', 'note', 'date_note', 'detail', 'item', 'legal_reference'];
	return (Object.values(lists).flat() as Record<string, unknown>[]).flatMap((row) =>
		shown.map((column) => row[column]).filter((text): text is string => typeof text === 'string')
	);
}
