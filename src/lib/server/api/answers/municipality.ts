import * as v from 'valibot';
import { OwnAgreement } from './agreement.ts';
import { day, flag, listOf, maybe, nis, of, oneOf, shape, text, whole } from './fields.ts';
import { REGION_KIND_MEANINGS } from '../../asked/words.ts';
import {
	CATEGORY_MEANINGS,
	COMPONENT_KIND_MEANINGS,
	GROUND_MEANINGS,
	LEVER_OUTCOME_MEANINGS,
	LEVER_REASON_MEANINGS,
	OBJECTIVE_STATUS_MEANINGS,
	ORIGIN_MEANINGS,
	TEST_REASON_MEANINGS
} from './words.ts';
import { figure, figureWith, momentEntries, SourceOne, StockFigure } from './figure.ts';

export const ObjectiveStatus = oneOf(OBJECTIVE_STATUS_MEANINGS, 'How an objective binds.');
export const RegionKind = oneOf(REGION_KIND_MEANINGS, 'What sort of area a region is.');
export const TestReason = oneOf(TEST_REASON_MEANINGS, 'Why a test has no computed category.');

/** Where the progress on an objective stands. */
const progressEntries = {
	scheme: text('Code of the regime, as in `/objectives`.'),
	target: figure('Dwellings to add since the baseline: the objective.'),
	status: of(ObjectiveStatus, 'How the objective binds.'),
	baseline: figure('Social rental dwellings at the baseline.'),
	realised: figure('Dwellings added since the baseline, net; can be negative.'),
	inExecution: figure('Dwellings being built.'),
	planned: figure('Dwellings planned.'),
	counted: figure(
		'Realised dwellings that count towards the objective: after a merger only those of the parts with an objective.'
	),
	realisedShare: figure(
		'Counted over target, a fraction; can be negative or above 1, unknown for an objective of 0.'
	)
};

export const Progress = shape(progressEntries, 'The objective that is measured, and its progress.');

/** One part of what a regime asks. */
export const Component = figureWith(
	{
		nis: nis('Municipality for which it was decided: before a merger each apart.'),
		component: text('Code of the rule, as in `/objectives`.'),
		kind: oneOf(COMPONENT_KIND_MEANINGS, 'What it is in the objective.'),
		objectiveStatus: of(ObjectiveStatus, 'How the objective binds.'),
		origin: oneOf(ORIGIN_MEANINGS, 'Where the number comes from.'),
		legalReference: text('The article that says so.'),
		rule: maybe(SourceOne, 'The publication of the rule; null when it is not listed.'),
		note: v.optional(text('What the source says beside it, in its own language.'))
	},
	'One part of an objective, in dwellings.'
);

const components = listOf(of(Component, 'A part.'), 'The parts of the objective, by rule.');

const MeasuredObjective = shape(
	{ ...progressEntries, components },
	'The objective that is measured, with its parts.'
);

const OtherObjective = shape(
	{
		scheme: text('Code of the regime, as in `/objectives`.'),
		status: of(ObjectiveStatus, 'How the objective binds.'),
		components
	},
	'What another regime asks.'
);

/** What a municipality can ask under the law. */
const Lever = shape(
	{
		scheme: text('Code of the regime, as in `/objectives`.'),
		lever: text('Code of the possibility.'),
		threshold: maybe(v.number(), 'Share that decides, a fraction; null when none does.'),
		outcome: maybe(
			oneOf(LEVER_OUTCOME_MEANINGS, 'Whether it can be used.'),
			'Whether it can be used; null when only people can judge (`reason` is `judgement`).'
		),
		reason: oneOf(LEVER_REASON_MEANINGS, 'Why.'),
		estimated: flag('Whether the outcome rests on a practice figure.'),
		limit: v.optional(
			figure('Dwellings a year beyond which it can be used; only where one holds.')
		),
		legalReference: text('The article that says so.'),
		source: maybe(SourceOne, 'The publication of the rule; null when it is not listed.')
	},
	'A possibility of the law.'
);

export const Category = oneOf(CATEGORY_MEANINGS, 'Category of a progress test.');

/** The outcome of one round. */
export const outcomeEntries = {
	computed: maybe(
		v.picklist([1, 2]),
		'Category by our own replay of the rule: 1 follows the growth path, 2 does not; null when that cannot be said (`reason`).'
	),
	ground: maybe(
		oneOf(GROUND_MEANINGS, 'What decides.'),
		'What decides the computed category; null when there is none.'
	),
	reason: v.optional(of(TestReason, 'Why no category is computed; only then.')),
	estimated: flag('Whether the computed category rests on a practice figure.'),
	tie: flag('Whether it hangs on how the published threshold was rounded.'),
	entered: maybe(Category, 'Published category; null when none was published.'),
	provisional: maybe(
		v.boolean(),
		'Whether the published category is provisional; null when none was published.'
	),
	publication: maybe(
		v.number(),
		'Number of the publication of the category; null when none was published.'
	),
	differs: flag('Whether the published category contradicts the computed one.'),
	shortRealised: maybe(
		v.number(),
		'Dwellings short of the first threshold, by realised dwellings; 0 when reached, null when unknown.'
	),
	shortWithPlanned: maybe(
		v.number(),
		'Dwellings short of the second threshold, with the pipeline; 0 when reached, null when unknown.'
	)
};

const MunicipalTest = shape(
	{
		round: whole('Year of the round, as in `/progress-tests/{year}`.'),
		...outcomeEntries,
		predecessors: listOf(
			shape(
				{ nis: nis('NIS code.'), name: text('Name.'), ...outcomeEntries },
				'A municipality that was tested before the merger.'
			),
			'The municipalities that were tested in its place, before a merger; else empty.'
		)
	},
	'One round of the progress test.'
);
export type MunicipalTest = v.InferOutput<typeof MunicipalTest>;

const InRegion = shape(
	{
		slug: text('Slug of the region, as in `/regions/{slug}`.'),
		name: text('Name, Dutch.'),
		kind: of(RegionKind, 'What sort of area it is.'),
		membershipAttestedFrom: v.optional(
			day('First day on which the membership is attested, when the answer is about an earlier day.')
		)
	},
	'A region that the municipality belongs to.'
);

const standingEntries = {
	nis: nis('NIS code.'),
	name: text('Name, Dutch.'),
	province: text('NIS code of the province.'),
	...momentEntries,
	households: figure('Private households on the 1 January after the reference date.'),
	stock: figure('Social rental dwellings.'),
	share: of(StockFigure, 'Dwellings over households, a fraction.')
};
const regions = listOf(InRegion, 'The regions that it belongs to.');

/** A municipality in the list of all. */
export const ListedMunicipality = shape(
	{
		...standingEntries,
		objectives: listOf(of(Progress, 'An objective.'), 'The objective that is measured.'),
		regions
	},
	'A municipality: where it stands.'
);

/** One municipality with what the law asks and gives. */
export const Municipality = shape(
	{
		...standingEntries,
		objectives: listOf(
			v.union([MeasuredObjective, OtherObjective]),
			'First the objective that is measured, then what other regimes ask.'
		),
		levers: listOf(Lever, 'What it can ask under the law.'),
		tests: listOf(MunicipalTest, 'Its progress tests, oldest first.'),
		agreements: listOf(
			of(OwnAgreement, 'An agreement.'),
			'What regions agreed on for it; empty for nothing.'
		),
		regions
	},
	'A municipality: where it stands, what is asked, how it was tested.'
);
export type Municipality = v.InferOutput<typeof Municipality>;
export type ListedMunicipality = v.InferOutput<typeof ListedMunicipality>;
export type Progress = v.InferOutput<typeof Progress>;
