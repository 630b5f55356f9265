import { compile } from 'css-select';
import { parse as parseSelector, type Selector } from 'css-what';
import postcss, { type AtRule, type ChildNode, type Container, type Rule } from 'postcss';
import type { Element, Node } from '../export/markup.ts';

/** A declaration of a style sheet with all that decides whether it holds. */
export interface Declared {
	property: string;
	value: string;
	important: boolean;
}

/** One selector of a rule. */
export interface StyleRule {
	matches: (element: Element) => boolean;
	/** Ids, classes, names, in one number. */
	specificity: number;
	/** Place in all style sheets. */
	order: number;
	/** Holds only where the nearest container is so wide. */
	within: readonly WidthRange[];
	declared: readonly Declared[];
}

/** From a width in px to another, both inclusive; `Infinity` where there is no end. */
export interface WidthRange {
	from: number;
	to: number;
}

/** The width in px of the screen for which a picture is styled; containers decide all else. */
const SCREEN = 1_280;

/**
 * The rules of style sheets in their order, as far as they can hold on a light screen that nobody touches: what is for
 * paper, forced colours, a hovering pointer or a focus is left out.
 */
export function styleRules(sheets: readonly string[]): StyleRule[] {
	const rules: StyleRule[] = [];
	for (const sheet of sheets) collect(postcss.parse(sheet), [], rules);
	return rules;
}

function collect(container: Container<ChildNode>, within: WidthRange[], rules: StyleRule[]): void {
	container.each((node) => {
		if (node.type === 'rule') rules.push(...rulesOf(node, within, rules.length));
		if (node.type === 'atrule' && node.nodes) {
			const inside = condition(node);
			if (inside !== false) collect(node as Container<ChildNode>, [...within, ...inside], rules);
		}
	});
}

/** What an at-rule asks of the container; false when it never holds here. */
function condition({ name, params }: AtRule): WidthRange[] | false {
	if (name === 'container') return [rangeOf(params)];
	if (name !== 'media') return false;
	if (/print|forced-colors|prefers|pointer|hover/.test(params)) return false;
	const { from, to } = rangeOf(params);
	return from <= SCREEN && SCREEN <= to ? [] : false;
}

/** Reads `(min-width: 480px)` and `(width<=480px)`. */
function rangeOf(params: string): WidthRange {
	const [, old, oldSize] = /\((min|max)-width:\s*([\d.]+(?:px|rem|em))\)/.exec(params) ?? [];
	const [, sign, size] = /\(width\s*([<>]=?)\s*([\d.]+(?:px|rem|em))\)/.exec(params) ?? [];
	const edge = pixels(oldSize ?? size);
	if (edge === null) return { from: 0, to: Infinity };
	return old === 'min' || sign?.startsWith('>')
		? { from: edge, to: Infinity }
		: { from: 0, to: edge };
}

/** Media and container queries count in the letters of the browser, not of the page. */
const BROWSER_LETTER = 16;

function pixels(size: string | undefined): number | null {
	if (size === undefined) return null;
	const number = parseFloat(size);
	return size.endsWith('px') ? number : number * BROWSER_LETTER;
}

function rulesOf(rule: Rule, within: readonly WidthRange[], order: number): StyleRule[] {
	const declared = rule.nodes
		.filter((node) => node.type === 'decl')
		.map(({ prop, value, important }) => ({
			property: prop,
			value,
			important: important === true
		}));
	return rule.selectors
		.map((selector) => selector.replaceAll(UNTOUCHED, ''))
		.filter((selector) => !OF_A_MOMENT.test(selector))
		.flatMap((selector) => parseSelector(selector))
		.filter((selector) => selector.every(({ type }) => type !== 'pseudo-element'))
		.map((selector) => ({
			matches: compile<Node, Element>([selector]),
			specificity: specificityOf(selector),
			order,
			within,
			declared
		}));
}

/** States of a page under someone's hands. */
const OF_A_MOMENT = /:(hover|focus|focus-visible|focus-within|active|target|visited|open)\b/;
/** What always holds when nobody touches the page. */
const UNTOUCHED = /:not\(:(?:hover|focus|focus-visible|active)\)/g;

/** Ids, classes and names of a selector by the rules of CSS, in one number. */
function specificityOf(selector: readonly Selector[]): number {
	return selector.reduce((sum, one) => sum + weight(one), 0);
}

function weight(one: Selector): number {
	switch (one.type) {
		case 'attribute':
			return one.name === 'id' ? 10_000 : 100;
		case 'tag':
			return 1;
		case 'pseudo': {
			if (one.name === 'where') return 0;
			if (!Array.isArray(one.data)) return 100;
			return Math.max(...one.data.map(specificityOf));
		}
		default:
			return 0;
	}
}
