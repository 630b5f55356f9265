import { isDay } from '#lib/domain/dates.ts';
import { MENTION_KINDS, MENTION_UNITS, type Mention } from '#lib/domain/mention.ts';
import type { Publication } from '#lib/server/queries/publications.ts';
import { mentionPath, publicationPath } from '#lib/text/addresses.ts';
import { mentionDay, mentionName, mentionValue, saidOnLine } from '#lib/text/mention.ts';
import { MENTION_WORDS } from '#lib/text/words.ts';
import type { Cell } from './cell.ts';
import { field, given, onPage, type Column } from './column.ts';
import { both, maybeWord, word } from './field.ts';
import { tableOf, type Table } from './table.ts';

/** What is read with the mentions of a page. */
interface Told {
	publications: ReadonlyMap<number, Publication>;
	/** Words behind a line, of whom it is where that is not the place of the page. */
	whose: (places: string) => string;
}

/** A day is a day in files too; a month or year is not. */
const whenCell = (one: Mention): Cell =>
	one.trueOn !== null && isDay(one.trueOn) ? { day: one.trueOn } : mentionDay(one);

/** The number leads to its origin; of what is said in words its kind does. */
const leading = (words: string, one: Mention, leads: boolean): Cell =>
	leads ? { words, href: mentionPath(one) } : words;

/** What is said beside the figures: on a page, in the API and in the data package. */
export const mentions: readonly Column<Mention, unknown, Told>[] = [
	onPage('Wat', (one, { whose }: Told) =>
		leading(MENTION_WORDS[one.kind] + whose(one.places), one, one.value === null)
	),
	onPage('Cijfer', (one) => leading(mentionValue(one), one, one.value !== null), { numeric: true }),
	onPage('Wanneer', whenCell),
	onPage('Bron en opmerking', ({ publication, says }, { publications }: Told) => [
		{ words: publications.get(publication)?.publisher ?? '', href: publicationPath(publication) },
		`. ${says}`
	]),
	given('publication', 'whole', both('nummer van de publicatie', 'Number of the publication.')),
	given(
		'code',
		'text',
		both('naam van de vermelding binnen de publicatie', 'Its name within the publication.')
	),
	given(
		'places',
		'text',
		both(
			'NIS-codes met een spatie ertussen: van die gemeenten samen; of de naam van een regio in adressen',
			'NIS codes with spaces, of those municipalities together; or the slug of one region.'
		)
	),
	given('kind', word('MentionKind', MENTION_KINDS), both('soort', 'What it is.')),
	given(
		'value',
		'number?',
		both(
			'getal, in de eenheid die ernaast staat; leeg: in woorden gezegd',
			'The number, in its unit; blank for what is said in words.'
		)
	),
	given(
		'unit',
		maybeWord('MentionUnit', MENTION_UNITS),
		both('eenheid van de waarde', 'What the number counts; blank without a number.')
	),
	given(
		'true_on',
		'text?',
		both(
			'dag, maand of jaar waarover het gaat; leeg: de bron noemt er geen',
			'Day, month or year of which it is; blank when the source names none.'
		)
	),
	given(
		'provisional',
		'flag',
		both('waar: voorlopig, met de twijfel erbij', 'Whether there is doubt, which is told.')
	),
	given(
		'says',
		'text',
		both(
			'wat de bron telt, van wie, en wat er twijfelachtig aan is',
			'What the source counts, of whom, and what is doubtful; Dutch.'
		)
	),
	field(
		'origin',
		'text',
		both(
			'pad op deze site waar de herkomst staat',
			'Path on this site of the page that tells where it comes from.'
		),
		mentionPath
	)
];

/** What is published of a place and is no figure of a series: what, how much, when, by whom; null without any. */
export const mentionTable = (
	rows: readonly Mention[],
	publications: Told['publications'],
	whose: Told['whose'] = () => ''
): Table | null =>
	rows.length === 0
		? null
		: tableOf(
				mentions,
				rows,
				{ publications, whose },
				{
					id: 'vermeldingen',
					title: 'Ook gepubliceerd: delen, projecten en plannen',
					notes: [MENTIONS_NOTE],
					reflow: true
				}
			);

/** All that is said on one line, by what it is, each leading to its origin; null without any. */
export function mentionsLine(told: readonly (Mention & { publisher: string })[]): Cell {
	const groups = [...Map.groupBy(told, mentionName)];
	const pieces = groups.flatMap(([name, own], at) => [
		`${at > 0 ? '; ' : ''}${name}: `,
		...own.flatMap((one, place) => [
			...(place > 0 ? [', '] : []),
			{ words: saidOnLine(one), href: mentionPath(one) }
		])
	]);
	return pieces.length === 0 ? null : ['Ook gepubliceerd: ', ...pieces, '.'];
}

/** Why these stand apart. */
export const MENTIONS_NOTE =
	'Een deel van de woningen, één project, een voornemen of een getal zonder dag: we tellen ze niet op en tekenen ze niet.';
