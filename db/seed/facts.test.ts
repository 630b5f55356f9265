import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { addDays } from '#lib/domain/dates.ts';
import { Findings } from '#lib/server/desk/findings/findings.ts';
import { checkRules } from '#lib/server/desk/check/rules/check.ts';
import type { RuleRow } from '#lib/server/desk/read/rules-read.ts';
import {
	CATEGORIES,
	COUNTS,
	OBJECTIVES,
	REGION_OBJECTIVES,
	type RuleTable
} from '#lib/server/desk/read/rule-tables.ts';
import type { Facts } from './fact-rows.ts';
import { PRACTICE_PUBLICATION_ID } from './facts.ts';
import { START_TABLES } from './rules.ts';
import { facts, knownFrom, membersOn } from '../../tests/support/facts.ts';
import { everyPlace } from '../../tests/support/every-place.ts';

test.for([
	['municipalities', facts.municipalities],
	['regions', facts.regions],
	['memberships', facts.memberships],
	['schemes', facts.schemes],
	['scheme-rules', facts.schemeRules],
	['objectives', facts.objectives],
	['region-objectives', facts.regionObjectives],
	['test-rounds', facts.testRounds],
	['test-results', facts.testResults],
	['goals', facts.goals],
	['cooperation', facts.cooperation],
	['publications', facts.publications],
	['statements', facts.statements]
] as const)('every line of %s becomes one row', async ([name, rows]) => {
	expect(rows.length).toBeGreaterThan(0);
	expect(rows).toHaveLength((await linesOf(name)).length);
});

test.for([
	['neighbours', 'higher_neighbours', facts.neighbours],
	['successions', 'predecessors', facts.successions]
] as const)(
	'every code that a line of %s lists in %s becomes one row',
	async ([name, list, rows]) => {
		const codes = (await linesOf(name)).flatMap((line) => line[list]?.match(/\d{5}/g) ?? []);
		expect(codes.length).toBeGreaterThan(0);
		expect(rows).toHaveLength(codes.length);
	}
);

/** The lines of a file below its head, as the text that they are. */
async function linesOf(name: string): Promise<Record<string, string>[]> {
	const text = await readFile(new URL(`facts/${name}.csv`, import.meta.url), 'utf8');
	return parse<Record<string, string>>(text, { columns: true });
}

test('a membership that ends with a merger passes to the successor, unless that lies in another such area', () => {
	const left = facts.memberships.filter(({ region, nis_code, valid_to }) => {
		const next = facts.successions.find(
			(one) => one.predecessor === nis_code && one.effective_on > (valid_to ?? '9999-12-31')
		);
		return next && valid_to && !membersOn(region, next.effective_on).includes(next.successor);
	});
	const kinds = new Map(facts.regions.map(({ slug, kind }) => [slug, kind]));
	const lost = left.filter(({ region, nis_code, valid_to }) => {
		const after = addDays(valid_to ?? '', 1);
		const next = facts.successions.find((one) => one.predecessor === nis_code)?.successor ?? '';
		return !facts.regions.some(
			({ slug, kind }) => kind === kinds.get(region) && membersOn(slug, after).includes(next)
		);
	});
	expect(left.length).toBeGreaterThan(0);
	expect(lost).toEqual([]);
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

test('every publication brings rows, or says that centres or areas of municipalities come from it', () => {
	const { publications: _, ...lists } = facts;
	const used = new Set(
		(Object.values(lists).flat() as object[]).map((row) =>
			'publication_id' in row ? row.publication_id : null
		)
	);
	const unused = facts.publications.filter(({ id }) => !used.has(id));
	expect(unused.filter(({ note }) => !/middelpunt|oppervlakte/.test(note ?? ''))).toEqual([]);
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

test('the rules of the start data set hold against what an import is held against', async () => {
	const byTable = START_TABLES.map(({ list, table }) => {
		const values = facts[list] as unknown as RuleRow['values'][];
		const rows = values.map((one, at) => ({
			sheet: list,
			row: at + 2,
			values: one,
			repeated: false
		}));
		return [table, rows] as const;
	});
	const findings = new Findings();
	const known = {
		places: await everyPlace(),
		regions: new Map(),
		memberships: new Map(),
		testRounds: [],
		schemes: []
	};
	checkRules(new Map(byTable.filter(([table]) => !BESIDE.includes(table))), known, findings);
	expect(findings.list().filter(({ level }) => level === 'block')).toEqual([]);
});

/** Tables in which several sources of the start data set say the same side by side. */
const BESIDE: readonly RuleTable[] = [COUNTS, CATEGORIES, OBJECTIVES, REGION_OBJECTIVES];
