import { all, type Document } from '../export/markup.ts';
import type { WholeAnswer } from '../whole-answer.ts';
import { pageRules } from './picture.ts';
import type { StyleRule } from './style-sheets.ts';

/** Read once for each set of style sheets: their names change with their content. */
const read = new Map<string, readonly StyleRule[]>();

/**
 * The style rules of a page: of the files that it links, and of what stands in it itself.
 * @param path of the page, to which its links are relative
 */
export function rulesFor(
	page: Document,
	path: string,
	files: ReadonlyMap<string, WholeAnswer>
): readonly StyleRule[] {
	const linked = all('link[rel="stylesheet"]', page).map(
		(link) => new URL(link.attribs['href'] ?? '', `http://site${path}`).pathname
	);
	const within = all('head style', page).map((style) =>
		style.children.map((child) => (child.type === 'text' ? child.data : '')).join('')
	);
	if (linked.length === 0) return pageRules(within);
	const key = linked.join();
	let rules = read.get(key);
	if (!rules) {
		rules = pageRules(linked.map((file) => files.get(file)?.body.toString() ?? ''));
		read.set(key, rules);
	}
	return rules;
}
