import type { KnownReply, Reply } from '#lib/domain/reply.ts';
import type * as Shape from '../api/answers/figure.ts';
import type { KnownReply as KnownReplyAnswer } from '../api/answers/replies.ts';
import { table, type ExportTable } from './tables.ts';

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

const withdrawalOf = ({ reply, state }: KnownReply) =>
	state === 'withdrawn'
		? { withdrawnOn: reply.withdrawnOn, withdrawnWhy: reply.withdrawnWhy }
		: { withdrawnOn: null, withdrawnWhy: null };

/** A reply as `/api/v1/replies` lists it. */
export const knownReplyJson = (one: KnownReply): KnownReplyAnswer => ({
	...replyJson(one.reply),
	state: one.state,
	...withdrawalOf(one)
});

/** Replies, one row each. */
export const replyTable = (rows: readonly KnownReply[]): ExportTable =>
	table<KnownReply>(
		[
			['id', ({ reply }) => reply.id],
			['nis', ({ reply }) => reply.nis],
			['name', ({ reply }) => reply.name],
			['figure', ({ reply }) => reply.figure],
			['reference_date', ({ reply }) => reply.date],
			['words', ({ reply }) => reply.words],
			['given_on', ({ reply }) => reply.givenOn],
			['known_from', ({ reply }) => reply.knownFrom],
			['given_by', ({ reply }) => reply.by],
			['reference', ({ reply }) => reply.reference],
			['state', ({ state }) => state],
			['withdrawn_on', (row) => withdrawalOf(row).withdrawnOn],
			['withdrawn_why', (row) => withdrawalOf(row).withdrawnWhy]
		],
		rows
	);
