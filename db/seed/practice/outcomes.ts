import { yearOf } from '#lib/domain/dates.ts';
import { BASIS_POINTS } from '#lib/domain/share.ts';
import type { Statement } from '../fact-rows.ts';
import type { Ground } from './ground.ts';
import { oldestKnownFirst } from './published.ts';
import { LAST_YEAR } from './years.ts';

/** What is published of the way to an objective in words, or as a category of the progress test. */
export interface Outcome {
	nis: string;
	/** The year-end that it is about. */
	year: number;
	/** Whether the part is reached at that year-end; when not, it was not reached before either. */
	reached: boolean;
	/** Part of the objective in hundredths of a per cent; null: nobody published which part. */
	part: number | null;
}

/** Every published outcome, in order of the year-end that it is about. */
export const publishedOutcomes = (ground: Ground): Outcome[] =>
	[...fromTests(ground), ...fromStatements(ground)].sort((a, b) => a.year - b.year);

/**
 * Category 1 passed: it reached the threshold of its round, where that is known. Every category 2 stayed below the
 * threshold, or below the whole objective where the threshold is not known.
 */
function fromTests({ facts }: Ground): Outcome[] {
	const rounds = new Map(facts.testRounds.map((round) => [round.year, round]));
	return facts.testResults.map(({ nis_code: nis, year, category }) => {
		const round = rounds.get(year);
		if (!round) throw new Error(`No round ${year} of the progress test`);
		const reached = category === '1';
		const part = round.threshold_realised ?? (reached ? null : BASIS_POINTS);
		return { nis, year: yearOf(round.measured_on), reached, part };
	});
}

/**
 * Statements speak of the deadline, one year after the last practice year, and hold there too; who is on the path has at
 * least the latest published threshold. The latest statement stands.
 */
function fromStatements(ground: Ground): Outcome[] {
	const said = new Map<string, Statement['says']>();
	for (const statement of oldestKnownFirst(ground.facts, ground.facts.statements)) {
		for (const nis of subjectsOf(ground, statement)) said.set(nis, statement.says);
	}
	return [...said].map(([nis, says]) => {
		const part = says === 'on_path' ? latestThreshold(ground) : BASIS_POINTS;
		return { nis, year: LAST_YEAR, reached: says !== 'misses', part };
	});
}

const latestThreshold = ({ facts }: Ground): number | null =>
	facts.testRounds.toSorted((a, b) => a.year - b.year).findLast((round) => round.threshold_realised)
		?.threshold_realised ?? null;

/** The municipality itself, or the members of a region on that day that the publication does not name. */
function subjectsOf({ facts }: Ground, { place, publication_id, stated_on }: Statement): string[] {
	const members = facts.memberships.filter(
		({ region, valid_from, valid_to }) =>
			region === place && valid_from <= stated_on && (valid_to ?? stated_on) >= stated_on
	);
	if (members.length === 0) return [place];
	const named = facts.statements.filter((one) => one.publication_id === publication_id);
	const known = new Set(named.map((one) => one.place));
	return members.map((member) => member.nis_code).filter((nis) => !known.has(nis));
}
