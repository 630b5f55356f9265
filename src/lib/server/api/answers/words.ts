import type { CheckKind } from '#lib/domain/build-up.ts';
import type { Basis } from '#lib/domain/contradiction.ts';
import type { Cause, Outcome } from '#lib/domain/definition-bridge.ts';
import type { Undivided } from '#lib/domain/division.ts';
import type { Reason } from '#lib/domain/figure.ts';
import type { LawCertainty } from '#lib/domain/law.ts';
import type { LeverOutcome, LeverReason } from '#lib/domain/levers.ts';
import type { MentionKind, MentionUnit } from '#lib/domain/mention.ts';
import type { ObjectiveStatus } from '#lib/domain/objective.ts';
import type { Category, Ground } from '#lib/domain/progress-test.ts';
import type { ReplyState } from '#lib/domain/reply.ts';
import type { Status } from '#lib/domain/status.ts';
import type { PartKind, PartOf, TargetGroup } from '#lib/domain/target-groups.ts';
import type { IndicatorDefinition } from '#lib/domain/indicators.ts';
import type { FigureChange, FigureChangeKind } from '../../queries/figure-changes.ts';
import type { PublicationTable } from '../../database/schema.ts';
import type { VersionEvent } from '../../standing/versions.ts';
import { PUBLICATION_KIND_MEANINGS } from '../../asked/words.ts';

/** The closed lists of words in the API, each with its meaning. A word that the program gains must be explained here. */

export const STATUS_MEANINGS: Record<Status, string> = {
	normal: 'published, final',
	provisional: 'published, not final yet',
	estimated: 'a practice figure of this site or resting on one; no measurement',
	forecast: 'a projection',
	break: 'counted otherwise than the figures before it',
	missing: 'no value',
	suppressed: 'no value: kept back by its publisher',
	not_applicable: 'no value: there can be none'
};

export const REASON_MEANINGS: Record<Reason, string> = {
	not_published: 'nobody published it, or not yet on the knowledge date',
	part_missing: 'a sum of which a part is unknown; `missing` names the parts',
	newer_structure: 'published for the municipality after a later merger only',
	no_households_pair: 'no households of a 1 January belong to this date',
	no_households: 'the households are unknown or zero',
	no_stock: 'the dwellings are unknown',
	no_objective: 'there is no objective, or it is 0: there is no percentage',
	exempt_part: 'known for a merger only, of which one part is exempt and another is not',
	no_baseline: 'a figure of the baseline is unknown',
	baseline_estimated:
		'the stock was published and the baseline is an estimate: their difference is no count',
	no_provincial_objective: 'the objective of the province was not published',
	no_formula: 'it was decided, not computed, and the decision was not published',
	not_final: 'of a regime in preparation: nothing is decided yet',
	no_permits: 'the permitted dwellings of one of the five years are unknown',
	no_members: 'the region has no members on this date',
	too_few_members: 'fewer than two members with households: nothing to spread over',
	zero_stock: 'there are no dwellings at all: nothing to spread',
	no_goal: 'nobody names a share to reach',
	goal_reached: 'the goal is reached: nothing more is asked',
	no_time: 'the day asked is not after the day of the stock',
	no_new_homes: 'no dwellings are added, so no part of them can be social',
	not_above_goal: 'no larger part of the new dwellings is social than the goal asks',
	overlapping: 'a municipality belongs to more than one of the regions',
	above_total: 'its estimate would add up to more than the published total',
	zero_lowest: 'a member has no dwellings: the ratio to its share has no end',
	no_neighbours: 'no bordering Flemish municipality with dwellings has a figure',
	missing: 'not known',
	suppressed: 'kept back by its publisher',
	not_applicable: 'there can be none'
};

/** Why a progress test has no computed category: what the figures lack, or the test itself. */
export const TEST_REASON_MEANINGS: Record<Reason | 'no_thresholds' | 'before_merger', string> = {
	...REASON_MEANINGS,
	no_thresholds: 'the thresholds of the round were never published',
	before_merger:
		'the round was decided for the municipalities before the merger: see `predecessors`'
};

export const GROUND_MEANINGS: Record<Ground, string> = {
	no_objective: 'no objective: category 1',
	realised: 'the realised dwellings reach the first threshold: category 1',
	with_planned: 'with the pipeline the second threshold is reached: category 1',
	short: 'neither threshold is reached: category 2'
};

export const CATEGORY_MEANINGS: Record<Category, string> = {
	'1': 'follows the growth path',
	'2': 'does not follow the growth path; not judged further',
	'2a': 'does not follow it, but made enough effort',
	'2b': 'does not follow it, and did not make enough effort'
};

export const DEFINITION_MEANINGS: Record<NonNullable<IndicatorDefinition['definition']>, string> = {
	A: 'the baseline (nulmeting)',
	B: 'the yearly measurement (meting)',
	C: 'Statistiek Vlaanderen',
	D: 'Stadsmonitor, or housing companies only',
	E: 'city of Antwerpen',
	W: 'owned or rented in by the woonmaatschappijen',
	X: 'not stated by the source'
};

export const OBJECTIVE_STATUS_MEANINGS: Record<ObjectiveStatus, string> = {
	compulsory: 'binds the municipality',
	exempt: 'the municipality is exempt',
	none: 'nothing is asked',
	provisional: 'not decided yet',
	unknown: 'not known'
};

export const CAUSE_MEANINGS: Record<PublicationTable['kind'] | 'withdrawn', string> = {
	...PUBLICATION_KIND_MEANINGS,
	withdrawn: 'a publication was withdrawn'
};

export const LAW_CERTAINTY_MEANINGS: Record<LawCertainty, string> = {
	stated: 'its source says so',
	secondary: 'a source says so that did not decide it',
	inferred: 'our reading: no source says so',
	not_found: 'looked for in that source and not found'
};

export const LEVER_OUTCOME_MEANINGS: Record<LeverOutcome, string> = {
	yes: 'can be used',
	no: 'cannot be used',
	depends: 'the sources leave it open',
	unknown: 'a figure is unknown',
	over: 'could be used until a day that is past'
};

export const LEVER_REASON_MEANINGS: Record<LeverReason | 'judgement', string> = {
	met: 'the condition is met',
	partly_met: 'the conditions that can be checked are met; there are others',
	term_over: 'the term is past',
	homes_left: 'dwellings are left to realise',
	share_reached: 'the share is reached',
	pipeline_unclear: 'the sources do not say whether the pipeline counts',
	remaining_unknown: 'what is left to realise is unknown',
	share_unknown: 'the share is unknown',
	nothing_asked: 'nothing is asked',
	within_limit: 'within the limit',
	period_unclear: 'the sources do not say over how many years',
	objective_unknown: 'the objective is unknown',
	permits_unknown: 'the permitted dwellings are unknown',
	judgement: 'a human judgement that nothing can be computed for'
};

export const CHECK_KIND_MEANINGS: Record<CheckKind, string> = {
	sum: 'the total is not the sum of its parts',
	formula: 'steps 1 and 2 are not what the formula gives',
	room: 'steps 1 and 2 are more than the room up to the limit',
	catch_up: 'a catch-up, though the share is above the level below which one is asked'
};

export const ORIGIN_MEANINGS = {
	published: 'published',
	derived: 'computed from published figures',
	estimated: 'rests on a practice figure of this site',
	unknown: 'not known'
} as const;

export const COMPONENT_KIND_MEANINGS = {
	component: 'a part of the objective',
	limit: 'a limit of the formula',
	apart: 'asked apart',
	lever: 'a possibility of the law',
	total: 'the objective itself',
	beside: 'stands beside the objective and counts for nothing'
} as const;

export const UNDIVIDED_MEANINGS: Record<Reason | Undivided, string> = {
	...REASON_MEANINGS,
	no_growth: 'nobody grows',
	no_weights: 'no factor weighs anything',
	minima_exceed: 'the minima together are more than there is to divide',
	bounds_crossed: 'a minimum lies above its maximum'
};

export const GOAL_KIND_MEANINGS = {
	reach_share: 'reach a share',
	hold_share: 'hold the share of a base date'
} as const;

export const ADOPTED_KIND_MEANINGS = {
	...GOAL_KIND_MEANINGS,
	new_building: 'a part of the homes in each new project, not of the stock'
} as const;

export const CERTAINTY_MEANINGS = {
	stated: 'stated by the region itself',
	secondary: 'stated by another source',
	inferred: 'inferred from a source'
} as const;

export const TENURE_MEANINGS = {
	rental: 'social rental dwellings',
	purchase: 'social dwellings for sale',
	plots: 'social plots',
	rental_voluntary: 'social rental dwellings, voluntary',
	local: 'agreed locally'
} as const;

export const SCHEME_STATUS_MEANINGS = {
	in_force: 'in force',
	ended: 'ended',
	in_preparation: 'in preparation',
	unknown: 'not known'
} as const;

export const RULE_KIND_MEANINGS = {
	component: 'a part of the objective',
	limit: 'a limit',
	apart: 'asked apart',
	lever: 'a possibility of the law'
} as const;

export const PART_MEANINGS = {
	observation: 'figures of municipalities',
	region_observation: 'totals published for a region as a whole',
	objective: 'objectives of municipalities',
	region_objective: 'objectives set for a region as a whole',
	test_result: 'categories of a progress test',
	mention: 'what is said beside the figures: a part, a project, an aim, a number without a day'
} as const;

export const MENTION_KIND_MEANINGS: Record<MentionKind, string> = {
	stock: 'all social dwellings, without a day',
	share: 'a share that cannot be set beside another',
	progress: 'realised or under way, not counted as a measurement does',
	part: 'a part of the social dwellings',
	project: 'one project',
	expected: 'a number that is expected',
	objective: 'an objective of a larger area',
	aim: 'an aim or a plan',
	norm: 'a norm for what is built anew',
	flow: 'what changed in a period',
	built: 'what was ever built',
	outcome: 'a statement on an objective or a test'
};

export const MENTION_UNIT_MEANINGS: Record<MentionUnit, string> = {
	dwellings: 'dwellings',
	plots: 'plots',
	percent: 'per cent, not a fraction: the source may not say of what',
	municipalities: 'municipalities'
};

export const TARGET_GROUP_MEANINGS: Record<TargetGroup, string> = {
	homeless: 'people without a home',
	large_families: 'large families',
	elderly: 'the elderly'
};

export const PART_KIND_MEANINGS: Record<PartKind, string> = {
	objective: 'the law asks it',
	goal: 'somebody aims at it',
	stock: 'it is there'
};

export const PART_OF_MEANINGS: Record<PartOf, string> = {
	dwellings: 'a number of dwellings',
	stock: 'a share of the social rental dwellings',
	new_dwellings: 'a share of what is built anew',
	allocations: 'a share of the dwellings allocated in a year'
};

export const ARRIVAL_MEANINGS = {
	reached: 'reached already',
	in: 'reached in `year`',
	later: 'not by `until`, though the shortfall shrinks',
	never: 'not by `until`, and the shortfall does not shrink'
} as const;

export const EVENT_MEANINGS: Record<VersionEvent['event'], string> = {
	released: 'its figures count from this day on',
	renewed: 'a newer program brought its rules up to date',
	withdrawn: 'its figures do not count any more'
};

export const FIGURE_CHANGE_MEANINGS: Record<FigureChangeKind, string> = {
	new: 'nothing was known before',
	replaced: 'a practice figure of this site made way for a published one',
	revised: 'a later publication gives another number or another status',
	corrected: 'a later publication repairs an error',
	withdrawn: 'its publication was withdrawn; what was known before counts again, if anything was'
};

export const FIGURE_PART_MEANINGS: Record<FigureChange['part'], string> = {
	observation: 'a figure of a municipality',
	region_observation: 'a total published for a region as a whole',
	objective: 'an objective of a municipality',
	test_result: 'a category of a progress test'
};

export const REPLY_STATE_MEANINGS: Record<ReplyState, string> = {
	shown: 'it stands with its figure',
	replaced: 'a newer one stands in its place',
	withdrawn: 'the municipality, or who entered it, took it back'
};

export const BASIS_MEANINGS: Record<Basis, string> = {
	same: 'the same figure of the same day, or of days at most 31 days apart',
	near: 'counts or shares by other definitions, at most a year apart',
	fall: 'the same figure within ten years, more than a tenth lower',
	reckoned: 'the second is what other published numbers give'
};

export const OUTCOME_MEANINGS: Record<Outcome, string> = {
	explained: 'the steps account for it, but for rounding',
	partly: 'a cause is known, but not for all of it',
	unexplained: 'no cause is known'
};

export const BRIDGE_CAUSE_MEANINGS: Record<Cause, string> = {
	agencies: 'dwellings of social rental agencies',
	municipal: 'dwellings of municipality or OCMW',
	fund: 'dwellings of the Vlaams Woningfonds',
	vacant: 'empty dwellings',
	purchase: 'dwellings for sale are counted too',
	pipeline: 'dwellings in execution or planned are counted too',
	numerator: 'another number of dwellings is divided',
	denominator: 'they are divided by another number',
	per_dwelling: 'one is per 100 dwellings, the other per 100 households',
	catch_up: 'one holds the catch-up',
	covenant: 'one holds a covenant',
	decision: 'the later source may tell of a later decision',
	date: 'they are of different days',
	not_stated: 'a source does not say who is counted'
};
