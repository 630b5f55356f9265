import * as v from 'valibot';
import { day, decimal, explained, listOf, maybe, nis, of, oneOf, shape, text } from './fields.ts';
import { FACTOR_MEANINGS, KEY_MEANINGS } from '../../asked/words.ts';
import { UNDIVIDED_MEANINGS } from './words.ts';
import { figure, markEntries, momentEntries } from './figure.ts';

export const DivisionKey = oneOf(
	KEY_MEANINGS,
	'Rule by which a shortfall is divided; none is official.'
);
export const Undivided = oneOf(UNDIVIDED_MEANINGS, 'Why a key cannot divide.');

export const SpreadThen = shape(
	{
		dwellingsElsewhere: maybe(
			v.number(),
			'Whole dwellings that would stand in another member if spread evenly; null when it cannot be computed.'
		),
		gini: maybe(
			v.number(),
			'Gini coefficient weighted by households; null when it cannot be computed.'
		)
	},
	'The spread on the day asked.'
);

const Part = explained(
	'dwellings',
	{
		nis: nis('NIS code.'),
		name: text('Name, Dutch.'),
		dwellings: maybe(
			v.number(),
			'Whole dwellings on top of the stock; null when nothing can be divided.'
		),
		...markEntries,
		min: v.optional(decimal('The least that was asked for it, dwellings.')),
		max: v.optional(decimal('The most that was asked for it, dwellings.')),
		perYear: maybe(
			v.number(),
			'The same for each year until the day asked, not rounded; null when nothing can be divided or no year is left.'
		),
		pipeline: figure('Dwellings in execution and planned, of whatever objective.'),
		leftOfObjective: figure('Dwellings left of its own objective; negative is beyond.'),
		stock: figure('Social rental dwellings on the reference date.'),
		households: figure('Private households on `householdsOn`, mostly a projection.'),
		share: figure('Share once the dwellings stand, a fraction.')
	},
	'What one municipality would get.'
);

const keyEntries = {
	key: of(DivisionKey, 'The rule.'),
	cap: v.optional(
		decimal('Of `capped-households` only: the share beyond which nobody goes, a fraction.')
	),
	weights: v.optional(
		shape(
			Object.fromEntries(
				Object.entries(FACTOR_MEANINGS).map(([name, about]) => [
					name,
					decimal(`Weight of: ${about}.`)
				])
			) as Record<keyof typeof FACTOR_MEANINGS, ReturnType<typeof decimal>>,
			'Of `weighted` only: the relative weights.'
		)
	),
	reason: v.optional(of(Undivided, 'Why the key cannot divide; only then.')),
	parts: listOf(Part, 'The municipalities, by NIS code.'),
	assigned: maybe(v.number(), 'Dwellings of all parts together; null when nothing can be divided.'),
	unassigned: maybe(
		v.number(),
		'Dwellings that the rule leaves to nobody; null when nothing can be divided.'
	),
	after: of(SpreadThen, 'The spread once the dwellings stand.')
};

/** What is asked of a division, and what it comes to. */
const questionEntries = {
	slug: text('Slug of the region.'),
	name: text('Name of the region, Dutch.'),
	scenario: text('That this is a scenario and no decision, in Dutch.'),
	...momentEntries,
	goal: decimal('Share to reach, a fraction.'),
	by: day('Day by which.'),
	householdsOn: day('The 1 January after it, of which the households count.'),
	leftOut: v.optional(
		listOf(nis('NIS code.'), 'Members left out for want of a figure; only with `without=missing`.')
	),
	unusedBounds: v.optional(
		listOf(v.string(), 'NIS codes with a minimum or maximum that take no part.')
	)
};
const shortfallEntries = {
	shortfall: maybe(v.number(), 'Dwellings short of the goal, at least 0; null when unknown.'),
	...markEntries
};

const { reason: whyUndivided, ...divided } = keyEntries;
export const DivisionAnswer = shape(
	{
		...questionEntries,
		...shortfallEntries,
		...divided,
		reason: whyUndivided
	},
	'A shortfall divided by one rule: a scenario, never a decision.'
);

export const DivisionsAnswer = explained(
	'shortfall',
	{
		...questionEntries,
		...shortfallEntries,
		before: of(SpreadThen, 'The spread on the day asked if nothing is built.'),
		keys: listOf(shape(keyEntries, 'One rule.'), 'Every rule, side by side.')
	},
	'A shortfall divided by every rule: scenarios, never a decision.'
);
export type DivisionAnswer = v.InferOutput<typeof DivisionAnswer>;
export type DivisionsAnswer = v.InferOutput<typeof DivisionsAnswer>;
