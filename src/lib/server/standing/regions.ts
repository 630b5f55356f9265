import { fromObservation, sumOfKnown, unknown, type Figure } from '#lib/domain/figure.ts';
import { householdsDate, type Day } from '#lib/domain/dates.ts';
import { goalStanding, type Goal } from '#lib/domain/goal.ts';
import { joinStatuses, objectiveProgress, type ObjectiveProgress } from '#lib/domain/objective.ts';
import type { Lookup, Municipality } from '#lib/domain/places.ts';
import { membersOn, stockOf, sumArea } from '#lib/domain/region.ts';
import { gapFigure, shortAndSurplus } from '#lib/domain/share.ts';
import type { Database } from '../database.ts';
import { publishedTotals, type Region } from '../queries/regions.ts';
import { reference, type Reference } from '../reference.ts';
import type { RegionalGoalTable } from '../schema.ts';
import {
	allStandings,
	householdsOf,
	standingsOf,
	type MunicipalityStanding,
	type Standings
} from './municipalities.ts';
import { readLookup } from './lookup.ts';
import type { Moment } from './moment.ts';

/** A member of a region with its own gap to the share of the regional goal. */
export interface MemberStanding extends MunicipalityStanding {
	/** Signed dwellings to the regional goal's share; unknown when the region has no goal. */
	gap: Figure;
}

/** The goal of a region and where it stands. */
export interface RegionGoal {
	kind: RegionalGoalTable['kind'];
	numerator: string;
	denominator: string;
	/** Hundredths of a per cent of the households; null for holding a share. */
	basisPoints: number | null;
	baseDate: Day | null;
	deadline: Day | null;
	adoptedOn: Day | null;
	certainty: RegionalGoalTable['certainty'];
	note: string | null;
	publication: number;
	/** Share asked for, as a fraction. */
	value: Figure;
	/** Signed, in whole dwellings: positive is short. */
	gap: Figure;
	/** Dwellings short over the members that are below the share, and above it over the others. */
	sumOfPositiveGaps: Figure;
	surplusOfMembers: Figure;
}

/** Where one region stands at a moment. */
export interface RegionStanding {
	region: Region;
	members: MemberStanding[];
	/** First attested day of the membership when the moment is earlier; else null. */
	attestedFrom: Day | null;
	stock: Figure;
	households: Figure;
	share: Figure;
	objective: ObjectiveProgress;
	goal: RegionGoal | null;
	/** The stock that was published for the region as a whole at this date, beside the sum of the members. */
	published: Figure | null;
}

/** Members of a region in the structure of the moment. */
export function membersOf(facts: Reference, region: Region, structureOn: Day) {
	return membersOn(
		facts.places,
		facts.memberships.get(region.slug) ?? [],
		region.attestedFrom,
		structureOn
	);
}

/** Where one region stands; reads its members only. Null when no region has this slug. */
export async function regionStanding(
	database: Database,
	moment: Moment,
	slug: string
): Promise<RegionStanding | null> {
	const facts = await reference(database);
	const region = facts.regions.get(slug);
	if (!region) return null;
	const { municipalities } = membersOf(facts, region, moment.structureOn);
	const standings = await standingsOf(database, moment, municipalities);
	const [standing] = await assessAll(database, facts, [region], moment, standings);
	return standing ?? null;
}

/** Where several regions stand, from one reading of all municipalities. */
export async function regionStandings(
	database: Database,
	moment: Moment,
	include: (region: Region) => boolean
): Promise<RegionStanding[]> {
	return regionStandingsFrom(database, moment, await allStandings(database, moment), include);
}

/** Where several regions stand, from standings that were read already. */
export async function regionStandingsFrom(
	database: Database,
	moment: Moment,
	standings: Standings,
	include: (region: Region) => boolean
): Promise<RegionStanding[]> {
	const facts = await reference(database);
	const wanted = [...facts.regions.values()].filter(include);
	return assessAll(database, facts, wanted, moment, standings);
}

async function assessAll(
	database: Database,
	facts: Reference,
	regions: readonly Region[],
	moment: Moment,
	standings: Standings
): Promise<RegionStanding[]> {
	const published = await publishedTotals(database.read, 'stock_b', moment.on, moment.known);
	const figures = new Map(
		published.map((row) => [row.region, fromObservation({ ...row, nis: '', structureOn: null })])
	);
	return Promise.all(
		regions.map((region) =>
			assess(database, facts, region, moment, standings, figures.get(region.slug) ?? null)
		)
	);
}

async function assess(
	database: Database,
	facts: Reference,
	region: Region,
	moment: Moment,
	standings: Standings,
	published: Figure | null
): Promise<RegionStanding> {
	const { municipalities, attestedFrom } = membersOf(facts, region, moment.structureOn);
	const codes = new Set(municipalities.map((one) => one.nis));
	const rows = standings.rows.filter((row) => codes.has(row.municipality.nis));
	const sums = sumArea(rows.map(partOf), moment.on);
	const goal = await goalOf(database, facts, region, moment, rows, sums);
	return {
		region,
		members: rows.map((row) => ({ ...row, gap: memberGap(row, goal) })),
		attestedFrom,
		...sums,
		objective: regionalProgress(rows, moment.on),
		goal,
		published
	};
}

const partOf = (row: MunicipalityStanding) => ({
	nis: row.municipality.nis,
	stock: row.stock,
	households: row.households
});

/** The objective of a region: the sums of its members' objectives, which nobody adopted as one. */
function regionalProgress(rows: readonly MunicipalityStanding[], on: Day): ObjectiveProgress {
	const sum = (pick: (progress: ObjectiveProgress) => Figure) =>
		sumOfKnown(
			rows.map((row) => ({ nis: row.municipality.nis, figure: pick(row.objective) })),
			on
		);
	return objectiveProgress({
		target: sum((one) => one.target),
		status: joinStatuses(rows.map((row) => row.objective.status)),
		baseline: sum((one) => one.baseline),
		realised: sum((one) => one.realised),
		inExecution: sum((one) => one.inExecution),
		planned: sum((one) => one.planned)
	});
}

async function goalOf(
	database: Database,
	facts: Reference,
	region: Region,
	moment: Moment,
	rows: readonly MunicipalityStanding[],
	now: { stock: Figure; households: Figure }
): Promise<RegionGoal | null> {
	const row = (facts.goals.get(region.slug) ?? []).find((one) => {
		const issued = facts.publications.get(one.publication);
		return (
			issued && issued.knownFrom <= moment.known && (issued.withdrawnOn ?? '9999') > moment.known
		);
	});
	if (!row) return null;
	const towns = rows.map((one) => one.municipality);
	const base = row.baseDate ? await holdingOn(database, facts, towns, moment, row.baseDate) : null;
	const standing = goalStanding(asGoal(row), now, base);
	return { ...row, ...standing, ...memberTotals(rows, row.basisPoints, moment.on) };
}

function asGoal(row: {
	kind: RegionalGoalTable['kind'];
	basisPoints: number | null;
	baseDate: Day | null;
	deadline: Day | null;
	adoptedOn: Day | null;
}): Goal {
	const { deadline, adoptedOn } = row;
	if (row.kind === 'reach_share' && row.basisPoints !== null) {
		return { kind: 'reach_share', basisPoints: row.basisPoints, deadline, adoptedOn };
	}
	if (row.kind === 'hold_share' && row.baseDate !== null) {
		return { kind: 'hold_share', baseDate: row.baseDate, deadline, adoptedOn };
	}
	throw new Error('A regional goal lacks its share or its base date.');
}

/** Stock and households of these municipalities at another date, in the structure of the moment. */
async function holdingOn(
	database: Database,
	facts: Reference,
	towns: readonly Municipality[],
	moment: Moment,
	on: Day
) {
	const at = { on, structureOn: moment.structureOn };
	const lookup = await readLookup(database.read, facts.places, {
		codes: towns.map((town) => town.nis),
		indicators: ['stock_b', 'stock_a', 'households'],
		dates: [on, householdsDate(on) ?? on],
		known: moment.known
	});
	return sumArea(
		towns.map((town) => holdingPart(facts, lookup, town.nis, at)),
		on
	);
}

/** Stock and households of one municipality at a date, as a part of a sum. */
export function holdingPart(
	facts: Reference,
	lookup: Lookup,
	nis: string,
	at: Pick<Moment, 'on' | 'structureOn'>
) {
	return {
		nis,
		stock: stockOf(facts.places, lookup, nis, at.structureOn, at.on),
		households: householdsOf(facts, lookup, nis, at)
	};
}

function memberGap(row: MunicipalityStanding, goal: RegionGoal | null): Figure {
	if (!goal || goal.basisPoints === null) return unknown(row.stock.date, 'not_applicable');
	return gapFigure(row.stock, row.households, goal.basisPoints);
}

function memberTotals(
	rows: readonly MunicipalityStanding[],
	basisPoints: number | null,
	on: Day
): Pick<RegionGoal, 'sumOfPositiveGaps' | 'surplusOfMembers'> {
	const part = (pick: 'short' | 'surplus') =>
		sumOfKnown(
			rows.map((row) => {
				const gap =
					basisPoints === null
						? unknown(on, 'not_applicable')
						: gapFigure(row.stock, row.households, basisPoints);
				const value = gap.value === null ? null : shortAndSurplus(gap.value)[pick];
				return { nis: row.municipality.nis, figure: { ...gap, value } };
			}),
			on
		);
	return { sumOfPositiveGaps: part('short'), surplusOfMembers: part('surplus') };
}
