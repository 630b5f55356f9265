import { EMBED } from '#lib/server/asked/page-questions.ts';
import { presentOf } from '#lib/server/reference/at-version.ts';
import { reference } from '#lib/server/reference/reference.ts';
import { latestStockDate } from '#lib/server/standing/moment.ts';
import { askedIn, question } from '../../../question.ts';

export async function load({ url }) {
	const { database, moment } = await question(url);
	askedIn({ colour: EMBED.colour }, url);
	const newest = latestStockDate(await reference(presentOf(database)), moment.today);
	return { bare: true, newest: newest > moment.on ? newest : null };
}
