import * as v from 'valibot';
import { day, flag, listOf, maybe, nis, of, oneOf, shape, text, whole } from './fields.ts';
import { INDICATORS, REGIME_SERIES } from '#lib/domain/indicators.ts';
import { CAUSE_MEANINGS } from './words.ts';
import { figure, Status } from './figure.ts';

const dwellings = (about: string) => figure(`Dwellings: ${about}.`);
const stepEntries = {
	start: dwellings('at the first date, as known on the earlier day'),
	replaced: dwellings('what an estimate makes of the difference'),
	correction: dwellings('revised or corrected since, for the first date'),
	real: dwellings('what really changed between the two dates, net'),
	end: dwellings('at the second date, as known on the later day')
};
const flagEntries = {
	recounted: flag('Whether the figures are not all counted by one definition.'),
	unmeasured: flag(
		'Whether an estimate stands against a measurement, so that the real change is not known.'
	)
};

export const StockChange = shape(
	{ ...stepEntries, ...flagEntries },
	'How a stock went: start + replaced + correction + real = end.'
);
export const PipelineChange = shape(
	{
		...stepEntries,
		added: dwellings('came in, at the least'),
		delivered: dwellings('left because they were delivered'),
		dropped: dwellings('dropped out, at the least'),
		...flagEntries
	},
	'How the dwellings in execution and planned went: real = added - delivered - dropped.'
);

export const Indicator = v.pipe(
	v.union([v.picklist(Object.keys(INDICATORS)), v.pipe(v.string(), v.regex(REGIME_SERIES))]),
	v.description(
		'Code of what is counted. Homes that count for a regime of its own have its name at the end: `realised__2026_2042`.'
	)
);

/** A figure that became something else. */
export const ChangedFigure = shape(
	{
		nis: nis('NIS code.'),
		indicator: of(Indicator, 'What is counted.'),
		date: day('Reference date.'),
		before: maybe(v.number(), 'What was known before; null when it had no value (`beforeStatus`).'),
		beforeStatus: of(Status, 'How sure that was.'),
		beforePublication: whole('Number of its publication.'),
		after: maybe(
			v.number(),
			'What is known after; null when it has no value (`afterStatus`), or nothing is known any more (then that is null too).'
		),
		afterStatus: maybe(Status, 'How sure that is; null when nothing is known any more.'),
		afterPublication: maybe(
			v.number(),
			'Number of its publication; null when nothing is known any more.'
		)
	},
	'A figure that was known and is something else now.'
);

export const Measurement = shape(
	{
		known: day('Day of knowledge.'),
		on: day('Reference date of the latest measurement that was known then.')
	},
	'A day of knowledge and its latest measurement.'
);

export const ChangesAnswer = shape(
	{
		from: of(Measurement, 'The earlier day.'),
		to: of(Measurement, 'The later day.'),
		municipalities: listOf(
			shape(
				{
					nis: nis('NIS code.'),
					name: text('Name, Dutch.'),
					stock: shape(
						{
							...StockChange.pipe[0].entries,
							causes: listOf(
								oneOf(CAUSE_MEANINGS, 'A cause.'),
								'What made a correction; empty when there is none.'
							)
						},
						'The social rental dwellings.'
					),
					pipeline: of(PipelineChange, 'The dwellings in execution and planned.')
				},
				'A municipality of the later day.'
			),
			'The municipalities of the later day, by NIS code.'
		),
		missing: shape(
			{
				stock: listOf(nis('NIS code.'), 'Municipalities that the total of the stock leaves out.'),
				pipeline: listOf(
					nis('NIS code.'),
					'Municipalities that the total of the pipeline leaves out.'
				)
			},
			'Whom the totals leave out.'
		),
		total: shape(
			{
				stock: of(StockChange, 'The social rental dwellings.'),
				pipeline: of(PipelineChange, 'The dwellings in execution and planned.')
			},
			'All municipalities together of which every step is known.'
		),
		published: maybe(
			StockChange,
			'The stock that was published for the area as a whole; null when none was.'
		),
		changed: listOf(
			of(ChangedFigure, 'A figure.'),
			'Every figure, of any reference date, that was known and is something else now, the largest difference first.'
		)
	},
	'What changed in an area between two days of knowledge.'
);
export type ChangesAnswer = v.InferOutput<typeof ChangesAnswer>;
export type StockChange = v.InferOutput<typeof StockChange>;
export type PipelineChange = v.InferOutput<typeof PipelineChange>;
