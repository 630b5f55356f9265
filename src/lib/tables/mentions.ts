import { isDay } from '#lib/domain/dates.ts';
import type { Mention } from '#lib/domain/mention.ts';
import type { Publication } from '#lib/server/queries/publications.ts';
import { publicationPath } from '#lib/text/addresses.ts';
import { mentionValue, partialDay } from '#lib/text/mention.ts';
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
function whenCell({ trueOn }: Mention): Cell {
	if (trueOn === null) return 'zonder dag';
	return isDay(trueOn) ? { day: trueOn } : partialDay(trueOn);
}

const mentions: readonly Column<Mention, unknown, Told>[] = [
	onPage('Wat', ({ kind, places }, { whose }: Told) => MENTION_WORDS[kind] + whose(places)),
	onPage('Cijfer', mentionValue, { numeric: true }),
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

/** Why these stand apart. */
export const MENTIONS_NOTE =
	'Een deel van de woningen, één project, een voornemen of een getal zonder dag: we tellen ze niet op en tekenen ze niet.';
