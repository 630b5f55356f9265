import { json } from '@sveltejs/kit';
import { isDatabaseAway } from '#lib/server/database-away.ts';
import { toCsv } from '#lib/server/export/csv.ts';
import type { ExportTable } from '#lib/server/export/tables.ts';
import { logFailure } from '#lib/server/log-failure.ts';
import { reference } from '#lib/server/reference.ts';
import { runtime } from '#lib/server/runtime.ts';
import type { Region } from '#lib/server/queries/regions.ts';
import { API_REGION, readRegion } from '#lib/server/standing/asked-region.ts';
import { API_NAMES, MalformedParameterError, readMoment } from '#lib/server/standing/moment.ts';
import { today } from '#lib/server/today.ts';

/** Any site may read every answer of the API, failures too. */
export const OPEN_TO_ALL = { 'access-control-allow-origin': '*' };
const SHARED = { ...OPEN_TO_ALL, 'cache-control': 'public, no-cache' };

/** Everything an answer of the API is made from. */
async function question(url: URL) {
	const { database } = runtime();
	const facts = await reference(database);
	const moment = readMoment(url.searchParams, API_NAMES, facts, today());
	return { database, facts, moment };
}

type Question = Awaited<ReturnType<typeof question>>;

/** Answers the question in an address; whatever goes wrong becomes an error in the shape of the API. */
export async function answer(
	url: URL,
	work: (question: Question) => Promise<Response>
): Promise<Response> {
	try {
		return await work(await question(url));
	} catch (error) {
		return failure(error, url.pathname);
	}
}

/** Answers a question about one region: one of the database, or `eigen` with the municipalities that are asked. */
export const regionAnswer = (
	url: URL,
	slug: string,
	work: (question: Question & { region: Region }) => Promise<Response>
): Promise<Response> =>
	answer(url, async (question) => {
		const region = readRegion(question.facts, slug, url.searchParams, API_REGION);
		return region
			? work({ ...question, region })
			: errorAnswer(404, 'unknown_region', `No region is called "${slug}".`);
	});

/** A successful answer in JSON. */
export const jsonAnswer = (body: unknown) => json(body, { headers: SHARED });

/** A successful answer as a CSV file. */
export const csvAnswer = (name: string, { columns, rows }: ExportTable) =>
	new Response(toCsv(columns, rows), {
		headers: {
			...SHARED,
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `inline; filename="${name}.csv"`
		}
	});

/** An error in plain words, as every part of the API gives it. */
export const errorAnswer = (
	status: number,
	code: string,
	message: string,
	headers: Record<string, string> = {}
) => json({ error: { code, message } }, { status, headers: { ...OPEN_TO_ALL, ...headers } });

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

function failure(error: unknown, path: string): Response {
	if (error instanceof MalformedParameterError) {
		const message = `The parameter cannot be used: ${error.message}`;
		return errorAnswer(400, 'malformed_parameter', message);
	}
	if (isDatabaseAway(error)) {
		logFailure(error, { path, status: 503 });
		const message = 'The database does not answer; try again in half a minute.';
		return errorAnswer(503, 'database_away', message, { 'retry-after': '30' });
	}
	const logged = logFailure(error, { path, status: 500 });
	return errorAnswer(500, 'internal_error', `Something went wrong. Reference: ${logged}`);
}
