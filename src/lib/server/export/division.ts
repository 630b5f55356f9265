import { BASIS_POINTS } from '#lib/domain/share.ts';
import type { Reference } from '../reference.ts';
import type { DivisionPart, DivisionStanding } from '../standing/division.ts';
import type { Moment } from '../standing/moment.ts';
import { figureJson, marksOf } from './api.ts';
import { figureColumns, table } from './tables.ts';

/** What every export of a division says of itself. */
const SCENARIO = 'scenario, geen beslissing';

/** A division as `/api/v1/regions/{slug}/division` gives it: whole dwellings, shares as fractions. */
export function divisionJson(standing: DivisionStanding, facts: Reference, moment: Moment) {
	const { region, key, by, householdsOn, rule, shortfall, reason, parts, unassigned } = standing;
	return {
		slug: region.slug,
		name: region.name,
		scenario: SCENARIO,
		on: moment.on,
		known: moment.known,
		goal: rule.goal / BASIS_POINTS,
		by,
		householdsOn,
		shortfall: shortfall.value,
		...marksOf(shortfall),
		key,
		...(key === 'capped-households' && { cap: rule.cap / BASIS_POINTS }),
		...(key === 'weighted' && { weights: rule.weights }),
		...(reason && { reason }),
		parts: parts.map((part) => ({
			nis: part.municipality.nis,
			name: part.municipality.name,
			dwellings: part.dwellings.value,
			...marksOf(part.dwellings),
			stock: figureJson(part.stock, facts),
			households: figureJson(part.households, facts),
			share: figureJson(part.share, facts)
		})),
		unassigned
	};
}

/** The same, one row for each municipality; what holds for the region stands in every row. */
export const divisionTable = (standing: DivisionStanding, moment: Moment) =>
	table<DivisionPart>(
		[
			['nis', (row) => row.municipality.nis],
			['name', (row) => row.municipality.name],
			...figureColumns<DivisionPart>('dwellings', (row) => row.dwellings),
			...figureColumns<DivisionPart>('stock', (row) => row.stock),
			...figureColumns<DivisionPart>('households', (row) => row.households),
			['households_date', (row) => row.households.date],
			...figureColumns<DivisionPart>('share', (row) => row.share),
			['key', () => standing.key],
			['goal', () => standing.rule.goal / BASIS_POINTS],
			['by', () => standing.by],
			['shortfall', () => standing.shortfall.value],
			['unassigned', () => standing.unassigned],
			['reason', () => standing.reason],
			['scenario', () => SCENARIO],
			['on', () => moment.on],
			['known', () => moment.known]
		],
		standing.parts
	);
