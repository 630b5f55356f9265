import { error } from '@sveltejs/kit';
import { sourcesOf } from '#lib/server/standing/sources.ts';
import { traceOf } from '#lib/server/standing/trace.ts';
import { today } from '#lib/server/today.ts';
import { day } from '#lib/text/format.ts';
import { question, traceIn } from '../../question.ts';

export async function load({ url }) {
	const { database, facts } = await question(url);
	const asked = traceIn(url, facts);
	const trace = await traceOf(database, asked, today());
	if (!trace) error(404, 'Voor dit gebied is er op die datum geen cijfer met die naam.');
	return {
		fixed: { on: asked.on },
		asked,
		trace,
		names: facts.places.byCode,
		publications: facts.publications,
		sources: sourcesOf(
			facts,
			trace.steps.slice(0, 1).map((step) => step.figure)
		),
		sheet: `Toestand op ${day(asked.on)}, bekend op ${day(asked.known ?? today())}`
	};
}
