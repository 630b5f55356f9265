import * as v from 'valibot';
import { listOf, maybe, of, oneOf, shape } from './fields.ts';
import { REPLY_STATE_MEANINGS } from './words.ts';
import { replyEntries } from './figure.ts';

/** A reply with its state. */
export const KnownReply = shape(
	{
		...replyEntries,
		state: oneOf(REPLY_STATE_MEANINGS, 'What became of it by the knowledge date.'),
		withdrawnOn: maybe(
			v.string(),
			'First day on which it does not count any more; null when it was not withdrawn by the knowledge date.'
		),
		withdrawnWhy: maybe(v.string(), 'Why it was withdrawn, Dutch; null when it was not.')
	},
	'What a municipality says or said of a figure of its own.'
);
export type KnownReply = v.InferOutput<typeof KnownReply>;

export const RepliesAnswer = listOf(
	of(KnownReply, 'A reply.'),
	'The replies, in the order in which they were entered.'
);
