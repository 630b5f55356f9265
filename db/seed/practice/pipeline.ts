import { endOfYear, yearOf, type Day } from '#lib/domain/dates.ts';
import type { Indicator } from '#lib/domain/indicators.ts';
import { apportion } from '#lib/domain/apportion.ts';
import { IN_EXECUTION, PIPELINE } from './assumptions.ts';
import { inStructureOf, type ByCode, type Ground } from './ground.ts';
import { interpolate, type Knot } from './interpolate.ts';
import { variety, varietyBetween } from './variety.ts';
import { LAST_YEAR, yearsBetween } from './years.ts';

/** The first year-end at which progress was tested. */
const FIRST_TEST_YEAR = 2011;

/** A municipality at a year-end, as its pipeline depends on it. */
interface Progress {
	nis: string;
	stock: number;
	objective: number;
	toRealise: number;
}

/** Enters the dwellings realised since the baseline, in execution and planned, at every year-end since the first test. */
export function estimateProgress(ground: Ground, baseline: ByCode, objectives: ByCode): void {
	const progressAt = (year: number) => progressAtEndOf(ground, year, baseline, objectives);
	const years = yearsBetween(FIRST_TEST_YEAR, LAST_YEAR);
	for (const year of years) estimateRealised(ground, year, baseline);
	const perDwelling = publishedPipelines(ground).map(([year, pipeline]): Knot => [
		year,
		pipeline / sumToRealise(progressAt(year))
	]);
	for (const year of years) {
		const all = progressAt(year);
		const total = Math.round(interpolate(perDwelling, year) * sumToRealise(all));
		dividePipeline(ground, year, all, total);
	}
}

function estimateRealised(ground: Ground, year: number, baseline: ByCode): void {
	const day = endOfYear(year);
	for (const [nis, stock] of inStructureOf(ground, year, baseline)) {
		ground.ledger.estimate(nis, 'realised', day, ground.ledger.value(nis, 'stock_b', day) - stock);
	}
}

function progressAtEndOf(
	ground: Ground,
	year: number,
	baseline: ByCode,
	objectives: ByCode
): Progress[] {
	const stocks = inStructureOf(ground, year, baseline);
	return [...inStructureOf(ground, year, objectives)].map(([nis, objective]) => {
		const realised = ground.ledger.value(nis, 'realised', endOfYear(year));
		const toRealise = Math.max(0, objective - realised);
		return { nis, stock: stocks.get(nis) ?? 0, objective, toRealise };
	});
}

const sumToRealise = (all: readonly Progress[]): number =>
	all.reduce((sum, { toRealise }) => sum + toRealise, 0);

/** Published dwellings planned or in execution in Flanders at year-ends. */
function publishedPipelines({ regions, flanders }: Ground): Knot[] {
	const inExecution = (day: Day) => regions.at(flanders, 'in_execution', day) ?? 0;
	return regions
		.series(flanders, 'planned')
		.filter(({ day }) => day.endsWith('-12-31'))
		.map(({ day, value }) => [yearOf(day), value + inExecution(day)]);
}

/** Relative size of a pipeline: mostly what is still to be realised, in waves of a few years. */
function pipelineWeight({ nis, stock, objective, toRealise }: Progress, year: number): number {
	const size = toRealise + PIPELINE.perObjective * objective + PIPELINE.perDwelling * stock;
	const effort = varietyBetween(nis, 'pipeline', PIPELINE.low, PIPELINE.high);
	const wave = triangle(year / PIPELINE.years + variety(nis, 'wave'));
	return size * effort * (1 + PIPELINE.wave * wave);
}

/** A wave of straight lines between -1 and 1, with period 1. */
const triangle = (time: number): number => 4 * Math.abs((time % 1) - 0.5) - 1;

const PARTS: readonly { indicator: Indicator; partOf: (inExecution: number) => number }[] = [
	{ indicator: 'in_execution', partOf: (inExecution) => inExecution },
	{ indicator: 'planned', partOf: (inExecution) => 1 - inExecution }
];

/** Divides the dwellings that published pipelines leave of the total; each municipality has its own part in execution. */
function dividePipeline(
	{ ledger }: Ground,
	year: number,
	all: readonly Progress[],
	total: number
): void {
	const day = endOfYear(year);
	const open = new Map<string, { nis: string; indicator: Indicator; weight: number }>();
	let rest = total;
	for (const one of all) {
		const { nis } = one;
		const inExecution = varietyBetween(nis, 'in execution', IN_EXECUTION.low, IN_EXECUTION.high);
		for (const { indicator, partOf } of PARTS) {
			const weight = pipelineWeight(one, year) * partOf(inExecution);
			const published = ledger.published.at(nis, indicator, day);
			if (published === null) open.set(`${nis} ${indicator}`, { nis, indicator, weight });
			else rest -= published;
		}
	}
	const parts = apportion(
		rest,
		[...open].map(([key, { weight }]) => ({ key, weight }))
	);
	for (const [key, { nis, indicator }] of open) {
		ledger.estimate(nis, indicator, day, parts.get(key) ?? 0);
	}
}
