import type { Day } from '#lib/domain/dates.ts';
import type { Reference } from '../../reference.ts';
import type { Findings, Place } from '../findings.ts';
import type { CodeOf } from '../rules.ts';
import type { RuleValue } from './cells.ts';
import { checkMembers } from './check-members.ts';
import { keyOf, sameValues } from './key.ts';
import type { RuleRow, RuleRows } from './read.ts';
import {
	CATEGORIES,
	COUNTS,
	GOALS,
	MEMBERS,
	OBJECTIVES,
	REGION_OBJECTIVES,
	REGIME_DATES,
	REGIME_RULES,
	REGIMES,
	REGIONS,
	ROUNDS,
	type RuleTable
} from './tables.ts';

/** What rules are held against: what is known, and what the file itself brings. */
export interface World {
	facts: Pick<Reference, 'places' | 'regions' | 'memberships' | 'testRounds' | 'schemes'>;
	/** Slugs with their code in the source. */
	regions: ReadonlyMap<string, string>;
	/** Day on which each round is measured, by year. */
	rounds: ReadonlyMap<number, Day>;
	/** Codes of the regimes. */
	schemes: ReadonlySet<string>;
	refuse: Refuse;
}

/** Tells what is wrong with one field of a row. */
export type Refuse = (
	row: RuleRow,
	field: string,
	code: CodeOf<'block'>,
	expected: string,
	message: string
) => void;

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
	const field = (table: RuleTable, name: string) => of(table).map(({ values }) => values[name]);
	const world: World = {
		facts,
		regions: new Map([
			...[...facts.regions.values()].map((one): [string, string] => [one.slug, one.code]),
			...of(REGIONS).map(({ values }): [string, string] => [
				text(values['slug']),
				text(values['code'])
			])
		]),
		rounds: new Map([
			...facts.testRounds.map((one): [number, Day] => [one.year, one.measuredOn]),
			...of(ROUNDS).map(({ values }): [number, Day] => [
				Number(values['year']),
				text(values['measured_on'])
			])
		]),
		schemes: new Set([
			...facts.schemes.map(({ code }) => code),
			...field(REGIMES, 'code').map(text)
		]),
		refuse: refuser(rows, findings)
	};
	for (const [table, check] of CHECKS) for (const row of of(table)) check(row, world);
	checkMembers(of(MEMBERS), world);
	for (const row of of(REGIONS)) askMembers(row, of(MEMBERS), world, findings);
	for (const row of of(ROUNDS)) askAboveOne(row, findings);
	return rows;
}

export const text = (value: RuleValue | undefined): string => String(value ?? '');

/** What a blank cell stands for. */
const completed =
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

type Check = (row: RuleRow, world: World) => void;

const inTurn =
	(...checks: readonly Check[]): Check =>
	(row, world) =>
		checks.forEach((check) => check(row, world));

const knownRegion: Check = (row, { regions, refuse }) => {
	const slug = text(row.values['region']);
	if (regions.has(slug)) return;
	const expected = 'a region that is known, or that stands in the same file';
	refuse(row, 'region', 'unknown_region', expected, `The region ${slug} is not known.`);
};

const knownRound: Check = (row, { rounds, refuse }) => {
	const year = Number(row.values['year']);
	if (rounds.has(year)) return;
	const expected = `one of ${[...rounds.keys()].join(', ')}, or a round in the same file`;
	refuse(row, 'year', 'unknown_round', expected, `The progress test of ${year} is not known.`);
};

const knownScheme: Check = (row, { schemes, refuse }) => {
	const code = text(row.values['scheme']);
	if (schemes.has(code)) return;
	const expected = `one of ${[...schemes].join(', ')}, or a regime in the same file`;
	refuse(row, 'scheme', 'unknown_scheme', expected, `There is no regime ${code}.`);
};

/** The municipality exists, on the day that the row is about where it is about one. */
export const knownMunicipality =
	(dayOf: (row: RuleRow, world: World) => Day | null): Check =>
	(row, world) => {
		const { facts, refuse } = world;
		const nis = text(row.values['nis_code']);
		const town = facts.places.byCode.get(nis);
		const expected = 'the NIS code of a Flemish municipality';
		if (!town)
			return refuse(
				row,
				'nis_code',
				'unknown_municipality',
				expected,
				`${nis} is not a Flemish municipality of any known structure.`
			);
		const on = dayOf(row, world);
		if (on === null || facts.places.inForce(nis, on)) return;
		const code = on < town.validFrom ? 'future_municipality' : 'ended_municipality';
		refuse(
			row,
			'nis_code',
			code,
			`a municipality of ${on}`,
			`${nis} ${town.name} does not exist on ${on}.`
		);
	};

/** The last day does not come before the first. */
export const inOrder =
	(first: string, last: string): Check =>
	(row, { refuse }) => {
		const [from, to] = [row.values[first], row.values[last]];
		if (typeof from !== 'string' || typeof to !== 'string' || from <= to) return;
		refuse(row, last, 'period_reversed', `a day from ${from} on`, `${to} comes before ${from}.`);
	};

const round: Check = (row, { refuse }) => {
	const { year, measured_on: on, threshold_realised, threshold_with_planned } = row.values;
	const due = `${Number(year) - 1}-12-31`;
	if (on !== due)
		refuse(
			row,
			'measured_on',
			'year_off_by_one',
			due,
			`The test of ${text(year)} is measured on ${due}.`
		);
	if ((threshold_realised === null) !== (threshold_with_planned === null))
		refuse(
			row,
			threshold_realised === null ? 'threshold_realised' : 'threshold_with_planned',
			'thresholds_incomplete',
			'both thresholds, or none',
			'Only one of the two thresholds is given.'
		);
	if (
		threshold_with_planned !== null &&
		Number(threshold_with_planned) < Number(threshold_realised)
	)
		refuse(
			row,
			'threshold_with_planned',
			'thresholds_incomplete',
			'at least the threshold of what is realised',
			'What is planned comes on top of what is realised: its threshold cannot be lower.'
		);
};

const goal: Check = (row, { refuse }) => {
	const { kind, share_basis_points: share, base_date: base } = row.values;
	const needs = kind === 'hold_share' ? 'base_date' : 'share_basis_points';
	if (row.values[needs] === null)
		refuse(
			row,
			needs,
			'goal_incomplete',
			kind === 'hold_share' ? 'the day of which the share is held' : 'a share, such as 0.12',
			`A goal of the kind ${text(kind)} needs it.`
		);
	if (kind === 'hold_share' && share !== null)
		refuse(
			row,
			'share_basis_points',
			'goal_incomplete',
			'a blank cell',
			'The share to hold is that of the base date.'
		);
	if (kind !== 'hold_share' && base !== null)
		refuse(
			row,
			'base_date',
			'goal_incomplete',
			'a blank cell',
			'Only a share that is held has a base date.'
		);
	if (kind === 'new_building' && row.values['numerator'] !== null)
		refuse(
			row,
			'numerator',
			'goal_incomplete',
			'a blank cell',
			'A norm for new building is a part of each project, not of the stock.'
		);
};

/** No other region has the code. */
const ownCode: Check = (row, { facts, refuse }) => {
	const { slug, code } = row.values;
	const other = [...facts.regions.values()].find((one) => one.code === code && one.slug !== slug);
	if (other)
		refuse(
			row,
			'code',
			'duplicate',
			'a code of its own',
			`${other.name} has the code ${text(code)}.`
		);
};

const withValue: Check = (row, { refuse }) => {
	const { value, status } = row.values;
	if (value !== null || status === 'none' || status === 'provisional') return;
	refuse(
		row,
		'value',
		'value_missing',
		'a number of homes',
		`An objective that is ${text(status)} has a number.`
	);
};

const nowhere = (): null => null;

const CHECKS: readonly (readonly [RuleTable, Check])[] = [
	[REGIMES, inOrder('starts_on', 'deadline')],
	[REGIME_RULES, knownScheme],
	[REGIME_DATES, knownScheme],
	[REGIONS, inTurn(inOrder('valid_from', 'valid_to'), ownCode)],
	[
		MEMBERS,
		inTurn(
			knownRegion,
			knownMunicipality(({ values }) => text(values['valid_from'])),
			inOrder('valid_from', 'valid_to')
		)
	],
	[GOALS, inTurn(knownRegion, inOrder('holds_from', 'deadline'), goal)],
	[ROUNDS, round],
	[
		CATEGORIES,
		inTurn(
			knownRound,
			knownMunicipality(({ values }, { rounds }) => rounds.get(Number(values['year'])) ?? null)
		)
	],
	[COUNTS, knownRound],
	[OBJECTIVES, inTurn(knownScheme, knownMunicipality(nowhere), withValue)],
	[REGION_OBJECTIVES, inTurn(knownScheme, knownRegion)]
];

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
