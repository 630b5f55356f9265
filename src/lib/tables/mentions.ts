import { isDay } from '#lib/domain/dates.ts';
import type { Mention } from '#lib/domain/mention.ts';
import type { Publication } from '#lib/server/queries/publications.ts';
import { mentionPath, publicationPath } from '#lib/text/addresses.ts';
import { mentionDay, mentionName, mentionValue, saidOnLine } from '#lib/text/mention.ts';
import { MENTION_WORDS } from '#lib/text/words.ts';
import type { Cell } from './cell.ts';
import { onPage, type Column } from './column.ts';
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

const mentions: readonly Column<Mention, unknown, Told>[] = [
	onPage('Wat', (one, { whose }: Told) =>
		leading(MENTION_WORDS[one.kind] + whose(one.places), one, one.value === null)
	),
	onPage('Cijfer', (one) => leading(mentionValue(one), one, one.value !== null), { numeric: true }),
	onPage('Wanneer', whenCell),
	onPage('Bron en opmerking', ({ publication, says }, { publications }: Told) => [
		{ words: publications.get(publication)?.publisher ?? '', href: publicationPath(publication) },
		`. ${says}`
	])
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
