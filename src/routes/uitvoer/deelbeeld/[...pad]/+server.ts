import { error } from '@sveltejs/kit';
import { cardPath } from '#lib/text/addresses.ts';
import { type Document, type Element, first, seenIn, wordsOf } from '#lib/server/export/markup.ts';
import { SCENARIO } from '#lib/tables/file.ts';
import { card, type CardWords } from '#lib/server/picture/card.ts';
import { rulesFor } from '#lib/server/picture/page-styles.ts';
import { png } from '#lib/server/picture/raster.ts';
import { runtime } from '#lib/server/runtime.ts';
import { colophon } from '#lib/text/colophon.ts';
import { readAskedPage } from '../../asked.ts';
import { NOTHING, pageAsked, sheetOn } from '../../page-asked.ts';

/** The picture that other sites show beside a link to a page, drawn from what the page says at this address. */
export async function GET({ params, url, fetch, setHeaders }) {
	const path = readAskedPage(params.pad) ?? error(404, NOTHING);
	const { page, caching } = await pageAsked({ fetch, url }, path, cardPath);
	const figure = first('figure:has(svg)', page);
	const svg = card(wordsIn(page, figure), figure, rulesFor(page, path, runtime().files));
	setHeaders({ 'cache-control': caching });
	return new Response(await png(svg, 1), { headers: { 'content-type': 'image/png' } });
}

/** What a page says first, of which day that is, whose figures it rests on, and where it stays so. */
function wordsIn(page: Document, figure: Element | null): CardWords {
	const heading = first('h1', page) ?? error(404, NOTHING);
	const sheet = sheetOn(first('[data-sheet]', page));
	const [lead, source, main] = ['.lead', 'figure .source', 'main'].map((one) => first(one, page));
	const estimated = [heading, lead, figure].some((one) => one && seenIn(one).includes('≈'));
	return {
		answer: joined(wordsOf(heading)),
		lead: lead ? joined(wordsOf(lead)) : '',
		colophon: [
			...(main && wordsOf(main).toLowerCase().includes(SCENARIO)
				? ['Scenario, geen beslissing.']
				: []),
			...(source ? [wordsOf(source)] : []),
			...(sheet ? colophon({ ...sheet, address: sheet.frozen, estimated }) : [])
		]
	};
}

/** A mark stays on the line of its number, and so does a per cent sign. */
const joined = (words: string): string =>
	words.replaceAll('≈ ', '≈\u00a0').replaceAll(' %', '\u00a0%');
