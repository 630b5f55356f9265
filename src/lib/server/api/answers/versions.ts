import * as v from 'valibot';
import {
	day,
	explained,
	listOf,
	maybe,
	maybeDay,
	moment,
	of,
	oneOf,
	shape,
	text,
	whole
} from './fields.ts';
import {
	CATEGORY_MEANINGS,
	EVENT_MEANINGS,
	FIGURE_CHANGE_MEANINGS,
	FIGURE_PART_MEANINGS
} from './words.ts';
import { SourceOne, Status } from './figure.ts';
import { PublicationKind } from './publications.ts';

const Event = shape(
	{
		event: oneOf(EVENT_MEANINGS, 'What happened.'),
		publication: of(SourceOne, 'To which publication.'),
		publisher: text('Who published it.'),
		kind: of(PublicationKind, 'What sort of publication it is.'),
		supersedes: maybe(v.number(), 'Number of the publication that it replaces; null when none.'),
		why: maybe(
			v.string(),
			'Why it revises, corrects or was withdrawn, Dutch; null when it does not say.'
		),
		figures: whole('How many figures it brought.'),
		areas: whole('For how many areas.'),
		sealed: maybe(
			shape(
				{
					position: whole('Place in the chain.'),
					at: moment('When it was sealed; later than the day when it was entered later.'),
					link: text('SHA-256 of everything up to here, hexadecimal.')
				},
				'An entry of the chain.'
			),
			'Its entry in the chain that proves what was released; null until it is sealed.'
		)
	},
	'What happened to a publication.'
);

export const VersionsAnswer = listOf(
	shape(
		{
			number: maybe(
				v.number(),
				'Number of the version: the place of its first event in the chain. It never changes and is not consecutive; null until it is sealed.'
			),
			day: day('The day: what was known from then on.'),
			previous: maybeDay('Day of the version before; null for the first.'),
			changes: maybe(
				v.string(),
				'Address of the figures that changed since the version before; null for the first.'
			),
			events: listOf(Event, 'What happened on that day.')
		},
		'A day on which what is known changed.'
	),
	'The versions, the latest first.'
);
export type VersionsAnswer = v.InferOutput<typeof VersionsAnswer>;

export const FigureChangeKind = oneOf(FIGURE_CHANGE_MEANINGS, 'What happened to a figure.');

/** A figure in one state of knowledge. */
export const KnownFigure = explained(
	'value',
	{
		value: maybe(
			v.union([v.number(), v.picklist(Object.keys(CATEGORY_MEANINGS) as Category[])]),
			'The number in the unit of its indicator, dwellings of an objective, or the category of a progress test; null when it has no value (`reason`).'
		),
		status: of(Status, 'How sure it is.'),
		reason: v.optional(
			oneOf(
				{
					missing: 'not known',
					suppressed: 'kept back by its publisher',
					not_applicable: 'there can be none'
				},
				'Why it has no value; only then.'
			)
		),
		source: of(SourceOne, 'The publication that it comes from.'),
		kind: of(PublicationKind, 'What sort of publication that is.')
	},
	'A figure in one state of knowledge.'
);
type Category = keyof typeof CATEGORY_MEANINGS;

export const FigureChange = shape(
	{
		change: of(FigureChangeKind, 'What happened to it.'),
		part: oneOf(FIGURE_PART_MEANINGS, 'What sort of figure it is.'),
		nis: maybe(v.string(), 'NIS code; null for a region.'),
		region: maybe(v.string(), 'Slug of a region; null for a municipality.'),
		code: text('Indicator, component of an objective, or `category`.'),
		scheme: maybe(v.string(), 'Code of the regime of an objective; null for anything else.'),
		year: maybe(v.number(), 'Round of a progress test; null for anything else.'),
		date: maybeDay('Reference date; null for an objective or a category.'),
		before: maybe(KnownFigure, 'What was known on the earlier day; null when nothing was.'),
		after: maybe(KnownFigure, 'What is known on the later day; null when nothing is any more.'),
		difference: maybe(
			v.number(),
			'The later number less the earlier one; null when one of the two is no number.'
		)
	},
	'A figure that became something else.'
);

export const VersionChangesAnswer = shape(
	{
		from: day('The earlier day of knowledge.'),
		to: day('The later day of knowledge.'),
		counts: shape(
			Object.fromEntries(
				Object.entries(FIGURE_CHANGE_MEANINGS).map(([name, about]) => [
					name,
					whole(`How many figures: ${about}.`)
				])
			) as Record<keyof typeof FIGURE_CHANGE_MEANINGS, ReturnType<typeof whole>>,
			'How many figures changed, by what happened to them.'
		),
		changes: listOf(FigureChange, 'The figures, in the order of part, area, code and date.')
	},
	'The figures that became something else between two days of knowledge.'
);
export type VersionChangesAnswer = v.InferOutput<typeof VersionChangesAnswer>;
