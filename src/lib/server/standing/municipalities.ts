import { householdsDate, yearBefore, type Day } from '#lib/domain/dates.ts';
import { unknown, type Figure } from '#lib/domain/figure.ts';
import type { ObjectiveProgress } from '#lib/domain/objective.ts';
import { measuredRegimes, regimeOn } from '#lib/domain/regime.ts';
import { figureOf, type Lookup, type Municipality } from '#lib/domain/places.ts';
import { STOCK_DEFINITIONS, stockOf } from '#lib/domain/region.ts';
import { share } from '#lib/domain/share.ts';
import type { Database } from '../database/database.ts';
import { newestObjectives } from '../queries/objectives.ts';
import { isOut, reference, type Reference } from '../reference/reference.ts';
import { addressedMunicipality, addressedProgress, addressing } from './addressed.ts';
import { codesToRead, readLookup } from './lookup.ts';
import { latestStockDate, type Moment } from './moment.ts';
import {
	municipalProgress,
	objectiveBook,
	progressSeries,
	type ObjectiveBook
} from './objectives.ts';
import { perMoment } from './per-moment.ts';
import type { BesideProgress, MeasuredScheme, MunicipalityStanding } from './standing.ts';

/** Standings of several municipalities and what they were made from. */
export interface Standings {
	rows: MunicipalityStanding[];
	lookup: Lookup;
	book: ObjectiveBook;
}

/** Where every municipality in force at the moment stands, in order of code. */
export const allStandings = perMoment(async (database, moment) => {
	const { places } = await reference(database, moment.known);
	return standingsOf(database, moment, places.validOn(moment.structureOn), 'all');
});

/** Where one municipality stands. */
export async function standingOf(
	database: Database,
	moment: Moment,
	municipality: Municipality
): Promise<MunicipalityStanding> {
	const { rows } = await standingsOf(database, moment, [municipality]);
	return rows[0] as MunicipalityStanding;
}

/** Where some municipalities stand, in the order given. */
export async function standingsOf(
	database: Database,
	moment: Moment,
	municipalities: readonly Municipality[],
	read: 'all' | 'these' = 'these'
): Promise<Standings> {
	const facts = await reference(database, moment.known);
	const main = { scheme: mainScheme(facts, moment.on), at: moment };
	const others = othersAt(facts, moment, main.scheme);
	const codes = read === 'all' ? read : municipalities.map((one) => one.nis);
	const [lookup, objectives] = await Promise.all([
		readLookup(database.read, facts.places, {
			codes,
			indicators: [
				...STOCK_DEFINITIONS,
				'households',
				...progressSeries([main, ...others].map(({ scheme }) => scheme))
			],
			dates: datesOf(moment, [main, ...others]),
			known: moment.known
		}),
		newestObjectives(database.read, codesToRead(facts.places, codes), moment.known)
	]);
	const progressIn = ({ scheme, at }: SchemeAt) => {
		const book = objectiveBook(facts.places, objectives, scheme, at);
		return {
			book,
			of: (nis: string) => municipalProgress(facts.places, lookup, book, nis, at, scheme)
		};
	};
	const measured = progressIn(main);
	const beside = others
		.map((one) => ({ ...one, of: progressIn(one).of }))
		.filter(({ of }) => municipalities.some(({ nis }) => hasFigures(of(nis))));
	const rows = municipalities.map((one) =>
		standing(
			facts,
			lookup,
			one,
			moment,
			{ scheme: main.scheme, progress: measured.of(one.nis) },
			beside.map((other) => ({ ...other, progress: other.of(one.nis) }))
		)
	);
	return { rows, lookup, book: measured.book };
}

/** Whether anything was published of a regime: an objective, or what was done for it. */
export const hasFigures = ({
	target,
	realised,
	inExecution,
	planned
}: ObjectiveProgress): boolean =>
	[target, realised, inExecution, planned].some(({ value }) => value !== null);

/** A regime with the moment at which it is looked at. */
interface SchemeAt {
	scheme: MeasuredScheme;
	at: Moment;
}

/** The regimes that were known beside the one that runs; one that is over stands as on its last day with figures. */
function othersAt(facts: Reference, moment: Moment, main: MeasuredScheme): SchemeAt[] {
	return measuredRegimes(facts.schemes)
		.filter((scheme) => scheme.code !== main.code && isOut(facts, scheme, moment.known))
		.map((scheme) => ({ scheme, at: momentIn(facts, scheme, moment) }));
}

const momentIn = (facts: Reference, { deadline }: MeasuredScheme, moment: Moment): Moment =>
	deadline < moment.on ? { ...moment, on: latestStockDate(facts, moment.known, deadline) } : moment;

/** The regime whose progress the pages show first on a reference date. */
export function mainScheme(facts: Pick<Reference, 'schemes'>, on: Day): MeasuredScheme {
	const scheme = regimeOn(facts.schemes, on);
	if (!scheme)
		throw new Error(
			'No compulsory rental regime with a baseline date and a deadline is in the database.'
		);
	return scheme;
}

const datesOf = (moment: Moment, schemes: readonly SchemeAt[]) => [
	...new Set([
		householdsDate(moment.on) ?? moment.on,
		...schemes.flatMap(({ scheme, at }) => [at.on, yearBefore(at.on), scheme.baselineOn])
	])
];

function standing(
	facts: Reference,
	lookup: Lookup,
	municipality: Municipality,
	moment: Moment,
	main: BesideProgress,
	beside: readonly (SchemeAt & { progress: ObjectiveProgress })[]
): MunicipalityStanding {
	const { nis } = municipality;
	const stock = stockOf(facts.places, lookup, nis, moment.structureOn, moment.on);
	const households = householdsOf(facts, lookup, nis, moment);
	return addressedMunicipality(moment, {
		municipality,
		stock,
		households,
		share: share(stock, households),
		scheme: main.scheme,
		objective: main.progress,
		beside: beside.map(({ scheme, at, progress }) => ({
			scheme,
			progress: addressedProgress(addressing(nis, at, { regime: scheme.code }), progress)
		}))
	});
}

/** The households that divide the stock of the reference date: those of the next 1 January. */
function householdsOf(
	{ places }: Reference,
	lookup: Lookup,
	nis: string,
	moment: Pick<Moment, 'on' | 'structureOn'>
): Figure {
	const date = householdsDate(moment.on);
	if (date === null) return unknown(moment.on, 'no_households_pair', [nis], 'households');
	return figureOf(places, lookup, {
		nis,
		structureOn: moment.structureOn,
		indicator: 'households',
		date
	});
}

/** Stock and households of one municipality at a date, as a part of a sum. */
export const holdingPart = (
	facts: Reference,
	lookup: Lookup,
	nis: string,
	at: Pick<Moment, 'on' | 'structureOn'>
) => ({
	nis,
	stock: stockOf(facts.places, lookup, nis, at.structureOn, at.on),
	households: householdsOf(facts, lookup, nis, at)
});
