import { pickableDates } from '#lib/server/standing/moment.ts';
import { question } from '../question.ts';

export async function load({ url }) {
	const { facts, moment } = await question(url);
	return { moment, dates: withDate(pickableDates(facts, moment.known), moment.on) };
}

/** The dates to pick from, latest first, with the one that is shown: an address may ask for any day. */
const withDate = (dates: readonly string[], shown: string): string[] =>
	[...new Set([...dates, shown])].sort().reverse();
