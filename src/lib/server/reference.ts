import type { Day } from '#lib/domain/dates.ts';
import { isKnown } from '#lib/domain/known.ts';
import { createPlaces, type Places } from '#lib/domain/places.ts';
import { inForce, repliesTo, type RepliesTo, type Reply } from '#lib/domain/reply.ts';
import { STOCK_DEFINITIONS, TOTAL_DEFINITIONS, type Membership } from '#lib/domain/region.ts';
import { presentOf } from './at-version.ts';
import { allBoundaries, type Boundaries } from './boundaries.ts';
import type { Database } from './database.ts';
import { schemeDates, schemeRules, schemes, testRounds } from './queries/objectives.ts';
import { stockDates, type StockDate } from './queries/observations.ts';
import { municipalities, successions } from './queries/places.ts';
import { dataVersion, publications, type Publication } from './queries/publications.ts';
import { goals, memberships, regions, type Region } from './queries/regions.ts';
import { chainDays, type ChainDay } from './queries/releases.ts';
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
	testRounds: Awaited<ReturnType<typeof testRounds>>;
	/** Every publication that was released, those too that came after the version. */
	publications: ReadonlyMap<number, Publication>;
	/** Numbers of the publications that came after the version: they have a name here, and count nowhere. */
	later: ReadonlySet<number>;
	/** The events up to the version, in order; none before anything was sealed. */
	events: readonly ChainDay[];
	/** Number of the newest version that there is. */
	newest: number;
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
		found = presentOf(database) === database ? readPresent(database) : readPast(database);
		held.set(database, found);
		found.catch(() => held.delete(database));
	}
	return found;
}

const readPresent = async (database: Database): Promise<Reference> =>
	readReference(database.read, await allBoundaries(database));

/** The tables at a version, with the names of what came later and the boundaries of today. */
async function readPast(database: Database): Promise<Reference> {
	const present = await reference(presentOf(database));
	const then = await readReference(database.read, present.boundaries);
	const ids = [...present.publications.keys()];
	return {
		...then,
		publications: new Map([...present.publications, ...then.publications]),
		later: new Set(ids.filter((id) => !then.publications.has(id))),
		newest: present.newest
	};
}

/** Whether the publication behind a row counts on a day. */
export function isOut(
	{ publications, later }: Pick<Reference, 'publications' | 'later'>,
	row: { publication: number },
	known: Day
): boolean {
	const issued = publications.get(row.publication);
	return issued !== undefined && !later.has(issued.id) && isKnown(issued, known);
}

/** The region that holds all municipalities. */
export function flandersOf({ regions }: Pick<Reference, 'regions'>): Region {
	const flanders = [...regions.values()].find((region) => region.kind === 'gewest');
	if (!flanders) throw new Error('The region of kind "gewest" is not in the database.');
	return flanders;
}

/** The publications that were out by a day, by id; those withdrawn since too, for they say so themselves. */
export const publicationsBy = ({ publications, later }: Reference, known: Day): Publication[] =>
	[...publications.values()].filter((one) => one.knownFrom <= known && !later.has(one.id));

/** Number of the version that reference tables show; 0 before anything was sealed. */
export const versionOf = ({ events }: Pick<Reference, 'events'>): number =>
	events.at(-1)?.version ?? 0;

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
		rounds,
		issued,
		dates,
		replies,
		events,
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
		testRounds(db),
		publications(db),
		stockDates(db, STOCK_DEFINITIONS, TOTAL_DEFINITIONS),
		allReplies(db),
		chainDays(db),
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
		testRounds: rounds,
		publications: new Map(issued.map((one) => [one.id, one])),
		later: new Set(),
		events,
		newest: events.at(-1)?.version ?? 0,
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
