import type { Database } from '#lib/server/database/database.ts';
import type { Region } from '#lib/server/queries/regions.ts';
import { reference } from '#lib/server/reference/reference.ts';

/** The region of the database with this slug. */
export async function regionCalled(database: Database, slug: string): Promise<Region> {
	const region = (await reference(database)).regions.get(slug);
	if (!region) throw new Error(`No region ${slug}.`);
	return region;
}
