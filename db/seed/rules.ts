import { readFile } from 'node:fs/promises';
import { Findings } from '#lib/server/desk/findings/findings.ts';
import { openTables } from '#lib/server/desk/bytes/open-tables.ts';
import { optional, whole } from '#lib/server/desk/read/rule-cells.ts';
import { completed } from '#lib/server/desk/check/rules/check.ts';
import { readRules } from '#lib/server/desk/read/rules-read.ts';
import {
	CALENDAR,
	CATEGORIES,
	COUNTS,
	GOALS,
	GROUP_PARTS,
	LAW_STATEMENTS,
	MEMBERS,
	MENTIONS,
	OBJECTIVES,
	REGION_OBJECTIVES,
	REGIME_DATES,
	REGIME_RULES,
	REGIMES,
	REGIONS,
	ROUNDS,
	type RuleColumn,
	type RuleTable
} from '#lib/server/desk/read/rule-tables.ts';
import { bytesSource, inspect } from '#lib/server/desk/bytes/source.ts';
import type { Facts } from './fact-rows.ts';
import { number, readTable, word } from './table.ts';

/** The tables of rules of the start data set: files of the layouts of an import, each row with the number of its source. */
export const START_TABLES = [
	{ list: 'schemes', file: 'schemes', table: REGIMES },
	{ list: 'schemeRules', file: 'scheme-rules', table: REGIME_RULES },
	{ list: 'schemeDates', file: 'scheme-dates', table: REGIME_DATES },
	{ list: 'lawStatements', file: 'law-statements', table: LAW_STATEMENTS },
	{ list: 'regions', file: 'regions', table: REGIONS },
	{ list: 'memberships', file: 'memberships', table: MEMBERS },
	{ list: 'goals', file: 'goals', table: GOALS },
	{ list: 'testRounds', file: 'test-rounds', table: ROUNDS },
	{ list: 'testResults', file: 'test-results', table: CATEGORIES },
	{ list: 'testCounts', file: 'test-counts', table: COUNTS },
	{ list: 'objectives', file: 'objectives', table: OBJECTIVES },
	{ list: 'regionObjectives', file: 'region-objectives', table: REGION_OBJECTIVES },
	{ list: 'targetGroups', file: 'target-groups', table: GROUP_PARTS },
	{ list: 'mentions', file: 'mentions', table: MENTIONS },
	{ list: 'calendar', file: 'release-calendar', table: CALENDAR }
] as const satisfies { list: keyof Facts; file: string; table: RuleTable }[];

type RuleList = (typeof START_TABLES)[number]['list'];

/** The rules of the start data set: rows ready to insert. */
export type Rules = Pick<Facts, RuleList>;

const SOURCE: RuleColumn = {
	header: 'publication_id',
	field: 'publication_id',
	cell: whole(1, 999),
	required: true,
	about: 'nummer van de publicatie'
};

/**
 * Reads the rules of the start data set, as an import reads them.
 * @throws Error that names file, line and column when a cell cannot be read
 */
export async function readStartRules(): Promise<Rules> {
	const lists = await Promise.all(
		START_TABLES.map(async ({ list, file, table }) => [list, await readStart(file, table)])
	);
	return Object.fromEntries(lists) as Rules;
}

async function readStart(file: string, table: RuleTable) {
	const bytes = await readFile(new URL(`facts/${file}.csv`, import.meta.url));
	const source = bytesSource(`${file}.csv`, bytes);
	const findings = new Findings();
	const { tables } = await openTables(source, await inspect(source));
	const rows = await readRules(tables, findings, [
		table === CALENDAR ? { ...SOURCE, cell: optional(SOURCE.cell) } : SOURCE
	]);
	const [wrong] = findings.list();
	if (wrong) throw new Error(`${file}, line ${wrong.row}, ${wrong.column}: ${wrong.message}`);
	return (rows.get(table) ?? []).map(completed(table)).map(({ values }) => values);
}

/** The statements in words about reaching the objective: only the practice figures use them. */
export const readStatements = (): Promise<Facts['statements']> =>
	readTable<Facts['statements'][number]>('statements', {
		publication_id: number,
		place: word,
		stated_on: word,
		says: word
	});
