import * as v from 'valibot';
import { day, listOf, maybe, maybeDay, of, oneOf, shape, text } from './fields.ts';
import { SourceOne } from './figure.ts';
import {
	CERTAINTY_MEANINGS,
	PART_KIND_MEANINGS,
	PART_OF_MEANINGS,
	TARGET_GROUP_MEANINGS
} from './words.ts';

/** What was published for a target group. */
export const TargetGroup = shape(
	{
		area: text('NIS code of the municipality, or slug of the region.'),
		nis: maybe(v.string(), 'NIS code; null for a region.'),
		region: maybe(v.string(), 'Slug; null for a municipality.'),
		targetGroup: oneOf(TARGET_GROUP_MEANINGS, 'For whom it is.'),
		kind: oneOf(PART_KIND_MEANINGS, 'What it is a part of.'),
		partOf: oneOf(PART_OF_MEANINGS, 'What is counted, or what it is a share of.'),
		date: day('Day on which it is so, or on which the source says it.'),
		value: maybe(v.number(), 'Dwellings; null for a share.'),
		share: maybe(v.number(), 'A fraction; null for dwellings.'),
		scheme: maybe(
			v.string(),
			'Code of the regime whose objective it is a part of; null when it is of none.'
		),
		deadline: maybeDay('Last day to reach it; null when none was named.'),
		certainty: oneOf(CERTAINTY_MEANINGS, 'How sure it is.'),
		note: maybe(v.string(), 'What is said beside it, Dutch; null when there is nothing.'),
		source: maybe(SourceOne, 'Where it stands; null when it is not listed.')
	},
	'A part for a target group: in no total, and not to be added up.'
);
export type TargetGroup = v.InferOutput<typeof TargetGroup>;

export const TargetGroupsAnswer = listOf(
	of(TargetGroup, 'A part.'),
	'The parts, by area and group.'
);
