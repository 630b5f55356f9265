import type { Database } from '#lib/server/database.ts';
import { flandersOf, type Reference } from '#lib/server/reference.ts';
import { API_REGION, readRegion } from '#lib/server/standing/asked-region.ts';
import { areaChange, regionChange, type AreaChange } from '#lib/server/standing/changes.ts';
import { API_PERIOD, readPeriod } from '#lib/server/standing/period.ts';
import { today } from '#lib/server/today.ts';
import { answer, errorAnswer } from '../answer.ts';

/** What changed, with the name of the file that holds it. */
interface Asked {
	change: AreaChange;
	name: string;
	facts: Reference;
}

/**
 * Answers a question for changes between `from` and `to`: of one `municipality`, of the members of a `region`, or of all
 * municipalities.
 */
export const changesAnswer = (url: URL, work: (asked: Asked) => Response) =>
	answer(url, async ({ database, facts }) => {
		const period = readPeriod(url.searchParams, API_PERIOD, facts, today());
		const asked = {
			nis: url.searchParams.get('municipality'),
			slug: url.searchParams.get('region') || flandersOf(facts).slug
		};
		const change = asked.nis
			? await inMunicipality(database, facts, asked.nis, period)
			: await inRegion(database, facts, asked.slug, period, url.searchParams);
		if (change) {
			return work({
				change,
				name: `changes-${asked.nis || asked.slug}-${period.from.known}-${period.to.known}`,
				facts
			});
		}
		return asked.nis
			? errorAnswer(404, 'unknown_municipality', `No municipality has the code "${asked.nis}".`)
			: errorAnswer(404, 'unknown_region', `No region is called "${asked.slug}".`);
	});

async function inRegion(
	database: Database,
	facts: Reference,
	slug: string,
	period: AreaChange['period'],
	parameters: URLSearchParams
): Promise<AreaChange | null> {
	const region = readRegion(facts, slug, parameters, API_REGION);
	return region && regionChange(database, period, region);
}

async function inMunicipality(
	database: Database,
	{ places }: Reference,
	nis: string,
	period: AreaChange['period']
): Promise<AreaChange | null> {
	const found = places.byCode.get(places.successorOn(nis, period.to.known) ?? nis);
	return found ? areaChange(database, period, [found]) : null;
}
