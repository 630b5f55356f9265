import { BASES, CONTRADICTION_KINDS, type Side } from '#lib/domain/contradiction.ts';
import { OUTCOMES } from '#lib/domain/definition-bridge.ts';
import { definitionIn, definitionOf, isIndicator, isPercentage } from '#lib/domain/indicators.ts';
import { TOPICS } from '#lib/domain/published-number.ts';
import { STATUSES } from '#lib/domain/status.ts';
import type { Publication } from '#lib/server/queries/publications.ts';
import type { KnownContradiction } from '#lib/server/standing/contradictions.ts';
import { publicationPath } from '#lib/text/addresses.ts';
import {
	amountWords,
	explanation,
	outcomeWords,
	reckonedWords,
	sideName,
	whoCounts
} from '#lib/text/contradictions.ts';
import { count, day } from '#lib/text/format.ts';
import { numberFormat } from '#lib/text/number-format.ts';
import { CATEGORY_WORDS } from '#lib/text/progress-test.ts';
import { indicatorFormat } from '#lib/text/words.ts';
import type { Cell, Piece } from './cell.ts';
import { field, given, onPage, type Column } from './column.ts';
import { both, maybeWord, word } from './field.ts';
import { tableOf, type About, type Table } from './table.ts';

/** The publications that the two numbers come from. */
export interface Issued {
	publications: ReadonlyMap<number, Publication>;
}

/** What the later publication says of a change itself. */
const whyOf = ({ second }: KnownContradiction, { publications }: Issued): string | null => {
	const issued = publications.get(second.publications[0] ?? -1);
	return issued?.reason ?? issued?.note ?? null;
};

/** Why two numbers differ, in plain Dutch. */
export const explanationOf = (one: KnownContradiction, issued: Issued): string =>
	explanation(one, whyOf(one, issued));

/** The unit of a number: what a test gives is counted in municipalities. */
export const unitOf = ({ part, code }: Side): string => {
	if (part === 'observation' && isIndicator(code)) return definitionOf(code).unit;
	return part === 'objective' ? 'dwellings' : 'municipalities';
};

const publishers = ({ publications: ids }: Side, { publications }: Issued): string =>
	[...new Set(ids.flatMap((id) => publications.get(id)?.publisher ?? []))].join('; ');

/** One of the two numbers, for programs. */
const side = (
	name: 'first' | 'second',
	said: string,
	dutch: string
): readonly Column<KnownContradiction, Issued>[] => [
	field(
		`${name}_code`,
		'text',
		both(
			`${dutch}: reeks, onderdeel van een objectief of categorie`,
			`Indicator, component of an objective, \`category\` or the category counted, of ${said}.`
		),
		(row) => row[name].code
	),
	field(
		`${name}_definition`,
		maybeWord('Definition'),
		both(
			`${dutch}: letter van de telwijze van een woningvoorraad`,
			`Letter of the counting rule of ${said}; blank when it counts no stock.`
		),
		(row) => definitionIn(row[name])
	),
	field(
		`${name}_date`,
		'date?',
		both(
			`${dutch}: datum waarop het waar is`,
			`Reference date of ${said}; blank when its source names none.`
		),
		(row) => row[name].date
	),
	field(
		`${name}_value`,
		'number?',
		both(
			`${dutch}: het getal; leeg voor een categorie`,
			`The number of ${said}; blank for a category.`
		),
		(row) => row[name].value
	),
	field(
		`${name}_category`,
		maybeWord('Category'),
		both(
			`${dutch}: de categorie van een voortgangstoets; anders leeg`,
			`The category of a progress test of ${said}; else blank.`
		),
		(row) => row[name].category
	),
	field(
		`${name}_status`,
		word('Status', STATUSES),
		both(`${dutch}: status`, `How sure ${said} is.`),
		(row) => row[name].status
	),
	field(
		`${name}_reckoned`,
		'flag',
		both(
			`${dutch}: waar: berekend uit andere gepubliceerde cijfers`,
			`Whether ${said} is reckoned from other published numbers.`
		),
		(row) => row[name].from.length > 0
	),
	field(
		`${name}_publications`,
		'list',
		both(
			`${dutch}: nummers van de publicaties, met een spatie ertussen`,
			`Numbers of the publications of ${said}, with spaces.`
		),
		(row) => row[name].publications.join(' ')
	),
	field(
		`${name}_publishers`,
		'text',
		both(`${dutch}: uitgevers`, `Who published ${said}.`),
		(row, issued) => publishers(row[name], issued)
	)
];

/** Published numbers that contradict or correct one another, a row for each two. */
export const contradictions: readonly Column<KnownContradiction, Issued>[] = [
	given('id', 'text', both('naam van het paar, die blijft', 'Name of the pair; it stays.')),
	given(
		'kind',
		word('ContradictionKind', CONTRADICTION_KINDS),
		both(
			'contradiction (tegenspraak), revision (herziening), correction (rechtzetting)',
			'What the two are to one another.'
		)
	),
	given('topic', word('Topic', TOPICS), both('soort cijfer', 'What kind of figure it is.')),
	given(
		'basis',
		word('Basis', BASES),
		both(
			'waarom ze naast elkaar staan: same (zelfde cijfer), near (andere telling rond dezelfde dag), fall (sterke daling), reckoned (nagerekend)',
			'Why the two are held against one another.'
		)
	),
	given(
		'nis',
		'nis?',
		both('NIS-code; leeg voor een gebied als geheel', 'NIS code; blank for a region.')
	),
	given(
		'region',
		'slug?',
		both(
			'naam van de regio in adressen; leeg voor een gemeente',
			'Slug of a region; blank for a municipality.'
		)
	),
	given('name', 'text', both('naam van het gebied', 'Name of the area.')),
	field(
		'scheme',
		'text?',
		both(
			'code van de regeling, van een objectief',
			'Code of the regime, of an objective; else blank.'
		),
		(row) => row.first.scheme
	),
	field(
		'round',
		'whole?',
		both('ronde, van een voortgangstoets', 'Round, of a progress test; else blank.'),
		(row) => row.first.year
	),
	field('unit', 'text', both('eenheid van de twee getallen', 'Unit of the two numbers.'), (row) =>
		unitOf(row.first)
	),
	...side('first', 'the first', 'eerste'),
	...side('second', 'the second', 'tweede'),
	given(
		'difference',
		'number?',
		both(
			'tweede min eerste; procentpunten bij een percentage; leeg tussen categorieën',
			'The second less the first, percentage points between percentages; blank between categories.'
		)
	),
	given(
		'outcome',
		word('BridgeOutcome', OUTCOMES),
		both(
			'explained (verklaard), partly (deels), unexplained (niet verklaard)',
			'Whether the difference is explained.'
		)
	),
	field(
		'steps',
		'text?',
		both(
			'oorzaken met wat ze verklaren, met een spatie ertussen: agencies=384; zonder getal is de grootte niet bekend',
			'Causes with what each explains, with spaces: `agencies=384`; without a number its size is not known. Blank when there are none.'
		),
		({ steps }) =>
			steps
				.map(({ cause, amount }) => (amount === null ? cause : `${cause}=${amount}`))
				.join(' ') || null
	),
	given(
		'rest',
		'number?',
		both(
			'wat van het verschil niet verklaard is',
			'What of the difference no cause accounts for; blank between categories.'
		)
	),
	field(
		'explanation',
		'text',
		both('verklaring in woorden', 'The same in Dutch words.'),
		explanationOf
	)
];

const note = (words: Cell): Piece => ({ words, look: 'note' });

/** How a difference is written: as it stands in the explanation. */
const differenceFormat = (one: Side) =>
	numberFormat((value) => amountWords(one, value), {
		unit: isPercentage(one)
			? 'procentpunt'
			: unitOf(one) === 'dwellings'
				? 'woningen'
				: 'gemeenten',
		decimals: isPercentage(one) ? 2 : 0,
		plus: true
	});

function valueCell({ part, code, value, category }: Side): Piece {
	if (category)
		return { words: `categorie ${category}: ${CATEGORY_WORDS[category]}`, look: 'strong' };
	const format = part === 'observation' && isIndicator(code) ? indicatorFormat(code) : count;
	return { words: { amount: value ?? 0, format }, look: 'strong' };
}

const sourceCells = ({ publications: ids, from }: Side, { publications }: Issued): Piece =>
	note([
		from.length > 0 ? 'nagerekend uit ' : null,
		...ids.flatMap((id, at): Piece[] => [
			...(at > 0 ? [', '] : []),
			{ words: publications.get(id)?.publisher ?? `nr. ${id}`, href: publicationPath(id) }
		])
	]);

/** A number with all that must be known to compare it: what it counts, what divides it, its day and who published it. */
const sideCell = (one: Side, issued: Issued): Cell => [
	valueCell(one),
	one.status === 'provisional' ? note('voorlopig cijfer') : null,
	...[sideName(one), whoCounts(one)].map((words) => words && note(words)),
	one.from.length > 0 ? note(reckonedWords(one)) : null,
	one.date ? note(`toestand op ${day(one.date)}`) : null,
	sourceCells(one, issued),
	one.note ? note(one.note) : null
];

const shown: readonly Column<KnownContradiction, unknown, Issued>[] = [
	onPage(
		'Gebied',
		({ name, nis, region }) => ({
			words: name,
			href: nis ? `/gemeenten/${nis}` : `/regios/${region}`
		}),
		{ names: true }
	),
	onPage('Eerst', ({ first }, issued: Issued) => sideCell(first, issued)),
	onPage('Daarna of ernaast', ({ second }, issued: Issued) => sideCell(second, issued)),
	onPage(
		'Verschil',
		({ difference, first }) =>
			difference === null ? null : { amount: difference, format: differenceFormat(first) },
		{ numeric: true }
	),
	onPage('Verklaring', (row, issued: Issued) => [
		{ words: outcomeWords(row), look: 'strong' },
		note(explanationOf(row, issued))
	])
];

/** Numbers that differ, side by side, with why. */
export const contradictionTable = (
	about: Pick<About, 'title' | 'caption' | 'notes'>,
	rows: readonly KnownContradiction[],
	issued: Issued
): Table =>
	tableOf(
		shown,
		rows,
		issued,
		{ id: 'tegenspraak', quiet: true, reflow: true, look: 'sides', ...about },
		{
			lookOf: ({ id }) => ({ id })
		}
	);
