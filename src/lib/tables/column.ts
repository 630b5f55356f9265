import { otherCount } from '#lib/domain/definition.ts';
import type { Figure } from '#lib/domain/figure.ts';
import type { RepliesTo, Reply } from '#lib/domain/reply.ts';
import { rankedBy } from '#lib/domain/status.ts';
import type { NumberFormat } from '#lib/text/number-format.ts';
import type { Cell } from './cell.ts';
import {
	both,
	figureFields,
	gapFields,
	saidOf,
	typeOf,
	type Field,
	type KindName,
	type Pick,
	type Quantity,
	type Unit,
	type Value,
	type Words
} from './field.ts';

/** What a page shows of a column. */
export interface Shown<Row, Page = unknown> {
	head: (page: Page) => Cell;
	cell: (row: Row, page: Page) => Cell;
	/** Numbers, under each other by their last digit. */
	numeric?: boolean;
	/** What stands under its cells, in the row of a sum; without it what stands in any row. */
	total?: (row: Row, page: Page) => Cell;
	/** The word in an address that orders the rows by it, and what they are then ordered by. */
	sort?: string;
	order?: (row: Row) => string | number | null;
	/** A name for its looks; of a row, when they differ. */
	look?: string | ((row: Row, page: Page) => string | undefined);
	/** One cell stands for all rows that follow each other with the same of this. */
	spans?: (row: Row) => unknown;
	/** Whether its cells say what a row is about; without any those of the first column do. */
	names?: boolean;
	/** Only on some pages. */
	when?: (page: Page) => boolean;
}

/**
 * A column of a table, declared once: the fields that CSV, the API and the data package write of it, and what a page and its
 * files show. The loops over a list of columns stand where a form is made; none of them knows a table.
 */
export interface Column<Row, Whole = unknown, Page = unknown> {
	fields: readonly Field<Row, Whole>[];
	shown?: Shown<Row, Page>;
	/** The figure in it, for what was said of it. */
	figure?: Pick<Row, Whole>;
}

/**
 * One field, for programs only.
 * @param kind what it holds; with `?` behind it a cell can be blank
 * @param words its meaning in the API, in the data package, or in both
 */
export const field = <Row, Whole = unknown>(
	name: string,
	kind: KindName,
	words: Words,
	value: (row: Row, whole: Whole) => Value,
	unit?: Unit
): Column<Row, Whole> => ({
	fields: [{ name, ...typeOf(kind), ...saidOf(words), value, ...(unit && { unit }) }]
});

/** The property of a row that a field is named after: `knownFrom` for `known_from`. */
type Property<Name extends string> = Name extends `${infer First}_${infer Rest}`
	? `${First}${Capitalize<Property<Rest>>}`
	: Name;

/** A field that is a property of the row, by the same name. */
export const given = <const Name extends string>(
	name: Name,
	kind: KindName,
	words: Words,
	unit?: Unit
): Column<Readonly<Record<Property<Name>, Value>>> => {
	const property = name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
	return field(name, kind, words, (row) => row[property as Property<Name>], unit);
};

/** A figure, for programs only: its value, its marks and its publications. */
export const figure = <Row, Whole = unknown>(
	quantity: Quantity,
	pick: Pick<Row, Whole>
): Column<Row, Whole> => ({ fields: figureFields(quantity, pick), figure: pick });

/** How a page shows a figure. */
interface FigureShown<Row, Page> extends Partial<Omit<Shown<Row, Page>, 'head'>> {
	head: Cell;
	format: NumberFormat;
}

/** A figure in files and on a page: there with its mark, the way to its origin and what is known of it now. */
export const shownFigure = <Row, Page = unknown>(
	quantity: Quantity,
	pick: (row: Row) => Figure | null | undefined,
	{ head, format, ...more }: FigureShown<Row, Page>
): Column<Row, unknown, Page> => ({
	...pageFigure(head, format, pick, more),
	...figure<Row>(quantity, pick)
});

/** A figure that only a page and its files show. */
export const pageFigure = <Row, Page = unknown>(
	head: Cell,
	format: NumberFormat,
	pick: (row: Row) => Figure | null | undefined,
	more: Partial<Omit<Shown<Row, Page>, 'head'>> = {}
): Column<Row, unknown, Page> =>
	onPage(head, (row) => figureCell(pick(row), format), {
		numeric: true,
		order: (row) => {
			const figure = pick(row);
			return figure ? rankedBy(figure) : null;
		},
		...more
	});

/** A column that only pages and their files have. */
export const onPage = <Row, Page = unknown>(
	head: Cell | ((page: Page) => Cell),
	cell: (row: Row, page: Page) => Cell,
	more: Partial<Omit<Shown<Row, Page>, 'head'>> = {}
): Column<Row, unknown, Page> => ({
	fields: [],
	shown: { head: typeof head === 'function' ? head : () => head, cell, ...more }
});

/**
 * A figure in a cell; nothing where there is none. The stock or share of an area that is counted otherwise than those of
 * municipalities says by which rule.
 */
export function figureCell(figure: Figure | null | undefined, format: NumberFormat): Cell {
	if (!figure) return null;
	const letter = figure.address && figure.value !== null ? otherCount(figure) : null;
	if (!letter) return { figure, format };
	return [
		{ figure, format },
		{ words: `telling ${letter}`, look: 'small' }
	];
}

/** By what rows can be ordered: the word of each column that an address can name. */
export const ordersOf = <Row>(
	columns: readonly Column<Row, never, never>[]
): Readonly<Record<string, NonNullable<Shown<Row>['order']>>> =>
	Object.fromEntries(
		columns.flatMap(({ shown }) => (shown?.sort && shown.order ? [[shown.sort, shown.order]] : []))
	);

/** Dwellings short of a goal and above it, with their marks; blank where there is no goal. */
export const gap = <Row, Whole = unknown>(pick: Pick<Row, Whole>): Column<Row, Whole> => ({
	fields: gapFields(pick)
});

/** Columns of a part of a row, for programs. */
export const lifted = <Part, Row, Whole>(
	columns: readonly Column<Part, Whole, never>[],
	part: (row: Row) => Part
): readonly Column<Row, Whole>[] =>
	columns.map(({ fields }) => ({
		fields: fields.map((one) => ({
			...one,
			value: (row: Row, whole: Whole) => one.value(part(row), whole)
		}))
	}));

/** What municipalities said of the figures of a row: blank for most. */
export function replies<Row, Whole>(
	columns: readonly Column<Row, Whole, never>[]
): Column<Row, Whole & { repliesTo: RepliesTo }> {
	const figuresOf = (row: Row, whole: Whole) =>
		columns.flatMap((column) => column.figure?.(row, whole) ?? []);
	return field(
		'replies',
		'text?',
		both(
			'weerwoord van de gemeente bij cijfers in de rij',
			'What municipalities replied to these figures, Dutch; blank when nobody did.'
		),
		(row, whole) => {
			const found = new Set(figuresOf(row, whole).flatMap(whole.repliesTo));
			return found.size > 0 ? [...found].map(replyText).join(' | ') : null;
		}
	);
}

const replyText = ({ name, figure, date, words, by, givenOn }: Reply): string =>
	`${name}, ${figure} ${date}: «${words}» (${by}, ${givenOn})`;

/** All fields of a list of columns, in their order. */
export const fieldsOf = <Row, Whole>(
	columns: readonly Column<Row, Whole, never>[]
): Field<Row, Whole>[] => columns.flatMap(({ fields }) => fields);

/** A table as a file for programs writes it. */
export interface ExportTable {
	columns: string[];
	rows: Value[][];
}

/** Rows as a file for programs writes them. */
export function exported<Row, Whole>(
	columns: readonly Column<Row, Whole, never>[],
	rows: readonly Row[],
	whole: Whole
): ExportTable {
	const fields = fieldsOf(columns);
	return {
		columns: fields.map(({ name }) => name),
		rows: rows.map((row) => fields.map(({ value }) => value(row, whole)))
	};
}
