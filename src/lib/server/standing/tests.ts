import {
	differs,
	GROUNDS,
	replay,
	testFigures,
	type Category,
	type Ground,
	type Replay,
	type TestFigures,
	type Thresholds
} from '#lib/domain/progress-test.ts';
import type { Figure } from '#lib/domain/figure.ts';
import type { Municipality } from '#lib/domain/places.ts';
import type { Database } from '../database/database.ts';
import { testCounts, testResults } from '../queries/objectives.ts';
import { isOut, reference, type Reference } from '../reference/reference.ts';
import type { Moment } from './moment.ts';
import { allStandings } from './municipalities.ts';
import { addressedTest, addressing } from './addressed.ts';
import { readProgress } from './progress.ts';

/** A round of the progress test with its rule; `thresholds` are null when they were never published. */
export interface Round extends Pick<
	Reference['testRounds'][number],
	'year' | 'measuredOn' | 'legalReference' | 'note' | 'publication'
> {
	thresholds: Thresholds | null;
}

/** A published category with its source. */
interface EnteredCategory {
	category: Category;
	provisional: boolean;
	note: string | null;
	publication: number;
}

/** One round for one municipality, in the structure of the measuring date: figures, replay, published category. */
export interface TestStanding extends Replay, TestFigures {
	round: number;
	municipality: Municipality;
	/** Realised, in execution and planned together. */
	withPlanned: Figure;
	/** Fractions of the target, beside the thresholds. */
	realisedPart: Figure;
	withPlannedPart: Figure;
	entered: EnteredCategory | null;
	/** The published category contradicts the computed one. */
	differs: boolean;
	/** The same as known today, on a page as known on an earlier day, when the outcome or the published category is another. */
	now?: TestStanding;
}

/** One round for a municipality of any structure. */
export interface MunicipalTest {
	round: Round;
	/** Null when the round was decided for the municipalities before a merger: a category is not inherited. */
	own: TestStanding | null;
	/** The municipalities that were tested in its place; empty when it was tested itself. */
	predecessors: TestStanding[];
}

/** What one source says of a whole round. */
export interface PublishedCounts {
	year: number;
	publication: number;
	/** Empty when the source says it in words only: those are among the notes. */
	counts: Partial<Record<Category, number>>;
	tested: number;
	provisional: boolean;
	notes: string[];
	/** A later source gives the final outcome. */
	superseded: boolean;
}

/** How many municipalities a replay puts where, and what the others are short of the first line. */
export interface RoundCounts extends Record<Ground, number> {
	municipalities: number;
	unknown: number;
	/** Municipalities with a published category. */
	entered: number;
	differing: number;
	/** Dwellings that those of category 2 are short of the first line together; null when no outcome is known. */
	shortRealised: number | null;
	/** Whether any of it rests on an estimate. */
	estimated: boolean;
}

/** The rounds that were known on the day and measured by it, oldest first. */
export const roundsBy = (facts: Reference, { known }: Pick<Moment, 'known'>): Round[] =>
	facts.testRounds
		.filter((round) => isOut(facts, round, known) && round.measuredOn <= known)
		.map(({ realised, withPlanned, ...round }) => ({
			...round,
			thresholds: realised === null || withPlanned === null ? null : { realised, withPlanned }
		}));

/** The round of a year as it stands in an address; undefined when none is known. */
export const roundOf = (facts: Reference, moment: Moment, year: string): Round | undefined =>
	roundsBy(facts, moment).find((round) => String(round.year) === year);

/** The moment of a round: the situation and the structure of its measuring date, as known on the day asked. */
const momentOfRound = (moment: Moment, { measuredOn }: Round): Moment => ({
	...moment,
	on: measuredOn,
	structureOn: measuredOn,
	structure: 'then'
});

type Results = Awaited<ReturnType<typeof testResults>>;

function testStanding(
	at: Moment,
	round: Round,
	municipality: Municipality,
	{ target, realised, inExecution, planned }: TestFigures,
	results: Results
): TestStanding {
	const figures = { target, realised, inExecution, planned };
	const replayed = replay(figures, round.thresholds);
	const found = results.find((one) => one.year === round.year && one.nis === municipality.nis);
	return {
		round: round.year,
		municipality,
		...figures,
		...addressedTest(addressing(municipality.nis, at), figures),
		...replayed,
		entered: found ? enteredOf(found) : null,
		differs: differs(replayed.computed, found?.category ?? null)
	};
}

const enteredOf = ({
	category,
	provisional,
	note,
	publication
}: Results[number]): EnteredCategory => ({ category, provisional, note, publication });

/** Every municipality of a round, by code. */
export async function roundStandings(
	database: Database,
	moment: Moment,
	round: Round
): Promise<TestStanding[]> {
	const at = momentOfRound(moment, round);
	const [{ rows }, results] = await Promise.all([
		allStandings(database, at),
		testResults(database.read, 'all', moment.known)
	]);
	const ofRound = results.filter((one) => one.year === round.year);
	return rows.map((row) =>
		testStanding(at, round, row.municipality, testFigures(row.objective), ofRound)
	);
}

/** The rounds of the progress test for one municipality. */
export async function testsOf(
	database: Database,
	moment: Moment,
	municipality: Municipality
): Promise<MunicipalTest[]> {
	const [tests] = await testsOfAll(database, moment, [municipality]);
	return tests as MunicipalTest[];
}

/**
 * The rounds of the progress test for several municipalities from one reading, in the order given, as far as they were
 * known: each in the structure of its measuring date. A round before a merger was decided for each old municipality apart
 * (domain.md R10), and shows those instead.
 * @param only some of the rounds that were known; all of them when not given
 */
export async function testsOfAll(
	database: Database,
	moment: Moment,
	municipalities: readonly Municipality[],
	only?: readonly Round[]
): Promise<MunicipalTest[][]> {
	const facts = await reference(database, moment.known);
	const rounds = only ?? roundsBy(facts, moment);
	const families = municipalities.map(({ nis }) =>
		facts.places.withPredecessors(nis, moment.structureOn)
	);
	const codes = [...new Set(families.flat())];
	const dates = rounds.map((round) => round.measuredOn);
	const [progressAt, results] = await Promise.all([
		readProgress(database, moment, codes, dates),
		testResults(database.read, codes, moment.known)
	]);
	const standing = (round: Round, town: Municipality) => {
		const at = momentOfRound(moment, round);
		return testStanding(at, round, town, testFigures(progressAt(town.nis, at)), results);
	};
	return municipalities.map(({ nis }, index) => {
		const mergedOn = facts.places.mergerInto(nis, moment.structureOn)?.on ?? '';
		return rounds.flatMap((round): MunicipalTest[] => {
			const tested = (families[index] ?? [])
				.filter((code) => facts.places.inForce(code, round.measuredOn))
				.flatMap((code) => facts.places.byCode.get(code) ?? [])
				.map((town) => standing(round, town));
			const [own] = tested;
			if (!own) return [];
			return round.measuredOn < mergedOn
				? [{ round, own: null, predecessors: tested }]
				: [{ round, own, predecessors: [] }];
		});
	});
}

/** What sources say of whole rounds, each source apart, by round and then in order of appearance. */
export async function publishedCounts(
	database: Database,
	moment: Pick<Moment, 'known'>
): Promise<PublishedCounts[]> {
	const rows = await testCounts(database.read, moment.known);
	const bySource = Map.groupBy(rows, (row) => `${row.year} ${row.publication}`);
	const sources = [...bySource.values()].flatMap((group) => {
		const [first] = group;
		if (!first) return [];
		return [
			{
				year: first.year,
				publication: first.publication,
				counts: Object.fromEntries(
					group
						.filter((row) => row.municipalities !== null)
						.map((row) => [row.category, row.municipalities])
				),
				tested: first.tested,
				provisional: first.provisional,
				notes: group.flatMap((row) => row.note ?? [])
			}
		];
	});
	return sources.map((one) => ({
		...one,
		superseded:
			one.provisional && sources.some((other) => other.year === one.year && !other.provisional)
	}));
}

/** Counts the outcomes of some municipalities of a round. */
export function countTests(rows: readonly TestStanding[]): RoundCounts {
	const size = (which: (row: TestStanding) => boolean) => rows.filter(which).length;
	const grounds = Object.fromEntries(
		GROUNDS.map((ground) => [ground, size((row) => row.ground === ground)])
	) as Record<Ground, number>;
	const behind = rows.filter((row) => row.computed === 2);
	return {
		...grounds,
		municipalities: rows.length,
		unknown: size((row) => row.computed === null),
		entered: size((row) => row.entered !== null),
		differing: size((row) => row.differs),
		shortRealised: rows.some((row) => row.computed !== null)
			? behind.reduce((sum, row) => sum + (row.shortRealised ?? 0), 0)
			: null,
		estimated: rows.some((row) => row.estimated)
	};
}
