import { REPLY_FIGURES, type KnownReply } from '#lib/domain/reply.ts';
import { field, type Column } from './column.ts';
import { both, word } from './field.ts';

/** When and why a reply was taken back; null for one that was not, or was replaced. */
export const withdrawalOf = ({ reply, state }: KnownReply) =>
	state === 'withdrawn'
		? { withdrawnOn: reply.withdrawnOn, withdrawnWhy: reply.withdrawnWhy }
		: { withdrawnOn: null, withdrawnWhy: null };

/** Replies of municipalities, a row each. */
export const knownReplies: readonly Column<KnownReply>[] = [
	field('id', 'whole', both('nummer', 'Number of the reply.'), ({ reply }) => reply.id),
	field(
		'nis',
		'nis',
		both(
			'NIS-code van de gemeente',
			'NIS code of the municipality whose figure it is, in the form in which it replied.'
		),
		({ reply }) => reply.nis
	),
	field('name', 'text', both('naam', 'Name of that municipality.'), ({ reply }) => reply.name),
	field(
		'figure',
		word('ReplyFigureName', REPLY_FIGURES),
		both('grootheid of reeks waarover de gemeente iets zegt', 'What the reply is about.'),
		({ reply }) => reply.figure
	),
	field(
		'reference_date',
		'date',
		both('datum waarop het cijfer waar is', 'Reference date of that figure.'),
		({ reply }) => reply.date
	),
	field(
		'words',
		'text',
		both('wat de gemeente zegt', 'What it says: Dutch, plain text, at most 280 characters.'),
		({ reply }) => reply.words
	),
	field(
		'given_on',
		'date',
		both('dag van de nota van de gemeente', 'Day of the note of the municipality.'),
		({ reply }) => reply.givenOn
	),
	field(
		'known_from',
		'date',
		both('dag vanaf wanneer het telt', 'First day on which it counts.'),
		({ reply }) => reply.knownFrom
	),
	field(
		'given_by',
		'text',
		both('functie of orgaan dat voor de woorden instaat', 'The role or office that stands for it.'),
		({ reply }) => reply.by
	),
	field(
		'reference',
		'text?',
		both(
			'kenmerk van de brief of de beslissing',
			'Of the letter or decision; blank when none was given.'
		),
		({ reply }) => reply.reference
	),
	field(
		'state',
		word('ReplyState', ['shown', 'replaced', 'withdrawn']),
		both(
			'shown (staat bij het cijfer), replaced (vervangen), withdrawn (ingetrokken)',
			'What became of it by the knowledge date.'
		),
		({ state }) => state
	),
	field(
		'withdrawn_on',
		'date?',
		both(
			'dag van intrekking',
			'First day on which it does not count any more; blank when it does.'
		),
		(row) => withdrawalOf(row).withdrawnOn
	),
	field(
		'withdrawn_why',
		'text?',
		both('waarom ze ingetrokken is', 'Why it was withdrawn, Dutch; blank when it was not.'),
		(row) => withdrawalOf(row).withdrawnWhy
	)
];
