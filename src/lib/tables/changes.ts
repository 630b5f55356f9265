import type { Change, PipelineChange } from '#lib/domain/change.ts';
import type { Figure } from '#lib/domain/figure.ts';
import type { ChangedFigure } from '#lib/server/queries/changes.ts';
import type { MunicipalityChange } from '#lib/server/standing/changes.ts';
import type { Period } from '#lib/server/standing/period.ts';
import { field, figure, given, type Column } from './column.ts';
import { maybeWord, spaced, word } from './field.ts';
import { town } from './quantities.ts';

/** The steps of the stock: `start + replaced + correction + real = end`. */
export const STOCK_STEPS = [
	'start',
	'replaced',
	'correction',
	'real',
	'end'
] as const satisfies readonly (keyof Change)[];

export const PIPELINE_STEPS = [
	'start',
	'replaced',
	'correction',
	'real',
	'added',
	'delivered',
	'dropped',
	'end'
] as const satisfies readonly (keyof PipelineChange)[];

const steps = <Step extends string>(
	name: 'stock' | 'pipeline',
	all: readonly Step[],
	of: (row: MunicipalityChange) => Readonly<Record<Step, Figure>>
): readonly Column<MunicipalityChange>[] =>
	all.map((step) =>
		figure<MunicipalityChange>(
			{
				name: `${name}_${step}`,
				unit: 'dwellings',
				about: '',
				meaning: `Dwellings, \`${step}\` of the ${name}.`
			},
			(row) => of(row)[step]
		)
	);

/** What changed for each municipality between two days. */
export const changes: readonly Column<MunicipalityChange, Period>[] = [
	...town<MunicipalityChange>((row) => row.municipality),
	...steps('stock', STOCK_STEPS, (row) => row.stock),
	field('stock_causes', 'text?', spaced('What made the correction'), (row) => row.causes.join(' ')),
	field(
		'stock_recounted',
		'flag',
		'Whether the figures are not all counted by one definition.',
		(row) => row.stock.recounted
	),
	field(
		'stock_unmeasured',
		'flag',
		'Whether an estimate stands against a measurement.',
		(row) => row.stock.unmeasured
	),
	...steps('pipeline', PIPELINE_STEPS, (row) => row.pipeline),
	field('from_known', 'date', 'The earlier day of knowledge.', (_, { from }) => from.known),
	field(
		'from_on',
		'date',
		'Reference date of the latest measurement then.',
		(_, { from }) => from.on
	),
	field('to_known', 'date', 'The later day of knowledge.', (_, { to }) => to.known),
	field('to_on', 'date', 'Reference date of the latest measurement then.', (_, { to }) => to.on)
];

/** Figures that became something else. */
export const changedFigures: readonly Column<ChangedFigure>[] = [
	given('nis', 'nis', 'NIS code.'),
	given('indicator', word('Indicator'), 'What is counted.'),
	given('date', 'date', 'Reference date.'),
	given('before', 'number?', 'What was known before; blank when it had no value.'),
	given('before_status', word('Status'), 'How sure that was.'),
	given('before_publication', 'whole', 'Number of its publication.'),
	given('after', 'number?', 'What is known after; blank when it has no value.'),
	given(
		'after_status',
		maybeWord('Status'),
		'How sure that is; blank when nothing is known any more.'
	),
	given(
		'after_publication',
		'number?',
		'Number of its publication; blank when nothing is known any more.'
	)
];
