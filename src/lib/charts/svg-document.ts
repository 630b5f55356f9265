// What Plot and d3 ask of a document while they draw, and nothing more. A whole DOM (linkedom) was tried: its elements, each with
// events and live lists that nobody uses here, took four times as long as all of Plot, and a page is drawn when it is asked.
import { escaped, short } from './svg.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** Stands for SVG that is written already. */
const RAW = '#';
/** Attributes in which Plot writes places, with more digits than anybody sees. */
const PLACES = new Set(['d', 'transform', 'points']);
/** What says nothing: Plot's inherited fill of links, and the letters of numbers, which the page sets itself. */
const IDLE = new Set(['font-variant', 'xmlns']);

interface SvgDocument {
	readonly documentElement: { namespaceURI: string; ownerDocument: SvgDocument };
	createElementNS(namespace: string, name: string): SvgNode;
	createElement(name: string): SvgNode;
}

/** An element while it is drawn. */
class SvgNode {
	readonly namespaceURI = SVG;
	readonly tagName: string;
	readonly ownerDocument: SvgDocument;
	/** Style attributes are forbidden by the policy of the site; what Plot sets there is for its own page. */
	readonly style = { setProperty: () => undefined, removeProperty: () => undefined };
	parentNode: SvgNode | null = null;
	#children: SvgNode[] = [];
	readonly #attributes = new Map<string, unknown>();
	#text = '';

	constructor(tagName: string, ownerDocument: SvgDocument) {
		this.tagName = tagName;
		this.ownerDocument = ownerDocument;
	}

	set textContent(text: unknown) {
		this.#text = String(text ?? '');
	}

	setAttribute(name: string, value: unknown): void {
		this.#attributes.set(name, value);
	}

	setAttributeNS(_: string, name: string, value: unknown): void {
		this.#attributes.set(name, value);
	}

	removeAttribute(name: string): void {
		this.#attributes.delete(name);
	}

	hasAttribute(name: string): boolean {
		return this.#attributes.has(name);
	}

	getAttribute(name: string): string | null {
		return this.#attributes.has(name) ? String(this.#attributes.get(name)) : null;
	}

	appendChild(child: SvgNode): SvgNode {
		return this.insertBefore(child, null);
	}

	insertBefore(child: SvgNode, before: SvgNode | null): SvgNode {
		child.parentNode?.removeChild(child);
		const at = before ? this.#children.indexOf(before) : -1;
		if (at < 0) this.#children.push(child);
		else this.#children.splice(at, 0, child);
		child.parentNode = this;
		return child;
	}

	removeChild(child: SvgNode): SvgNode {
		this.#children = this.#children.filter((one) => one !== child);
		return child;
	}

	/** Takes SVG that is written already. */
	static of(svg: string): SvgNode {
		const node = new SvgNode(RAW, SVG_DOCUMENT);
		node.#text = svg;
		return node;
	}

	/** All that stands in it, as text. */
	inside(): string {
		return this.#children.map((child) => child.#written()).join('') + escaped(this.#text);
	}

	#written(): string {
		if (this.tagName === 'style') return '';
		if (this.tagName === RAW) return this.#text;
		if (this.tagName === 'a') this.#raiseTip();
		const inside = this.inside();
		const start = `<${this.tagName}${this.#look()}`;
		return inside === '' ? `${start}/>` : `${start}>${inside}</${this.tagName}>`;
	}

	#look(): string {
		let look = '';
		for (const [name, value] of this.#attributes) {
			if (value === undefined || IDLE.has(name) || this.#isOwnName(name, value)) continue;
			look += ` ${name}="${written(name, value)}"`;
		}
		return look;
	}

	/** Plot names its marks in English, for itself; a link takes the fill of its mark. */
	#isOwnName(name: string, value: unknown): boolean {
		if (this.tagName === 'a') return name === 'fill';
		return name === 'aria-label' && PLOT_NAMES.test(String(value));
	}

	/** The tip of a mark stands directly in its link. */
	#raiseTip(): void {
		const [mark] = this.#children;
		const tip = mark && mark.#children.find(({ tagName }) => tagName === 'title');
		if (!mark || !tip) return;
		mark.removeChild(tip);
		this.insertBefore(tip, mark);
	}
}

const PLOT_NAMES =
	/^(?:dot|text|rule|line|area|rect|bar|link|vector|geo|frame|tick|[xy]-(?:axis|grid)[a-z -]*)$/;

const written = (name: string, value: unknown): string => {
	if (typeof value === 'number') return short(value);
	const text = String(value);
	return PLACES.has(name)
		? text.replace(/-?\d+\.\d+/g, rounded)
		: escaped(text).replaceAll('"', '&quot;');
};

const rounded = (number: string): string => short(Number(number));

/** The document; nothing is ever put into it itself. */
const SVG_DOCUMENT: SvgDocument = {
	get documentElement() {
		return { namespaceURI: SVG, ownerDocument: SVG_DOCUMENT };
	},
	createElementNS: (_, name) => new SvgNode(name, SVG_DOCUMENT),
	createElement: (name) => new SvgNode(name, SVG_DOCUMENT)
};

/** As Plot's types know a document. */
export const svgDocument = SVG_DOCUMENT as unknown as Document;

/** All that stands in what Plot drew, as text. */
export const insideOf = (drawn: Element): string => (drawn as unknown as SvgNode).inside();

/** A mark of SVG that is written already, in its order among the marks of Plot. */
export const markOf = (svg: string) => (): SVGElement => SvgNode.of(svg) as unknown as SVGElement;
