import { besideNow } from '#lib/domain/change.ts';
import type { Municipality } from '#lib/domain/places.ts';
import { presentOf } from '../reference/at-version.ts';
import type { Database } from '../database/database.ts';
import { reference } from '../reference/reference.ts';
import type { Moment } from './moment.ts';
import { nowOf } from './now.ts';
import {
	countTests,
	publishedCounts,
	roundsBy,
	roundStandings,
	testsOf,
	type MunicipalTest,
	type PublishedCounts,
	type Round,
	type RoundCounts,
	type TestStanding
} from './tests.ts';

const FIGURES = [
	'target',
	'realised',
	'inExecution',
	'planned',
	'withPlanned',
	'realisedPart',
	'withPlannedPart'
] as const;
const OUTCOME = [
	'computed',
	'ground',
	'estimated',
	'shortRealised',
	'shortWithPlanned',
	'tie'
] as const;

/**
 * The municipalities of a round as known on the day asked, with today's figures and outcome beside those that became
 * something else. Reads nothing when the day asked is today.
 */
export async function roundBesideNow(
	database: Database,
	moment: Moment,
	round: Round,
	then: readonly TestStanding[]
): Promise<readonly TestStanding[]> {
	const later = nowOf(moment);
	if (!later) return then;
	const rows = await roundStandings(presentOf(database), later, round);
	const now = new Map(rows.map((row) => [row.municipality.nis, row]));
	return then.map((row) => testBesideNow(row, now.get(row.municipality.nis)));
}

/** The same for the rounds of one municipality. */
export async function historyBesideNow(
	database: Database,
	moment: Moment,
	municipality: Municipality,
	then: readonly MunicipalTest[]
): Promise<readonly MunicipalTest[]> {
	const later = nowOf(moment);
	if (!later) return then;
	const tests = await testsOf(presentOf(database), later, municipality);
	const now = new Map(
		tests
			.flatMap(({ own, predecessors }) => (own ? [own, ...predecessors] : predecessors))
			.map((one) => [keyOf(one), one])
	);
	const beside = (one: TestStanding) => testBesideNow(one, now.get(keyOf(one)));
	return then.map(({ own, predecessors, ...test }) => ({
		...test,
		own: own && beside(own),
		predecessors: predecessors.map(beside)
	}));
}

const keyOf = ({ round, municipality }: TestStanding) => `${round} ${municipality.nis}`;

function testBesideNow(then: TestStanding, now: TestStanding | undefined): TestStanding {
	if (!now) return then;
	const beside = besideNow<(typeof FIGURES)[number], TestStanding>(then, now, FIGURES);
	const same =
		OUTCOME.every((key) => then[key] === now[key]) &&
		then.entered?.category === now.entered?.category &&
		then.entered?.provisional === now.entered?.provisional;
	return same ? beside : { ...beside, now };
}

/** The count of some municipalities of a round, with today's beside it when an outcome in it became another. */
export const countedWithNow = (
	rows: readonly TestStanding[]
): { counts: RoundCounts; now: RoundCounts | null } => ({
	counts: countTests(rows),
	now: rows.some((row) => row.now) ? countTests(rows.map((row) => row.now ?? row)) : null
});

/** What became known since the day asked: rounds, and what sources say of whole rounds. */
export interface KnownSince {
	rounds: Round[];
	published: PublishedCounts[];
}

/** The rounds and sources that were not known yet on the day asked; none when that day is today. */
export async function roundsKnownSince(database: Database, moment: Moment): Promise<KnownSince> {
	const later = nowOf(moment);
	if (!later) return { rounds: [], published: [] };
	const present = presentOf(database);
	const [facts, presentFacts, then, now] = await Promise.all([
		reference(database, moment.known),
		reference(present, later.known),
		publishedCounts(database, moment),
		publishedCounts(present, later)
	]);
	const known = new Set(then?.map(sourceOf));
	const years = new Set(roundsBy(facts, moment).map((round) => round.year));
	return {
		rounds: roundsBy(presentFacts, later).filter((round) => !years.has(round.year)),
		published: (now ?? []).filter((one) => !known.has(sourceOf(one)))
	};
}

const sourceOf = ({ year, publication }: PublishedCounts) => `${year} ${publication}`;
