import type { FigureChange, KnownFigure } from '#lib/server/queries/figure-changes.ts';
import type { Version, VersionEvent } from '#lib/server/standing/versions.ts';
import { field, given, type Column } from './column.ts';
import { maybeWord, word } from './field.ts';

/** An event on the day of a version. */
export interface EventRow extends VersionEvent {
	version: Version;
}

export const eventRows = (versions: readonly Version[]): EventRow[] =>
	versions.flatMap((version) => version.events.map((one) => ({ version, ...one })));

/** Why a publication revises, corrects or was withdrawn. */
export const whyOf = ({ event, publication }: VersionEvent): string | null =>
	event === 'withdrawn' ? publication.withdrawnWhy : publication.reason;

/** The days on which what is known changed, a row for each event. */
export const versions: readonly Column<EventRow>[] = [
	field(
		'number',
		'number?',
		'Number of the version; blank until it is sealed.',
		(row) => row.version.number
	),
	field('day', 'date', 'The day.', (row) => row.version.day),
	field(
		'previous',
		'date?',
		'Day of the version before; blank for the first.',
		(row) => row.version.previous
	),
	given('event', word('Event'), 'What happened.'),
	field('publication', 'whole', 'Number of the publication.', (row) => row.publication.id),
	field('title', 'text', 'Its title.', (row) => row.publication.title),
	field('publisher', 'text', 'Who published it.', (row) => row.publication.publisher),
	field('url', 'text?', 'Its address; blank when it has none.', (row) => row.publication.url),
	field(
		'kind',
		word('PublicationKind'),
		'What sort of publication it is.',
		(row) => row.publication.kind
	),
	field(
		'supersedes',
		'number?',
		'Number of the publication that it replaces; blank when none.',
		(row) => row.publication.supersedes
	),
	field(
		'why',
		'text?',
		'Why it revises, corrects or was withdrawn, Dutch; blank when it does not say.',
		whyOf
	),
	given('figures', 'whole', 'How many figures it brought.'),
	given('areas', 'whole', 'For how many areas.'),
	field(
		'sealed_position',
		'number?',
		'Place in the chain; blank until it is sealed.',
		(row) => row.sealed?.position ?? null
	),
	field(
		'sealed_at',
		'text?',
		'When it was sealed, ISO 8601 in UTC; blank until it is.',
		(row) => row.sealed?.at ?? null
	),
	field(
		'sealed_link',
		'text?',
		'SHA-256 of everything up to here; blank until it is sealed.',
		(row) => row.sealed?.link ?? null
	)
];

/** The later number less the earlier one; null when one of the two is none. */
export const differenceOf = (before: KnownFigure | null, after: KnownFigure | null) =>
	before?.value == null || after?.value == null ? null : after.value - before.value;

const side = (name: 'before' | 'after'): readonly Column<FigureChange>[] => [
	field(
		name,
		'text?',
		`A number, or the category of a test, as known ${name}; blank without a value.`,
		(row) => row[name]?.category ?? row[name]?.value ?? null
	),
	field(
		`${name}_status`,
		maybeWord('Status'),
		`How sure that is; blank when nothing was known ${name}.`,
		(row) => row[name]?.status ?? null
	),
	field(
		`${name}_publication`,
		'number?',
		`Number of its publication; blank when nothing was known ${name}.`,
		(row) => row[name]?.publication ?? null
	)
];

/** The figures that became something else between two days. */
export const figureChanges: readonly Column<FigureChange, { from: string; to: string }>[] = [
	given('change', word('FigureChangeKind'), 'What happened to it.'),
	given('part', word('FigurePart'), 'What sort of figure it is.'),
	given('nis', 'text?', 'NIS code; blank for a region.'),
	given('region', 'text?', 'Slug of a region; blank for a municipality.'),
	given('code', 'text', 'Indicator, component of an objective, or `category`.'),
	given('scheme', 'text?', 'Code of the regime of an objective; else blank.'),
	given('year', 'number?', 'Round of a progress test; else blank.'),
	given('date', 'date?', 'Reference date; blank for an objective or a category.'),
	...side('before'),
	...side('after'),
	field(
		'difference',
		'number?',
		'The later number less the earlier one; blank when one of the two is none.',
		(row) => differenceOf(row.before, row.after)
	),
	field('from', 'date', 'The earlier day of knowledge.', (_, { from }) => from),
	field('to', 'date', 'The later day of knowledge.', (_, { to }) => to)
];
