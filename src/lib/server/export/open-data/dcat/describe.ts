import type { Day } from '#lib/domain/dates.ts';
import type { Database } from '../../../database.ts';
import { dataVersion } from '../../../queries/publications.ts';
import { reference } from '../../../reference.ts';
import { pickableDates } from '../../../standing/moment.ts';
import { packageDays, packageSums } from '../kept.ts';
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
	const days = packages.map((one) => one.day);
	const sums = await packageSums(database, days);
	const dates = pickableDates(facts, today).map((one) => one.date);
	const [to, from] = [dates[0], dates.at(-1)];
	const things = catalogue({
		origin,
		releases: days.map((day) => ({ day, sum: sums.get(day) ?? null })),
		changedAt,
		period: from && to ? { from, to } : null
	});
	return { things, isWhole: days.every((day) => sums.has(day)) };
}
