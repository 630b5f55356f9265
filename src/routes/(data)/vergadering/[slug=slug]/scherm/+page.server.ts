import { day } from '#lib/text/format.ts';
import { deckIn } from './deck.ts';

export async function load({ url, params }) {
	const deck = await deckIn(url, params.slug);
	const { on, known } = deck.pack.moment;
	return { bare: true, sheet: `Toestand op ${day(on)}, bekend op ${day(known)}`, deck };
}
