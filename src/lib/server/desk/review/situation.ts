import { addDays, endOfYear, yearOf, type Day } from '#lib/domain/dates.ts';
import type { Indicator } from '#lib/domain/indicators.ts';
import { figureOf, type Lookup, type Places } from '#lib/domain/places.ts';
import { claimants, measuredRegimes, type Measured, type Regime } from '#lib/domain/regime.ts';
import { STOCK_DEFINITIONS, TOTAL_DEFINITIONS } from '#lib/domain/region.ts';
import type { Place } from '../findings/findings.ts';
import type { Reader } from '../../database/schema.ts';
import { readLookup } from '../../standing/lookup.ts';
import { progressSeries } from '../../standing/objectives.ts';

/** What the rules look at, besides the homes that count for a regime. */
const WATCHED: readonly Indicator[] = [
	...new Set([...STOCK_DEFINITIONS, ...TOTAL_DEFINITIONS]),
	'stock_owned',
	'stock_rented_in',
	'households',
	'social_all',
	'social_realised',
	'flow_net',
	'flow_new_build',
	'flow_purchase',
	'flow_taken_in',
	'flow_sale',
	'flow_demolition',
	'flow_left_system'
];

/** What the rules look at. */
export const watchedOf = (laws: readonly Regime[]): Indicator[] => [
	...new Set([...WATCHED, ...progressSeries(measuredRegimes(laws))])
];

/** A figure of the file with its place. */
export interface OwnFigure extends Place {
	nis: string;
	indicator: Indicator;
	date: Day;
	value: number | null;
	status: string;
}

/** What is asked of a municipality; null when nobody knows, or only an estimate does. */
type Ask = (nis: string, indicator: Indicator, date: Day) => number | null;

/** One reference date of a file beside everything that is known. */
export interface Situation {
	date: Day;
	/** The same day of the year before, and of the year after. */
	previous: Day;
	next: Day;
	/** The regimes for which homes of the date can count. */
	regimes: readonly Measured<Regime>[];
	places: Places;
	/** The figures of the file on the date, by indicator. */
	own: ReadonlyMap<Indicator, readonly OwnFigure[]>;
	/** The file's own figure, of any date. */
	ofFile: Ask;
	/** The file's own figure, else the published one that is known. */
	best: Ask;
	/** What is known without the file. */
	known: Ask;
	/** The same, estimates included: nothing is proven by one, and something can be asked. */
	expected: Ask;
	name: (nis: string) => string;
}

/** Reads one reference date; the file is a draft, so that what is known is known without it. */
export async function situationOn(
	read: Reader,
	{ places, laws }: { places: Places; laws: readonly Regime[] },
	publication: number,
	date: Day,
	today: Day
): Promise<Situation> {
	const around = [sameDay(date, -1), sameDay(date, 1)] as const;
	const regimes = claimants(laws, date);
	const indicators = watchedOf(laws);
	const figures = await ownFigures(read, publication, indicators, [date, ...around]);
	const baselines = regimes.map(({ baselineOn }) => baselineOn);
	const dates = [...new Set([date, ...around, ...baselines, addDays(date, 1)])];
	const lookup = await readLookup(read, places, {
		codes: 'all',
		indicators,
		dates,
		known: today
	});
	const byKey = new Map(figures.map((one) => [keyOf(one.nis, one.indicator, one.date), one.value]));
	const known = published(places, lookup, date);
	const ofFile: Ask = (...asked) => byKey.get(keyOf(...asked)) ?? null;
	return {
		date,
		previous: around[0],
		next: around[1],
		regimes,
		places,
		own: Map.groupBy(
			figures.filter((one) => one.date === date),
			(one) => one.indicator
		),
		ofFile,
		best: (...asked) => ofFile(...asked) ?? known(...asked),
		known,
		expected: figureIn(places, lookup, date),
		name: (nis) => `${nis} ${places.byCode.get(nis)?.name ?? ''}`.trimEnd()
	};
}

const keyOf = (nis: string, indicator: Indicator, date: Day) => `${nis} ${indicator} ${date}`;

const sameDay = (date: Day, years: number): Day =>
	`${endOfYear(yearOf(date) + years).slice(0, 4)}${date.slice(4)}`;

/** Figures in the structure of the date, summed along mergers. */
const figureIn =
	(places: Places, lookup: Lookup, structureOn: Day): Ask =>
	(nis, indicator, date) =>
		figureOf(places, lookup, { nis, structureOn, indicator, date }).value;

/** The published ones among them; an estimate proves nothing. */
const published =
	(places: Places, lookup: Lookup, structureOn: Day): Ask =>
	(nis, indicator, date) => {
		const figure = figureOf(places, lookup, { nis, structureOn, indicator, date });
		return figure.status === 'estimated' ? null : figure.value;
	};

async function ownFigures(
	read: Reader,
	publication: number,
	indicators: readonly Indicator[],
	dates: readonly Day[]
): Promise<OwnFigure[]> {
	const rows = await read
		.selectFrom('observation')
		.select([
			'nis_code as nis',
			'indicator',
			'reference_date as date',
			'value',
			'status',
			'place_sheet as sheet',
			'place_row as row',
			'place_column as column'
		])
		.where('publication_id', '=', publication)
		.where('indicator', 'in', indicators)
		.where('reference_date', 'in', dates)
		.orderBy('nis_code')
		.execute();
	return rows as OwnFigure[];
}
