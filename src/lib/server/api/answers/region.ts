import * as v from 'valibot';
import {
	byNis,
	day,
	decimal,
	explained,
	listOf,
	maybe,
	maybeDay,
	nis,
	of,
	oneOf,
	shape,
	text,
	whole
} from './fields.ts';
import { ADOPTED_KIND_MEANINGS, CERTAINTY_MEANINGS, GOAL_KIND_MEANINGS } from './words.ts';
import {
	figure,
	gapEntries,
	markEntries,
	momentEntries,
	Reason,
	Source,
	Status,
	StockFigure
} from './figure.ts';
import { Agreement } from './agreement.ts';
import { Progress, RegionKind } from './municipality.ts';

const nameEntries = { nis: nis('NIS code.'), name: text('Name, Dutch.') };

const Member = shape(
	{
		...nameEntries,
		households: figure('Private households on the 1 January after the reference date.'),
		stock: figure('Social rental dwellings.'),
		share: of(StockFigure, 'Dwellings over households, a fraction.'),
		...gapEntries
	},
	'A member of the region; its gap is to the share of the regional goal.'
);

export const Goal = explained(
	'value',
	{
		kind: oneOf(GOAL_KIND_MEANINGS, 'What sort of goal it is.'),
		value: maybe(v.number(), 'Share asked for, a fraction; null when it cannot be computed.'),
		...markEntries,
		numerator: text('Indicator above the line.'),
		denominator: text('Indicator below the line.'),
		baseDate: maybeDay('Day whose share is to be held; null when a share is to be reached.'),
		holdsFrom: maybeDay('First day on which it holds; null when none was named.'),
		deadline: maybeDay('Day by which; null when none was named.'),
		certainty: oneOf(CERTAINTY_MEANINGS, 'How sure it is that this is the goal.'),
		source: maybe(Source, 'Where it stands; null when it is not listed.')
	},
	'The goal that a region set itself.'
);

const AdoptedGoal = shape(
	{
		kind: oneOf(ADOPTED_KIND_MEANINGS, 'What sort of goal it is.'),
		value: maybe(v.number(), 'Part asked for, a fraction; null when a share is to be held.'),
		baseDate: maybeDay('Day whose share is to be held; else null.'),
		holdsFrom: maybeDay('First day on which it holds; null when none was named.'),
		deadline: maybeDay('Day by which; null when none was named.'),
		certainty: oneOf(CERTAINTY_MEANINGS, 'How sure it is that this is the goal.'),
		source: maybe(Source, 'Where it stands; null when it is not listed.')
	},
	'A goal or norm as a region adopted it.'
);

const number = (about: string) => maybe(v.number(), about);

/** The measures of spread; a measure that is null has its reason under `reasons`. */
export const measureEntries = {
	gini: number('Gini coefficient weighted by households, 0 (even) to 1; null: see `reasons`.'),
	hoover: number(
		'Hoover index: the part of the dwellings that stands elsewhere than it would if spread evenly, 0 to 1; null: see `reasons`.'
	),
	cv: number(
		'Coefficient of variation of the shares, unweighted (population); null: see `reasons`.'
	),
	weightedCv: number('The same weighted by households (Williamson); null: see `reasons`.'),
	theil: number('Theil index, weighted by households; null: see `reasons`.'),
	highestToLowest: number('Highest share over the lowest; null: see `reasons`.'),
	cityToRing: number(
		'Share of the member with most households over that of the others; null: see `reasons`.'
	)
};
type Measure = keyof typeof measureEntries;
const whyNull = (name: string) => v.optional(of(Reason, `Why \`${name}\` is null.`));

export const measureReasons = shape(
	Object.fromEntries(Object.keys(measureEntries).map((name) => [name, whyNull(name)])) as Record<
		Measure,
		ReturnType<typeof whyNull>
	>,
	'Why a measure is null, by its name.'
);

const Place = shape(
	{
		place: whole('Place by share, 1 is the highest; equal shares have one place.'),
		highest: whole('Place with one project more.'),
		lowest: whole('Place with one project less.'),
		of: whole('How many members have a place.')
	},
	'A place as a band: where one project moves it, it is no place.'
);

export const Spread = explained(
	'dwellingsElsewhere',
	{
		...markEntries,
		...measureEntries,
		reasons: measureReasons,
		dwellingsElsewhere: number(
			'Whole dwellings that would stand in another member if spread evenly; null when unknown (`reason`).'
		),
		locationQuotients: byNis(
			v.nullable(v.number()),
			'Own share over that of the region, by NIS code; null when `dwellingsElsewhere` is.'
		),
		excessDwellings: byNis(
			v.nullable(v.number()),
			'Dwellings above (positive) or below its part by households, rounded, by NIS code; null when `dwellingsElsewhere` is.'
		),
		lorenz: maybe(
			v.array(
				shape(
					{
						x: decimal('Part of the households so far, 0 to 1.'),
						y: decimal('Part of the dwellings so far, 0 to 1.'),
						nis: maybe(v.string(), 'The member that ends here; null at the origin.')
					},
					'A point of the curve.'
				)
			),
			'Lorenz curve from the lowest share to the highest; null when `dwellingsElsewhere` is.'
		),
		regionalSpread: byNis(
			v.nullable(v.number()),
			'Flemish regional spread measure against the bordering municipalities, 100 is even, by NIS code; null: see `regionalSpreadReasons`.'
		),
		regionalSpreadReasons: byNis(
			v.nullable(Reason),
			'Why there is no such measure, by NIS code; only of those without one.'
		),
		neighboursWithoutFigure: byNis(
			v.array(v.string()),
			'Bordering municipalities that are left out for want of a figure, by NIS code.'
		),
		neighboursCounted: text('Which neighbours count, in words.'),
		project: shape(
			{
				dwellings: whole('Dwellings in a typical project.'),
				note: text('What that number is, in words.')
			},
			'The project that the places allow for.'
		),
		projectShares: byNis(
			v.nullable(v.number()),
			'What one project adds to the share, a fraction of the households, by NIS code; null without households.'
		),
		places: byNis(v.nullable(Place), 'Places by share, by NIS code; null without a share.'),
		placesStatus: maybe(Status, 'How sure the places are; null when nobody has one.')
	},
	'How evenly the dwellings are spread over the members.'
);

const Tally = shape(
	{
		bound: whole(
			'Municipalities with an objective above 0 of which target and realised are known.'
		),
		boundStatus: of(Status, 'How sure `bound` is; missing when nothing is known.'),
		reached: whole('Those of them that reached it.'),
		reachedStatus: of(Status, 'How sure `reached` is; missing when nothing is known.'),
		free: whole('Municipalities without an objective, or exempt.'),
		short: figure(
			'Dwellings that the others are short together; a surplus makes up for nobody else.'
		),
		missing: listOf(nis('NIS code.'), 'Municipalities of which target or realised is unknown.')
	},
	'Who reaches the objective.'
);

/** What every region has, whatever is said of its members. */
export const regionEntries = {
	slug: text('Slug.'),
	name: text('Name, Dutch.'),
	kind: of(RegionKind, 'What sort of area it is.'),
	asked: v.optional(
		listOf(nis('NIS code.'), 'Of `eigen` only: the municipalities that were asked.')
	),
	carried: v.optional(
		listOf(
			shape(
				{
					...nameEntries,
					countedAs: listOf(nis('NIS code.'), 'The municipalities that are counted in its place.')
				},
				'A municipality that is counted in another form.'
			),
			'Of `eigen` only: the municipalities that did not exist on the day.'
		)
	),
	...momentEntries,
	membersOn: day('Day whose municipalities are the members.'),
	membershipAttestedFrom: maybeDay(
		'First day on which the membership is attested, when the answer is about an earlier day; else null.'
	),
	missing: listOf(nis('NIS code.'), 'Members without a figure: the sums leave them out.'),
	households: figure(
		'Private households of the members, on the 1 January after the reference date.'
	),
	stock: figure(
		'Social rental dwellings: the sum of the members, or a total published for the region when that is surer.'
	),
	share: of(StockFigure, 'Dwellings over households, a fraction.'),
	sumOfMembers: shape(
		{
			stock: figure('Social rental dwellings of the members together.'),
			share: of(StockFigure, 'Their share, a fraction.')
		},
		'The sums of the members, whatever was published for the region as a whole.'
	),
	objectives: listOf(
		of(Progress, 'The objectives of the members together, which nobody adopted as one.'),
		'The objectives of the members together.'
	),
	tally: Tally,
	goal: maybe(
		Goal,
		'The goal that the region set itself and that holds on the day; null when it has none.'
	),
	norm: maybe(
		AdoptedGoal,
		'What the region asks of what is built anew; null when it has no such norm.'
	),
	comingGoals: listOf(
		AdoptedGoal,
		'Goals and norms that are known and hold from a later day on, the first of them first.'
	),
	...gapEntries,
	sumOfPositiveGaps: number(
		'Dwellings that members below the share of the goal are short together; null without a share to reach or when unknown.'
	),
	surplusOfMembers: number(
		'Dwellings that members above that share have beyond it together; null without a share to reach or when unknown.'
	)
};

export const Region = shape(
	{
		...regionEntries,
		agreement: maybe(Agreement, 'What it agreed on for itself; null when nothing.'),
		members: listOf(Member, 'The members, by NIS code.'),
		spread: of(Spread, 'How evenly the dwellings are spread over the members.')
	},
	'A region: its members, goal, gap and spread.'
);

export const ListedRegion = shape(
	{
		...regionEntries,
		members: listOf(shape(nameEntries, 'A member.'), 'The members, by NIS code.')
	},
	'A region: where it stands.'
);
export type Region = v.InferOutput<typeof Region>;
export type RegionBody = Omit<Region, 'spread' | 'agreement'>;
export type ListedRegion = v.InferOutput<typeof ListedRegion>;
export type Spread = v.InferOutput<typeof Spread>;
