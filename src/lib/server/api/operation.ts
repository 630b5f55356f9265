import type * as v from 'valibot';
import type { Parameters } from '../asked/parameter.ts';
import { MOMENT } from '../asked/questions.ts';
import type { ProblemCode } from './problem.ts';

/**
 * One question that the API answers. From this declaration come the reading and refusing of requests, the OpenAPI document,
 * the reference page, and the tests that hold answers against their shape.
 */
export interface Operation<
	Path extends Parameters = Parameters,
	Query extends Parameters = Parameters,
	Answer extends v.GenericSchema | null = v.GenericSchema | null
> {
	/** Its name, in the document and in programs made from it. */
	id: string;
	/** Group on the reference page. */
	group: Group;
	/** Below `/api/v1`, with parameters in braces; the CSV form has `.csv` behind it. */
	path: string;
	/** What it gives, in one line. */
	title: string;
	about: string;
	at: Path;
	query: Query;
	/** The shape of the JSON answer; null: there is only a CSV form. */
	answer: Answer;
	/** The CSV form; null: there is only a JSON form. */
	csv: Csv | null;
	/** Which problems it has beside those of every operation. */
	problems: readonly ProblemCode[];
	/** Requests that show what it does: path and query below `/api/v1`. The first is the one on the reference page. */
	examples: readonly [string, ...string[]];
	/**
	 * The parameter that fixes what is known: with a day in the past an answer stays as it is, but for what is entered later with
	 * an earlier day. Null when it also tells what became of things since.
	 */
	settledBy: string | null;
}

/** The CSV form of an operation. */
interface Csv {
	/** The columns of a row, in their order. */
	row: v.GenericSchema;
	/** What a row is. */
	about: string;
}

/** What the JSON form of an operation gives. */
export type AnswerOf<Answer extends v.GenericSchema | null> = Answer extends v.GenericSchema
	? v.InferOutput<Answer>
	: never;

export const GROUPS = {
	municipalities: 'Municipalities',
	regions: 'Regions',
	scenarios: 'Scenarios of a region',
	tests: 'Progress tests',
	objectives: 'Objectives',
	changes: 'Publications and changes'
} as const;
type Group = keyof typeof GROUPS;

export const API_ROOT = '/api/v1';

type Declared<
	Path extends Parameters,
	Query extends Parameters,
	Answer extends v.GenericSchema | null
> = Omit<
	Operation<Path, Query, Answer>,
	'at' | 'query' | 'answer' | 'csv' | 'problems' | 'settledBy'
> & {
	at?: Path;
	query?: Query;
	answer?: Answer;
	csv?: Csv;
	problems?: readonly ProblemCode[];
	settledBy?: string | null;
};

/** Declares an operation; every one takes the moment. */
export const declare = <
	const Path extends Parameters = Record<never, never>,
	const Query extends Parameters = Record<never, never>,
	const Answer extends v.GenericSchema | null = null
>(
	one: Declared<Path, Query, Answer>
): Operation<Path, Query & typeof MOMENT, Answer> => ({
	csv: null,
	problems: [],
	settledBy: 'known',
	...one,
	answer: (one.answer ?? null) as Answer,
	at: (one.at ?? {}) as Path,
	query: { ...one.query, ...MOMENT } as Query & typeof MOMENT
});
