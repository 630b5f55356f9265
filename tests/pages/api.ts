import { inject } from 'vitest';

/** What the site answers at an address. */
export const answerAt = (path: string): Promise<Response> => fetch(new URL(path, inject('site')));

/** An answer of the API. */
export const json = async (path: string) => (await answerAt(path)).json();

/** A file of the API. */
export const csv = async (path: string): Promise<string> => (await answerAt(path)).text();

/** The rows of a CSV file below its head, as text. */
export const rowsOf = (text: string): string[] => text.trim().split(/\r?\n/).slice(1);

/** The cells of a CSV row by column, for rows without quoted commas in the columns asked. */
export async function csvRow(path: string, key: string): Promise<Record<string, string>> {
	const [head = '', ...rows] = (await csv(path)).trim().split(/\r?\n/);
	const row = rows.find((one) => one.startsWith(`${key},`)) ?? '';
	const cells = row.match(/("([^"]|"")*"|[^,]*)(,|$)/g) ?? [];
	return Object.fromEntries(
		head.split(',').map((name, index) => [name, (cells[index] ?? '').replace(/,$/, '')])
	);
}
