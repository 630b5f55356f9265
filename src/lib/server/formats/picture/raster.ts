import { renderAsync } from '@resvg/resvg-js';
import { fontFiles } from './letters.ts';

/** A picture as PNG, drawn with the letters of the site. @param scale pixels for each px */
export async function png(svg: string, scale: number): Promise<Uint8Array<ArrayBuffer>> {
	const drawn = await renderAsync(svg, {
		fitTo: { mode: 'zoom', value: scale },
		font: { loadSystemFonts: false, fontFiles: fontFiles(), defaultFontFamily: 'Source Sans 3' }
	});
	return new Uint8Array(drawn.asPng());
}
