import { pickableDates, type PickableDate } from '#lib/server/standing/moment.ts';
import type { Reference } from '#lib/server/reference.ts';
import { dateLabel } from '#lib/text/dates.ts';
import { day } from '#lib/text/format.ts';
import { question } from '../question.ts';

export async function load({ url }) {
	const { facts, moment } = await question(url);
	return {
		moment,
		sheet: `Toestand op ${day(moment.on)}, bekend op ${day(moment.known)}`,
		dates: options(facts, pickableDates(facts, moment.known), moment.on)
	};
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
