import type { AREA, OWN_REGION, PERIOD } from '#lib/server/asked/questions.ts';
import { flandersOf, type Reference } from '#lib/server/reference/reference.ts';
import { areaChange, regionChange, type AreaChange } from '#lib/server/standing/changes.ts';
import { asKnown } from '#lib/server/standing/as-known.ts';
import { periodAsked } from '#lib/server/standing/period.ts';
import { today } from '#lib/server/today.ts';
import { Refusal, regionOf, type Question } from '../answer.ts';

type Asked = Question<Record<never, never>, typeof AREA & typeof PERIOD & typeof OWN_REGION>;

/**
 * What changed between `from` and `to`: of one `municipality`, of the members of a `region`, or of all municipalities. With
 * the name of the file that holds it.
 */
export async function changeAsked(question: Asked): Promise<{ change: AreaChange; name: string }> {
	const { query } = question;
	const { database, facts } = await knownThen(question, query.to);
	const period = periodAsked(query, 'api', facts, today());
	const area = query.municipality ?? query.region ?? flandersOf(facts).slug;
	const change = query.municipality
		? await areaChange(database, period, [municipalityOn(facts, area, period.to.known)])
		: await regionChange(database, period, regionOf(facts, area, query));
	return { change, name: `changes-${area}-${period.from.known}-${period.to.known}` };
}

/** As known on the later day; at a version that is asked, as the question has it already. */
const knownThen = async ({ moment, ...question }: Asked, to: string | null) =>
	moment.version?.asked
		? question
		: asKnown(question.database, { known: to, version: null }, moment.today, 'api');

/** A municipality in the form that it has on a day. */
function municipalityOn({ places }: Reference, nis: string, day: string) {
	const found = places.byCode.get(places.successorOn(nis, day) ?? nis);
	if (found) return found;
	throw new Refusal('unknown_municipality', `No municipality has the code "${nis}".`);
}
