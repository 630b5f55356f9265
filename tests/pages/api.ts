import { parse } from 'csv-parse/sync';
import { inject } from 'vitest';

/** What says that the server closed a connection just when it was used again. */
const CLOSED = ['EPIPE', 'ECONNRESET', 'UND_ERR_SOCKET'];

/** What the site answers at an address; asked once more, as a browser does, where a kept connection was closed. */
export async function answerAt(path: string): Promise<Response> {
	const address = new URL(path, inject('site'));
	try {
		return await fetch(address);
	} catch (error) {
		const { code } = ((error as Error).cause ?? {}) as { code?: string };
		if (!code || !CLOSED.includes(code)) throw error;
		return fetch(address);
	}
}

/** An answer of the API. */
export const json = async (path: string) => (await answerAt(path)).json();

/** A file of the API. */
export const csv = async (path: string): Promise<string> => (await answerAt(path)).text();

/** The rows of a CSV file by column. */
export const csvRows = async (path: string): Promise<Record<string, string>[]> =>
	parse<Record<string, string>>(await csv(path), { columns: true });

/** The row of a CSV file that begins with a key; empty when there is none. */
export const csvRow = async (path: string, key: string): Promise<Record<string, string>> =>
	(await csvRows(path)).find((row) => Object.values(row)[0] === key) ?? {};

/** The reference date that is shown when none is asked. */
export const shownDay = async (): Promise<string> =>
	(await json('/api/v1/municipalities/34022')).on as string;

/** The publication of the practice figures, by its number. */
export async function practicePublication(): Promise<number> {
	const all = (await json('/api/v1/publications')) as { id: number; kind: string }[];
	const practice = all.find((one) => one.kind === 'practice');
	if (!practice) throw new Error('The site has no practice figures.');
	return practice.id;
}
