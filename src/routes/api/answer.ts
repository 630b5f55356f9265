import { json } from '@sveltejs/kit';
import { toCsv } from '#lib/server/export/csv.ts';
import type { ExportTable } from '#lib/server/export/tables.ts';
import { reference } from '#lib/server/reference.ts';
import { runtime } from '#lib/server/runtime.ts';
import { API_NAMES, MalformedParameterError, readMoment } from '#lib/server/standing/moment.ts';
import { today } from '#lib/server/today.ts';

/** Everything an answer of the API is made from. */
export async function question(url: URL) {
	const { database } = runtime();
	const facts = await reference(database);
	const moment = readMoment(url.searchParams, API_NAMES, facts, today());
	return { database, facts, moment };
}

const SHARED = { 'access-control-allow-origin': '*', 'cache-control': 'public, no-cache' };

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
export const errorAnswer = (status: number, code: string, message: string) =>
	json({ error: { code, message } }, { status, headers: { 'access-control-allow-origin': '*' } });

/** Runs an answer; a parameter that cannot be used becomes a 400. */
export async function answer(work: () => Promise<Response>): Promise<Response> {
	try {
		return await work();
	} catch (error) {
		if (error instanceof MalformedParameterError) {
			return errorAnswer(
				400,
				'malformed_parameter',
				`The parameter cannot be used: ${error.message}`
			);
		}
		throw error;
	}
}
