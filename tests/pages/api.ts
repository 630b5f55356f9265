import { parse } from 'csv-parse/sync';
import { inject } from 'vitest';

/** What the site answers at an address. */
export const answerAt = (path: string): Promise<Response> => fetch(new URL(path, inject('site')));

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
