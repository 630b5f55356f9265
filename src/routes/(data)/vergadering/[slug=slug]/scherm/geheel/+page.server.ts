import { day } from '#lib/text/format.ts';
import { deckIn } from '../deck.ts';

/** The slides as they go into one file, with when that was made. */
export async function load({ url, params }) {
	const deck = await deckIn(url, params.slug);
	const { on, known } = deck.pack.moment;
	const frozen = deck.frozen.replace('/scherm/geheel', '/scherm');
	return {
		bare: true,
		sheet: `Toestand op ${day(on)}, bekend op ${day(known)}`,
		deck,
		frozen,
		madeAt: new Date()
	};
}
