import { html, type DefaultTreeAdapterTypes as Tree } from 'parse5';

/** An element of a parsed page. */
export type Element = Tree.Element;

/** Every element below a node, in the order of the page. */
export function elementsIn(node: Tree.ParentNode, found: Element[] = []): Element[] {
	for (const child of node.childNodes) {
		if (!('tagName' in child)) continue;
		found.push(child);
		elementsIn(child, found);
	}
	return found;
}

/** The value of an attribute; null when the element does not have it. */
export const valueOf = ({ attrs }: Element, name: string): string | null =>
	attrs.find((one) => one.name === name)?.value ?? null;

/** Gives an element an attribute, or takes it away with null. */
export function set(element: Element, name: string, value: string | null): void {
	const at = element.attrs.findIndex((one) => one.name === name);
	if (at !== -1) element.attrs.splice(at, 1);
	if (value !== null) element.attrs.push({ name, value });
}

/** The text that stands in an element itself. */
export const textOf = ({ childNodes }: Element): string =>
	childNodes.map((child) => ('value' in child ? child.value : '')).join('');

/** Puts a text in the place of all that stands in an element. */
export function write(element: Element, text: string): void {
	element.childNodes = [{ nodeName: '#text', value: text, parentNode: element }];
}

/** A new element, not yet anywhere on the page. */
export const make = (tagName: string, attributes: Record<string, string>): Element => ({
	nodeName: tagName,
	tagName,
	namespaceURI: html.NS.HTML,
	attrs: Object.entries(attributes).map(([name, value]) => ({ name, value })),
	childNodes: [],
	parentNode: null
});

/** Takes an element off the page, or puts another in its place. */
export function replace(element: Element, other?: Element): void {
	const { parentNode } = element;
	const at = parentNode?.childNodes.indexOf(element) ?? -1;
	if (!parentNode || at === -1) return;
	parentNode.childNodes.splice(at, 1, ...(other ? [other] : []));
	if (other) other.parentNode = parentNode;
	element.parentNode = null;
}
