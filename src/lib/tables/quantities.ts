import type { Day } from '#lib/domain/dates.ts';
import type { Figure } from '#lib/domain/figure.ts';
import type { Municipality } from '#lib/domain/places.ts';
import { field, type Column } from './column.ts';
import { both, definitionLetter, maybeWord, type Quantity } from './field.ts';

/** The quantities that several tables hold, each with its name in files, its unit and its meaning in both languages. */
export const QUANTITIES = {
	households: {
		name: 'households',
		unit: 'households',
		about: 'private huishoudens op 1 januari na de datum',
		meaning: 'Private households.'
	},
	stock: {
		name: 'stock',
		unit: 'dwellings',
		about: 'sociale huurwoningen op de datum',
		meaning: 'Social rental dwellings.'
	},
	share: {
		name: 'share',
		unit: 'share',
		about: 'woningen gedeeld door huishoudens, als breuk',
		meaning: 'Dwellings over households, a fraction.'
	},
	target: {
		name: 'target',
		unit: 'dwellings',
		about: 'objectief: bijkomende woningen',
		meaning: 'Dwellings to add since the baseline: the objective.'
	},
	baseline: {
		name: 'baseline',
		unit: 'dwellings',
		about: 'sociale huurwoningen bij de nulmeting',
		meaning: 'Social rental dwellings at the baseline.'
	},
	realised: {
		name: 'realised',
		unit: 'dwellings',
		about: 'gerealiseerd sinds de nulmeting',
		meaning: 'Dwellings added since the baseline, net.'
	},
	counted: {
		name: 'counted',
		unit: 'dwellings',
		about: 'gerealiseerd, zoals het meetelt voor het objectief',
		meaning: 'Of those what counts towards the objective.'
	},
	inExecution: {
		name: 'in_execution',
		unit: 'dwellings',
		about: 'woningen in uitvoering',
		meaning: 'Dwellings being built.'
	},
	planned: {
		name: 'planned',
		unit: 'dwellings',
		about: 'geplande woningen',
		meaning: 'Dwellings planned.'
	},
	realisedShare: {
		name: 'realised_share',
		unit: 'ratio',
		about: 'deel van het objectief dat gerealiseerd is, als breuk',
		meaning: 'Counted over target, a fraction.'
	},
	elsewhere: {
		name: 'dwellings_elsewhere',
		unit: 'dwellings',
		about: '',
		meaning: 'Whole dwellings that would stand in another member if spread evenly.'
	},
	pipeline: {
		name: 'pipeline',
		unit: 'dwellings',
		about: '',
		meaning: 'Dwellings in execution and planned.'
	}
} as const satisfies Record<string, Quantity>;

/** The situation and the knowledge that a row is about. */
export interface AtMoment {
	on: Day;
	known: Day;
}

const ON = 'Reference date of the situation.';
const KNOWN = 'Knowledge date: only what was known by this day counts.';

export const known = field<unknown, Pick<AtMoment, 'known'>>(
	'known',
	'date',
	both('bekend op: alleen wat op die dag bekend was', KNOWN),
	(_, whole) => whole.known
);

/** The moment of every row. */
export const moment: readonly Column<unknown, AtMoment>[] = [
	field('on', 'date', both('datum van de toestand', ON), (_, whole) => whole.on),
	known
];

/** Code and name of a municipality. */
export const town = <Row>(
	of: (row: Row) => Pick<Municipality, 'nis' | 'name'>
): readonly Column<Row>[] => [
	field('nis', 'nis', both('NIS-code van de gemeente', 'NIS code.'), (row) => of(row).nis),
	field('name', 'text', both('naam', 'Name, Dutch.'), (row) => of(row).name)
];

export const householdsDate = <Row extends { households: Figure }>(): Column<Row> =>
	field(
		'households_date',
		'date',
		both('datum van de huishoudens', 'Day of the households.'),
		(row) => row.households.date
	);

export const stockDefinition = <Row extends { stock: Figure }>(): Column<Row> =>
	field(
		'stock_definition',
		maybeWord('Definition'),
		both(
			'letter van de telwijze van de woningen',
			'By which rule they were counted; blank when nobody counted.'
		),
		(row) => definitionLetter(row.stock)
	);
