import { error } from '@sveltejs/kit';
import { latestStockDate } from '#lib/server/standing/moment.ts';
import { EMBED_COLOURS } from '#lib/text/embed.ts';
import { question } from '../../../question.ts';

export async function load({ url }) {
	const { facts, moment } = await question(url);
	const colour = url.searchParams.get('kleur');
	if (colour && !EMBED_COLOURS.some((one) => one === colour)) {
		error(400, `Het adres bevat een waarde die niet kan: kleur (${EMBED_COLOURS.join(', ')}).`);
	}
	const newest = latestStockDate(facts, moment.today);
	return { bare: true, newest: newest > moment.on ? newest : null };
}
