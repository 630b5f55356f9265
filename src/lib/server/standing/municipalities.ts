import { householdsDate, yearBefore } from '#lib/domain/dates.ts';
import { unknown, type Figure } from '#lib/domain/figure.ts';
import type { ObjectiveProgress } from '#lib/domain/objective.ts';
import { mainRegime } from '#lib/domain/regime.ts';
import { figureOf, type Lookup, type Municipality } from '#lib/domain/places.ts';
import { STOCK_DEFINITIONS, stockOf } from '#lib/domain/region.ts';
import { share } from '#lib/domain/share.ts';
import type { Database } from '../database.ts';
import { newestObjectives } from '../queries/objectives.ts';
import { reference, type Reference } from '../reference.ts';
import { addressedMunicipality } from './addressed.ts';
import { codesToRead, readLookup } from './lookup.ts';
import type { Moment } from './moment.ts';
import { municipalProgress, objectiveBook, type ObjectiveBook } from './objectives.ts';
import { perMoment } from './per-moment.ts';

/** Where one municipality stands at a moment: the numbers behind every page, export and answer of the API. */
export interface MunicipalityStanding {
	municipality: Municipality;
	stock: Figure;
	households: Figure;
	/** Fraction of the households. */
	share: Figure;
	objective: ObjectiveProgress;
}

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
	const scheme = mainScheme(facts);
	const codes = read === 'all' ? read : municipalities.map((one) => one.nis);
	const [lookup, objectives] = await Promise.all([
		readLookup(database.read, facts.places, {
			codes,
			indicators: [...STOCK_DEFINITIONS, 'households', 'realised', 'in_execution', 'planned'],
			dates: datesOf(moment, scheme.baselineOn),
			known: moment.known
		}),
		newestObjectives(database.read, codesToRead(facts.places, codes), moment.known)
	]);
	const book = objectiveBook(facts.places, objectives, scheme, moment);
	const rows = municipalities.map((one) =>
		standing(facts, lookup, book, one, moment, scheme.baselineOn)
	);
	return { rows, lookup, book };
}

/** The regime whose progress the pages show, with its baseline date. */
export function mainScheme(facts: Reference) {
	const scheme = mainRegime(facts.schemes);
	if (!scheme?.baselineOn || !scheme.deadline)
		throw new Error(
			'No compulsory rental regime with a baseline date and a deadline is in the database.'
		);
	return { ...scheme, baselineOn: scheme.baselineOn, deadline: scheme.deadline };
}

const datesOf = (moment: Moment, baselineOn: string) => [
	...new Set([moment.on, yearBefore(moment.on), householdsDate(moment.on) ?? moment.on, baselineOn])
];

function standing(
	facts: Reference,
	lookup: Lookup,
	book: ObjectiveBook,
	municipality: Municipality,
	moment: Moment,
	baselineOn: string
): MunicipalityStanding {
	const { nis } = municipality;
	const stock = stockOf(facts.places, lookup, nis, moment.structureOn, moment.on);
	const households = householdsOf(facts, lookup, nis, moment);
	return addressedMunicipality(moment, {
		municipality,
		stock,
		households,
		share: share(stock, households),
		objective: municipalProgress(facts.places, lookup, book, nis, moment, baselineOn)
	});
}

/** The households that divide the stock of the reference date: those of the next 1 January. */
export function householdsOf(
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
