import type { DivisionKey } from '#lib/domain/division.ts';
import { BASIS_POINTS } from '#lib/domain/share.ts';
import { SCENARIO } from '#lib/text/division.ts';
import type { DivisionAnswer, DivisionsAnswer } from '../api/answers/division.ts';
import type { Reference } from '../reference.ts';
import type { DivisionStanding } from '../standing/division.ts';
import type { DivisionPart, KeyDivision } from '../standing/division-keys.ts';
import type { DivisionTown } from '../standing/division-towns.ts';
import type { Moment } from '../standing/moment.ts';
import { figureJson, marksOf } from './api.ts';
import { figureColumns, table, type Column } from './tables.ts';

/** A division by one key as `/api/v1/regions/{slug}/division` gives it: whole dwellings, shares as fractions. */
export const divisionJson = (
	standing: DivisionStanding,
	facts: Reference,
	moment: Moment
): DivisionAnswer => ({
	...questionJson(standing, moment),
	...keyJson(standing, standing.chosen, facts)
});

/** Every key side by side, as `/api/v1/regions/{slug}/divisions` gives it. */
export const divisionsJson = (
	standing: DivisionStanding,
	facts: Reference,
	moment: Moment
): DivisionsAnswer => ({
	...questionJson(standing, moment),
	before: spreadJson(standing.before),
	keys: standing.keys.map((key) => keyJson(standing, key, facts))
});

function questionJson(standing: DivisionStanding, moment: Moment) {
	const { region, scenario, rule, shortfall, householdsOn } = standing;
	return {
		slug: region.slug,
		name: region.name,
		scenario: SCENARIO,
		on: moment.on,
		known: moment.known,
		goal: rule.goal / BASIS_POINTS,
		by: scenario.by,
		householdsOn,
		...(standing.leftOut.length > 0 && { leftOut: standing.leftOut.map((one) => one.nis) }),
		...(standing.unusedBounds.length > 0 && { unusedBounds: standing.unusedBounds }),
		shortfall: shortfall.value,
		...marksOf(shortfall)
	};
}

function keyJson({ rule }: DivisionStanding, division: KeyDivision, facts: Reference) {
	const { key, reason, parts, unassigned, assigned, spread } = division;
	return {
		key,
		...(key === 'capped-households' && { cap: rule.cap / BASIS_POINTS }),
		...(key === 'weighted' && { weights: rule.weights }),
		...(reason && { reason }),
		parts: parts.map((part) => partJson(part, facts)),
		assigned: assigned.value,
		unassigned: unassigned.value,
		after: spreadJson(spread)
	};
}

const partJson = (part: DivisionPart, facts: Reference) => ({
	nis: part.municipality.nis,
	name: part.municipality.name,
	dwellings: part.dwellings.value,
	...marksOf(part.dwellings),
	...(part.bounds.min !== null && { min: part.bounds.min }),
	...(part.bounds.max !== null && { max: part.bounds.max }),
	perYear: part.perYear.value,
	pipeline: figureJson(part.pipeline, facts),
	leftOfObjective: figureJson(part.toRealise, facts),
	stock: figureJson(part.stock, facts),
	households: figureJson(part.households, facts),
	share: figureJson(part.share, facts)
});

const spreadJson = ({ elsewhere, gini }: KeyDivision['spread']) => ({
	dwellingsElsewhere: elsewhere.value,
	gini: gini.value
});

/** What is asked and what it comes to, which holds for the region. */
const questionColumns = ({ rule, scenario, shortfall }: DivisionStanding): Column<unknown>[] => [
	['goal', () => rule.goal / BASIS_POINTS],
	['by', () => scenario.by],
	['shortfall', () => shortfall.value]
];

const markColumns = (moment: Moment): Column<unknown>[] => [
	['scenario', () => SCENARIO],
	['on', () => moment.on],
	['known', () => moment.known]
];

const nameColumns: Column<DivisionTown>[] = [
	['nis', (row) => row.municipality.nis],
	['name', (row) => row.municipality.name]
];

const holdingColumns: Column<DivisionTown>[] = [
	...figureColumns<DivisionTown>('stock', (row) => row.stock),
	...figureColumns<DivisionTown>('households', (row) => row.households),
	['households_date', (row) => row.households.date]
];

/** What a division is set against, whatever the key. */
const besideColumns: Column<DivisionTown>[] = [
	['min', (row) => row.bounds.min],
	['max', (row) => row.bounds.max],
	...figureColumns<DivisionTown>('pipeline', (row) => row.pipeline),
	...figureColumns<DivisionTown>('left_of_objective', (row) => row.toRealise)
];

/** A division by one key, one row for each municipality; what holds for the region stands in every row. */
export function divisionTable(standing: DivisionStanding, moment: Moment) {
	const { chosen } = standing;
	return table<DivisionPart>(
		[
			...nameColumns,
			...figureColumns<DivisionPart>('dwellings', (row) => row.dwellings),
			...holdingColumns,
			...figureColumns<DivisionPart>('share', (row) => row.share),
			['key', () => chosen.key],
			...questionColumns(standing),
			['unassigned', () => chosen.unassigned.value],
			['reason', () => chosen.reason],
			...markColumns(moment),
			...besideColumns,
			['per_year', (row) => row.perYear.value],
			['dwellings_elsewhere', () => chosen.spread.elsewhere.value],
			['gini', () => chosen.spread.gini.value]
		],
		chosen.parts
	);
}

/** Every key side by side, one row for each municipality; the columns of a key bear its name. */
export const divisionsTable = (standing: DivisionStanding, moment: Moment) =>
	table<DivisionTown>(
		[
			...nameColumns,
			...holdingColumns,
			...besideColumns,
			['least', (row) => row.range?.least.dwellings ?? null],
			['least_keys', (row) => row.range?.least.keys.join(' ') ?? null],
			['most', (row) => row.range?.most.dwellings ?? null],
			['most_keys', (row) => row.range?.most.keys.join(' ') ?? null],
			...standing.keys.flatMap(keyColumns),
			['status', () => standing.shortfall.status],
			['dwellings_elsewhere_before', () => standing.before.elsewhere.value],
			['gini_before', () => standing.before.gini.value],
			...questionColumns(standing),
			...markColumns(moment)
		],
		standing.towns
	);

/** The column with why a key cannot divide; `households_reason` is of the households themselves. */
const reasonColumn = (key: DivisionKey): string =>
	key === 'households' ? 'households_key_reason' : `${key.replaceAll('-', '_')}_reason`;

function keyColumns(division: KeyDivision): Column<DivisionTown>[] {
	const name = division.key.replaceAll('-', '_');
	const byCode = new Map(division.parts.map((part) => [part.municipality.nis, part]));
	const part = (row: DivisionTown) => byCode.get(row.municipality.nis);
	return [
		[`${name}_dwellings`, (row) => part(row)?.dwellings.value ?? null],
		[`${name}_share`, (row) => part(row)?.share.value ?? null],
		[`${name}_per_year`, (row) => part(row)?.perYear.value ?? null],
		[`${name}_unassigned`, () => division.unassigned.value],
		[`${name}_dwellings_elsewhere`, () => division.spread.elsewhere.value],
		[`${name}_gini`, () => division.spread.gini.value],
		[reasonColumn(division.key), () => division.reason]
	];
}
