import type { Day } from '#lib/domain/dates.ts';
import type { Figure } from '#lib/domain/figure.ts';
import type { Ground } from '#lib/domain/progress-test.ts';
import { isEstimate } from '#lib/domain/status.ts';
import { measuredRegimes } from '#lib/domain/regime.ts';
import type { Database } from '../../database/database.ts';
import { reference, type Reference } from '../../reference/reference.ts';
import type { Moment } from '../../standing/moment.ts';
import { mainScheme } from '../../standing/municipalities.ts';
import { regionStandings } from '../../standing/regions.ts';
import type { RegionStanding } from '../../standing/standing.ts';
import { roundsBy, roundStandings, type TestStanding } from '../../standing/tests.ts';
import { lostOf, type Lost } from './lost.ts';
import {
	goalEffects,
	roundEffects,
	type GoalEffect,
	type RoundEffect,
	type Rules
} from './rule-effects.ts';

/** Reference dates whose effects are told at most: the latest. */
const LATEST_DATES = 3;

/** What a number was, and would be. */
export interface Step {
	before: number | null;
	after: number | null;
	/** Which of the two are estimates; absent in what was kept before this was told. */
	estimated?: { before: boolean; after: boolean };
}

/** A region whose stock or goal would change. */
export interface RegionEffect {
	region: string;
	date: Day;
	stock: Step;
	/** Dwellings short of the goal of the region; null without a goal. */
	short: Step | null;
}

/** A region whose objectives together would change. */
export interface ObjectiveEffect {
	region: string;
	/** Name of the regime, as readers see it. */
	regime: string;
	objective: Step;
	/** Dwellings that the members are short together. */
	short: Step;
}

/** A municipality whose computed category in a progress test would change. */
export interface CategoryEffect extends Step {
	municipality: string;
	round: number;
	/** What would decide it; absent in what was kept before this was told. */
	ground?: Ground | null;
}

/** What the rules of a publication say, and what it would change beyond its own figures. */
export interface Effects {
	goals: GoalEffect[];
	rounds: RoundEffect[];
	lost: Lost[];
	regions: RegionEffect[];
	objectives: ObjectiveEffect[];
	categories: CategoryEffect[];
}

/** What the effects are computed from: how it stands on the dates of a publication. */
export interface Picture {
	rules: Rules;
	regions: Map<string, RegionStanding & { date: Day }>;
	/** The objectives of regions by region and regime, on the latest of the dates. */
	objectives: Map<string, { region: string; regime: string; target: Figure; short: Figure }>;
	tests: Map<string, TestStanding>;
}

/** How regions and tests stand on some reference dates, as known on a day. */
export async function pictureOf(
	database: Database,
	dates: readonly Day[],
	known: Day
): Promise<Picture> {
	const facts = await reference(database);
	const picture: Picture = {
		rules: facts,
		regions: new Map(),
		objectives: new Map(),
		tests: new Map()
	};
	if (measuredRegimes(facts.schemes).length === 0) return picture; // without a regime nothing is measured
	const latest = [...dates]
		.filter((date) => date.endsWith('-12-31'))
		.sort()
		.slice(-LATEST_DATES);
	for (const on of latest) {
		const moment = momentOn(on, known);
		const standings = await regionStandings(database, moment, (region) => isTold(facts, region));
		for (const one of standings) {
			picture.regions.set(`${one.region.slug} ${on}`, { ...one, date: on });
			for (const objective of objectivesOf(facts, one, on))
				picture.objectives.set(`${one.region.slug} ${objective.regime}`, objective);
		}
		for (const round of roundsBy(facts, moment).filter(({ measuredOn }) => measuredOn === on)) {
			for (const test of await roundStandings(database, moment, round))
				picture.tests.set(`${round.year} ${test.municipality.nis}`, test);
		}
	}
	return picture;
}

/** What the members of a region are asked together, in each regime. */
const objectivesOf = (
	facts: Reference,
	{ region: { name: region }, objective, tally, beside }: RegionStanding,
	on: Day
) => [
	{ region, regime: mainScheme(facts, on).name, target: objective.target, short: tally.short },
	...beside.map(({ scheme, progress, tally: own }) => ({
		region,
		regime: scheme.name,
		target: progress.target,
		short: own.short
	}))
];

/** Flanders, the provinces, the city regions, and whatever region has a goal. */
const isTold = ({ goals }: Reference, { kind, slug }: RegionStanding['region']): boolean =>
	['gewest', 'provincie', 'stadsregio'].includes(kind) || goals.has(slug);

const momentOn = (on: Day, known: Day): Moment => ({
	on,
	known,
	structure: 'then',
	structureOn: on,
	today: known,
	knownAsked: false,
	version: null
});

/** The differences between two pictures, the largest first; what was not told of before has none. */
export function effectsOf(before: Picture, after: Picture): Effects {
	const regions = [...after.regions].flatMap(([key, now]) => {
		const then = before.regions.get(key);
		if (!then) return [];
		const effect = {
			region: now.region.name,
			date: now.date,
			stock: figureStep(then.sum.stock, now.sum.stock),
			short: now.goal ? figureStep(then.goal?.gap, now.goal.gap) : null
		};
		return changes(effect.stock) || (effect.short && changes(effect.short)) ? [effect] : [];
	});
	const categories = [...after.tests].flatMap(([key, now]) => {
		const computed = step(before.tests.get(key)?.computed, now.computed);
		return changes(computed)
			? [{ municipality: now.municipality.name, round: now.round, ground: now.ground, ...computed }]
			: [];
	});
	const objectives = [...after.objectives].flatMap(([key, { region, regime, target, short }]) => {
		const then = before.objectives.get(key);
		if (!then) return [];
		const objective = figureStep(then.target, target);
		return changes(objective)
			? [{ region, regime, objective, short: figureStep(then.short, short) }]
			: [];
	});
	return {
		goals: goalEffects(before.rules, after.rules),
		rounds: roundEffects(before.rules, after.rules),
		lost: lostOf(before.regions, after.regions),
		regions: regions.sort((a, b) => size(b.stock) - size(a.stock)),
		objectives,
		categories
	};
}

const step = (before: number | null | undefined, after: number | null): Step => ({
	before: before ?? null,
	after
});

const figureStep = (before: Figure | undefined, after: Figure): Step => ({
	...step(before?.value, after.value),
	estimated: { before: before !== undefined && isEstimate(before), after: isEstimate(after) }
});

const changes = ({ before, after }: Step): boolean => before !== after;
const size = ({ before, after }: Step): number => Math.abs((after ?? 0) - (before ?? 0));
