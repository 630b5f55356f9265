import * as v from 'valibot';
import {
	day,
	explained,
	listOf,
	maybe,
	maybeDay,
	of,
	oneOf,
	shape,
	text,
	whole
} from './fields.ts';
import { COURSE_MEANINGS } from '#lib/tables/road.ts';
import { ARRIVAL_MEANINGS } from './words.ts';
import {
	figure,
	figureWith,
	markEntries,
	momentEntries,
	Reason,
	Status,
	StockFigure
} from './figure.ts';

export const Arrival = explained(
	'outcome',
	{
		year: maybe(
			v.number(),
			'Year at the end of which the goal is reached; null in every other case.'
		),
		outcome: maybe(
			oneOf(ARRIVAL_MEANINGS, 'Whether it is reached.'),
			'Whether it is reached; null when unknown (`reason`).'
		),
		until: v.optional(whole('Last year of the projection.')),
		status: of(Status, 'How sure it is.'),
		reason: v.optional(of(Reason, 'Why it is unknown; only then.'))
	},
	'When a goal is reached.'
);

const FROM = {
	asked: 'by the request',
	region: 'by the region as its own goal',
	held: 'by the region: the share that it wants to hold'
} as const;
const BY_FROM = {
	asked: 'by the request',
	region: 'by the region as the deadline of its goal',
	default: 'by this site'
} as const;
const NEW_HOMES_FROM = {
	asked: 'by the request',
	'household growth': 'as many as households come'
} as const;
const BASIS = {
	stock_b: 'the stock of the yearly measurement at both ends',
	realised: 'what was realised since the baseline, at both ends'
} as const;

export const RoadAnswer = explained(
	'shortfall',
	{
		slug: text('Slug of the region.'),
		name: text('Name of the region, Dutch.'),
		scenario: text('That this is a scenario and no decision, in Dutch.'),
		...momentEntries,
		goal: maybe(v.number(), 'Share to reach, a fraction; null when nobody names one.'),
		goalFrom: maybe(oneOf(FROM, 'Who names it.'), 'Who names the goal; null when nobody does.'),
		by: day('Day by which.'),
		byFrom: oneOf(BY_FROM, 'Who names the day.'),
		shortfall: maybe(
			v.number(),
			'Dwellings short of the goal on that day, at least 0; null when unknown.'
		),
		...markEntries,
		surplus: maybe(
			v.number(),
			'Dwellings above the goal on that day, at least 0; null when `shortfall` is.'
		),
		shortfallPerYear: figure('Dwellings a year until the day asked.'),
		stock: of(StockFigure, 'Social rental dwellings of all members.'),
		households: figure('Private households on the 1 January after the reference date.'),
		householdsThen: figure(
			'Private households on the 1 January after the day asked, mostly a projection.'
		),
		pace: shape(
			{
				basis: oneOf(BASIS, 'What the pace is measured by.'),
				from: day('First year-end.'),
				to: day('Last year-end.'),
				delivered: figure('Dwellings added between the two, net; can be negative.'),
				perYear: figure('Dwellings a year.'),
				reached: of(Arrival, 'When the goal is reached at this pace.')
			},
			'The pace of the last five years.'
		),
		pipeline: shape(
			{
				inExecution: figure('Dwellings being built.'),
				planned: figure('Dwellings planned.'),
				together: figure('Both together, in dwellings.')
			},
			'Dwellings on their way.'
		),
		standStill: shape(
			{
				dwellings: figure('Dwellings that must come only to keep the share.'),
				perYear: figure('The same for each year.')
			},
			'What it takes to stand still.'
		),
		newHomes: figureWith(
			{
				from: oneOf(NEW_HOMES_FROM, 'Who names the number.'),
				socialToHold: figure(
					'Part of them that must be social to keep the share, a fraction; above 1: not even all are enough.'
				),
				socialForGoal: figure(
					'Part of them that must be social to reach the goal, a fraction; above 1: not even all are enough.'
				)
			},
			'New dwellings of all kinds until the day asked.'
		),
		q: maybe(
			shape(
				{
					value: maybe(v.number(), 'The part that was asked, a fraction; never null here.'),
					newHomesNeeded: figure('New dwellings of all kinds until the goal is reached.'),
					dwellings: figure('Social dwellings among the new ones until the day asked.'),
					share: figure('Share on the day asked, a fraction.'),
					reached: of(Arrival, 'When the goal is reached.')
				},
				'What a social part of the new dwellings brings.'
			),
			'What a social part of the new dwellings brings; null when `q` was not asked.'
		),
		projectedUntil: maybeDay('Last year-end with projected households; null when there is none.'),
		years: listOf(
			shape(
				{
					date: day('Year-end.'),
					households: figure('Private households on the 1 January after it.'),
					shares: shape(
						Object.fromEntries(
							Object.entries(COURSE_MEANINGS).map(([name, about]) => [
								name,
								figure(`Share ${about}, a fraction.`)
							])
						) as Record<keyof typeof COURSE_MEANINGS, ReturnType<typeof figure>>,
						'The share along four courses.'
					)
				},
				'One year-end.'
			),
			'The years, as far as households are projected.'
		)
	},
	'The road of a region to a share: a scenario, never a decision.'
);
export type RoadAnswer = v.InferOutput<typeof RoadAnswer>;
