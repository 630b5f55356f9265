import { latestStockDate } from '#lib/server/standing/moment.ts';
import { question } from '../../../question.ts';
import { colourIn } from '../colour.ts';

export async function load({ url }) {
	const { facts, moment } = await question(url);
	colourIn(url);
	const newest = latestStockDate(facts, moment.today);
	return { bare: true, newest: newest > moment.on ? newest : null };
}
