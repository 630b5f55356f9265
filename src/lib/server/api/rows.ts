import * as v from 'valibot';
import { COURSES } from '#lib/domain/road.ts';
import { Indicator } from './answers/changes.ts';
import { DivisionKey, Undivided } from './answers/division.ts';
import { Definition, Reason, Status } from './answers/figure.ts';
import { Category, ObjectiveStatus, RegionKind } from './answers/municipality.ts';
import { PublicationKind } from './answers/publications.ts';
import { KnownReply } from './answers/replies.ts';
import { FigureChangeKind } from './answers/versions.ts';
import {
	day,
	decimal,
	flag,
	maybe,
	maybeDay,
	nis,
	of,
	oneOf,
	shape,
	text,
	whole
} from './fields.ts';
import {
	COMPONENT_KIND_MEANINGS,
	COURSE_MEANINGS,
	EVENT_MEANINGS,
	FIGURE_PART_MEANINGS,
	GOAL_KIND_MEANINGS,
	GROUND_MEANINGS,
	KEY_MEANINGS,
	ORIGIN_MEANINGS
} from './words.ts';

/**
 * The rows of the CSV forms, column by column in their order. A blank cell is null; an apostrophe stands before text that a
 * spreadsheet would run.
 */

const number = (about: string) => maybe(v.number(), about);
const words = (about: string) => maybe(v.string(), about);
const numbers = (about: string) => words(`${about}, with spaces; blank when there are none.`);

/** How sure a figure is and whom it leaves out, as columns. */
const markCells = (name: string): v.ObjectEntries => ({
	[`${name}_status`]: maybe(Status, `How sure \`${name}\` is; blank when there is no such figure.`),
	[`${name}_composed`]: maybe(
		v.boolean(),
		`Whether \`${name}\` is a sum over the municipalities before a merger; else blank.`
	),
	[`${name}_reason`]: maybe(Reason, `Why \`${name}\` is unknown; else blank.`),
	[`${name}_missing`]: numbers(`NIS codes of those that \`${name}\` leaves out`)
});

/** A figure as columns. */
const figureCells = (name: string, about: string): v.ObjectEntries => ({
	[name]: number(`${about} Blank when unknown.`),
	...markCells(name),
	[`${name}_publications`]: numbers(`Numbers of the publications that \`${name}\` rests on`)
});

const gapCells: v.ObjectEntries = {
	gap: number('Dwellings short of the goal, rounded up; blank when unknown or without a goal.'),
	surplus: number('Dwellings above the goal; blank when unknown or without a goal.'),
	...markCells('gap')
};

const nameCells = { nis: nis('NIS code.'), name: text('Name, Dutch.') };
const momentCells = {
	on: day('Reference date of the situation.'),
	known: day('Knowledge date: only what was known by this day counts.')
};
const replies = {
	replies: words('What municipalities replied to these figures, Dutch; blank when nobody did.')
};
const households = figureCells('households', 'Private households.');
const householdsDate = { households_date: day('Day of the households.') };
const stock = figureCells('stock', 'Social rental dwellings.');
const stockDefinition = {
	stock_definition: maybe(Definition, 'By which rule they were counted; blank when nobody counted.')
};
const share = figureCells('share', 'Dwellings over households, a fraction.');
const target = figureCells('target', 'Dwellings to add since the baseline: the objective.');
const realised = figureCells('realised', 'Dwellings added since the baseline, net.');
const pipeline = {
	...figureCells('in_execution', 'Dwellings being built.'),
	...figureCells('planned', 'Dwellings planned.')
};
const realisedShare = figureCells('realised_share', 'Counted over target, a fraction.');

const standingCells: v.ObjectEntries = {
	...nameCells,
	province: text('NIS code of the province.'),
	...households,
	...householdsDate,
	...stock,
	...stockDefinition,
	...share,
	...target,
	objective_status: of(ObjectiveStatus, 'How the objective binds.'),
	...figureCells('baseline', 'Social rental dwellings at the baseline.'),
	...realised,
	...pipeline,
	...realisedShare
};

export const MunicipalityRow = shape(
	{ ...standingCells, ...momentCells, ...replies },
	'A municipality.'
);
export const MemberRow = shape(
	{ ...standingCells, ...gapCells, ...momentCells, ...replies },
	'A member.'
);

const regionCells: v.ObjectEntries = {
	slug: text('Slug.'),
	name: text('Name, Dutch.'),
	kind: of(RegionKind, 'What sort of area it is.'),
	members: whole('How many members.'),
	missing: numbers('NIS codes of members without a figure'),
	...households,
	...householdsDate,
	...stock,
	...stockDefinition,
	...figureCells('sum_of_members', 'Social rental dwellings of the members together.'),
	...figureCells('published', 'Social rental dwellings as published for the region as a whole.'),
	...share,
	...target,
	...realised,
	...realisedShare,
	bound: whole('Municipalities with an objective above 0 of which target and realised are known.'),
	reached: whole('Those of them that reached it.'),
	...figureCells('short', 'Dwellings that the others are short together.'),
	goal_kind: maybe(oneOf(GOAL_KIND_MEANINGS, 'What sort of goal.'), 'Blank without a goal.'),
	...figureCells('goal', 'Share of the goal, a fraction.'),
	goal_denominator: words('Indicator below the line of the goal; blank without a goal.'),
	...gapCells
};

export const RegionRow = shape({ ...regionCells, ...momentCells }, 'A region.');

const elsewhere = figureCells(
	'dwellings_elsewhere',
	'Whole dwellings that would stand in another member if spread evenly.'
);
const MEASURES = {
	gini: 'Gini coefficient weighted by households',
	hoover: 'Hoover index',
	cv: 'Coefficient of variation, unweighted',
	weighted_cv: 'Coefficient of variation, weighted by households',
	theil: 'Theil index',
	highest_to_lowest: 'Highest share over the lowest',
	city_to_ring: 'Share of the member with most households over that of the others'
};
type MeasureName = keyof typeof MEASURES;
const measureCells = (...names: MeasureName[]): v.ObjectEntries =>
	Object.fromEntries(
		names.map((name) => [name, number(`${MEASURES[name]}; blank when undefined.`)])
	);

export const ComparedRow = shape(
	{
		...regionCells,
		...elsewhere,
		...measureCells(
			'hoover',
			'gini',
			'cv',
			'weighted_cv',
			'highest_to_lowest',
			'city_to_ring',
			'theil'
		),
		theil_adds_within: number(
			'What the region adds to the unevenness within regions; blank without a split.'
		),
		...figureCells('theil_within', 'Theil index inside the regions.'),
		theil_between: number('Theil index between the regions; blank without a split.'),
		theil_total: number('Theil index of all members; blank without a split.'),
		...momentCells
	},
	'A region.'
);

export const SpreadRow = shape(
	{
		...nameCells,
		...households,
		...stock,
		...share,
		...figureCells('location_quotient', 'Own share over that of the region.'),
		...figureCells('excess_dwellings', 'Dwellings above or below its part by households.'),
		...figureCells('regional_spread', 'Spread against the bordering municipalities, 100 is even.'),
		neighbours_without_figure: numbers('NIS codes of neighbours that are left out'),
		lorenz_households: number(
			'Part of the households up to this member, 0 to 1; blank without a curve.'
		),
		lorenz_dwellings: number(
			'Part of the dwellings up to this member, 0 to 1; blank without a curve.'
		),
		project_share: number(
			'What one project adds to the share, a fraction; blank without households.'
		),
		place: number('Place by share, 1 is the highest; blank without a share.'),
		place_highest: number('Place with one project more; blank without a share.'),
		place_lowest: number('Place with one project less; blank without a share.'),
		places: number('How many members have a place; blank without a share.'),
		places_status: maybe(Status, 'How sure the places are; blank without a share.'),
		region: text('Slug of the region.'),
		...elsewhere,
		...measureCells(
			'gini',
			'hoover',
			'cv',
			'weighted_cv',
			'theil',
			'highest_to_lowest',
			'city_to_ring'
		),
		project: whole('Dwellings in a typical project.'),
		project_note: text('What that number is, in words.'),
		...momentCells
	},
	'A member.'
);

export const ComponentRow = shape(
	{
		scheme: text('Code of the regime.'),
		...nameCells,
		component: text('Code of the rule.'),
		kind: oneOf(COMPONENT_KIND_MEANINGS, 'What it is in the objective.'),
		objective_status: of(ObjectiveStatus, 'How the objective binds.'),
		origin: oneOf(ORIGIN_MEANINGS, 'Where the number comes from.'),
		...figureCells('value', 'Dwellings.'),
		value_date: day('Reference date.'),
		reason: maybe(Reason, 'Why the value is unknown; else blank.'),
		legal_reference: text('The article that says so.'),
		rule_publication: whole('Number of the publication of the rule.'),
		note: words('What the source says beside it; blank when nothing.'),
		...momentCells
	},
	'A component.'
);

const questionCells = {
	goal: decimal('Share to reach, a fraction.'),
	by: day('Day by which.'),
	shortfall: number('Dwellings short of the goal of the region; blank when unknown.')
};
const scenarioCells = {
	scenario: text('That this is a scenario and no decision, in Dutch.'),
	...momentCells
};
const besideCells: v.ObjectEntries = {
	min: number('The least that was asked for it, dwellings; blank when not asked.'),
	max: number('The most that was asked for it, dwellings; blank when not asked.'),
	...figureCells('pipeline', 'Dwellings in execution and planned.'),
	...figureCells('left_of_objective', 'Dwellings left of its own objective; negative is beyond.')
};

export const DivisionRow = shape(
	{
		...nameCells,
		...figureCells('dwellings', 'Whole dwellings on top of the stock.'),
		...stock,
		...households,
		...householdsDate,
		...share,
		key: of(DivisionKey, 'The rule.'),
		...questionCells,
		unassigned: number(
			'Dwellings that the rule leaves to nobody; blank when nothing can be divided.'
		),
		reason: maybe(Undivided, 'Why the rule cannot divide; else blank.'),
		...scenarioCells,
		...besideCells,
		per_year: number('Dwellings a year; blank when nothing can be divided or no year is left.'),
		dwellings_elsewhere: number('Spread once the dwellings stand; blank when undefined.'),
		gini: number('Gini coefficient once the dwellings stand; blank when undefined.')
	},
	'A member.'
);

const keyCells = (key: string): v.ObjectEntries => {
	const name = key.replaceAll('-', '_');
	return {
		[`${name}_dwellings`]: number(`Dwellings by \`${key}\`; blank when nothing can be divided.`),
		[`${name}_share`]: number(`Share then by \`${key}\`, a fraction; blank when unknown.`),
		[`${name}_per_year`]: number(`Dwellings a year by \`${key}\`; blank when unknown.`),
		[`${name}_unassigned`]: number(`What \`${key}\` leaves to nobody; blank when unknown.`),
		[`${name}_dwellings_elsewhere`]: number(`Spread after \`${key}\`; blank when undefined.`),
		[`${name}_gini`]: number(`Gini coefficient after \`${key}\`; blank when undefined.`),
		[key === 'households' ? 'households_key_reason' : `${name}_reason`]: maybe(
			Undivided,
			`Why \`${key}\` cannot divide; else blank.`
		)
	};
};

export const DivisionsRow = shape(
	{
		...nameCells,
		...stock,
		...households,
		...householdsDate,
		...besideCells,
		least: number('Fewest dwellings by any rule; blank when none divides.'),
		least_keys: numbers('The rules that give it'),
		most: number('Most dwellings by any rule; blank when none divides.'),
		most_keys: numbers('The rules that give it'),
		...Object.assign({}, ...Object.keys(KEY_MEANINGS).map(keyCells)),
		status: of(Status, 'How sure the shortfall is.'),
		dwellings_elsewhere_before: number('Spread if nothing is built; blank when undefined.'),
		gini_before: number('Gini coefficient if nothing is built; blank when undefined.'),
		...questionCells,
		...scenarioCells
	},
	'A member.'
);

export const RoadRow = shape(
	{
		date: day('Year-end.'),
		...households,
		...householdsDate,
		...Object.assign(
			{},
			...COURSES.map((course) =>
				figureCells(`share_${course}`, `Share ${COURSE_MEANINGS[course]}, a fraction.`)
			)
		),
		goal: number('Share to reach, a fraction; blank when nobody names one.'),
		by: day('Day by which.'),
		...figureCells('shortfall', 'Dwellings short of the goal on that day.'),
		...figureCells('shortfall_per_year', 'Dwellings a year until that day.'),
		...figureCells('pace_per_year', 'Dwellings a year over the last five years.'),
		reached_at_pace: number(
			'Year at the end of which the goal is reached; blank in every other case.'
		),
		outcome_at_pace: words('`reached`, `in`, `later` or `never`; blank when unknown.'),
		...figureCells('pipeline', 'Dwellings in execution and planned.'),
		...figureCells('stand_still_per_year', 'Dwellings a year only to keep the share.'),
		...figureCells('new_homes', 'New dwellings of all kinds until that day.'),
		...figureCells('social_to_hold', 'Part of them that must be social to keep the share.'),
		...figureCells('social_for_goal', 'Part of them that must be social to reach the goal.'),
		q: number('The social part that was asked, a fraction; blank when not asked.'),
		...figureCells('q_new_homes_needed', 'New dwellings until the goal is reached with that part.'),
		...scenarioCells
	},
	'A year-end.'
);

export const RoundRow = shape(
	{
		year: whole('Year of the round.'),
		measured_on: day('Measuring date.'),
		threshold_realised: number('First threshold, a fraction; blank when never published.'),
		threshold_with_planned: number('Second threshold, a fraction; blank when never published.'),
		legal_reference: text('The article that says so.'),
		category_1: number('Municipalities in category 1; blank when not told.'),
		category_2: number('Municipalities in category 2; blank when not told.'),
		category_2a: number('Municipalities in category 2a; blank when not told.'),
		category_2b: number('Municipalities in category 2b; blank when not told.'),
		tested: number('Municipalities that were tested; blank when not told.'),
		provisional: maybe(v.boolean(), 'Whether the outcome was provisional; blank without a source.'),
		superseded: maybe(
			v.boolean(),
			'Whether a later source gives the final outcome; blank without a source.'
		),
		publication: number('Number of the publication; blank without a source.'),
		notes: words('What the source says beside it; blank when nothing.')
	},
	'A source of a round.'
);

const outcomeCells: v.ObjectEntries = {
	computed: number('Category by our own replay, 1 or 2; blank when that cannot be said.'),
	estimated: maybe(v.boolean(), 'Whether it rests on a practice figure; blank without one.'),
	ground: maybe(oneOf(GROUND_MEANINGS, 'What decides.'), 'Blank without a computed category.'),
	short_realised: number('Dwellings short of the first threshold; blank when unknown.'),
	short_with_planned: number('Dwellings short of the second threshold; blank when unknown.'),
	tie: maybe(
		v.boolean(),
		'Whether it hangs on how the threshold was rounded; blank without a computed category.'
	),
	entered: maybe(Category, 'Published category; blank when none was.'),
	entered_publication: number('Number of its publication; blank when none was.'),
	differs: flag('Whether the published category contradicts the computed one.')
};

export const TestRow = shape(
	{
		round: whole('Year of the round.'),
		...nameCells,
		...target,
		...realised,
		...pipeline,
		...outcomeCells,
		measured_on: day('Measuring date.'),
		known: momentCells.known,
		...replies
	},
	'A municipality in a round.'
);

export const PublicationRow = shape(
	{
		id: whole('Number of the publication.'),
		publisher: text('Who published it.'),
		title: text('Title.'),
		url: words('Address; blank when it has none.'),
		licence: words('Licence; blank when it is not known.'),
		kind: of(PublicationKind, 'What sort of publication it is.'),
		reference_date: maybeDay('Reference date, when all its figures have one; else blank.'),
		published_on: maybeDay('Day of publication; blank when it is not known.'),
		known_from: day('First day on which its figures count.'),
		supersedes: number('Number of the publication that it replaces; blank when none.'),
		withdrawn_on: maybeDay(
			'First day on which it does not count any more; blank when not withdrawn.'
		),
		withdrawn_why: words('Why it was withdrawn; blank when it was not.'),
		file_name: words('Name of the file; blank when it was no file.'),
		sha256: words('SHA-256 of the file; blank when it was no file.'),
		figures: whole('How many figures it brought.'),
		areas: whole('For how many areas.')
	},
	'A publication.'
);

export const ChangedRow = shape(
	{
		nis: nis('NIS code.'),
		indicator: of(Indicator, 'What is counted.'),
		date: day('Reference date.'),
		before: number('What was known before; blank when it had no value.'),
		before_status: of(Status, 'How sure that was.'),
		before_publication: whole('Number of its publication.'),
		after: number('What is known after; blank when it has no value.'),
		after_status: maybe(Status, 'How sure that is; blank when nothing is known any more.'),
		after_publication: number('Number of its publication; blank when nothing is known any more.')
	},
	'A figure.'
);

const stepCells = (name: string, steps: readonly string[]): v.ObjectEntries =>
	Object.assign(
		{},
		...steps.map((step) => figureCells(`${name}_${step}`, `Dwellings, \`${step}\` of the ${name}.`))
	);

export const ChangeRow = shape(
	{
		...nameCells,
		...stepCells('stock', ['start', 'replaced', 'correction', 'real', 'end']),
		stock_causes: numbers('What made the correction'),
		stock_recounted: flag('Whether the figures are not all counted by one definition.'),
		stock_unmeasured: flag('Whether an estimate stands against a measurement.'),
		...stepCells('pipeline', [
			'start',
			'replaced',
			'correction',
			'real',
			'added',
			'delivered',
			'dropped',
			'end'
		]),
		from_known: day('The earlier day of knowledge.'),
		from_on: day('Reference date of the latest measurement then.'),
		to_known: day('The later day of knowledge.'),
		to_on: day('Reference date of the latest measurement then.')
	},
	'A municipality.'
);

export const VersionRow = shape(
	{
		number: number('Number of the version; blank until it is sealed.'),
		day: day('The day.'),
		previous: maybeDay('Day of the version before; blank for the first.'),
		event: oneOf(EVENT_MEANINGS, 'What happened.'),
		publication: whole('Number of the publication.'),
		title: text('Its title.'),
		publisher: text('Who published it.'),
		url: words('Its address; blank when it has none.'),
		kind: of(PublicationKind, 'What sort of publication it is.'),
		supersedes: number('Number of the publication that it replaces; blank when none.'),
		why: words('Why it revises, corrects or was withdrawn, Dutch; blank when it does not say.'),
		figures: whole('How many figures it brought.'),
		areas: whole('For how many areas.'),
		sealed_position: number('Place in the chain; blank until it is sealed.'),
		sealed_at: words('When it was sealed, ISO 8601 in UTC; blank until it is.'),
		sealed_link: words('SHA-256 of everything up to here; blank until it is sealed.')
	},
	'An event.'
);

const sideCells = (name: 'before' | 'after'): v.ObjectEntries => ({
	[name]: words(`A number, or the category of a test, as known ${name}; blank without a value.`),
	[`${name}_status`]: maybe(Status, `How sure that is; blank when nothing was known ${name}.`),
	[`${name}_publication`]: number(
		`Number of its publication; blank when nothing was known ${name}.`
	)
});

export const FigureChangeRow = shape(
	{
		change: of(FigureChangeKind, 'What happened to it.'),
		part: oneOf(FIGURE_PART_MEANINGS, 'What sort of figure it is.'),
		nis: words('NIS code; blank for a region.'),
		region: words('Slug of a region; blank for a municipality.'),
		code: text('Indicator, component of an objective, or `category`.'),
		scheme: words('Code of the regime of an objective; else blank.'),
		year: number('Round of a progress test; else blank.'),
		date: maybeDay('Reference date; blank for an objective or a category.'),
		...sideCells('before'),
		...sideCells('after'),
		difference: number('The later number less the earlier one; blank when one of the two is none.'),
		from: day('The earlier day of knowledge.'),
		to: day('The later day of knowledge.')
	},
	'A figure.'
);

export const ReplyRow = shape(
	{
		id: KnownReply.entries.id,
		...nameCells,
		figure: KnownReply.entries.figure,
		reference_date: KnownReply.entries.date,
		words: KnownReply.entries.words,
		given_on: KnownReply.entries.given,
		known_from: KnownReply.entries.knownFrom,
		given_by: KnownReply.entries.by,
		reference: words('Of the letter or decision; blank when none was given.'),
		state: KnownReply.entries.state,
		withdrawn_on: maybeDay('First day on which it does not count any more; blank when it does.'),
		withdrawn_why: words('Why it was withdrawn, Dutch; blank when it was not.')
	},
	'A reply.'
);
