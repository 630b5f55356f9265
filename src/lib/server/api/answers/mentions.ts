import * as v from 'valibot';
import { flag, listOf, maybe, of, oneOf, shape, text } from './fields.ts';
import { SourceOne } from './figure.ts';
import { MENTION_KIND_MEANINGS, MENTION_UNIT_MEANINGS } from './words.ts';

/** What a publication says beside the figures. */
export const Mention = shape(
	{
		code: text('Its name within the publication.'),
		places: listOf(
			v.string(),
			'NIS codes of the municipalities that it is said of together, or the slug of one region.'
		),
		kind: oneOf(MENTION_KIND_MEANINGS, 'What it is.'),
		value: maybe(v.number(), 'The number, in its unit; null for what is said in words.'),
		unit: maybe(
			oneOf(MENTION_UNIT_MEANINGS, 'What the number counts.'),
			'What the number counts; null without a number.'
		),
		trueOn: maybe(
			v.string(),
			'Day, month or year of which it is: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; null when the source names none.'
		),
		provisional: flag('Whether there is doubt, which `says` tells.'),
		says: text('What the source counts, of whom, and what is doubtful; Dutch.'),
		origin: text('Path on this site of the page that tells where it comes from.'),
		source: maybe(SourceOne, 'Where it stands; null when it is not listed.')
	},
	'What a publication says and that is no figure of a series: in no total, and not to be added up.'
);
export type Mention = v.InferOutput<typeof Mention>;

export const MentionsAnswer = listOf(
	of(Mention, 'What is said.'),
	'What is said, of a later day first.'
);
