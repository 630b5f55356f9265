import type { Day } from '#lib/domain/dates.ts';
import { isKnown } from '#lib/domain/known.ts';
import { createPlaces, type Places } from '#lib/domain/places.ts';
import { inForce, repliesTo, type RepliesTo, type Reply } from '#lib/domain/reply.ts';
import { STOCK_DEFINITIONS, TOTAL_DEFINITIONS, type Membership } from '#lib/domain/region.ts';
import { allBoundaries, type Boundaries } from './boundaries.ts';
import type { Database } from './database.ts';
import {
	lawStatements,
	schemeDates,
	schemeRules,
	schemes,
	testRounds
} from './queries/objectives.ts';
import { stockDates, type StockDate } from './queries/observations.ts';
import { municipalities, successions } from './queries/places.ts';
import { dataVersion, publications, type Publication } from './queries/publications.ts';
import { goals, memberships, regions, type Region } from './queries/regions.ts';
import { allReplies } from './queries/replies.ts';
import type { Reader } from './schema.ts';

/** The small tables that every page needs, read once for each version of the data. */
export interface Reference {
	places: Places;
	regions: ReadonlyMap<string, Region>;
	memberships: ReadonlyMap<string, readonly Membership[]>;
	/** Slugs of the regions in which a NIS code ever was a member. */
	regionsOf: ReadonlyMap<string, readonly string[]>;
	goals: ReadonlyMap<string, Awaited<ReturnType<typeof goals>>>;
	schemes: Awaited<ReturnType<typeof schemes>>;
	schemeRules: Awaited<ReturnType<typeof schemeRules>>;
	schemeDates: Awaited<ReturnType<typeof schemeDates>>;
	lawStatements: Awaited<ReturnType<typeof lawStatements>>;
	testRounds: Awaited<ReturnType<typeof testRounds>>;
	publications: ReadonlyMap<number, Publication>;
	stockDates: readonly StockDate[];
	/** What municipalities said of their figures, those replaced and withdrawn too. */
	replies: readonly Reply[];
	/** The state of the data: its number, and the moment of the last change. */
	data: Awaited<ReturnType<typeof dataVersion>>;
	/** Finds the replies to a figure as known on the day that is asked about; absent where no day is asked. */
	repliesTo?: RepliesTo;
	/** Imported boundaries, those to be drawn first; none: maps are schematic. */
	boundaries: readonly Boundaries[];
}

const held = new WeakMap<Database, Promise<Reference>>();
const watched = new WeakSet<Database>();

/** The reference tables of a database; read again after each committed change. */
export function reference(database: Database): Promise<Reference> {
	if (!watched.has(database)) {
		watched.add(database);
		database.onChange(() => held.delete(database));
	}
	let found = held.get(database);
	if (!found) {
		found = allBoundaries(database).then((all) => readReference(database.read, all));
		held.set(database, found);
		found.catch(() => held.delete(database));
	}
	return found;
}

/** Whether the publication behind a row counts on a day. */
export function isOut(
	{ publications }: Pick<Reference, 'publications'>,
	row: { publication: number },
	known: Day
): boolean {
	const issued = publications.get(row.publication);
	return issued !== undefined && isKnown(issued, known);
}

/** The region that holds all municipalities. */
export function flandersOf({ regions }: Pick<Reference, 'regions'>): Region {
	const flanders = [...regions.values()].find((region) => region.kind === 'gewest');
	if (!flanders) throw new Error('The region of kind "gewest" is not in the database.');
	return flanders;
}

/** The publications that were out by a day, by id; those withdrawn since too, for they say so themselves. */
export const publicationsBy = ({ publications }: Reference, known: Day): Publication[] =>
	[...publications.values()].filter((one) => one.knownFrom <= known);

/** The replies of municipalities that count on a day. */
export const repliesBy = ({ replies }: Pick<Reference, 'replies'>, known: Day): Reply[] =>
	inForce(replies, known);

/** The reference tables for a question about a day: with the replies that were known then beside their figures. */
export type AskedReference = Reference & Required<Pick<Reference, 'repliesTo'>>;

export const askedOn = (facts: Reference, known: Day): AskedReference => ({
	...facts,
	repliesTo: repliesTo(repliesBy(facts, known))
});

/**
 * Reads the reference tables as they stand now, in a transaction too; `reference` holds on to them.
 * @param boundaries those that were imported; a transaction draws no map and needs none
 */
export async function readReference(
	db: Reader,
	boundaries: readonly Boundaries[] = []
): Promise<Reference> {
	const [
		towns,
		mergers,
		areas,
		members,
		aims,
		regimes,
		rules,
		days,
		said,
		rounds,
		issued,
		dates,
		replies,
		data
	] = await Promise.all([
		municipalities(db),
		successions(db),
		regions(db),
		memberships(db),
		goals(db),
		schemes(db),
		schemeRules(db),
		schemeDates(db),
		lawStatements(db),
		testRounds(db),
		publications(db),
		stockDates(db, STOCK_DEFINITIONS, TOTAL_DEFINITIONS),
		allReplies(db),
		dataVersion(db)
	]);
	return {
		places: createPlaces(towns, mergers),
		regions: new Map(areas.map((region) => [region.slug, region])),
		memberships: grouped(
			members,
			(row) => row.region,
			(row) => row
		),
		regionsOf: grouped(
			members,
			(row) => row.nis,
			(row) => row.region
		),
		goals: grouped(
			aims,
			(row) => row.region,
			(row) => row
		),
		schemes: regimes,
		schemeRules: rules,
		schemeDates: days,
		lawStatements: said,
		testRounds: rounds,
		publications: new Map(issued.map((one) => [one.id, one])),
		stockDates: dates,
		replies,
		data,
		boundaries
	};
}

function grouped<Row, Value>(
	rows: readonly Row[],
	key: (row: Row) => string,
	value: (row: Row) => Value
): Map<string, Value[]> {
	const found = new Map<string, Value[]>();
	for (const row of rows) {
		const list = found.get(key(row));
		if (list) list.push(value(row));
		else found.set(key(row), [value(row)]);
	}
	return found;
}
