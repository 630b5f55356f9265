import * as v from 'valibot';
import { day, decimal, listOf, maybe, maybeDay, nis, of, oneOf, shape, text } from './fields.ts';
import {
	CHECK_KIND_MEANINGS,
	COMPONENT_KIND_MEANINGS,
	LAW_CERTAINTY_MEANINGS,
	ORIGIN_MEANINGS,
	RULE_KIND_MEANINGS,
	SCHEME_STATUS_MEANINGS,
	TENURE_MEANINGS
} from './words.ts';
import { figureWith, momentEntries, SourceOne } from './figure.ts';
import { ObjectiveStatus } from './municipality.ts';

const source = maybe(SourceOne, 'Where it stands; null when it is not listed.');
const legalReference = text('The article that says so.');

const Rule = shape(
	{
		code: text('Code of the rule.'),
		kind: oneOf(RULE_KIND_MEANINGS, 'What it is in the objective.'),
		name: text('Name, Dutch.'),
		about: text('What it says in the tense of the known-on day, Dutch.'),
		holdsUntil: maybeDay('Last day on which it can be used; null when it does not end.'),
		share: maybe(v.number(), 'Share that it names, a fraction; null when it names none.'),
		legalReference,
		source
	},
	'A rule of the regime.'
);

const Scheme = shape(
	{
		code: text('Code of the regime.'),
		name: text('Name, Dutch.'),
		tenure: oneOf(TENURE_MEANINGS, 'What it asks for.'),
		status: oneOf(SCHEME_STATUS_MEANINGS, 'Whether it binds.'),
		startsOn: maybeDay('First day; null when unknown.'),
		deadline: maybeDay('Day by which; null when unknown.'),
		baselineOn: maybeDay('Day of the baseline; null when there is none.'),
		householdsOn: maybeDay('Day whose households count; null when there is none.'),
		legalReference,
		note: maybe(v.string(), 'More about it, Dutch; null when there is nothing to add.'),
		source,
		rules: listOf(Rule, 'Its rules, in the order in which they apply.'),
		dates: listOf(
			shape(
				{
					day: day('The day.'),
					about: text('What happens, Dutch.'),
					legalReference: maybe(v.string(), 'The article that says so; null when no article does.'),
					source
				},
				'A date that it sets.'
			),
			'Its dates, oldest first.'
		),
		statements: listOf(
			shape(
				{
					code: text('Code of the statement.'),
					about: text('What is said, in the tense of the known-on day, Dutch.'),
					certainty: oneOf(LAW_CERTAINTY_MEANINGS, 'How sure it is.'),
					holdsUntil: maybeDay(
						'Last day on which it holds as it was said; null when it does not end.'
					),
					source
				},
				'What is said of it beside its rules and dates, or was looked for and not found.'
			),
			'What else is said of it.'
		)
	},
	'A regime.'
);

const OpenComponent = figureWith(
	{
		nis: nis('Municipality for which it was decided: before a merger each apart.'),
		component: text('Code of the rule.'),
		kind: oneOf(COMPONENT_KIND_MEANINGS, 'What it is in the objective.'),
		objectiveStatus: of(ObjectiveStatus, 'How the objective binds.'),
		origin: oneOf(ORIGIN_MEANINGS, 'Where the number comes from.'),
		note: v.optional(text('What the source says beside it, in its own language.'))
	},
	'One part of an objective, in dwellings.'
);

const Deviation = shape(
	{
		nis: nis('NIS code.'),
		kind: oneOf(CHECK_KIND_MEANINGS, 'What does not fit.'),
		entered: decimal('Dwellings as published.'),
		expected: decimal('Dwellings by the formula: the number, or the most that is possible.')
	},
	'A published number that the formula does not give.'
);

export const ObjectivesAnswer = shape(
	{
		...momentEntries,
		schemes: listOf(Scheme, 'The regimes that were known, oldest first.'),
		municipalities: listOf(
			shape(
				{
					nis: nis('NIS code.'),
					name: text('Name, Dutch.'),
					objectives: listOf(
						shape(
							{
								scheme: text('Code of the regime.'),
								status: of(ObjectiveStatus, 'How the objective binds.'),
								components: listOf(OpenComponent, 'The parts of the objective, by rule.'),
								deviations: listOf(Deviation, 'Published numbers that the formula does not give.')
							},
							'What one regime asks.'
						),
						'What the regimes ask.'
					)
				},
				'A municipality.'
			),
			'The municipalities, by NIS code.'
		)
	},
	'What every regime asks of every municipality.'
);
export type ObjectivesAnswer = v.InferOutput<typeof ObjectivesAnswer>;
