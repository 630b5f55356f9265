import { BASIS_POINTS } from '#lib/domain/share.ts';
import { marksOf } from '#lib/tables/field.ts';
import { SCENARIO } from '#lib/text/division.ts';
import type { DivisionAnswer, DivisionsAnswer } from '../api/answers/division.ts';
import type { Reference } from '../reference/reference.ts';
import type { DivisionStanding } from '../standing/division.ts';
import type { DivisionPart, KeyDivision } from '../standing/division-keys.ts';
import type { Moment } from '../standing/moment.ts';
import { figureJson } from './figure-json.ts';

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
