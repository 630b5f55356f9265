import type { Publication } from '#lib/server/queries/publications.ts';
import { field, given, type Column } from './column.ts';
import { both, word } from './field.ts';

/** How many numbers each publication brought, and for how many areas. */
interface Counted {
	counts: ReadonlyMap<number, { figures: number; areas: number }>;
}

/** Publications, a row each. */
export const publications: readonly Column<Publication, Counted>[] = [
	given('id', 'whole', both('nummer', 'Number of the publication.')),
	given('publisher', 'text', both('uitgever', 'Who published it.')),
	given('title', 'text', both('titel', 'Title.')),
	given('url', 'text?', both('adres bij de uitgever', 'Address; blank when it has none.')),
	given(
		'licence',
		'text?',
		both('licentie van de uitgever, als ze bekend is', 'Licence; blank when it is not known.')
	),
	given(
		'kind',
		word('PublicationKind', ['first', 'revision', 'correction', 'practice']),
		both('soort', 'What sort of publication it is.')
	),
	given(
		'reference_date',
		'date?',
		both(
			'datum waarop het cijfer waar is',
			'Reference date, when all its figures have one; else blank.'
		)
	),
	given(
		'published_on',
		'date?',
		both('dag van publicatie, als ze bekend is', 'Day of publication; blank when it is not known.')
	),
	given(
		'known_from',
		'date',
		both('dag vanaf wanneer het telt', 'First day on which its figures count.')
	),
	given(
		'supersedes',
		'whole?',
		both(
			'nummer van de publicatie die ze vervangt',
			'Number of the publication that it replaces; blank when none.'
		)
	),
	given(
		'withdrawn_on',
		'date?',
		both(
			'dag van intrekking',
			'First day on which it does not count any more; blank when not withdrawn.'
		)
	),
	given(
		'withdrawn_why',
		'text?',
		both('waarom ze ingetrokken is', 'Why it was withdrawn; blank when it was not.')
	),
	given(
		'file_name',
		'text?',
		both('naam van het ingeladen bestand', 'Name of the file; blank when it was no file.')
	),
	given(
		'sha256',
		'sha256?',
		both('SHA-256 van het ingeladen bestand', 'SHA-256 of the file; blank when it was no file.')
	),
	field(
		'figures',
		'count',
		both('cijfers die de publicatie bracht', 'How many figures it brought.'),
		(row, { counts }) => counts.get(row.id)?.figures ?? 0
	),
	field(
		'areas',
		'count',
		both('gebieden waarvoor de publicatie iets bracht', 'For how many areas.'),
		(row, { counts }) => counts.get(row.id)?.areas ?? 0
	),
	given(
		'structure_on',
		'date?',
		both(
			'dag van de indeling die de publicatie voor al haar cijfers volgt',
			'Day of the municipal structure of all its figures; blank when each has that of its date.'
		)
	),
	given(
		'reason',
		'text?',
		both(
			'waarom de publicatie een vorige herziet of rechtzet',
			'Why it revises or corrects another, Dutch; blank when it does neither.'
		)
	),
	given(
		'note',
		'text?',
		both('opmerking van of over de bron', 'What is said beside it, Dutch; blank when nothing.')
	)
];
