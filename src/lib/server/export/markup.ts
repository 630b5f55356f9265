import { selectAll, selectOne } from 'css-select';
import { parse } from 'parse5';
import { adapter, type Htmlparser2TreeAdapterMap as Tree } from 'parse5-htmlparser2-tree-adapter';

export type Document = Tree['document'];
export type Node = Tree['childNode'];
export type Element = Tree['element'];

/** The tree of a page of this site. */
export const parsePage = (html: string): Document => parse(html, { treeAdapter: adapter });

/** All elements under a node that a selector finds, in the order of the page. */
export const all = (selector: string, under: Node | Document): Element[] =>
	selectAll<Node, Element>(selector, under as Node);

/** The first of them; null when there is none. */
export const first = (selector: string, under: Node | Document): Element | null =>
	selectOne<Node, Element>(selector, under as Node);

export const isElement = (node: Node): node is Element => 'attribs' in node;

/** Whether an element has a class of that name. */
export const hasClass = ({ attribs }: Element, name: string): boolean =>
	(attribs['class'] ?? '').split(/\s+/).includes(name);

/** What is not read as words: drawings, what only the eye gets, and what stays on the screen or on paper. */
const isUnread = (element: Element): boolean =>
	['svg', 'script', 'style'].includes(element.name) ||
	element.attribs['aria-hidden'] === 'true' ||
	hasClass(element, 'screen-only') ||
	hasClass(element, 'print-only');

/** What stands around a part that has a line of its own; empty for one that goes on in the line. */
function breakAt(element: Element): string {
	if (['note', 'line', 'now', 'cause'].some((name) => hasClass(element, name))) return APART;
	return ['br', 'li', 'p', 'div'].includes(element.name) ? ' ' : '';
}

/** A mark that no page holds, between remarks that stand under each other. */
const APART = '\u241e';

/** The words of a part of a page as a listener hears them, on one line. */
export function wordsOf(
	node: Node,
	isSkipped: (element: Element) => boolean = () => false
): string {
	const pieces: string[] = [];
	const walk = (one: Node): void => {
		if (one.type === 'text') pieces.push(one.data);
		if (!isElement(one) || isUnread(one) || isSkipped(one)) return;
		pieces.push(breakAt(one));
		one.children.forEach(walk);
		pieces.push(breakAt(one));
	};
	if (isElement(node)) node.children.forEach(walk);
	else walk(node);
	const remarks = pieces.join('').split(APART).map(tidy);
	return remarks.filter((remark) => remark !== '').join('; ');
}

/** All letters within a part of a page, marks for the eye too. */
export const seenIn = (node: Node): string =>
	node.type === 'text' ? node.data : isElement(node) ? node.children.map(seenIn).join(' ') : '';

/** Without the breaks that only serve a narrow screen. */
export const tidy = (text: string): string =>
	text.replaceAll('\u00ad', '').replace(/\s+/g, ' ').trim();
