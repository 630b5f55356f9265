import type { WriteTransaction } from '../../database/schema.ts';
import type { Findings } from './findings.ts';

/** A yes to the findings of one kind. */
export interface Answer {
	code: string;
	/** Why they are right; Dutch, for the site. */
	because: string;
}

/** Findings of a kind that are kept with a publication, as examples. */
const KEPT_EXAMPLES = 20;

/** The kinds of finding that still need a yes. */
export const unanswered = (findings: Findings, accept: readonly Answer[]): string[] =>
	[...findings.asked.keys()].filter((code) => !accept.some((one) => one.code === code));

/** Stores what was accepted with a publication; an answer to what nobody asked is left out. */
export async function keepAnswers(
	transaction: WriteTransaction,
	publication: number,
	findings: Findings,
	accept: readonly Answer[]
): Promise<void> {
	const rows = [...findings.asked].flatMap(([code, count]) => {
		const answer = accept.find((one) => one.code === code);
		if (!answer) return [];
		const examples = findings
			.of(code)
			.slice(0, KEPT_EXAMPLES)
			.map(({ sheet, row, column, value, expected }) => ({ sheet, row, column, value, expected }));
		return [
			{
				publication_id: publication,
				code,
				findings: count,
				because: answer.because,
				examples: JSON.stringify(examples)
			}
		];
	});
	if (rows.length > 0) await transaction.insertInto('accepted_finding').values(rows).execute();
}
