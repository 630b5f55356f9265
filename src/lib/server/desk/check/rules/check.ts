import type { Day } from '#lib/domain/dates.ts';
import type { Findings, Place } from '../../findings/findings.ts';
import type { RuleValue } from '../../read/rule-cells.ts';
import { checkMembers } from './check-members.ts';
import { keyOf, sameValues } from '../../read/rule-key.ts';
import type { RuleRow, RuleRows } from '../../read/rules-read.ts';
import { ROW_CHECKS } from './row-checks.ts';
import {
	GOALS,
	MEMBERS,
	REGIMES,
	REGIONS,
	ROUNDS,
	type RuleTable
} from '../../read/rule-tables.ts';
import { text, type Refuse, type World } from './world.ts';

/**
 * Fills in what may be left blank, leaves out what a sheet repeats, and holds every row against the others and against what
 * is known; what does not fit becomes a finding.
 */
export function checkRules(
	read: RuleRows,
	facts: World['facts'],
	findings: Findings
): Map<RuleTable, RuleRow[]> {
	const rows = new Map<RuleTable, RuleRow[]>();
	for (const [table, all] of read)
		rows.set(table, once(table, all.map(completed(table)), findings));
	const of = (table: RuleTable): readonly RuleRow[] => rows.get(table) ?? [];
	const world = worldOf(rows, facts, findings);
	for (const [table, check] of ROW_CHECKS) for (const row of of(table)) check(row, world);
	checkMembers(of(MEMBERS), world);
	for (const row of of(REGIONS)) askMembers(row, of(MEMBERS), world, findings);
	for (const row of of(ROUNDS)) askAboveOne(row, findings);
	return rows;
}

/** What is known with what the file brings. */
function worldOf(
	rows: ReadonlyMap<RuleTable, readonly RuleRow[]>,
	facts: World['facts'],
	findings: Findings
): World {
	const of = (table: RuleTable) => (rows.get(table) ?? []).map(({ values }) => values);
	return {
		facts,
		regions: new Map([
			...[...facts.regions.values()].map((one): [string, string] => [one.slug, one.code]),
			...of(REGIONS).map((one): [string, string] => [text(one['slug']), text(one['code'])])
		]),
		rounds: new Map([
			...facts.testRounds.map((one): [number, Day] => [one.year, one.measuredOn]),
			...of(ROUNDS).map((one): [number, Day] => [Number(one['year']), text(one['measured_on'])])
		]),
		schemes: new Set([
			...facts.schemes.map(({ code }) => code),
			...of(REGIMES).map((one) => text(one['code']))
		]),
		refuse: refuser(rows, findings)
	};
}

/** A row with what its blank cells stand for. */
export const completed =
	(table: RuleTable) =>
	(row: RuleRow): RuleRow => {
		const { values } = row;
		if (table === REGIONS)
			return { ...row, values: { ...values, code: values['code'] ?? values['slug'] ?? null } };
		if (table !== GOALS || values['kind'] === 'new_building') return row;
		return {
			...row,
			values: {
				...values,
				numerator: values['numerator'] ?? 'stock_b',
				denominator: values['denominator'] ?? 'households'
			}
		};
	};

/** Each thing once: a sheet may repeat a region beside each of its members, and says the same each time. */
function once(table: RuleTable, rows: readonly RuleRow[], findings: Findings): RuleRow[] {
	const first = new Map<string, RuleRow>();
	return rows.filter((row) => {
		const key = keyOf(table, row.values);
		const other = first.get(key);
		if (!other) return first.set(key, row);
		if (row.repeated && sameValues(table, row.values, other.values)) return false;
		const { sheet } = row;
		findings.block(
			'duplicate',
			{ sheet, row: row.row, column: headerOf(table, table.key[0] ?? '') },
			{
				value: table.key.map((name) => text(row.values[name])).join(' '),
				expected: `one row for each ${table.counted[0]}`,
				message: `Row ${other.row} already speaks of this ${table.counted[0]}${row.repeated ? ', and says something else' : ''}.`
			}
		);
		return false;
	});
}

const headerOf = ({ columns }: RuleTable, field: string): string =>
	columns.find((column) => column.field === field)?.header ?? field;

function refuser(rows: ReadonlyMap<RuleTable, readonly RuleRow[]>, findings: Findings): Refuse {
	const tableOf = new Map(
		[...rows].flatMap(([table, own]) => own.map((row) => [row, table] as const))
	);
	return (row, field, code, expected, message) => {
		const table = tableOf.get(row);
		const place = placeOf(row, table ? headerOf(table, field) : field);
		findings.block(code, place, {
			value: shown(table, field, row.values[field]),
			expected,
			message
		});
	};
}

const placeOf = ({ sheet, row }: RuleRow, column: string): Place => ({ sheet, row, column });

/** The value as the file writes it. */
const shown = (table: RuleTable | undefined, field: string, value: RuleValue | undefined) =>
	table?.columns.find((column) => column.field === field)?.cell.write(value ?? null) ?? null;

/** A new region that nobody belongs to shows nothing. */
function askMembers(
	row: RuleRow,
	members: readonly RuleRow[],
	{ facts }: World,
	findings: Findings
): void {
	const slug = text(row.values['slug']);
	const has = members.some(({ values }) => values['region'] === slug);
	if (has || (facts.memberships.get(slug) ?? []).length > 0) return;
	findings.ask('region_without_members', placeOf(row, 'region'), {
		value: slug,
		expected: 'rows with region, nis_code and valid_from in the same file',
		message: `The region ${slug} has no members.`
	});
}

const WHOLE = 10_000;

/** With what is planned a threshold above the whole objective can be meant; seldom it is. */
function askAboveOne(row: RuleRow, findings: Findings): void {
	const threshold = Number(row.values['threshold_with_planned'] ?? 0);
	if (threshold <= WHOLE) return;
	findings.ask('threshold_above_one', placeOf(row, 'threshold_with_planned'), {
		value: threshold / WHOLE,
		expected: 'at most 1',
		message: 'The threshold asks more than the whole objective.'
	});
}
