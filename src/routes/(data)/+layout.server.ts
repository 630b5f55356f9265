import { pickableDates } from '#lib/server/standing/moment.ts';
import { question } from '../question.ts';

export async function load({ url }) {
	const { facts, moment } = await question(url);
	return { moment, dates: pickableDates(facts, moment.known) };
}
