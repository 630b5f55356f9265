import type { MunicipalTest, Round, TestStanding } from '#lib/server/standing/tests.ts';
import { NBSP } from '#lib/text/format.ts';
import { shortSentence } from '#lib/text/progress-test.ts';

/** One round for one municipality, as a row of its history. */
export interface TestRow {
	round: Round;
	test: TestStanding;
	/** Whether it was decided for a municipality before a merger. */
	former: boolean;
}

const says = (one: TestStanding): boolean =>
	one.computed !== null || one.entered !== null || (one.now !== undefined && says(one.now));

/** The rounds that say something of a municipality, and the years of those that say nothing. */
export function testRows(tests: readonly MunicipalTest[]): { rows: TestRow[]; silent: string[] } {
	const rows = tests.flatMap(({ round, own, predecessors }) =>
		[...(own ? [own] : []), ...predecessors]
			.filter(says)
			.map((test) => ({ round, test, former: own === null }))
	);
	const silent = tests
		.filter(({ round }) => !rows.some((row) => row.round === round))
		.map(({ round }) => String(round.year));
	return { rows, silent };
}

/** What the rule gives: `≈ categorie 2; tekort: 12 woningen …`. */
export const outcomeWords = (one: TestStanding): string =>
	`${one.estimated ? `≈${NBSP}` : ''}categorie ${one.computed}; ${shortSentence(one)}`;

/** What was published: `categorie 2a (voorlopig)`; empty when nothing was. */
export const enteredWords = ({ entered }: TestStanding): string =>
	entered ? `categorie ${entered.category}${entered.provisional ? ' (voorlopig)' : ''}` : '';
