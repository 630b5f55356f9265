import type { COMPARISON, OWN_REGION } from '#lib/server/asked/questions.ts';
import { comparisonAsked, type ComparisonAsked } from '#lib/server/standing/compare.ts';
import type { Question } from '../answer.ts';

/** Which regions a question compares. */
export const comparedIn = ({
	query,
	facts
}: Question<Record<never, never>, typeof COMPARISON & typeof OWN_REGION>): ComparisonAsked =>
	comparisonAsked(facts, query, 'api');
