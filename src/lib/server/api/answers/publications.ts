import * as v from 'valibot';
import { day, listOf, maybe, maybeDay, of, oneOf, shape, text, whole } from './fields.ts';
import { PUBLICATION_KIND_MEANINGS } from '../../asked/words.ts';
import { PART_MEANINGS } from './words.ts';
import { ChangedFigure } from './changes.ts';

export const PublicationKind = oneOf(PUBLICATION_KIND_MEANINGS, 'What sort of publication it is.');

const publicationEntries = {
	id: whole('Number of the publication.'),
	publisher: text('Who published it.'),
	title: text('Title.'),
	url: maybe(v.string(), 'Address; null when it has none.'),
	licence: maybe(v.string(), 'Licence; null when it is not known.'),
	kind: of(PublicationKind, 'What sort of publication it is.'),
	structureOn: maybeDay(
		'Day whose municipalities its figures follow; null: those of each reference date.'
	),
	referenceDate: maybeDay('Reference date, when all its figures have one; else null.'),
	publishedOn: maybeDay('Day of publication; null when it is not known.'),
	knownFrom: day('First day on which its figures count.'),
	dateNote: maybe(v.string(), 'How that day was chosen, Dutch; null when it needs no words.'),
	supersedes: maybe(v.number(), 'Number of the publication that it replaces; null when none.'),
	fileName: maybe(v.string(), 'Name of the file; null when it was no file.'),
	sha256: maybe(v.string(), 'SHA-256 of the file, hexadecimal; null when it was no file.'),
	withdrawnOn: maybeDay(
		'First day on which it does not count any more; null when it was not withdrawn.'
	),
	withdrawnWhy: maybe(v.string(), 'Why it was withdrawn; null when it was not.'),
	note: maybe(v.string(), 'More about it, Dutch; null when there is nothing to add.'),
	reason: maybe(v.string(), 'Why it revises or corrects, Dutch; null when it does not say.'),
	figures: whole('How many figures it brought.'),
	areas: whole('For how many areas.')
};

export const Publication = shape(
	publicationEntries,
	'A batch of figures as its publisher issued it.'
);
export type Publication = v.InferOutput<typeof Publication>;

const Accepted = shape(
	{
		code: text('Code of the check, as on `/methode/controles`.'),
		findings: whole('How often the file had it.'),
		because: text('Why it is right nevertheless.'),
		examples: listOf(
			shape(
				{
					sheet: maybe(v.string(), 'Sheet; null when the file has none.'),
					row: maybe(v.number(), 'Row; null when it is about more than one.'),
					column: maybe(v.string(), 'Column; null when it is about more than one.'),
					value: maybe(v.string(), 'What stood there; null when nothing did.'),
					expected: maybe(v.string(), 'What was expected; null when nothing in particular.')
				},
				'A place in the file.'
			),
			'The first of them.'
		)
	},
	'A finding that somebody said yes to.'
);

export const PublicationAccount = shape(
	{
		...publicationEntries,
		contents: listOf(
			shape(
				{
					part: oneOf(PART_MEANINGS, 'Where it stands.'),
					code: text('Indicator, component of an objective, or year of a test.'),
					figures: whole('How many figures.'),
					areas: whole('For how many areas.'),
					first: maybeDay('First reference date; null for what has none.'),
					last: maybeDay('Last reference date; null for what has none.')
				},
				'Figures of one kind.'
			),
			'What it brought, by kind.'
		),
		touched: listOf(
			shape(
				{
					nis: maybe(v.string(), 'NIS code; null for a region.'),
					region: maybe(v.string(), 'Slug of a region; null for a municipality.'),
					figures: whole('How many figures.')
				},
				'An area.'
			),
			'The areas for which it brought something, by code.'
		),
		replaced: listOf(
			shape(
				{
					publication: whole('Number of the earlier publication.'),
					figures: whole('How many of its figures were replaced.'),
					changed: whole('How many of those differ.')
				},
				'An earlier publication.'
			),
			'The publications whose figures it took the place of.'
		),
		changed: listOf(
			of(ChangedFigure, 'A figure.'),
			'The figures that became something else, the largest difference first: the first 100, or the part that is asked. `replaced` counts them all.'
		),
		accepted: listOf(Accepted, 'The findings that somebody said yes to when it was imported.'),
		supersededBy: listOf(
			v.number(),
			'Numbers of the publications that replace it, the earliest first.'
		)
	},
	'A publication with what it brought and what it changed.'
);
export type PublicationAccount = v.InferOutput<typeof PublicationAccount>;
