import { error } from '@sveltejs/kit';
import { cardPath } from '#lib/text/addresses.ts';
import { card } from '#lib/server/formats/picture/card.ts';
import { png } from '#lib/server/formats/picture/raster.ts';
import { colophon } from '#lib/text/colophon.ts';
import { sourceLine } from '#lib/text/source-line.ts';
import { readAskedPage } from '../../asked.ts';
import { NOTHING, pageAt, toldBy } from '../../loaded-page.ts';

/** The picture that other sites show beside a link to a page: what the page says first, and its first drawing. */
export async function GET({ params, url }) {
	const path = readAskedPage(params.pad) ?? error(404, NOTHING);
	const page = await pageAt(new URL(path + url.search, url), cardPath);
	const { answer, lead = '', scenario, figures = {} } = await toldBy(page);
	const figure = Object.values(figures).find((one) => one !== null);
	const source = sourceLine(figure?.sources ?? []);
	const estimated = `${answer}${lead}`.includes('≈');
	const said = {
		answer,
		lead,
		colophon: [
			...(scenario ? ['Scenario, geen beslissing.'] : []),
			...(source ? [source] : []),
			...colophon({ ...page.sheet, address: page.sheet.frozen, estimated })
		]
	};
	const svg = card(said, figure?.drawings[0]?.of ?? null);
	return new Response(await png(svg, 1), {
		headers: { 'content-type': 'image/png', 'cache-control': page.caching }
	});
}
