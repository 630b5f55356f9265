import { DIVISION_KEYS, type DivisionKey } from '#lib/domain/division.ts';
import { BASIS_POINTS } from '#lib/domain/share.ts';
import type { DivisionStanding } from '#lib/server/standing/division.ts';
import type { DivisionPart, KeyDivision } from '#lib/server/standing/division-keys.ts';
import type { DivisionTown } from '#lib/server/standing/division-towns.ts';
import { SCENARIO } from '#lib/text/division.ts';
import { field, figure, type Column } from './column.ts';
import { maybeWord, spaced, word, type Quantity, type Value } from './field.ts';
import { householdsDate, moment, QUANTITIES, town, type AtMoment } from './quantities.ts';

/** What is asked and what it comes to, which holds for the region and stands in every row. */
export interface Divided extends AtMoment {
	standing: DivisionStanding;
}

const always = (
	name: string,
	meaning: string,
	of: (standing: DivisionStanding) => Value
): Column<unknown, Divided> => field(name, 'number?', meaning, (_, { standing }) => of(standing));

const question: readonly Column<unknown, Divided>[] = [
	field(
		'goal',
		'number',
		'Share to reach, a fraction.',
		(_, { standing }) => standing.rule.goal / BASIS_POINTS
	),
	field('by', 'date', 'Day by which.', (_, { standing }) => standing.scenario.by),
	always(
		'shortfall',
		'Dwellings short of the goal of the region; blank when unknown.',
		(standing) => standing.shortfall.value
	)
];

/** That a row is a scenario, and of when. */
export const scenario: readonly Column<unknown, AtMoment>[] = [
	field('scenario', 'text', 'That this is a scenario and no decision, in Dutch.', () => SCENARIO),
	...moment
];

const name = town<DivisionTown>((row) => row.municipality);

const LEFT_OF_OBJECTIVE: Quantity = {
	name: 'left_of_objective',
	unit: 'dwellings',
	about: '',
	meaning: 'Dwellings left of its own objective; negative is beyond.'
};
const DWELLINGS: Quantity = {
	name: 'dwellings',
	unit: 'dwellings',
	about: '',
	meaning: 'Whole dwellings on top of the stock.'
};

const holding: readonly Column<DivisionTown>[] = [
	figure(QUANTITIES.stock, (row) => row.stock),
	figure(QUANTITIES.households, (row) => row.households),
	householdsDate()
];

/** What a division is set against, whatever the key. */
const beside: readonly Column<DivisionTown>[] = [
	field(
		'min',
		'number?',
		'The least that was asked for it, dwellings; blank when not asked.',
		(row) => row.bounds.min
	),
	field(
		'max',
		'number?',
		'The most that was asked for it, dwellings; blank when not asked.',
		(row) => row.bounds.max
	),
	figure(QUANTITIES.pipeline, (row) => row.pipeline),
	figure(LEFT_OF_OBJECTIVE, (row) => row.toRealise)
];

/** A division by one key, a row for each municipality. */
export const division: readonly Column<DivisionPart, Divided>[] = [
	...name,
	figure<DivisionPart>(DWELLINGS, (row) => row.dwellings),
	...holding,
	figure(QUANTITIES.share, (row) => row.share),
	field('key', word('DivisionKey'), 'The rule.', (_, { standing }) => standing.chosen.key),
	...question,
	always(
		'unassigned',
		'Dwellings that the rule leaves to nobody; blank when nothing can be divided.',
		({ chosen }) => chosen.unassigned.value
	),
	field(
		'reason',
		maybeWord('Undivided'),
		'Why the rule cannot divide; else blank.',
		(_, { standing }) => standing.chosen.reason
	),
	...scenario,
	...beside,
	field(
		'per_year',
		'number?',
		'Dwellings a year; blank when nothing can be divided or no year is left.',
		(row) => row.perYear.value
	),
	always(
		'dwellings_elsewhere',
		'Spread once the dwellings stand; blank when undefined.',
		({ chosen }) => chosen.spread.elsewhere.value
	),
	always(
		'gini',
		'Gini coefficient once the dwellings stand; blank when undefined.',
		({ chosen }) => chosen.spread.gini.value
	)
];

/** What one key does, in columns that bear its name. */
function ofKey(key: DivisionKey): readonly Column<DivisionTown, Divided>[] {
	const slug = key.replaceAll('-', '_');
	const divided = ({ keys }: DivisionStanding) => keys.find((one) => one.key === key);
	const part = ({ municipality: { nis } }: DivisionTown, { standing }: Divided) =>
		divided(standing)?.parts.find((one) => one.municipality.nis === nis);
	const own = (what: string, meaning: string, of: (part: DivisionPart) => number | null) =>
		field<DivisionTown, Divided>(`${slug}_${what}`, 'number?', meaning, (row, whole) => {
			const found = part(row, whole);
			return found ? of(found) : null;
		});
	const together = (what: string, meaning: string, of: (one: KeyDivision) => number | null) =>
		always(`${slug}_${what}`, meaning, (standing) => {
			const found = divided(standing);
			return found ? of(found) : null;
		});
	return [
		own(
			'dwellings',
			`Dwellings by \`${key}\`; blank when nothing can be divided.`,
			(one) => one.dwellings.value
		),
		own(
			'share',
			`Share then by \`${key}\`, a fraction; blank when unknown.`,
			(one) => one.share.value
		),
		own(
			'per_year',
			`Dwellings a year by \`${key}\`; blank when unknown.`,
			(one) => one.perYear.value
		),
		together(
			'unassigned',
			`What \`${key}\` leaves to nobody; blank when unknown.`,
			(one) => one.unassigned.value
		),
		together(
			'dwellings_elsewhere',
			`Spread after \`${key}\`; blank when undefined.`,
			(one) => one.spread.elsewhere.value
		),
		together(
			'gini',
			`Gini coefficient after \`${key}\`; blank when undefined.`,
			(one) => one.spread.gini.value
		),
		field(
			reasonName(key),
			maybeWord('Undivided'),
			`Why \`${key}\` cannot divide; else blank.`,
			(_, { standing }) => divided(standing)?.reason ?? null
		)
	];
}

/** Why a key cannot divide; `households_reason` is of the households themselves. */
const reasonName = (key: DivisionKey): string =>
	key === 'households' ? 'households_key_reason' : `${key.replaceAll('-', '_')}_reason`;

/** Every key side by side, a row for each municipality. */
export const divisions: readonly Column<DivisionTown, Divided>[] = [
	...name,
	...holding,
	...beside,
	field(
		'least',
		'number?',
		'Fewest dwellings by any rule; blank when none divides.',
		(row) => row.range?.least.dwellings ?? null
	),
	field(
		'least_keys',
		'text?',
		spaced('The rules that give it'),
		(row) => row.range?.least.keys.join(' ') ?? null
	),
	field(
		'most',
		'number?',
		'Most dwellings by any rule; blank when none divides.',
		(row) => row.range?.most.dwellings ?? null
	),
	field(
		'most_keys',
		'text?',
		spaced('The rules that give it'),
		(row) => row.range?.most.keys.join(' ') ?? null
	),
	...DIVISION_KEYS.flatMap(ofKey),
	field(
		'status',
		word('Status'),
		'How sure the shortfall is.',
		(_, { standing }) => standing.shortfall.status
	),
	always(
		'dwellings_elsewhere_before',
		'Spread if nothing is built; blank when undefined.',
		({ before }) => before.elsewhere.value
	),
	always(
		'gini_before',
		'Gini coefficient if nothing is built; blank when undefined.',
		({ before }) => before.gini.value
	),
	...question,
	...scenario
];
