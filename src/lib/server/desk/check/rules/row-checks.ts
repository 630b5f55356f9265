import type { Day } from '#lib/domain/dates.ts';
import type { RuleRow } from '../../read/rules-read.ts';
import {
	CATEGORIES,
	COOPERATION,
	COUNTS,
	GOALS,
	GROUP_PARTS,
	MEMBERS,
	MENTIONS,
	OBJECTIVES,
	REGION_OBJECTIVES,
	REGIME_DATES,
	REGIME_RULES,
	REGIMES,
	REGIONS,
	ROUNDS,
	type RuleTable
} from '../../read/rule-tables.ts';
import { text, type World } from './world.ts';

/** Holds one row against what is known and what the file brings. */
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
const knownMunicipality =
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
const inOrder =
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

/** No other region has the code, of those that are known and of those in the file. */
const ownCode: Check = (row, { regions, refuse }) => {
	const { slug, code } = row.values;
	const other = [...regions].find(([one, its]) => its === code && one !== slug);
	if (other)
		refuse(
			row,
			'code',
			'duplicate',
			'a code of its own',
			`${other[0]} has the code ${text(code)}.`
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

const ofKnownPlaces: Check = (row, { facts, regions, refuse }) => {
	const all = text(row.values['places']).split(' ');
	const unknown = all.filter((one) => !facts.places.byCode.has(one) && !regions.has(one));
	if (unknown.length === 0) return;
	const expected = 'NIS codes of Flemish municipalities, or a region that is known';
	const code = /^\d/.test(unknown[0] ?? '') ? 'unknown_municipality' : 'unknown_region';
	refuse(row, 'places', code, expected, `${unknown.join(', ')}: no place is called so.`);
};

const unitWithValue: Check = (row, { refuse }) => {
	const { value, unit } = row.values;
	if ((value === null) === (unit === null)) return;
	const expected = 'both a number and its unit, or none of the two';
	refuse(row, 'unit', 'value_missing', expected, 'Only one of the two is given.');
};

/** What is told is of a municipality on its day or of a region, and of one of them alone. */
const ofOneArea =
	(day: string): Check =>
	(row, world) => {
		const { nis_code: nis, region } = row.values;
		const then = knownMunicipality(({ values }) => text(values[day]));
		if ((nis === null) !== (region === null))
			return (nis === null ? knownRegion : then)(row, world);
		const message = `The row names ${nis === null ? 'neither' : 'both'}.`;
		world.refuse(row, 'nis_code', 'one_area', 'a municipality or a region, one of them', message);
	};

/** Tells what a part for a target group lacks, or says too much. */
const wrongPart =
	(row: RuleRow, { refuse }: World) =>
	(field: string, expected: string, message: string) =>
		refuse(row, field, 'part_incomplete', expected, message);

/** A part is a number of homes, or a share of something. */
const partNumber: Check = (row, world) => {
	const { part_of } = row.values;
	const [asked, other] =
		part_of === 'dwellings' ? ['value', 'share_basis_points'] : ['share_basis_points', 'value'];
	const expected = part_of === 'dwellings' ? 'a number of homes' : 'a share, such as 0.04';
	if (row.values[asked] === null)
		wrongPart(row, world)(asked, expected, `A part of the sort ${text(part_of)} needs it.`);
	if (row.values[other] !== null)
		wrongPart(row, world)(
			other,
			'a blank cell',
			`A part of the sort ${text(part_of)} has ${expected} alone.`
		);
};

/** What is there is counted in homes, and only what the law asks is a part of a regime. */
const partKind: Check = (row, world) => {
	const { kind, part_of, scheme } = row.values;
	if (kind === 'stock' && part_of !== 'dwellings' && part_of !== 'stock')
		wrongPart(row, world)(
			'part_of',
			'dwellings or stock',
			'What is there is counted in homes, or as a part of them.'
		);
	if (scheme === null) return;
	if (kind === 'objective') knownScheme(row, world);
	else wrongPart(row, world)('scheme', 'a blank cell', 'Only an objective is a part of a regime.');
};

const nowhere = (): null => null;

/** What each row of a table is held against by itself. */
export const ROW_CHECKS: readonly (readonly [RuleTable, Check])[] = [
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
	[REGION_OBJECTIVES, inTurn(knownScheme, knownRegion)],
	[MENTIONS, inTurn(ofKnownPlaces, unitWithValue)],
	[COOPERATION, ofOneArea('as_of')],
	[
		GROUP_PARTS,
		inTurn(ofOneArea('reference_date'), partNumber, partKind, inOrder('reference_date', 'deadline'))
	]
];
