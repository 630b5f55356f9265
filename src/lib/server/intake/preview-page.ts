/** A page of the site as part of a preview: its links stay in the preview, and a line says what it is. */

/** Addresses that are files of the site, the same in a preview. */
const FILES = /^\/(_app|favicon|uitvoer|api|beheer|\.well-known)/;

/** The line stands in a page with styles of its own. */
const LOOK = 'margin:0;padding:.5rem 1rem;max-width:none;background:#fff1c2;color:#1a2129';

/**
 * @param base path under which the preview lies, without a slash at its end
 * @param words what the line above the page says
 */
export function previewPage(html: string, base: string, words: string): string {
	const inPreview = html.replace(
		/(<(?:a|form)\b[^>]*?\s(?:href|action)=")(\/[^"]*)"/g,
		(whole, start: string, address: string) =>
			FILES.test(address) ? whole : `${start}${base}${address}"`
	);
	const line = `<p role="status" style="${LOOK}">${words}</p>`;
	return inPreview.replace(/<body[^>]*>/, (body) => `${body}${line}`);
}
