import type * as v from 'valibot';
import { day, listOf, maybeDay, shape, text } from './fields.ts';
import { figure, momentEntries } from './figure.ts';

const Since = shape(
	{
		from: day('The earlier measurement.'),
		inExecution: figure('Dwellings being built then.'),
		planned: figure('Dwellings planned then.'),
		pipeline: figure('Both together.'),
		growth: figure('Net increase of the social rental dwellings since; can be negative.'),
		realisedAtMost: figure('Of the dwellings in the pipeline then, realised since: at most.'),
		stillAtMost: figure('Of those, still in execution or planned: at most.'),
		goneAtLeast: figure('Of those, neither: at least.'),
		newAtLeast: figure(
			'Dwellings realised since or in the pipeline now that were not in it then: at least.'
		)
	},
	'What became of the dwellings in the pipeline of one measurement.'
);

/** What became of plans. */
export const PlansAnswer = shape(
	{
		area: text('NIS code of the municipality, or slug of the region.'),
		...momentEntries,
		last: maybeDay('The last measurement, by which it is told; null when none is known whole.'),
		since: listOf(Since, 'The measurements before it, oldest first; empty where only one is known.')
	},
	'What became of the dwellings in execution or planned: bounds, for a measurement counts dwellings and follows none.'
);
export type PlansAnswer = v.InferOutput<typeof PlansAnswer>;
