import { presentOf } from '#lib/server/reference/at-version.ts';
import { reference } from '#lib/server/reference/reference.ts';
import { latestStockDate } from '#lib/server/standing/moment.ts';
import { question } from '../../../question.ts';
import { colourIn } from '../colour.ts';

export async function load({ url }) {
	const { database, moment } = await question(url);
	colourIn(url);
	const newest = latestStockDate(await reference(presentOf(database)), moment.today);
	return { bare: true, newest: newest > moment.on ? newest : null };
}
