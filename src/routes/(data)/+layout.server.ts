import { withdrawalsTouching } from '#lib/server/queries/withdrawals.ts';
import { pickableDates, type Moment, type PickableDate } from '#lib/server/standing/moment.ts';
import { repliesBy, type Reference } from '#lib/server/reference/reference.ts';
import { membersOf } from '#lib/server/standing/regions.ts';
import { dateLabel } from '#lib/text/dates.ts';
import { day } from '#lib/text/format.ts';
import { ownListIn, question } from '../question.ts';
import { mineIn } from './mine.ts';

export async function load({ url, params, route }) {
	const asking = await question(url);
	const { database, facts, moment } = asking;
	const codes = touchedBy(facts, moment, route.id, params);
	return {
		moment,
		publications: facts.publications,
		ownList: ownListIn(url, facts),
		mine: await mineIn(url, asking, params.slug),
		sheet: `Toestand op ${day(moment.on)}, bekend op ${day(moment.known)}`,
		replies: repliesBy(facts, moment.known),
		withdrawals: codes && (await withdrawalsTouching(database.read, codes, moment.known)),
		dates: options(facts, pickableDates(facts, moment.known), moment.on)
	};
}

/** Pages with the figures of all municipalities. */
const OF_ALL =
	/^\/\(data\)(\/(gemeenten|regios|vergelijken|voortgangstoets(\/\[.*\])?|insluiten\/\(kader\)\/(kaart|vergelijken)))?$/;

/** The municipalities whose figures a page shows; null for a page without any. */
function touchedBy(
	facts: Reference,
	moment: Moment,
	route: string | null,
	params: Partial<Record<string, string>>
): readonly string[] | 'all' | null {
	const { nis, slug } = params;
	if (nis) return facts.places.withPredecessors(nis);
	const region = slug && facts.regions.get(slug);
	if (region) {
		const { municipalities } = membersOf(facts, region, moment.structureOn);
		return municipalities.flatMap((one) => facts.places.withPredecessors(one.nis));
	}
	return OF_ALL.test(route ?? '') ? 'all' : null;
}

/** The dates to pick from, latest first, with the one that is shown: an address may ask for any day. */
function options({ regions }: Reference, dates: readonly PickableDate[], shown: string) {
	const known = new Map(dates.map((one) => [one.date, one]));
	return [...new Set([...known.keys(), shown])]
		.sort()
		.reverse()
		.map((date) => {
			const one = known.get(date);
			const names = one?.municipalities === 0 ? one.regions : [];
			return {
				value: date,
				label: dateLabel(
					date,
					names.map((slug) => regions.get(slug)?.name ?? slug)
				)
			};
		});
}
