import { isSame, numbersIn, type Written } from './numbers.ts';
import { placeOf, placeOver, type Cell, type Place } from './places.ts';
import type { Statement } from './statements.ts';

const tableOf = (section: string) => `section[aria-labelledby=${section}] table`;

/** Where a page says what the statement of a figure is about, when the figure does not. */
const BESIDE: Readonly<Record<string, readonly string[]>> = {
	voortgang: [
		// What is reckoned from the objective, in dwellings and as a part; the limit of the law.
		tableOf('cijfers'),
		'#groeipad table',
		tableOf('opbouw'),
		// How many members of a region reach theirs.
		'main:has([aria-labelledby=leden]) p.lead'
	],
	// The region that is lit in the drawing.
	verdeling: [tableOf('regios')],
	// How many regions are compared.
	'leden-per-regio': ['.kicker'],
	// The counts of a round: for Flanders, or as they were published.
	kaart: [`${tableOf('perregio')} tr.whole`, 'section[aria-labelledby=uitslag]'],
	// The measures of the curve.
	lorenz: [tableOf('spreiding')]
};

/** The numbers of a statement that its place on a page does not show, and those of its reservations that the page does not. */
export function unquoted(statement: Statement, document: Document): string[] {
	const at = (selector: string) => placeOver([...document.querySelectorAll(selector)]);
	const places = [placeOf(document, statement.id), ...(BESIDE[statement.id] ?? []).map(at)];
	const page = at('main');
	const missing = [
		...sentencesOf(statement.says).flatMap((sentence) =>
			numbersIn(sentence).filter((said) =>
				places.every((place) => !isQuoted(said, sentence, place))
			)
		),
		...numbersIn(statement.reservations).filter((said) => !isAmong(said, page.numbers))
	];
	return missing.map(({ text }) => `${statement.id}: ${text} of «${statement.text}»`);
}

const sentencesOf = (text: string): string[] => text.split(/(?<=\D)\. (?=[A-Z])/);

/** Whether a number of a sentence stands where it says. */
const isQuoted = (said: Written, sentence: string, place: Place): boolean =>
	seatsOf(said, sentence, place).every((seat) => isAmong(said, seat));

const isAmong = (said: Written, numbers: readonly Written[]): boolean =>
	numbers.some((shown) => isSame(said, shown));

/** The numbers among which one must be: those of every name that it is of, else of its dates, else of the whole place. */
function seatsOf(said: Written, sentence: string, place: Place): (readonly Written[])[] {
	const days = datesOf(sentence);
	const dated = place.cells.filter((cell) => days.includes(cell.row));
	const named = namesOf(said, sentence, place.cells)
		.map((name) => place.cells.filter((cell) => cell.about.has(name)))
		.filter((own) => own.length > 0)
		.map((own) => {
			const both = own.filter((cell) => days.includes(cell.row));
			return both.length > 0 ? both : own;
		});
	const bound = named.length > 0 ? named : dated.length > 0 ? [dated] : [];
	return bound.length > 0
		? bound.map((own) => own.flatMap((cell) => cell.numbers))
		: [place.numbers];
}

/** The days of which a sentence speaks, not those by which something is asked. */
const datesOf = (sentence: string): string[] =>
	sentence.match(/(?<!tegen )\b\d\d\/\d\d\/\d{4}/g) ?? [];

/** Whose number it is: `2,0 (As en Bree)`, `≈ 12 woningen (huishoudens)`, `Genk 15`, `Gini, gewogen, is 0,124`. */
function namesOf(
	{ start, end }: Written,
	sentence: string,
	cells: readonly Cell[]
): readonly string[] {
	const [, behind] = /^[ a-z]*\((?!\d)([^)]+)\)/.exec(sentence.slice(end)) ?? [];
	const before = ` ${sentence
		.slice(0, start)
		.replace(/((, )?is )?(≈ )?$/, '')
		.trimEnd()}`;
	const rows = new Set(cells.map((cell) => cell.row).filter((row) => /^\p{L}/u.test(row)));
	return [
		...(behind?.replace(/[«»]/g, '').split(/, | en /) ?? []),
		...[...rows].filter((row) => before.endsWith(` ${row}`))
	];
}
