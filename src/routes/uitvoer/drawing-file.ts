import { error } from '@sveltejs/kit';
import { areaName, fileName, type FilePart } from '#lib/server/formats/file-name.ts';
import { figurePicture } from '#lib/server/formats/picture/picture.ts';
import { png } from '#lib/server/formats/picture/raster.ts';
import { reference } from '#lib/server/reference/reference.ts';
import { runtime } from '#lib/server/web/runtime.ts';
import { colophon } from '#lib/text/colophon.ts';
import type { DrawingEnding } from './asked.ts';
import { fileAnswer } from './file-answer.ts';
import { NOTHING, toldBy, type LoadedPage } from './loaded-page.ts';

/** Pixels for each px of a picture, so that it is sharp in print. */
const SCALE = 2;

/** A figure of a page as a drawing on its own. */
export async function drawingFile(
	page: LoadedPage,
	part: FilePart,
	ending: DrawingEnding
): Promise<Response> {
	const { sheet } = page;
	const { figures = {}, scenario = false } = await toldBy(page);
	const figure = Object.values(figures).find((one) => one?.id === part.id);
	if (!figure) error(404, NOTHING);
	const facts = await reference(runtime().database);
	const area = areaName(part, facts);
	const { svg } = figurePicture(figure, {
		area: figure.title.includes(area) ? '' : area,
		mine: (page.data as App.PageData).mine?.codes,
		colophon: (estimated) =>
			colophon({ ...sheet, address: `${sheet.frozen}#${part.id}`, estimated })
	});
	const name = fileName(part, sheet, { scenario, facts });
	return ending === 'svg'
		? fileAnswer(svg, { name: `${name}.svg`, type: 'image/svg+xml' })
		: fileAnswer(await png(svg, SCALE), { name: `${name}.png`, type: 'image/png' });
}
