import { definitionOf } from '#lib/domain/indicators.ts';
import type { Figure } from '#lib/domain/figure.ts';
import { shortAndSurplus } from '#lib/domain/share.ts';
import { STATUSES } from '#lib/domain/status.ts';

/** What a field of a file holds; null is a blank cell, never 0. */
export type Value = string | number | boolean | null;

/** What a column is counted in. `share` is a fraction: 0.0875 is 8.75 %. */
export type Unit =
	'dwellings' | 'households' | 'municipalities' | 'share' | 'ratio' | 'km2' | 'degrees';

type PlainKind =
	| 'text'
	| 'nis'
	| 'slug'
	| 'list'
	| 'sha256'
	| 'date'
	| 'flag'
	| 'whole'
	| 'count'
	| 'number'
	| 'size';

/** One of some words: the name of their list in the API, and the words themselves where the data package names them. */
export interface Word {
	word: string;
	values?: readonly string[];
}

/** What the cells of a field hold. */
interface FieldType {
	kind: PlainKind | Word;
	/** Whether a cell can be blank. */
	blank: boolean;
}

/** A field of a file, one column of CSV, with its meaning in both languages. */
export interface Field<Row, Whole = unknown> extends FieldType {
	name: string;
	/** In the data package, Dutch; empty in a table that is not in it. */
	about: string;
	/** In the API, English; empty in a table that is not in it. */
	meaning: string;
	unit?: Unit;
	value: (row: Row, whole: Whole) => Value;
}

/** How a kind is written where a column is declared; with `?` behind it a cell can be blank. */
export type KindName = PlainKind | `${PlainKind}?` | (Word & { blank?: boolean });

/** What a field holds, in words: English alone in a table of the API, or with the Dutch of the data package. */
export type Words = string | Said;

interface Said {
	about: string;
	meaning: string;
}

/** Words for a table that only the data package has. */
export const nl = (about: string): Said => ({ about, meaning: '' });

/** Words for a table that the data package and the API have. */
export const both = (about: string, meaning: string): Said => ({ about, meaning });

export const saidOf = (words: Words): Said =>
	typeof words === 'string' ? { about: '', meaning: words } : words;

/** A word of a list that has a name in the API. */
export const word = (name: string, values?: readonly string[]): Word => ({
	word: name,
	...(values && { values })
});

/** The same, where a cell can be blank. */
export const maybeWord = (name: string, values?: readonly string[]) => ({
	...word(name, values),
	blank: true
});

export function typeOf(kind: KindName): FieldType {
	if (typeof kind !== 'string') {
		const { blank = false, ...one } = kind;
		return { kind: one, blank };
	}
	return { kind: kind.replace('?', '') as PlainKind, blank: kind.endsWith('?') };
}

/** The meaning of a field that holds several words or numbers. */
export const spaced = (meaning: string): string =>
	`${meaning}, with spaces; blank when there are none.`;

/** Finds a figure in a row; null where the row has none. */
export type Pick<Row, Whole = unknown> = (row: Row, whole: Whole) => Figure | null | undefined;

/** What is known of a quantity wherever it stands: the name of its field, its unit, its meaning in both languages. */
export interface Quantity {
	name: string;
	unit: Unit;
	about: string;
	meaning: string;
}

/** The marks that go with a value wherever it leaves this site. */
export const marksOf = ({ status, composed, reason, missing }: Figure) => ({
	status,
	...(composed && { composed: true as const }),
	...(reason && { reason }),
	...(missing.length > 0 && { missing: [...missing] })
});

/** The letter of the counting rule of a figure (domain.md 2.1); null when it counts no stock. */
export const definitionLetter = ({ indicator }: Figure) =>
	indicator ? definitionOf(indicator).definition : null;

/** Dwellings short and dwellings above of a signed gap; both null when it is unknown or there is none. */
export const gapParts = (gap: Figure | null | undefined) =>
	gap?.value == null ? { short: null, surplus: null } : shortAndSurplus(gap.value);

/** Value, marks and publications of a figure, each in a field of its own. */
export const figureFields = <Row, Whole>(
	{ name, unit, about, meaning }: Quantity,
	pick: Pick<Row, Whole>
): Field<Row, Whole>[] => [
	{
		name,
		kind: 'number',
		blank: true,
		unit,
		about,
		meaning: `${meaning} Blank when unknown.`,
		value: (row, whole) => pick(row, whole)?.value ?? null
	},
	...markFields(name, pick),
	{
		name: `${name}_publications`,
		kind: 'list',
		blank: true,
		about: `${name}: nummers van de publicaties waarop het rust, met een spatie ertussen`,
		meaning: spaced(`Numbers of the publications that \`${name}\` rests on`),
		value: (row, whole) => pick(row, whole)?.publications.join(' ') ?? null
	}
];

/**
 * The marks of one figure: how sure it is, whether it is a sum over the municipalities before a merger, why it is unknown,
 * and whom it leaves out; blank where there is no figure.
 */
function markFields<Row, Whole>(name: string, pick: Pick<Row, Whole>): Field<Row, Whole>[] {
	const marks = (row: Row, whole: Whole) => {
		const figure = pick(row, whole);
		return figure && marksOf(figure);
	};
	return [
		{
			name: `${name}_status`,
			kind: word('Status', STATUSES),
			blank: true,
			about: `${name}: status`,
			meaning: `How sure \`${name}\` is; blank when there is no such figure.`,
			value: (row, whole) => marks(row, whole)?.status ?? null
		},
		{
			name: `${name}_composed`,
			kind: 'flag',
			blank: true,
			about: `${name}: waar: een som van de gemeenten voor een fusie`,
			meaning: `Whether \`${name}\` is a sum over the municipalities before a merger; else blank.`,
			value: (row, whole) => marks(row, whole)?.composed ?? null
		},
		{
			name: `${name}_reason`,
			kind: word('Reason'),
			blank: true,
			about: `${name}: waarom het onbekend is`,
			meaning: `Why \`${name}\` is unknown; else blank.`,
			value: (row, whole) => marks(row, whole)?.reason ?? null
		},
		{
			name: `${name}_missing`,
			kind: 'text',
			blank: true,
			about: `${name}: codes van wat in de som ontbreekt, met een spatie ertussen`,
			meaning: spaced(`NIS codes of those that \`${name}\` leaves out`),
			value: (row, whole) => marks(row, whole)?.missing?.join(' ') ?? null
		}
	];
}

/** Dwellings short of a goal and above it, with their marks; blank where there is no goal. */
export const gapFields = <Row, Whole>(pick: Pick<Row, Whole>): Field<Row, Whole>[] => [
	{
		name: 'gap',
		kind: 'count',
		blank: true,
		unit: 'dwellings',
		about: 'woningen tot het streefcijfer',
		meaning: 'Dwellings short of the goal, rounded up; blank when unknown or without a goal.',
		value: (row, whole) => gapParts(pick(row, whole)).short
	},
	{
		name: 'surplus',
		kind: 'count',
		blank: true,
		unit: 'dwellings',
		about: 'woningen boven het streefcijfer',
		meaning: 'Dwellings above the goal; blank when unknown or without a goal.',
		value: (row, whole) => gapParts(pick(row, whole)).surplus
	},
	...markFields('gap', pick)
];
