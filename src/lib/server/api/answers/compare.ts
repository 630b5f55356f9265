import * as v from 'valibot';
import { day, explained, flag, listOf, maybe, nis, of, shape, text } from './fields.ts';
import { figure, markEntries, momentEntries, Status } from './figure.ts';
import { measureEntries, measureReasons, regionEntries } from './region.ts';
import { RegionKind } from './municipality.ts';

const ComparedSpread = explained(
	'dwellingsElsewhere',
	{
		...markEntries,
		dwellingsElsewhere: maybe(
			v.number(),
			'Whole dwellings that would stand in another member if spread evenly; null when unknown (`reason`).'
		),
		...measureEntries,
		reasons: measureReasons,
		theilAddsWithin: maybe(
			v.number(),
			'What the region adds to the unevenness within regions (Theil); null when there is no split.'
		)
	},
	'How evenly the dwellings are spread over the members.'
);

const ComparedRegion = shape(
	{
		...regionEntries,
		members: listOf(
			shape(
				{
					nis: nis('NIS code.'),
					name: text('Name, Dutch.'),
					share: maybe(
						v.number(),
						'Dwellings over households, a fraction; null when unknown: `/regions/{slug}` says why.'
					),
					status: of(Status, 'How sure the share is.')
				},
				'A member.'
			),
			'The members, by NIS code.'
		),
		spread: ComparedSpread
	},
	'A region beside others.'
);

export const ComparisonAnswer = shape(
	{
		kind: maybe(RegionKind, 'The kind that was asked; null when regions were picked.'),
		...momentEntries,
		membersOn: day('Day whose municipalities are the members.'),
		flanders: shape(
			{ share: figure('Dwellings over households, a fraction.') },
			'All of Flanders.'
		),
		regions: listOf(ComparedRegion, 'The regions, by name.'),
		theil: explained(
			'total',
			{
				total: maybe(
					v.number(),
					'Of all members together; null when there is no split (`reason`).'
				),
				within: maybe(v.number(), 'Inside the regions; null when there is no split (`reason`).'),
				between: maybe(v.number(), 'Between the regions; null when there is no split (`reason`).'),
				...markEntries
			},
			'Theil index of all members, and its exact split: within + between = total.'
		),
		overlapping: listOf(
			nis('NIS code.'),
			'Municipalities that belong to more than one of the regions.'
		),
		differInSize: flag(
			'Whether number or size of members differ so much that the measures of spread do not say the same.'
		)
	},
	'Regions side by side.'
);
export type ComparisonAnswer = v.InferOutput<typeof ComparisonAnswer>;
