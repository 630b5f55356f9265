import type { Thresholds } from '#lib/domain/progress-test.ts';
import { BASIS_POINTS } from '#lib/domain/share.ts';
import type { MunicipalTest as TestAnswer } from '../api/answers/municipality.ts';
import type { RoundAnswer, RoundsAnswer } from '../api/answers/progress-tests.ts';
import type { TEST_REASON_MEANINGS } from '../api/answers/words.ts';
import type { Reference } from '../reference/reference.ts';
import type { MunicipalTest, PublishedCounts, Round, TestStanding } from '../standing/tests.ts';
import { figureJson, publicationSource } from './figure-json.ts';
import type { Moment } from '../standing/moment.ts';

/** Thresholds as fractions of the objective: 0.7952. */
const fractions = (thresholds: Thresholds | null) =>
	thresholds && {
		realised: thresholds.realised / BASIS_POINTS,
		withPlanned: thresholds.withPlanned / BASIS_POINTS
	};

type Outcome = Omit<TestAnswer, 'round' | 'predecessors'>;
type TestReason = keyof typeof TEST_REASON_MEANINGS;

/** The outcome of one round for one municipality. */
const outcomeJson = (test: TestStanding, round: Round): Outcome => ({
	computed: test.computed,
	ground: test.ground,
	...(test.computed === null && { reason: whyOpen(test, round) }),
	estimated: test.estimated,
	tie: test.tie,
	entered: test.entered?.category ?? null,
	provisional: test.entered?.provisional ?? null,
	publication: test.entered?.publication ?? null,
	differs: test.differs,
	shortRealised: test.shortRealised,
	shortWithPlanned: test.shortWithPlanned
});

/** Why a test has no computed category: it has no thresholds, or a figure that it needs is unknown. */
function whyOpen(test: TestStanding, { thresholds }: Round): TestReason {
	if (!thresholds) return 'no_thresholds';
	const figures = [test.target, test.realised, test.inExecution, test.planned];
	return figures.find((one) => one.value === null)?.reason ?? 'missing';
}

const nobody: Outcome = {
	computed: null,
	ground: null,
	reason: 'before_merger',
	estimated: false,
	tie: false,
	entered: null,
	provisional: null,
	publication: null,
	differs: false,
	shortRealised: null,
	shortWithPlanned: null
};

/** The rounds of one municipality as `/api/v1/municipalities/{nis}` gives them. */
export const municipalTestsJson = (tests: readonly MunicipalTest[]): TestAnswer[] =>
	tests.map(({ round, own, predecessors }) => ({
		round: round.year,
		...(own ? outcomeJson(own, round) : nobody),
		predecessors: predecessors.map((one) => ({
			nis: one.municipality.nis,
			name: one.municipality.name,
			...outcomeJson(one, round)
		}))
	}));

const ruleJson = (round: Round, facts: Reference) => ({
	year: round.year,
	measuredOn: round.measuredOn,
	thresholds: fractions(round.thresholds),
	legalReference: round.legalReference,
	note: round.note,
	source: publicationSource(facts, round.publication)
});

const countsJson = (facts: Reference) => (one: PublishedCounts) => ({
	counts: one.counts,
	tested: one.tested,
	provisional: one.provisional,
	superseded: one.superseded,
	notes: one.notes,
	source: publicationSource(facts, one.publication)
});

/** The rounds with what was published of each, as `/api/v1/progress-tests` gives them. */
export const roundsJson = (
	rounds: readonly Round[],
	published: readonly PublishedCounts[],
	facts: Reference
): RoundsAnswer =>
	rounds.map((round) => ({
		...ruleJson(round, facts),
		published: published.filter((one) => one.year === round.year).map(countsJson(facts))
	}));

/** One round with every municipality, as `/api/v1/progress-tests/{year}` gives it. */
export const roundJson = (
	round: Round,
	rows: readonly TestStanding[],
	published: readonly PublishedCounts[],
	facts: Reference,
	{ known }: Moment
): RoundAnswer => ({
	...ruleJson(round, facts),
	known,
	published: published.filter((one) => one.year === round.year).map(countsJson(facts)),
	municipalities: rows.map((row) => ({
		nis: row.municipality.nis,
		name: row.municipality.name,
		target: figureJson(row.target, facts),
		realised: figureJson(row.realised, facts),
		inExecution: figureJson(row.inExecution, facts),
		planned: figureJson(row.planned, facts),
		...outcomeJson(row, round)
	}))
});
