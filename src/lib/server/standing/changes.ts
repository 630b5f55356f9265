import {
	changeOf,
	pipelineChangeOf,
	sumOfChanges,
	sumOfPipelines,
	type Change,
	type PipelineChange
} from '#lib/domain/change.ts';
import { addDays, type Day } from '#lib/domain/dates.ts';
import { together, type Figure } from '#lib/domain/figure.ts';
import type { Indicator, RegimeCount } from '#lib/domain/indicators.ts';
import { figureOf, type Lookup, type Municipality } from '#lib/domain/places.ts';
import { countOf, measuredRegimes } from '#lib/domain/regime.ts';
import { realisedOf } from '#lib/domain/realised.ts';
import { STOCK_DEFINITIONS, stockOf } from '#lib/domain/region.ts';
import type { Database } from '../database/database.ts';
import { changedFigures, type ChangedFigure } from '../queries/changes.ts';
import type { Publication } from '../queries/publications.ts';
import type { Region } from '../queries/regions.ts';
import { reference, type Reference } from '../reference/reference.ts';
import { addressing } from './addressed.ts';
import { readLookup } from './lookup.ts';
import type { KnownMeasurement, Period } from './period.ts';
import { mainScheme } from './municipalities.ts';
import { progressSeries } from './objectives.ts';
import { publishedChange } from './published-change.ts';
import { membersOf } from './regions.ts';

/** What is compared between the two moments. */
const comparedIn = ({ schemes }: Reference): readonly Indicator[] => [
	...new Set([...STOCK_DEFINITIONS, ...progressSeries(measuredRegimes(schemes))])
];

/** Why a figure of the first reference date reads otherwise now. */
export type Cause = Publication['kind'] | 'withdrawn';

/** What changed for one municipality. */
export interface MunicipalityChange {
	municipality: Municipality;
	stock: Change;
	pipeline: PipelineChange;
	/** What made a correction of the stock; empty when there is none. */
	causes: readonly Cause[];
}

/** What changed in an area between two moments. */
export interface AreaChange {
	period: Period;
	/** In order of code. */
	rows: MunicipalityChange[];
	/** Sums over the rows of which every step is known. */
	stock: Change;
	pipeline: PipelineChange;
	/** The stock that was published for the area as a whole, with its own dates; null when there is none. */
	published: Change | null;
	/** Every figure of these municipalities, of any reference date, that was known and is something else now. */
	changed: ChangedFigure[];
}

/** What changed in a region, for its members of the later day. */
export interface RegionChange extends AreaChange {
	region: Region;
	/** First attested day of the membership when the later day is earlier; else null. */
	attestedFrom: Day | null;
}

/** What changed in a region between two moments. */
export async function regionChange(
	database: Database,
	period: Period,
	region: Region
): Promise<RegionChange> {
	const facts = await reference(database, period.to.known);
	const { municipalities, attestedFrom } = membersOf(facts, region, period.to.known);
	const [change, published] = await Promise.all([
		areaChange(database, period, municipalities),
		publishedChange(database, period, region.slug)
	]);
	return { ...change, published, region, attestedFrom };
}

/** What changed in some municipalities of the later day; each may be the sum of those that went into it. */
export async function areaChange(
	database: Database,
	period: Period,
	municipalities: readonly Municipality[]
): Promise<AreaChange> {
	const facts = await reference(database, period.to.known);
	const codes = municipalities.flatMap(({ nis }) =>
		facts.places.withPredecessors(nis, period.to.known)
	);
	const [then, now, changed] = await Promise.all([
		read(database, facts, codes, period.from.known, [period.from]),
		read(database, facts, codes, period.to.known, [period.from, period.to]),
		changedFigures(database.read, {
			codes,
			indicators: comparedIn(facts),
			from: period.from.known,
			to: period.to.known
		})
	]);
	const rows = municipalities.map((one) => changeIn(facts, then, now, period, one));
	const parts = <One>(pick: (row: MunicipalityChange) => One) =>
		rows.map((row) => ({ nis: row.municipality.nis, change: pick(row) }));
	return {
		period,
		rows,
		stock: sumOfChanges(
			parts((row) => row.stock),
			period.to.on
		),
		pipeline: sumOfPipelines(
			parts((row) => row.pipeline),
			period.to.on
		),
		published: null,
		changed
	};
}

const read = (
	{ read }: Database,
	facts: Reference,
	codes: readonly string[],
	known: Day,
	measurements: readonly KnownMeasurement[]
) =>
	readLookup(read, facts.places, {
		codes,
		indicators: comparedIn(facts),
		dates: [
			...new Set([
				...measurements.map((one) => one.on),
				...measuredRegimes(facts.schemes).map(({ baselineOn }) => baselineOn)
			])
		],
		known
	});

function changeIn(
	facts: Reference,
	then: Lookup,
	now: Lookup,
	{ from, to }: Period,
	municipality: Municipality
): MunicipalityChange {
	const { places } = facts;
	const { nis } = municipality;
	const structureOn = to.known;
	const ask = (lookup: Lookup, date: Day, indicator: Indicator) =>
		figureOf(places, lookup, { nis, structureOn, indicator, date });
	/** Both readings in the regime that runs on the later day: what counts for one regime is no step for another. */
	const series = (count: RegimeCount) => countOf(mainScheme(facts, to.on), count);
	const all = (quantity: (lookup: Lookup, date: Day) => Figure) => ({
		start: quantity(then, from.on),
		restated: quantity(now, from.on),
		end: quantity(now, to.on)
	});
	const stock = changeOf(all((lookup, date) => stockOf(places, lookup, nis, structureOn, date)));
	const pipeline = pipelineChangeOf(
		all((lookup, date) =>
			together(ask(lookup, date, series('in_execution')), ask(lookup, date, series('planned')))
		),
		all((lookup, date) =>
			realisedOf(places, lookup, { nis, structureOn, date }, mainScheme(facts, to.on))
		)
	);
	const at = (measurement: KnownMeasurement) =>
		addressing(nis, { ...measurement, structureOn, today: addDays(to.known, 1) });
	return {
		municipality,
		stock: {
			...stock,
			start: at(from)('stock', stock.start),
			end: at(to)('stock', stock.end)
		},
		pipeline,
		causes: causesOf(facts, stock.correction, { from, to })
	};
}

/** What happened between the two days to the publications that a correction rests on. */
function causesOf({ publications }: Reference, correction: Figure, period: Period): Cause[] {
	if (!correction.value) return [];
	const within = (day: Day | null) =>
		day !== null && day > period.from.known && day <= period.to.known;
	const causes = correction.publications
		.flatMap((id) => publications.get(id) ?? [])
		.flatMap(({ kind, knownFrom, withdrawnOn }): Cause[] => [
			...(within(knownFrom) ? [kind] : []),
			...(within(withdrawnOn) ? (['withdrawn'] as const) : [])
		]);
	return [...new Set(causes)];
}

/** The figures that a change rests on. */
export const figuresBehindChange = ({
	stock,
	pipeline
}: Pick<MunicipalityChange, 'stock' | 'pipeline'>) => [
	stock.start,
	stock.correction,
	stock.end,
	pipeline.start,
	pipeline.end
];
