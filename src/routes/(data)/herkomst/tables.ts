import type { Figure, Quantity } from '#lib/domain/figure.ts';
import type { TraceStep } from '#lib/server/standing/trace.ts';
import type { Cell } from '#lib/tables/cell.ts';
import { onPage, type Column } from '#lib/tables/column.ts';
import { tableOf, type Table } from '#lib/tables/table.ts';
import { publicationPath, tracePath } from '#lib/text/addresses.ts';
import { isTakenOver } from '#lib/text/figure-words.ts';
import { day } from '#lib/text/format.ts';
import {
	figureFormat,
	figureName,
	placeInFile,
	QUANTITY_WORDS,
	RULE_WORDS
} from '#lib/text/trace.ts';
import { STATUS_WORDS, type PUBLICATION_WORDS } from '#lib/text/words.ts';
import type { PageData } from './$types';

/** The tables of the page; null where it has none of that name now. */
export const tables = (data: PageData) => ({
	stappen: data.trace.steps.length > 0 ? stepTable(data) : null,
	alle: data.trace.figures.size > 0 ? allTable(data) : null
});

/** What the reason of a publication is for: of a first one, that it came; of another, that figures changed. */
const whyWords = (kind: keyof typeof PUBLICATION_WORDS): string =>
	kind === 'revision' || kind === 'correction' ? 'Waarom het veranderde' : 'Waarom';

/** Whether a source says the number itself, and nothing was reckoned. */
export const isAsSaid = ({ rule, figure }: Pick<TraceStep, 'rule' | 'figure'>): boolean =>
	isTakenOver(rule) && !figure.made?.parts.length;

/** A step leads nowhere by its number; it has its own column for that. */
const bare = ({
	address: _,
	made: __,
	now: ___,
	unknownOf: ____,
	...figure
}: TraceStep['figure']): Figure => ({
	...figure,
	indicator: null
});

/** How a figure came about, from the figure itself down to the numbers that were published, each with its place. */
function stepTable({ trace, names, publications }: PageData): Table {
	const source = ({ figure, rule, place, onward }: TraceStep): Cell => {
		if (onward) return { words: 'verder', href: tracePath(onward) };
		const publication = publications.get(figure.publications[0] ?? -1);
		if (!isAsSaid({ rule, figure }) || !publication) return null;
		const where = place && placeInFile(place);
		return [
			{
				words: `${publication.publisher}, ${publication.title}`,
				href: publicationPath(publication.id)
			},
			where ? ` (${where})` : null,
			place?.note ? { words: place.note, look: 'small' } : null,
			publication.reason
				? { words: `${whyWords(publication.kind)}: ${publication.reason}`, look: 'small' }
				: null
		];
	};
	const columns: readonly Column<TraceStep>[] = [
		onPage('Wat', ({ level, area, figure }) => [
			{ words: `Niveau ${level + 1}: `, look: 'heard' },
			area ? `${names.get(area)?.name ?? area}: ` : null,
			figureName(figure)
		]),
		onPage(
			'Cijfer',
			({ figure }) => [
				{ figure: bare(figure), format: figureFormat(figure) },
				{ repliesTo: figure }
			],
			{ numeric: true }
		),
		onPage('Datum', ({ figure }) => ({ day: figure.date })),
		onPage('Hoe', ({ rule, figure }) =>
			isAsSaid({ rule, figure }) ? STATUS_WORDS[figure.status] : RULE_WORDS[rule].formula
		),
		onPage('Bron en plaats in het bestand', source)
	];
	return tableOf(
		columns,
		trace.steps,
		undefined,
		{
			id: 'stappen',
			title: 'Zo kwam het cijfer tot stand',
			caption: 'Van boven naar onder: het cijfer, en waaruit het gemaakt is',
			look: 'steps'
		},
		{ lookOf: ({ level }) => ({ level }) }
	);
}

type Named = readonly [quantity: Quantity, figure: Figure];

const named: readonly Column<Named>[] = [
	onPage('Wat', ([quantity, { address }]) => {
		const { name } = QUANTITY_WORDS[quantity];
		return address ? { words: name, href: tracePath(address) } : name;
	}),
	onPage('Cijfer', ([quantity, figure]) => ({ figure, format: QUANTITY_WORDS[quantity].format }), {
		numeric: true
	})
];

/** Every figure of the same area and moment. */
const allTable = ({ trace, asked }: PageData): Table =>
	tableOf(
		named,
		[...trace.figures],
		undefined,
		{ id: 'alle', title: `Alle cijfers van ${trace.area.name} op ${day(asked.on)}` },
		{ lookOf: ([quantity]) => ({ current: quantity === asked.quantity }) }
	);
