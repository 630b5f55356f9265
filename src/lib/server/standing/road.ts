import { addDays, endOfYear, householdsDate, yearOf, type Day } from '#lib/domain/dates.ts';
import { sumOfKnown, together, unknown, type Figure } from '#lib/domain/figure.ts';
import type { Indicator } from '#lib/domain/indicators.ts';
import { figureOf, type Lookup } from '#lib/domain/places.ts';
import { realisedOf } from '#lib/domain/realised.ts';
import {
	PACE_YEARS,
	roadResults,
	type RoadResults,
	type RoadYear
} from '#lib/domain/road-results.ts';
import type { Database } from '../database/database.ts';
import type { Region } from '../queries/regions.ts';
import { reference, type Reference } from '../reference/reference.ts';
import { readLookup } from './lookup.ts';
import type { Moment } from './moment.ts';
import { mainScheme } from './municipalities.ts';
import type { MunicipalityStanding } from './standing.ts';
import { regionStanding } from './regions.ts';
import type { RegionStanding } from './standing.ts';
import type { Form } from '../asked/parameter.ts';
import type { RoadAsked } from '../asked/questions.ts';
import { scenarioOf, type Scenario } from './scenario.ts';

/** What the pace is measured by: the stock of the yearly measurement, else what was realised since the baseline. */
type PaceBasis = Extract<Indicator, 'stock_b' | 'realised'>;
const PACE_BASES: readonly PaceBasis[] = ['stock_b', 'realised'];

/** The net dwellings of the last years, by one way of counting at both ends. */
interface Delivered {
	basis: PaceBasis;
	from: Day;
	to: Day;
	/** Dwellings, signed; unknown when one of the two ends is for a member. */
	figure: Figure;
}

/** The road of a region to its goal: a scenario, never a decision. */
export interface RoadStanding {
	region: Region;
	members: readonly MunicipalityStanding['municipality'][];
	regionGoal: RegionStanding['goal'];
	scenario: Scenario;
	asked: RoadAsked;
	/** Sums over all members; unknown as soon as one member is. */
	stock: Figure;
	households: Figure;
	/** Households of the 1 January after the day asked, mostly a projection. */
	later: Figure;
	delivered: Delivered;
	inExecution: Figure;
	planned: Figure;
	pipeline: Figure;
	/** The last year-end for which households are projected. */
	projectedUntil: Day | null;
	results: RoadResults;
}

/** How far the road looks beyond the day asked, at most. */
const LONGEST_YEARS = 60;

/**
 * The road of a region to a share on a later day.
 * @throws MalformedParameterError for a day before the reference date
 */
export async function roadStanding(
	database: Database,
	moment: Moment,
	region: Region,
	asked: RoadAsked,
	form: Form
): Promise<RoadStanding> {
	const standing = await regionStanding(database, moment, region);
	const scenario = scenarioOf(asked, standing, moment.on, form);
	const facts = await reference(database, moment.known);
	const sums = await readSums(database, facts, moment, standing.members, scenario.by);
	const { path, ...known } = sums;
	return {
		region,
		members: standing.members.map((member) => member.municipality),
		regionGoal: standing.goal,
		scenario,
		asked,
		...known,
		projectedUntil: path.length > 1 ? endOfYear(path.at(-1)?.year ?? NaN) : null,
		results: roadResults({
			...known,
			path,
			from: yearOf(moment.on),
			by: yearOf(scenario.by),
			delivered: known.delivered.figure,
			goal: scenario.goal,
			social: asked.q,
			newHomesPerYear: asked.newHomes
		})
	};
}

/** What the numbers of a road rest on. */
export const roadFigures = (road: RoadStanding): Figure[] => [
	...[road.stock, road.households, road.later, road.inExecution, road.planned],
	road.delivered.figure,
	...(road.regionGoal ? [road.regionGoal.value] : [])
];

type Members = readonly MunicipalityStanding[];

/** Everything that the road adds up over the members. A stock of another day than a year-end has no years to go with it. */
async function readSums(
	database: Database,
	facts: Reference,
	moment: Moment,
	members: Members,
	by: Day
) {
	const before = endOfYear(yearOf(moment.on) - PACE_YEARS);
	const years = Array.from({ length: LONGEST_YEARS }, (_, ahead) => yearOf(moment.on) + ahead);
	const lookup = await readLookup(database.read, facts.places, {
		codes: members.map((member) => member.municipality.nis),
		indicators: ['households', 'stock_a', ...PACE_BASES],
		dates: [
			...new Set([
				before,
				moment.on,
				mainScheme(facts, moment.on).baselineOn,
				...[...years, yearOf(by)].map(newYearAfter)
			])
		],
		known: moment.known
	});
	const sum = (pick: (member: MunicipalityStanding) => Figure, date: Day) =>
		sumOfMembers(members, pick, date);
	const read = (indicator: Indicator, date: Day) =>
		sum(
			({ municipality }) => figureAt(facts, lookup, moment, municipality.nis, indicator, date),
			date
		);
	const unpaired = (_: Indicator, date: Day) => unknown(date, 'no_households_pair');
	const isYearEnd = householdsDate(moment.on) !== null;
	const inExecution = sum((member) => member.objective.inExecution, moment.on);
	const planned = sum((member) => member.objective.planned, moment.on);
	return {
		stock: sum((member) => member.stock, moment.on),
		households: sum((member) => member.households, householdsDate(moment.on) ?? moment.on),
		later: read('households', newYearAfter(yearOf(by))),
		path: isYearEnd ? householdsPath(years, (year) => read('households', newYearAfter(year))) : [],
		delivered: deliveredBetween(before, moment.on, isYearEnd ? read : unpaired),
		inExecution,
		planned,
		pipeline: together(inExecution, planned)
	};
}

const newYearAfter = (year: number): Day => addDays(endOfYear(year), 1);

const figureAt = (
	facts: Reference,
	lookup: Lookup,
	{ structureOn, on }: Moment,
	nis: string,
	indicator: Indicator,
	date: Day
): Figure =>
	indicator === 'realised'
		? realisedOf(facts.places, lookup, { nis, structureOn, date }, mainScheme(facts, on))
		: figureOf(facts.places, lookup, { nis, structureOn, indicator, date });

/** A sum over all members: with one unknown it is unknown, and names who is missing (domain.md R9). */
function sumOfMembers(
	members: Members,
	pick: (member: MunicipalityStanding) => Figure,
	date: Day
): Figure {
	const sum = sumOfKnown(
		members.map((member) => ({ nis: member.municipality.nis, figure: pick(member) })),
		date
	);
	if (sum.missing.length === 0) return sum;
	const first = members.map(pick).find((figure) => figure.value === null);
	return unknown(date, first?.reason ?? 'part_missing', sum.missing, sum.indicator);
}

/** The year-ends from now on, as far as the households of every member are known. */
function householdsPath(years: readonly number[], read: (year: number) => Figure): RoadYear[] {
	const path: RoadYear[] = [];
	for (const year of years) {
		const households = read(year);
		if (households.value === null) break;
		path.push({ year, households });
	}
	return path;
}

/** What came between two year-ends, by the first way of counting that is known at both. */
function deliveredBetween(
	from: Day,
	to: Day,
	read: (indicator: Indicator, date: Day) => Figure
): Delivered {
	const ways = PACE_BASES.map((basis) => {
		const [start, end] = [read(basis, from), read(basis, to)];
		const negative = { ...start, value: start.value === null ? null : -start.value };
		return { basis, from, to, figure: together(end, negative) };
	});
	return ways.find((way) => way.figure.value !== null) ?? (ways[0] as Delivered);
}
