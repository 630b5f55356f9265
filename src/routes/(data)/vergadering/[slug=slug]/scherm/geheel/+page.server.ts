import { day } from '#lib/text/format.ts';
import { frozenAddress } from '../../../../../links.ts';
import { question } from '../../../../../question.ts';
import { onPaper } from '../../on-paper.ts';
import { deckIn } from '../deck.ts';

/** Before the ids of sheets, for slides have the same ones. */
const SHEET = 'blad-';

/** The slides and the sheets as they go into one file, with when that was made. */
export async function load({ url, params }) {
	const { facts } = await question(url);
	const deck = await deckIn(url, params.slug);
	const { moment } = deck.pack;
	const slides = new URL(url.href.replace('/scherm/geheel', '/scherm'));
	const paper = new URL(url.href.replace('/scherm/geheel', ''));
	return {
		bare: true,
		sheet: `Toestand op ${day(moment.on)}, bekend op ${day(moment.known)}`,
		deck,
		onPaper: onPaper(paper, facts, deck.pack, SHEET),
		frozen: { slides: frozenAddress(slides, moment), paper: frozenAddress(paper, moment) },
		madeAt: new Date()
	};
}
