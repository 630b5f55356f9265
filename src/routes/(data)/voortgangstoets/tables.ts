import type { PublishedCounts, RoundCounts } from '#lib/server/standing/tests.ts';
import { thresholdCell, type Cell, type Piece } from '#lib/tables/cell.ts';
import { onPage, type Column } from '#lib/tables/column.ts';
import { CATEGORIES } from '#lib/domain/progress-test.ts';
import type { RoundRow } from '#lib/tables/progress-tests.ts';
import { tableOf } from '#lib/tables/table.ts';
import { publicationPath } from '#lib/text/addresses.ts';
import { count, NBSP, plainNumber, UNKNOWN } from '#lib/text/format.ts';
import { linksFrom } from '../../links.ts';
import type { PageData } from './$types';

/** A source of a round. */
interface SourceRow extends RoundRow {
	/** Whether it became known after the day asked. */
	later: boolean;
	/** Whether it is the last of its round. */
	last: boolean;
}

/** Each source of each round; what became known after the day asked stands under it with a mark. */
const sourceRows = ({ rounds, since, published }: PageData): SourceRow[] =>
	[...rounds, ...since.rounds].flatMap((round) => {
		const ofRound = (one: { year: number }) => one.year === round.year;
		const sources = [
			...published.filter(ofRound).map((counts) => ({ counts, later: false })),
			...since.published.filter(ofRound).map((counts) => ({ counts, later: true }))
		];
		const shown =
			sources.length > 0 ? sources : [{ counts: null, later: since.rounds.includes(round) }];
		return shown.map((one, at) => ({ round, ...one, last: at === shown.length - 1 }));
	});

const sourceWords = ({ provisional, superseded, notes }: PublishedCounts): string =>
	`${provisional ? ', voorlopig' : ''}${superseded ? ', vervangen door de definitieve uitslag' : ''}. ${notes.join(' ')}`;

const inTwo = ({ estimated, short }: RoundCounts): string =>
	`${estimated ? `≈${NBSP}` : ''}${count(short)} in categorie 2`;

/** The tables of the page. */
export function tables(data: PageData, url: URL) {
	const link = linksFrom(url);
	const page = ({ round }: SourceRow) => link(`/voortgangstoets/${round.year}`);
	/** Whether a source gives the final outcome of a round. */
	const isDecided = (year: number) =>
		[...data.published, ...data.since.published].some(
			(one) => one.year === year && !one.provisional
		);
	const source = (row: SourceRow): Cell => {
		const { round, counts, later, last } = row;
		const replay = last ? data.replays.find((one) => one.year === round.year) : undefined;
		const { now } = replay ?? {};
		const pieces: (Piece | null)[] = [
			...(later
				? [
						{ words: '↻ ', look: 'seen' as const },
						{ words: 'Nu bekend, toen nog niet.', look: 'strong' as const },
						' '
					]
				: []),
			...(counts
				? [
						{
							words: data.publications.get(counts.publication)?.publisher ?? '',
							href: publicationPath(counts.publication)
						},
						sourceWords(counts)
					]
				: []),
			last && !isDecided(round.year) ? ` ${round.note ?? ''}` : null,
			replay ? ' ' : null,
			replay ? { words: `Nagerekend: ${inTwo(replay.counts)}`, href: page(row) } : null,
			replay && now && inTwo(now) !== inTwo(replay.counts)
				? { words: inTwo(now), look: 'now' }
				: null
		];
		return pieces;
	};
	const columns: readonly Column<SourceRow>[] = [
		onPage(
			'Toets',
			(row) => ({ words: { amount: row.round.year, format: plainNumber }, href: page(row) }),
			{ spans: ({ round }) => round.year }
		),
		onPage('Meetdatum', ({ round }) => ({ day: round.measuredOn }), {
			spans: ({ round }) => round.year
		}),
		onPage(
			'Drempels',
			({ round: { thresholds } }) =>
				thresholds
					? [
							thresholdCell(thresholds.realised, 'Drempel gerealiseerd'),
							' of ',
							thresholdCell(thresholds.withPlanned, 'Drempel met gepland')
						]
					: { words: 'niet gevonden', look: 'none' },
			{ spans: ({ round }) => round.year }
		),
		...CATEGORIES.map((category) =>
			onPage<SourceRow>(
				category,
				({ counts }) => {
					if (!counts) return { words: UNKNOWN, look: 'none' };
					const found = counts.counts[category];
					return found === undefined ? '–' : { amount: found, format: count };
				},
				{ numeric: true, look: ({ counts }) => (counts?.superseded ? 'superseded' : undefined) }
			)
		),
		onPage(
			'Getoetst',
			({ counts }) => (counts ? { amount: counts.tested, format: count } : UNKNOWN),
			{ numeric: true }
		),
		onPage('Bron en opmerking', source, { look: 'source' })
	];
	return {
		rondes: tableOf(columns, sourceRows(data), undefined, {
			id: 'rondes',
			title: 'De rondes en wat erover gepubliceerd is',
			caption:
				'Aantal gemeenten per categorie, elke bron apart. Een streepje betekent: deze bron noemt het niet.'
		})
	};
}
