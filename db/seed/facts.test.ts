import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { addDays } from '#lib/domain/dates.ts';
import { Findings } from '#lib/server/desk/findings/findings.ts';
import { checkRules } from '#lib/server/desk/check/rules/check.ts';
import { keyOf } from '#lib/server/desk/read/rule-key.ts';
import type { RuleRow } from '#lib/server/desk/read/rules-read.ts';
import type { Facts } from './fact-rows.ts';
import { PRACTICE_PUBLICATION_ID } from './facts.ts';
import { START_TABLES } from './rules.ts';
import { laterDays } from '../../tests/support/dated-words.ts';
import { doubles, facts, knownFrom, membersOn } from '../../tests/support/facts.ts';
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
	['mentions', facts.mentions],
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
		if ('publication_id' in row && row.publication_id !== null)
			expect(ids.has(row.publication_id as number)).toBe(true);
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
	const mentioned = facts.mentions.filter(
		({ kind, ...one }) => !/^(expected|aim)$/.test(kind) && (one.true_on ?? '') > knownFrom(one)
	);
	expect(mentioned).toEqual([]);
});

test('no publisher is a person: an office, a body or a newspaper says it', () => {
	const names = /(geypen|claeys|copp[eé]|lefevre|keulen|biets|coppens|bekaert|de bondt)/i;
	const shown = facts.publications.filter(({ publisher, title }) =>
		names.test(`${publisher} ${title}`)
	);
	expect(shown).toEqual([]);
});

test('what is doubtful says why', () => {
	expect(facts.mentions.filter((one) => one.provisional && one.says.length < 12)).toEqual([]);
});

test('what a reader sees is Dutch', () => {
	const english = /\b(the|and|with|which|housing|dwellings?|company|source|municipalit\w+|year)\b/i;
	const texts = dutchTexts(facts);
	expect(texts.length).toBeGreaterThan(300);
	expect(texts.filter((text) => english.test(text))).toEqual([]);
});

function dutchTexts({ indicators: _, ...lists }: Facts): string[] {
	const shown = ['title', 'note', 'date_note', 'detail', 'item', 'legal_reference', 'says'];
	return (Object.values(lists).flat() as Record<string, unknown>[]).flatMap((row) =>
		shown.map((column) => row[column]).filter((text): text is string => typeof text === 'string')
	);
}

const rulesByTable = START_TABLES.map(({ list, table }) => {
	const values = facts[list] as unknown as RuleRow['values'][];
	return { list, table, values };
});

test('the rules of the start data set hold against what an import is held against', async () => {
	const byTable = rulesByTable.map(({ list, table, values }) => {
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
	checkRules(new Map(byTable), known, findings);
	// Of several sources each is a file of its own.
	const wrong = findings
		.list()
		.filter(({ level, code }) => level === 'block' && code !== 'duplicate');
	expect(wrong).toEqual([]);
});

test.for(rulesByTable)('a source says a thing of $list once', ({ table, values }) => {
	const key = ['publication_id', ...table.key];
	expect(doubles(values, (row) => key.map((field) => row[field]))).toEqual([]);
});

test('what several sources say of a rule stands in the order in which they became known', () => {
	const lists = rulesByTable.filter(({ list }) => /^(scheme|law|goals|testRounds)/.test(list));
	for (const { list, table, values } of lists)
		for (const same of Map.groupBy(values, (row) => keyOf(table, row)).values()) {
			const days = same.map((row) => knownFrom({ publication_id: Number(row['publication_id']) }));
			expect(days, list).toEqual(days.toSorted());
		}
});

test('no note on a figure or an objective tells of a day after its source became known', () => {
	const planned = new Set(facts.schemes.flatMap(({ deadline }) => deadline ?? []));
	const rows = [
		...facts.observations,
		...facts.regionObservations,
		...facts.objectives,
		...facts.regionObjectives,
		...facts.testCounts,
		...facts.testResults,
		...facts.testRounds
	];
	const told = [...rows, ...facts.mentions.map((row) => ({ ...row, note: row.says }))];
	const early = told.filter((row) => laterDays(row.note ?? '', knownFrom(row), planned).length > 0);
	expect(early.map(({ publication_id, note }) => [publication_id, note])).toEqual([]);
});
