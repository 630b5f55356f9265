import { fromObservation, type Figure } from '#lib/domain/figure.ts';
import type { PublishedFact } from '#lib/domain/published.ts';
import type { Publication } from '#lib/server/queries/publications.ts';
import { originPath, publicationPath } from '#lib/text/addresses.ts';
import { count, day } from '#lib/text/format.ts';
import { factName, factValue } from '#lib/text/published.ts';
import type { ObservedNumber } from '#lib/text/figure-words.ts';
import type { Cell, Piece, Words } from './cell.ts';
import { onPage, type Column } from './column.ts';
import { tableOf, type About, type Table } from './table.ts';

/** One published fact in words. */
export interface Fact {
	what: string;
	/** In words or as an amount; or `observed` when it is one number of a series. */
	value?: Piece;
	observed?: ObservedNumber;
	date: string | null;
	note: string | null;
	publication: number;
	/** The number itself, for what was said of it. */
	figure?: Figure;
}

/** A fact that was published about a municipality. @param whose behind its name, where it is of one before a merger */
export const municipalFact = (fact: PublishedFact, whose: string): Fact => {
	const { said, date, note, publication } = fact;
	const what = factName(fact) + whose;
	const rest = { what, date, note, publication };
	if ('indicator' in said) return { ...rest, observed: said, figure: fromObservation(said) };
	return 'part' in said && said.value !== null
		? { ...rest, value: { amount: said.value, format: count } }
		: { ...rest, value: factValue(fact) };
};

type Publications = ReadonlyMap<number, Publication>;

/** The number of a fact, which leads to where it stands in its source. */
export const numberCell = ({ observed, value = '', figure }: Fact): Cell => [
	observed ? numberLink({ observed }, figure) : value,
	figure ? { repliesTo: figure } : null
];

/** The number leads to where it stands in its source. */
function numberLink(words: Piece, figure: Figure | undefined): Piece {
	const href = figure && originPath(figure);
	return href ? { words, href } : words;
}

/** Who published it, which leads to the publication. */
export const publisherLink = (publication: number, publications: Publications): Words => ({
	words: publications.get(publication)?.publisher ?? '',
	href: publicationPath(publication)
});

const facts: readonly Column<Fact, unknown, Publications>[] = [
	onPage('Wat', ({ what }) => what),
	onPage('Cijfer', numberCell, { numeric: true }),
	onPage('Datum', ({ date }) => (date ? { day: date } : '–')),
	onPage('Bron en opmerking', ({ publication, note }, publications: Publications) => {
		const issued = publications.get(publication);
		const published = issued?.publishedOn ? `, ${day(issued.publishedOn)}` : '';
		return [publisherLink(publication, publications), note ? `${published}. ${note}` : published];
	})
];

/** Single published facts: what, how much, when, by whom. */
export const factTable = (
	about: Partial<Pick<About, 'id'>> & Pick<About, 'title' | 'notes'>,
	rows: readonly Fact[],
	publications: Publications
): Table => tableOf(facts, rows, publications, { id: 'gepubliceerd', reflow: true, ...about });
