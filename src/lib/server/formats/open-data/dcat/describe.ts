import type { Day } from '#lib/domain/dates.ts';
import type { Database } from '../../../database/database.ts';
import { dataVersion } from '../../../queries/publications.ts';
import { reference } from '../../../reference/reference.ts';
import { pickableDates } from '../../../standing/moment.ts';
import { packageDays, sumsOf } from '../kept.ts';
import { catalogue } from './catalogue.ts';
import type { Thing } from './graph.ts';

/** The catalogue of a site on a day, and whether the sums of all packages are in it already. */
export async function siteCatalogue(
	database: Database,
	today: Day,
	origin: string
): Promise<{ things: Thing[]; isWhole: boolean }> {
	const [facts, { changedAt }, packages] = await Promise.all([
		reference(database),
		dataVersion(database.read),
		packageDays(database, today)
	]);
	const sums = await sumsOf(
		database,
		packages.map(({ version, day }) => ({ version, known: day }))
	);
	const dates = pickableDates(facts, today).map((one) => one.date);
	const [to, from] = [dates[0], dates.at(-1)];
	const things = catalogue({
		origin,
		releases: packages.map(({ day, version }) => ({ day, sum: sums.get(version) ?? null })),
		changedAt,
		period: from && to ? { from, to } : null
	});
	return { things, isWhole: packages.every(({ version }) => sums.has(version)) };
}
