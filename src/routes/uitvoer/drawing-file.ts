import { areaName, type FilePart, fileName } from '#lib/server/export/file-name.ts';
import { type Document, first, seenIn, wordsOf } from '#lib/server/export/markup.ts';
import { rulesFor } from '#lib/server/picture/page-styles.ts';
import { figurePicture } from '#lib/server/picture/picture.ts';
import { png } from '#lib/server/picture/raster.ts';
import { reference } from '#lib/server/reference.ts';
import { runtime } from '#lib/server/runtime.ts';
import { SCENARIO } from '#lib/tables/file.ts';
import { colophon } from '#lib/text/colophon.ts';
import type { DrawingEnding } from './asked.ts';
import { fileAnswer } from './file-answer.ts';
import { sheetOn } from './page-asked.ts';

/** Pixels for each px of a picture, so that it is sharp in print. */
const SCALE = 2;

/** A figure of a page as a drawing on its own; null when the page has no figure with that name. */
export async function drawingFile(
	page: Document,
	part: FilePart,
	ending: DrawingEnding
): Promise<Response | null> {
	const figure = first(`figure#${part.id}`, page);
	const sheet = sheetOn(figure);
	if (!figure || !sheet) return null;
	const { database, files } = runtime();
	const facts = await reference(database);
	const area = areaName(part, facts);
	const title = wordsOf(first('figcaption', figure) ?? figure);
	const { svg } = figurePicture(figure, rulesFor(page, part.path, files), {
		area: title.includes(area) ? '' : area,
		colophon: colophon({
			...sheet,
			address: `${sheet.frozen}#${part.id}`,
			estimated: seenIn(figure).includes('≈')
		})
	});
	const scenario = wordsOf(figure).toLowerCase().includes(SCENARIO);
	const name = fileName(part, sheet, { scenario, facts });
	return ending === 'svg'
		? fileAnswer(svg, { name: `${name}.svg`, type: 'image/svg+xml' })
		: fileAnswer(await png(svg, SCALE), { name: `${name}.png`, type: 'image/png' });
}
