import { householdsDate, yearOf, type Day } from '#lib/domain/dates.ts';
import {
	divide,
	DIVISION_KEYS,
	type DivisionKey,
	type DivisionRule
} from '#lib/domain/division.ts';
import { spreadOf, yearly, type SpreadThen } from '#lib/domain/division-outcome.ts';
import { rangeOverKeys } from '#lib/domain/division-range.ts';
import { sumOfAll, sumOfKnown, unknown, type Figure } from '#lib/domain/figure.ts';
import { BASIS_POINTS, gapFigure, gapToShare, share } from '#lib/domain/share.ts';
import type { Database } from '../database/database.ts';
import type { Form } from '../asked/parameter.ts';
import { weightsIn, type DivisionAsked } from '../asked/questions.ts';
import type { Region } from '../queries/regions.ts';
import { reference } from '../reference/reference.ts';
import { keyDivision, whyUndivided, type KeyDivision, type Question } from './division-keys.ts';
import { inputOf, isComplete, townsOf, type DivisionTown } from './division-towns.ts';
import type { Moment } from './moment.ts';
import { mainScheme } from './municipalities.ts';
import { regionStanding } from './regions.ts';
import type { RegionStanding } from './standing.ts';
import { scenarioOf, type Scenario } from './scenario.ts';

/** A region's shortfall against a share on a later day, divided by every key side by side: scenarios, never a decision. */
export interface DivisionStanding {
	region: Region;
	regionGoal: RegionStanding['goal'];
	asked: DivisionAsked;
	scenario: Scenario & { goal: number };
	/** The 1 January after the day of the scenario, of which the households count. */
	householdsOn: Day;
	/** The rule with nothing left open. */
	rule: DivisionRule;
	/** Years from the reference date to the day of the scenario. */
	years: number;
	towns: DivisionTown[];
	/** Members left out for want of a figure, because that was asked. */
	leftOut: DivisionTown['municipality'][];
	/** NIS codes with a minimum or maximum that take no part. */
	unusedBounds: string[];
	stock: Figure;
	/** All households on the day of the scenario. */
	households: Figure;
	/** Dwellings that the share asks of those households. */
	needed: Figure;
	/** Dwellings in execution and planned, over the towns of which that is known. */
	pipeline: Figure;
	/** `max(0, ceil(g*H - S))` over the towns; unknown as soon as one of them is. */
	shortfall: Figure;
	/** The shortfall for each year until the day of the scenario, unrounded; not applicable when that is now. */
	perYear: Figure;
	/** Share of the towns together on the reference date; unknown when the households of one are. */
	shareNow: Figure;
	/** The spread on that day if nothing is built. */
	before: SpreadThen;
	/** In the order of `DIVISION_KEYS`. */
	keys: KeyDivision[];
	/** The key that was asked. */
	chosen: KeyDivision;
}

/**
 * The division of a region's shortfall. Null when neither the address nor the region names a share to reach.
 * @throws MalformedParameterError for a day before the reference date
 */
export async function divisionStanding(
	database: Database,
	moment: Moment,
	region: Region,
	asked: DivisionAsked,
	form: Form
): Promise<DivisionStanding | null> {
	const standing = await regionStanding(database, moment, region);
	const { goal: regionGoal, members } = standing;
	const scenario = scenarioOf(asked, standing, moment.on, form);
	const householdsOn = householdsDate(scenario.by);
	const { goal } = scenario;
	if (goal === null || householdsOn === null) return null;
	const lawCap = mainScheme(await reference(database, moment.known), moment.on).capBasisPoints;
	const rule = { goal, cap: asked.cap ?? lawCap ?? BASIS_POINTS, weights: weightsIn(asked) };
	const all = await townsOf(database, moment, members, householdsOn, asked);
	const towns = asked.without ? all.filter(isComplete) : all;
	const codes = new Set(towns.map((town) => town.municipality.nis));
	const question = { ...scenario, goal, rule, years: yearOf(scenario.by) - yearOf(moment.on) };
	return {
		region,
		regionGoal,
		asked,
		scenario: { ...scenario, goal },
		householdsOn,
		rule,
		years: question.years,
		leftOut: all.filter((town) => !towns.includes(town)).map((town) => town.municipality),
		unusedBounds: [...asked.bounds.keys()].filter((nis) => !codes.has(nis)),
		...divideAll(towns, question, asked.key)
	};
}

/** What the numbers of a division rest on. */
export const divisionFigures = ({ towns }: DivisionStanding): Figure[] =>
	towns.flatMap((town) => [
		town.stock,
		town.households,
		town.householdsNow,
		town.pipeline,
		town.toRealise
	]);

function divideAll(towns: readonly DivisionTown[], question: Question, chosen: DivisionKey) {
	const sums = sumsOf(towns, question);
	const inputs = towns.map(inputOf);
	const keys = DIVISION_KEYS.map((key) => {
		const why = whyUndivided(key, towns, sums.shortfall);
		const division = why.value === null ? null : divide(key, inputs, question.rule);
		return { key, why, division };
	});
	const divided = keys.map(({ key, division }) => ({ key, parts: division?.parts ?? null }));
	const ranged = towns.map((town) => ({
		...town,
		range: rangeOverKeys(town.municipality.nis, divided)
	}));
	const standings = keys.map(({ key, why, division }) =>
		keyDivision(key, ranged, division, why, question, sums)
	);
	return {
		...sums,
		towns: ranged,
		before: spreadOf(ranged, () => 0, sums.shortfall),
		keys: standings,
		chosen: standings.find((one) => one.key === chosen) as KeyDivision
	};
}

function sumsOf(towns: readonly DivisionTown[], { goal, by, years }: Question) {
	const sum = (pick: (town: DivisionTown) => Figure, date: Day) => ({
		...sumOfAll(
			towns.map((town) => ({ nis: town.municipality.nis, figure: pick(town) })),
			date
		),
		composed: towns.some((town) => pick(town).composed)
	});
	const stock = sum((town) => town.stock, towns[0]?.stock.date ?? by);
	const households = sum((town) => town.households, towns[0]?.households.date ?? by);
	const gap = gapFigure(stock, households, goal);
	const needed = {
		...households,
		value: households.value === null ? null : gapToShare(0, households.value, goal)
	};
	const value = gap.value === null ? null : Math.max(0, gap.value);
	const pipeline = sumOfKnown(
		towns.map((town) => ({ nis: town.municipality.nis, figure: town.pipeline })),
		stock.date
	);
	const shortfall = towns.length === 0 ? unknown(by, 'no_members') : { ...gap, value, date: by };
	return {
		stock,
		households,
		needed,
		pipeline,
		shortfall,
		perYear: yearly(shortfall, years),
		shareNow: share(
			stock,
			sum((town) => town.householdsNow, stock.date)
		)
	};
}
