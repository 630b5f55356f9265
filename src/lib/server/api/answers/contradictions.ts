import * as v from 'valibot';
import { decimal, listOf, maybe, maybeDay, of, oneOf, shape, text } from './fields.ts';
import { Definition, SourceOne, Status } from './figure.ts';
import { CONTRADICTION_KIND_MEANINGS, TOPIC_MEANINGS } from '../../asked/words.ts';
import {
	BASIS_MEANINGS,
	BRIDGE_CAUSE_MEANINGS,
	CATEGORY_MEANINGS,
	OUTCOME_MEANINGS
} from './words.ts';

const value = v.union([
	v.number(),
	v.picklist(Object.keys(CATEGORY_MEANINGS) as (keyof typeof CATEGORY_MEANINGS)[])
]);
const said = {
	code: text('Indicator, component of an objective, `category`, or the category that is counted.'),
	date: maybeDay('Reference date; null when its source names none.'),
	value: v.pipe(value, v.description('The number, or the category of a test.')),
	status: of(Status, 'How sure it is.')
};

const Source = shape(
	{ publisher: text('Who published it.'), publication: of(SourceOne, 'The publication.') },
	'Where a number stands.'
);

const Side = shape(
	{
		...said,
		definition: maybe(Definition, 'How its dwellings are counted; null when it counts no stock.'),
		sources: listOf(Source, 'Where it stands; of a reckoned number where its inputs stand.'),
		reckonedFrom: listOf(
			shape(said, 'A published number.'),
			'The published numbers that it is reckoned from; empty when it was published itself.'
		),
		note: maybe(v.string(), 'What is said beside it, Dutch; null when nothing.')
	},
	'One of the two numbers.'
);

export const Contradiction = shape(
	{
		id: text('Name of the pair; it stays.'),
		kind: oneOf(CONTRADICTION_KIND_MEANINGS, 'What the two are to one another.'),
		topic: oneOf(TOPIC_MEANINGS, 'What kind of figure it is.'),
		basis: oneOf(BASIS_MEANINGS, 'Why the two are held against one another.'),
		nis: maybe(v.string(), 'NIS code; null for a region.'),
		region: maybe(v.string(), 'Slug of a region; null for a municipality.'),
		name: text('Name of the area.'),
		scheme: maybe(v.string(), 'Code of the regime of an objective; null for anything else.'),
		round: maybe(v.number(), 'Round of a progress test; null for anything else.'),
		unit: text('Unit of the two numbers; differences of percentages are percentage points.'),
		first: of(Side, 'What was published first; published, where the other one is reckoned.'),
		second: of(Side, 'The other one.'),
		difference: maybe(v.number(), 'The second less the first; null between categories.'),
		outcome: oneOf(OUTCOME_MEANINGS, 'Whether the difference is explained.'),
		steps: listOf(
			shape(
				{
					cause: oneOf(BRIDGE_CAUSE_MEANINGS, 'What makes the two differ.'),
					amount: maybe(v.number(), 'How much of the difference; null when that is not known.'),
					ratio: v.optional(
						decimal(
							'Of `per_dwelling`: dwellings for each household that would make the two the same.'
						)
					),
					implied: v.optional(
						decimal(
							'Of an unknown amount: the number that would make the two the same, if all lay in this cause.'
						)
					),
					instead: v.optional(
						shape(
							{
								value: decimal('The number.'),
								date: maybeDay('Its day; null when it has none.')
							},
							'The published number with which the two are the same.'
						)
					)
				},
				'A part of the difference.'
			),
			'What is known of its causes; their amounts and `rest` add up to it.'
		),
		rest: maybe(v.number(), 'What no cause accounts for; null between categories.'),
		explanation: text('The same in Dutch words.')
	},
	'Two published numbers that differ.'
);
export type Contradiction = v.InferOutput<typeof Contradiction>;
