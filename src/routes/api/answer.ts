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
import type { ExportTable } from '#lib/tables/column.ts';
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
export interface Request {
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

/** Answers a request with the JSON form of its operation; the type of the body is that of the declared shape. */
export const jsonAnswer = <
	Path extends Parameters,
	Query extends Parameters,
	Answer extends Operation['answer']
>(
	operation: Operation<Path, Query, Answer>,
	request: Request,
	work: (question: Question<Path, Query>) => Promise<AnswerOf<Answer>>
): Promise<Response> =>
	respond(operation, request, work, (body, headers) => Response.json(body, { headers }));

/** A table with the name of its file. */
export interface NamedTable {
	name: string;
	table: ExportTable;
}

/** Answers a request with the CSV form of its operation. */
export const csvAnswer = <Path extends Parameters, Query extends Parameters>(
	operation: Operation<Path, Query>,
	request: Request,
	work: (question: Question<Path, Query>) => Promise<NamedTable>
): Promise<Response> =>
	respond(
		operation,
		request,
		work,
		({ name, table: { columns, rows } }, headers) =>
			new Response(toCsv(columns, rows), {
				headers: {
					...headers,
					'content-type': 'text/csv; charset=utf-8',
					'content-disposition': `inline; filename="${name}.csv"`
				}
			})
	);

/** The region that a question is about: one of the database, or `eigen` with the municipalities that are asked. */
export function regionOf(facts: Reference, slug: string, own: Values<typeof OWN_REGION>): Region {
	const region = regionAsked(facts, slug, own, 'api');
	if (!region) throw new Refusal('unknown_region', `No region is called "${slug}".`);
	return region;
}

/** A problem as an answer. */
export const problemAnswer = (
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
