import * as v from 'valibot';
import { day, decimal, flag, listOf, maybe, nis, shape, text, whole } from './fields.ts';
import { CATEGORY_MEANINGS } from './words.ts';
import { figure, SourceOne } from './figure.ts';
import { outcomeEntries } from './municipality.ts';

const source = maybe(SourceOne, 'Where it stands; null when it is not listed.');

const ruleEntries = {
	year: whole('Year of the round.'),
	measuredOn: day('Measuring date: the situation that was tested.'),
	thresholds: maybe(
		shape(
			{
				realised: decimal('Realised dwellings over target, a fraction.'),
				withPlanned: decimal('Realised, in execution and planned over target, a fraction.')
			},
			'The two thresholds.'
		),
		'The two thresholds; null when they were never published.'
	),
	legalReference: text('The article that says so.'),
	note: maybe(v.string(), 'More about the round, Dutch; null when there is nothing to add.'),
	source
};

const Counts = shape(
	{
		counts: shape(
			Object.fromEntries(
				Object.entries(CATEGORY_MEANINGS).map(([name, about]) => [
					name,
					v.optional(whole(`Municipalities in category ${name}: ${about}.`))
				])
			) as Record<
				keyof typeof CATEGORY_MEANINGS,
				v.OptionalSchema<ReturnType<typeof whole>, undefined>
			>,
			'Municipalities by category; empty when the source says it in words only.'
		),
		tested: whole('Municipalities that were tested.'),
		provisional: flag('Whether the outcome was provisional.'),
		superseded: flag('Whether a later source gives the final outcome.'),
		notes: listOf(v.string(), 'What the source says beside it, in its own language.'),
		source
	},
	'What one source says of the round as a whole.'
);
const published = listOf(Counts, 'What sources say of the round as a whole.');

export const RoundsAnswer = listOf(
	shape({ ...ruleEntries, published }, 'A round.'),
	'The rounds of the progress test, oldest first.'
);

export const RoundAnswer = shape(
	{
		...ruleEntries,
		known: day('Knowledge date: only what was known by this day counts.'),
		published,
		municipalities: listOf(
			shape(
				{
					nis: nis('NIS code.'),
					name: text('Name, Dutch.'),
					target: figure('Dwellings to add: the objective.'),
					realised: figure('Dwellings added since the baseline that count, net; can be negative.'),
					inExecution: figure('Dwellings being built that count.'),
					planned: figure('Dwellings planned that count.'),
					...outcomeEntries
				},
				'A municipality of the measuring date.'
			),
			'The municipalities of the measuring date, by NIS code.'
		)
	},
	'A round of the progress test with every municipality.'
);
export type RoundsAnswer = v.InferOutput<typeof RoundsAnswer>;
export type RoundAnswer = v.InferOutput<typeof RoundAnswer>;
