// The records of where an area stands at a moment.
import type { Day } from '#lib/domain/dates.ts';
import type { Figure } from '#lib/domain/figure.ts';
import type { Goal } from '#lib/domain/goal.ts';
import type { ObjectiveProgress, Tally } from '#lib/domain/objective.ts';
import type { Municipality } from '#lib/domain/places.ts';
import type { AreaSum } from '#lib/domain/region.ts';
import type { Measured } from '#lib/domain/regime.ts';
import type { Region } from '../queries/regions.ts';
import type { Reference } from '../reference/reference.ts';

/** A regime whose progress can be measured, as its row stands in the database. */
export type MeasuredScheme = Measured<Reference['schemes'][number]>;

/** Progress in another regime than the one that runs on the reference date. */
export interface BesideProgress {
	scheme: MeasuredScheme;
	progress: ObjectiveProgress;
}

/** Where one municipality stands at a moment: the numbers behind every page, export and answer of the API. */
export interface MunicipalityStanding {
	municipality: Municipality;
	stock: Figure;
	households: Figure;
	/** Fraction of the households. */
	share: Figure;
	/** The regime that runs on the reference date, and the progress in it. */
	scheme: MeasuredScheme;
	objective: ObjectiveProgress;
	/** Progress in every other regime of which something was published for one of the municipalities asked. */
	beside: readonly BesideProgress[];
}

/** A goal as it was adopted, with its source. */
export type Adopted = NonNullable<ReturnType<Reference['goals']['get']>>[number];

/** A goal for the share of a region. */
export type AdoptedGoal = Adopted & { kind: Goal['kind']; numerator: string; denominator: string };

/** A norm for what is built anew: a part of the homes in each new project, not of the stock. */
export type NewBuildingNorm = Adopted & { kind: 'new_building' };

/** The goal of a region and where it stands. */
export interface RegionGoal extends Omit<AdoptedGoal, 'region'> {
	/** Share asked for, as a fraction. */
	value: Figure;
	/** Signed, in whole dwellings: positive is short. */
	gap: Figure;
	/** Dwellings short over the members that are below the share, and above it over the others. */
	sumOfPositiveGaps: Figure;
	surplusOfMembers: Figure;
}

/** A member of a region with its own gap to the share of the regional goal. */
export interface MemberStanding extends MunicipalityStanding {
	/** Signed dwellings to the regional goal's share; not applicable when the region has no share to reach. */
	gap: Figure;
}

/** What a region asks of itself, at a moment and after it. */
export interface OwnGoals {
	/** The goal for its share that holds on the reference date; null when it has none. */
	goal: AdoptedGoal | null;
	norm: NewBuildingNorm | null;
	/** Known already, and holding from a day after the reference date; the first of them first. */
	coming: readonly Adopted[];
}

/**
 * Where one region stands at a moment. Its own stock, households and share are those of a headline: the total that was
 * published for the whole where that is surer than the sum of the members, else that sum.
 */
export interface RegionStanding extends AreaSum {
	region: Region;
	members: readonly MemberStanding[];
	/** First attested day of the membership when the moment is earlier; else null. */
	attestedFrom: Day | null;
	/** The same as `stock`, `households` and `share` of the standing itself, under one name. */
	headline: AreaSum;
	/** The sums over the members. */
	sum: AreaSum;
	/** The stock that was published for the region as a whole at this date. */
	published: Figure | null;
	/** The regime that runs on the reference date. */
	scheme: MeasuredScheme;
	/** The sums of the members' objectives, which nobody adopted as one. */
	objective: ObjectiveProgress;
	/** How many members reach their own objective, and what the others are short. */
	tally: Tally;
	/** The same in every other regime of which something was published for a member. */
	beside: readonly (BesideProgress & { tally: Tally })[];
	goal: RegionGoal | null;
	/** What it asks of what is built anew; null when it has no such norm. */
	norm: OwnGoals['norm'];
	/** Goals and norms that hold from a later day on. */
	coming: OwnGoals['coming'];
}
