import type { Publication } from '#lib/server/queries/publications.ts';
import { field, type Column } from './column.ts';
import { word } from './field.ts';

/** How many numbers each publication brought, and for how many areas. */
interface Counted {
	counts: ReadonlyMap<number, { figures: number; areas: number }>;
}

/** Publications, a row each. */
export const publications: readonly Column<Publication, Counted>[] = [
	field('id', 'whole', 'nummer', 'Number of the publication.', (row) => row.id),
	field('publisher', 'text', 'uitgever', 'Who published it.', (row) => row.publisher),
	field('title', 'text', 'titel', 'Title.', (row) => row.title),
	field(
		'url',
		'text?',
		'adres bij de uitgever',
		'Address; blank when it has none.',
		(row) => row.url
	),
	field(
		'licence',
		'text?',
		'licentie van de uitgever, als ze bekend is',
		'Licence; blank when it is not known.',
		(row) => row.licence
	),
	field(
		'kind',
		word('PublicationKind', ['first', 'revision', 'correction', 'practice']),
		'soort',
		'What sort of publication it is.',
		(row) => row.kind
	),
	field(
		'reference_date',
		'date?',
		'datum waarop het cijfer waar is',
		'Reference date, when all its figures have one; else blank.',
		(row) => row.referenceDate
	),
	field(
		'published_on',
		'date?',
		'dag van publicatie, als ze bekend is',
		'Day of publication; blank when it is not known.',
		(row) => row.publishedOn
	),
	field(
		'known_from',
		'date',
		'dag vanaf wanneer het telt',
		'First day on which its figures count.',
		(row) => row.knownFrom
	),
	field(
		'supersedes',
		'whole?',
		'nummer van de publicatie die ze vervangt',
		'Number of the publication that it replaces; blank when none.',
		(row) => row.supersedes
	),
	field(
		'withdrawn_on',
		'date?',
		'dag van intrekking',
		'First day on which it does not count any more; blank when not withdrawn.',
		(row) => row.withdrawnOn
	),
	field(
		'withdrawn_why',
		'text?',
		'waarom ze ingetrokken is',
		'Why it was withdrawn; blank when it was not.',
		(row) => row.withdrawnWhy
	),
	field(
		'file_name',
		'text?',
		'naam van het ingeladen bestand',
		'Name of the file; blank when it was no file.',
		(row) => row.fileName
	),
	field(
		'sha256',
		'sha256?',
		'SHA-256 van het ingeladen bestand',
		'SHA-256 of the file; blank when it was no file.',
		(row) => row.sha256
	),
	field(
		'figures',
		'count',
		'cijfers die de publicatie bracht',
		'How many figures it brought.',
		(row, { counts }) => counts.get(row.id)?.figures ?? 0
	),
	field(
		'areas',
		'count',
		'gebieden waarvoor de publicatie iets bracht',
		'For how many areas.',
		(row, { counts }) => counts.get(row.id)?.areas ?? 0
	),
	field(
		'structure_on',
		'date?',
		'dag van de indeling die de publicatie voor al haar cijfers volgt',
		'Day of the municipal structure of all its figures; blank when each has that of its date.',
		(row) => row.structureOn
	),
	field(
		'reason',
		'text?',
		'waarom de publicatie een vorige herziet of rechtzet',
		'Why it revises or corrects another, Dutch; blank when it does neither.',
		(row) => row.reason
	),
	field(
		'note',
		'text?',
		'opmerking van of over de bron',
		'What is said beside it, Dutch; blank when nothing.',
		(row) => row.note
	)
];
