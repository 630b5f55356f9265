import type { Database } from '../database/database.ts';
import { reference } from '../reference/reference.ts';
import { today } from '../today.ts';

/** What most visitors begin with, to be ready before they ask: the overview, and the regions with a goal. */
export async function pagesAhead(database: Database): Promise<string[]> {
	const { goals } = await reference(database, today());
	return ['/', ...[...goals.keys()].map((slug) => `/regios/${slug}`)];
}
