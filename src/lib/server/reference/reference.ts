import type { Day } from '#lib/domain/dates.ts';
import { isKnown } from '#lib/domain/known.ts';
import { areTimeless, statementsOn, type Statement } from '#lib/domain/statements.ts';
import { createPlaces, type Places } from '#lib/domain/places.ts';
import type { AgreementStep } from '#lib/domain/agreement.ts';
import { inForce, repliesTo, type RepliesTo, type Reply } from '#lib/domain/reply.ts';
import { STOCK_DEFINITIONS, TOTAL_DEFINITIONS, type Membership } from '#lib/domain/region.ts';
import { presentOf } from './at-version.ts';
import { allBoundaries, type Boundaries } from './boundaries.ts';
import type { Database } from '../database/database.ts';
import {
	lawStatements,
	schemeDates,
	schemeRules,
	schemes,
	testRounds
} from '../queries/objectives.ts';
import { stockDates, type StockDate } from '../queries/observations.ts';
import { municipalities, successions } from '../queries/places.ts';
import { dataVersion, publications, type Publication } from '../queries/publications.ts';
import { goals, memberships, regions, type Region } from '../queries/regions.ts';
import { chainDays, type ChainDay } from '../queries/releases.ts';
import { agreedSteps } from '../queries/proposals.ts';
import { allReplies } from '../queries/replies.ts';
import type { Reader } from '../database/schema.ts';

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
	/** What regions agreed on, and what of that they took back. */
	agreed: readonly AgreementStep[];
	/** The state of the data: its number, and the moment of the last change. */
	data: Awaited<ReturnType<typeof dataVersion>>;
	/** Finds the replies to a figure as known on the day that is asked about; absent where no day is asked. */
	repliesTo?: RepliesTo;
	/** Imported boundaries, those to be drawn first; none: maps are schematic. */
	boundaries: readonly Boundaries[];
}

/** The tables as they were read, and what of them counts on the days that were asked about. */
interface Held {
	tables: Tables;
	/** Whether no rule differs between days. */
	timeless: boolean;
	/** One for all days when no rule differs between them. */
	views: Map<Day, Reference>;
}

const held = new WeakMap<Database, Promise<Held>>();
const watched = new WeakSet<Database>();
/** Days of which what counts is kept. */
const MOST_VIEWS = 40;
/** A day on which all that was released and not taken back is known. */
const LATEST: Day = '9999-12-31';

/**
 * The reference tables of a database, as it stands now or at a version, as known on a day; read again after each committed change.
 * @param known rules, regions and their members that came in later are not there; left out: all that is known by now
 */
export async function reference(database: Database, known: Day = LATEST): Promise<Reference> {
	return viewOn(await heldOf(database), known);
}

function heldOf(database: Database): Promise<Held> {
	if (!watched.has(database)) {
		watched.add(database);
		database.onChange(() => held.delete(database));
	}
	let found = held.get(database);
	if (!found) {
		found = heldFrom(database);
		held.set(database, found);
		found.catch(() => held.delete(database));
	}
	return found;
}

const heldFrom = async (database: Database): Promise<Held> => {
	const tables = await (presentOf(database) === database ? presentTables : pastTables)(database);
	return { tables, timeless: isTimeless(tables), views: new Map<Day, Reference>() };
};

const presentTables = async (database: Database): Promise<Tables> =>
	readTables(database.read, await allBoundaries(database));

/** The name of a municipality or region by its code; null when it is none. */
export const areaNamed = (
	{ places, regions }: Pick<Reference, 'places' | 'regions'>,
	code: string
): string | null => places.byCode.get(code)?.name ?? regions.get(code)?.name ?? null;

/** The tables at a version, with the names of what came later and the boundaries of today. */
async function pastTables(database: Database): Promise<Tables> {
	const present = await reference(presentOf(database));
	const then = await readTables(database.read, present.boundaries);
	const ids = [...present.publications.keys()];
	return {
		...then,
		always: {
			...then.always,
			publications: new Map([...present.publications, ...then.issued]),
			later: new Set(ids.filter((id) => !then.issued.has(id))),
			newest: present.newest
		}
	};
}

function viewOn({ tables, timeless, views }: Held, known: Day): Reference {
	const day = timeless ? LATEST : known;
	const view = views.get(day) ?? countingOn(tables, day);
	views.delete(day);
	if (views.size >= MOST_VIEWS) views.delete(views.keys().next().value ?? '');
	views.set(day, view); // the one asked for last goes last
	return view;
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

/** Every membership that counts, with its region. */
export const allMemberships = ({
	memberships
}: Pick<Reference, 'memberships'>): (Membership & { region: string })[] =>
	[...memberships].flatMap(([region, own]) => own.map((one) => ({ ...one, region })));

/** The publications that were out by a day, by id; those withdrawn since too, for they say so themselves. */
export const publicationsBy = (facts: Reference, known: Day): Publication[] =>
	[...facts.publications.values()].filter((one) => !isLater(facts, one, known));

/** Whether a publication came out after a day, or after the version. */
export const isLater = (
	{ later }: Pick<Reference, 'later'>,
	{ id, knownFrom }: Publication,
	known: Day
): boolean => later.has(id) || known < knownFrom;

/** Those of some publications that are of a kind, and of a publisher; null asks for all. */
export const publicationsLike = (
	all: readonly Publication[],
	{ kind, publisher }: { kind: Publication['kind'] | null; publisher: string | null }
): Publication[] =>
	all.filter((one) => (!kind || one.kind === kind) && (!publisher || one.publisher === publisher));

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
 */
export const readReference = async (db: Reader): Promise<Reference> =>
	countingOn(await readTables(db, []), LATEST);

/** The tables whose rows are what publications say, each with what such a row is about. */
const STATED = {
	regions: (row: { slug: string }) => row.slug,
	memberships: (row: { region: string; nis: string; from: Day }) =>
		`${row.region} ${row.nis} ${row.from}`,
	goals: (row: { region: string; kind: string; holdsFrom: Day | null }) =>
		`${row.region} ${row.kind === 'new_building' ? row.kind : 'share'} ${row.holdsFrom ?? ''}`,
	schemes: (row: { code: string }) => row.code,
	schemeRules: (row: { scheme: string; code: string }) => `${row.scheme} ${row.code}`,
	schemeDates: (row: { scheme: string; day: Day }) => `${row.scheme} ${row.day}`,
	lawStatements: (row: { scheme: string; code: string }) => `${row.scheme} ${row.code}`,
	testRounds: (row: { year: number }) => String(row.year)
};

type Tables = Awaited<ReturnType<typeof readTables>>;

/** @param boundaries those that were imported; a transaction draws no map and needs none */
async function readTables(db: Reader, boundaries: readonly Boundaries[]) {
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
		agreed,
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
		lawStatements(db),
		testRounds(db),
		publications(db),
		stockDates(db, STOCK_DEFINITIONS, TOTAL_DEFINITIONS),
		allReplies(db),
		agreedSteps(db),
		chainDays(db),
		dataVersion(db)
	]);
	const released = new Map(issued.map((one) => [one.id, one]));
	return {
		/** The publications behind the statements. */
		issued: released,
		stated: {
			regions: areas,
			memberships: members,
			goals: aims,
			schemes: regimes,
			schemeRules: rules,
			schemeDates: days,
			lawStatements: said,
			testRounds: rounds
		},
		always: {
			places: createPlaces(towns, mergers),
			publications: released,
			later: new Set<number>(),
			events,
			newest: events.at(-1)?.version ?? 0,
			stockDates: dates,
			replies,
			agreed,
			data,
			boundaries
		}
	};
}

const isTimeless = ({ stated }: Tables): boolean =>
	[
		areTimeless(stated.regions, STATED.regions),
		areTimeless(stated.memberships, STATED.memberships),
		areTimeless(stated.goals, STATED.goals),
		areTimeless(stated.schemes, STATED.schemes),
		areTimeless(stated.schemeRules, STATED.schemeRules),
		areTimeless(stated.schemeDates, STATED.schemeDates),
		areTimeless(stated.lawStatements, STATED.lawStatements),
		areTimeless(stated.testRounds, STATED.testRounds)
	].every(Boolean);

/** What counts on a day. */
function countingOn({ issued, stated, always }: Tables, known: Day): Reference {
	const on = <Row extends Statement>(rows: readonly Row[], keyOf: (row: Row) => string): Row[] =>
		statementsOn(rows, keyOf, issued, known);
	const areas = on(stated.regions, STATED.regions);
	const slugs = new Set(areas.map(({ slug }) => slug));
	const members = on(stated.memberships, STATED.memberships).filter(({ region }) =>
		slugs.has(region)
	);
	return {
		...always,
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
			on(stated.goals, STATED.goals),
			(row) => row.region,
			(row) => row
		),
		schemes: on(stated.schemes, STATED.schemes),
		schemeRules: on(stated.schemeRules, STATED.schemeRules),
		schemeDates: on(stated.schemeDates, STATED.schemeDates),
		lawStatements: on(stated.lawStatements, STATED.lawStatements),
		testRounds: on(stated.testRounds, STATED.testRounds)
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
