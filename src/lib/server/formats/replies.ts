import type { KnownReply, Reply } from '#lib/domain/reply.ts';
import { withdrawalOf } from '#lib/tables/replies.ts';
import type * as Shape from '../api/answers/figure.ts';
import type { KnownReply as KnownReplyAnswer } from '../api/answers/replies.ts';

/** A reply as the API gives it beside its figure. */
export const replyJson = (reply: Reply): Shape.Reply => ({
	id: reply.id,
	nis: reply.nis,
	name: reply.name,
	figure: reply.figure,
	date: reply.date,
	words: reply.words,
	given: reply.givenOn,
	knownFrom: reply.knownFrom,
	by: reply.by,
	reference: reply.reference
});

/** A reply as `/api/v1/replies` lists it. */
export const knownReplyJson = (one: KnownReply): KnownReplyAnswer => ({
	...replyJson(one.reply),
	state: one.state,
	...withdrawalOf(one)
});
