import { CATEGORIES, GROUNDS } from '#lib/domain/progress-test.ts';
import type { RepliesTo } from '#lib/domain/reply.ts';
import { fraction } from '#lib/domain/share.ts';
import type { PublishedCounts, Round, TestStanding } from '#lib/server/standing/tests.ts';
import { field, figure, given, lifted, replies, type Column } from './column.ts';
import { both, maybeWord, nl } from './field.ts';
import { known, QUANTITIES, town, type AtMoment } from './quantities.ts';

/** A source of a round; a round without a source has a row too. */
export interface RoundRow {
	round: Round;
	counts: PublishedCounts | null;
}

export const roundRows = (
	rounds: readonly Round[],
	published: readonly PublishedCounts[]
): RoundRow[] =>
	rounds.flatMap((round) => {
		const sources = published.filter((one) => one.year === round.year);
		return (sources.length > 0 ? sources : [null]).map((counts) => ({ round, counts }));
	});

/** The rule of a round. */
export const rule: readonly Column<Round>[] = [
	given('year', 'whole', both('jaar van de ronde', 'Year of the round.')),
	given('measured_on', 'date', both('meetdatum', 'Measuring date.')),
	field(
		'threshold_realised',
		'number?',
		both(
			'drempel voor gerealiseerd, als deel van het objectief',
			'First threshold, a fraction; blank when never published.'
		),
		({ thresholds }) => fraction(thresholds?.realised),
		'ratio'
	),
	field(
		'threshold_with_planned',
		'number?',
		both(
			'drempel met gepland erbij, als deel van het objectief',
			'Second threshold, a fraction; blank when never published.'
		),
		({ thresholds }) => fraction(thresholds?.withPlanned),
		'ratio'
	),
	given('legal_reference', 'text', both('verwijzing naar de regel', 'The article that says so.'))
];

const categoryCounts = CATEGORIES.map((name) =>
	field<PublishedCounts | null>(
		`category_${name}`,
		'count?',
		both(
			`gemeenten in categorie ${name}`,
			`Municipalities in category ${name}; blank when not told.`
		),
		(row) => row?.counts[name] ?? null,
		'municipalities'
	)
);

/** What one source said of a whole round. */
export const publishedCounts: readonly Column<PublishedCounts>[] = [
	given('year', 'whole', nl('jaar van de ronde')),
	...categoryCounts,
	given('tested', 'count', nl('getoetste gemeenten'), 'municipalities'),
	given('provisional', 'flag', nl('waar: voorlopig')),
	given('superseded', 'flag', nl('waar: een latere bron gaf de definitieve uitkomst')),
	given('publication', 'whole', nl('nummer van de publicatie')),
	field('notes', 'text?', nl('wat de bron in woorden zei'), (row) => row.notes.join(' ') || null)
];

/** Rounds with what each source says of them. */
export const rounds: readonly Column<RoundRow>[] = [
	...lifted(rule, (row: RoundRow) => row.round),
	...lifted(categoryCounts, (row: RoundRow) => row.counts),
	field(
		'tested',
		'number?',
		'Municipalities that were tested; blank when not told.',
		(row) => row.counts?.tested ?? null
	),
	field(
		'provisional',
		'flag?',
		'Whether the outcome was provisional; blank without a source.',
		(row) => row.counts?.provisional ?? null
	),
	field(
		'superseded',
		'flag?',
		'Whether a later source gives the final outcome; blank without a source.',
		(row) => row.counts?.superseded ?? null
	),
	field(
		'publication',
		'number?',
		'Number of the publication; blank without a source.',
		(row) => row.counts?.publication ?? null
	),
	field(
		'notes',
		'text?',
		'What the source says beside it; blank when nothing.',
		(row) => row.counts?.notes.join(' ') ?? null
	)
];

const figures: readonly Column<TestStanding>[] = [
	figure(QUANTITIES.target, (row) => row.target),
	figure(QUANTITIES.realised, (row) => row.realised),
	figure(QUANTITIES.inExecution, (row) => row.inExecution),
	figure(QUANTITIES.planned, (row) => row.planned)
];

/** What a row of the tests is written with. */
interface Told extends Pick<AtMoment, 'known'> {
	repliesTo: RepliesTo;
}

/** Municipalities of one or more rounds with figures, replay and published category. */
export const tests: readonly Column<TestStanding, Told>[] = [
	given('round', 'whole', both('jaar van de ronde', 'Year of the round.')),
	...town<TestStanding>((row) => row.municipality),
	...figures,
	given(
		'computed',
		'whole?',
		both(
			'nagerekende categorie, 1 of 2',
			'Category by our own replay, 1 or 2; blank when that cannot be said.'
		)
	),
	field(
		'estimated',
		'flag?',
		both(
			'waar: rust op een raming (oefencijfer)',
			'Whether it rests on a practice figure; blank without one.'
		),
		(row) => (row.computed === null ? null : row.estimated)
	),
	given(
		'ground',
		maybeWord('Ground', GROUNDS),
		both('waarop de nagerekende categorie rust', 'What decides; blank without a computed category.')
	),
	given(
		'short_realised',
		'count?',
		both(
			'woningen tekort voor de eerste drempel',
			'Dwellings short of the first threshold; blank when unknown.'
		),
		'dwellings'
	),
	given(
		'short_with_planned',
		'count?',
		both(
			'woningen tekort voor de tweede drempel, met gepland erbij',
			'Dwellings short of the second threshold; blank when unknown.'
		),
		'dwellings'
	),
	field(
		'tie',
		'flag?',
		both(
			'waar: precies op een drempel',
			'Whether it hangs on how the threshold was rounded; blank without a computed category.'
		),
		(row) => (row.computed === null ? null : row.tie)
	),
	field(
		'entered',
		maybeWord('Category', CATEGORIES),
		both('gepubliceerde categorie', 'Published category; blank when none was.'),
		(row) => row.entered?.category ?? null
	),
	field(
		'entered_publication',
		'whole?',
		both('publicatie van die categorie', 'Number of its publication; blank when none was.'),
		(row) => row.entered?.publication ?? null
	),
	given(
		'differs',
		'flag',
		both(
			'waar: de gepubliceerde categorie spreekt de nagerekende tegen',
			'Whether the published category contradicts the computed one.'
		)
	),
	field('measured_on', 'date', both('meetdatum', 'Measuring date.'), (row) => row.realised.date),
	known,
	replies(figures)
];
