import { error } from '@sveltejs/kit';
import type { Figure } from '#lib/domain/figure.ts';
import { knownReplies, repliesTo } from '#lib/domain/reply.ts';
import type { Reference } from '#lib/server/reference/reference.ts';
import { sourcesOf } from '#lib/server/standing/sources.ts';
import { traceOf } from '#lib/server/standing/trace.ts';
import { day } from '#lib/text/format.ts';
import { question, traceIn } from '../../question.ts';

export async function load({ url }) {
	const { database, facts, moment } = await question(url);
	const asked = traceIn(url, facts);
	const trace = await traceOf(database, asked, moment);
	if (!trace) error(404, 'Voor dit gebied is er op die datum geen cijfer met die naam.');
	return {
		fixed: { on: asked.on },
		asked,
		known: moment.knownAsked ? moment.known : null,
		trace,
		former: trace.steps
			.slice(0, 1)
			.flatMap((step) => formerReplies(facts, step.figure, moment.known)),
		names: facts.places.byCode,
		publications: facts.publications,
		sources: sourcesOf(
			facts,
			trace.steps.slice(0, 1).map((step) => step.figure)
		).map(({ publication }) => publication),
		sheet: `Toestand op ${day(asked.on)}, bekend op ${day(moment.known)}`
	};
}

/** The replies to a figure that were known by a day, and that were replaced or taken back by then; the latest first. */
const formerReplies = ({ replies }: Reference, figure: Figure, known: string) =>
	knownReplies(replies, known)
		.filter(({ reply, state }) => state !== 'shown' && repliesTo([reply])(figure).length > 0)
		.reverse();
