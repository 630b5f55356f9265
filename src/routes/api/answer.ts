import type { Municipality } from '#lib/domain/places.ts';
import { isDatabaseAway } from '#lib/server/database/database-away.ts';
import type { AnswerOf, Operation } from '#lib/server/api/operation.ts';
import {
	OPEN_TO_ALL,
	PROBLEM_TYPE,
	problemBody,
	PROBLEMS,
	type ProblemCode
} from '#lib/server/api/problem.ts';
import { Paging, type PageAsked } from '#lib/server/api/paging.ts';
import { validityHeaders } from '#lib/server/api/validity.ts';
import { readRequest } from '#lib/server/api/read.ts';
import type { Database } from '#lib/server/database/database.ts';
import { toCsv } from '#lib/server/formats/csv.ts';
import { exported, type Column, type ExportTable } from '#lib/tables/column.ts';
import { logFailure } from '#lib/server/log-failure.ts';
import { askedOn, type AskedReference, type Reference } from '#lib/server/reference/reference.ts';
import { runtime } from '#lib/server/web/runtime.ts';
import type { Region } from '#lib/server/queries/regions.ts';
import { asKnown } from '#lib/server/standing/as-known.ts';
import {
	MalformedParameterError,
	type ParameterProblem,
	type Parameters,
	type Values
} from '#lib/server/asked/parameter.ts';
import type { MOMENT, OWN_REGION } from '#lib/server/asked/questions.ts';
import { regionAsked } from '#lib/server/standing/asked-region.ts';
import { momentAt, type Moment } from '#lib/server/standing/moment.ts';
import { today } from '#lib/server/today.ts';

/** A request as a route gets it. */
interface Request {
	url: URL;
	params: Readonly<Record<string, string | undefined>>;
}

/** Everything an answer is made from. */
export interface Question<Path extends Parameters, Query extends Parameters> {
	at: Values<Path>;
	query: Values<Query>;
	database: Database;
	facts: AskedReference;
	moment: Moment;
	/** The part of a list that is asked. */
	paging: Paging;
}

/** A problem that ends the work on a question. */
export class Refusal extends Error {
	readonly code: ProblemCode;

	constructor(code: ProblemCode, detail: string) {
		super(detail);
		this.name = 'Refusal';
		this.code = code;
	}
}

/** What every operation can be asked, whatever else. */
type AskedAlways = PageAsked & Values<typeof MOMENT>;

/**
 * Answers a request by the declaration of its operation: reads it, does the work, and gives what comes out in the form that
 * `give` makes of it. Whatever goes wrong becomes a problem.
 */
async function respond<Path extends Parameters, Query extends Parameters, Body>(
	operation: Operation<Path, Query>,
	{ url, params }: Request,
	work: (question: Question<Path, Query>) => Promise<Body>,
	give: (body: Body, headers: Record<string, string>) => Response
): Promise<Response> {
	try {
		const { at, query, ignored } = readRequest(operation, params, url.searchParams);
		const asked = query as unknown as AskedAlways;
		const { database, facts } = await asKnown(runtime().database, asked, today(), 'api');
		const moment = momentAt(asked, facts, today());
		const paging = new Paging(asked);
		const body = await work({
			at,
			query,
			database,
			facts: askedOn(facts, moment.known),
			moment,
			paging
		});
		return give(body, {
			...OPEN_TO_ALL,
			...validityHeaders(operation, { ...at, ...query }, facts, moment.today),
			...paging.headers(url),
			...(ignored.length > 0 && { 'ignored-parameters': ignored.map(inHeader).join(', ') })
		});
	} catch (error) {
		return failure(error, url);
	}
}

/** A name from an address as a header can bear it. */
const inHeader = (name: string): string => encodeURIComponent(name.toWellFormed()).slice(0, 60);

/** A table with the name of its file. */
interface NamedTable {
	name: string;
	table: ExportTable;
}

/** A table as the CSV form of an answer. */
export const named = <Row, Whole>(
	name: string,
	columns: readonly Column<Row, Whole, never>[],
	rows: readonly Row[],
	whole: Whole
): NamedTable => ({ name, table: exported(columns, rows, whole) });

/** An operation with what answers its forms; null for a form that it does not have. */
export interface Answering {
	operation: Pick<Operation, 'id' | 'path'>;
	json: ((request: Request) => Promise<Response>) | null;
	csv: ((request: Request) => Promise<Response>) | null;
}

/**
 * Answers an operation: `find` does the work for a question, each form is made of what it found. The type of the JSON form is
 * that of the declared shape.
 */
export const answering = <
	Path extends Parameters,
	Query extends Parameters,
	Answer extends Operation['answer'],
	Found
>(
	operation: Operation<Path, Query, Answer>,
	find: (question: Question<Path, Query>) => Promise<Found>,
	{
		json,
		csv
	}: {
		json?: (
			found: Found,
			question: Question<Path, Query>
		) => AnswerOf<Answer> | Promise<AnswerOf<Answer>>;
		csv?: (found: Found, question: Question<Path, Query>) => NamedTable | Promise<NamedTable>;
	}
): Answering => {
	const form = <Body>(
		make: ((found: Found, question: Question<Path, Query>) => Body | Promise<Body>) | undefined,
		give: (body: Body, headers: Record<string, string>) => Response
	) =>
		make
			? (request: Request) =>
					respond(operation, request, async (asked) => make(await find(asked), asked), give)
			: null;
	return {
		operation,
		json: form(json, (body, headers) => Response.json(body, { headers })),
		csv: form(csv, csvResponse)
	};
};

const csvResponse = (
	{ name, table: { columns, rows } }: NamedTable,
	headers: Record<string, string>
): Response =>
	new Response(toCsv(columns, rows), {
		headers: {
			...headers,
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `inline; filename="${name}.csv"`
		}
	});

/** The municipality that a question is about, of any time. */
export function municipalityOf({ places }: Reference, nis: string): Municipality {
	const found = places.byCode.get(nis);
	if (found) return found;
	throw new Refusal('unknown_municipality', `No Flemish municipality has NIS code ${nis}.`);
}

/** The region that a question is about: one of the database, or `eigen` with the municipalities that are asked. */
export function regionOf(facts: Reference, slug: string, own: Values<typeof OWN_REGION>): Region {
	const region = regionAsked(facts, slug, own, 'api');
	if (!region) throw new Refusal('unknown_region', `No region is called "${slug}".`);
	return region;
}

/** A problem as an answer. */
const problemAnswer = (
	code: ProblemCode,
	detail: string,
	url: URL,
	{
		headers = {},
		parameters = []
	}: {
		headers?: Record<string, string>;
		parameters?: readonly ParameterProblem[];
	} = {}
): Response =>
	new Response(JSON.stringify(problemBody(code, detail, url.pathname + url.search, parameters)), {
		status: PROBLEMS[code].status,
		headers: { 'content-type': PROBLEM_TYPE, ...OPEN_TO_ALL, ...headers }
	});

/** There is nothing at an address. */
export const nothingAt = (url: URL): Response =>
	problemAnswer('not_found', `There is nothing at ${url.pathname.slice(0, 200)}.`, url);

/** What may be asked of the API: reading, by any site. */
export const optionsAnswer = () =>
	new Response(null, {
		status: 204,
		headers: {
			...OPEN_TO_ALL,
			allow: 'GET, HEAD, OPTIONS',
			'access-control-allow-methods': 'GET, HEAD, OPTIONS',
			'access-control-allow-headers': '*',
			'access-control-max-age': '86400'
		}
	});

function failure(error: unknown, url: URL): Response {
	if (error instanceof Refusal) return problemAnswer(error.code, error.message, url);
	if (error instanceof MalformedParameterError) {
		const words = `The parameter cannot be used: ${error.message}`;
		return problemAnswer('malformed_parameter', words, url, { parameters: error.problems });
	}
	const path = url.pathname;
	if (isDatabaseAway(error)) {
		logFailure(error, { path, status: 503 });
		const words = 'The database does not answer; try again in half a minute.';
		return problemAnswer('database_away', words, url, { headers: { 'retry-after': '30' } });
	}
	const logged = logFailure(error, { path, status: 500 });
	return problemAnswer('internal_error', `Something went wrong. Reference: ${logged}`, url);
}
