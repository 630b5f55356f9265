import type { Element } from '../export/markup.ts';
import { length, sides, substituted, type Surroundings } from './css-values.ts';
import type { Declared, StyleRule } from './style-sheets.ts';

/** The style of an element: every property that was set or inherited, without variables. */
export interface Style {
	readonly values: ReadonlyMap<string, string>;
	readonly custom: ReadonlyMap<string, string>;
	/** Size in px of its letters, and of those of the page. */
	readonly em: number;
	readonly rem: number;
}

/** Properties that an element takes over from the one around it. */
const INHERITED = new Set([
	'color',
	'fill',
	'fill-opacity',
	'font-size',
	'font-weight',
	'line-height',
	'list-style',
	'paint-order',
	'stroke',
	'stroke-dasharray',
	'stroke-linejoin',
	'stroke-linecap',
	'stroke-width',
	'text-anchor',
	'text-align',
	'white-space'
]);

/** Attributes of SVG that say the same as a property, and yield to every style sheet. */
const PRESENTATION = new Set([
	...[...INHERITED].filter((name) => name !== 'color'),
	'opacity',
	'overflow',
	'vector-effect'
]);

/** Abbreviations, and the properties that they set. */
const LONGHANDS: Record<string, (value: string) => [property: string, value: string][]> = {
	margin: (value) => ofSides('margin', sides(value)),
	padding: (value) => ofSides('padding', sides(value)),
	'margin-block': (value) => ofPair('margin', ['top', 'bottom'], value),
	'margin-inline': (value) => ofPair('margin', ['left', 'right'], value),
	'padding-block': (value) => ofPair('padding', ['top', 'bottom'], value),
	'padding-inline': (value) => ofPair('padding', ['left', 'right'], value),
	gap: (value) => {
		const [row = '0', column = row] = value.split(/\s+(?![^(]*\))/);
		return [
			['row-gap', row],
			['column-gap', column]
		];
	}
};

const ofSides = (name: string, values: readonly string[]): [string, string][] =>
	['top', 'right', 'bottom', 'left'].map((side, at) => [`${name}-${side}`, values[at] ?? '0']);

function ofPair(name: string, pair: readonly string[], value: string): [string, string][] {
	const [first = '0', second = first] = value.split(/\s+(?![^(]*\))/);
	return [
		[`${name}-${pair[0]}`, first],
		[`${name}-${pair[1]}`, second]
	];
}

const ROOT_LETTER = 16;

/** The style around a whole page. */
export const NO_STYLE: Style = {
	values: new Map(),
	custom: new Map(),
	em: ROOT_LETTER,
	rem: ROOT_LETTER
};

/** Gives elements their style by the rules of style sheets. */
export class Cascade {
	readonly #rules: readonly StyleRule[];
	/** The rules that can match an element, whatever the width of its container. */
	readonly #matching = new WeakMap<Element, readonly StyleRule[]>();

	constructor(rules: readonly StyleRule[]) {
		this.#rules = rules;
	}

	/**
	 * The style of an element.
	 * @param parent of the element around it
	 * @param container width in px of the nearest container, which some rules ask for
	 */
	style(element: Element, parent: Style, container: number): Style {
		const declared = this.#declared(element, container);
		const custom = new Map(parent.custom);
		for (const { property, value } of declared) {
			if (property.startsWith('--')) custom.set(property, substituted(value, custom) ?? value);
		}
		const values = new Map([...parent.values].filter(([name]) => INHERITED.has(name)));
		for (const { property, value } of declared) {
			const held = property.startsWith('--') ? null : substituted(value, custom);
			if (held === null) continue;
			for (const [name, one] of LONGHANDS[property]?.(held) ?? [[property, held]]) {
				if (one === 'inherit') copy(parent.values, values, name);
				else values.set(name, one);
			}
		}
		const em = lettersOf(values.get('font-size'), parent);
		values.set('font-size', `${em}px`);
		return { values, custom, em, rem: element.name === 'html' ? em : parent.rem };
	}

	/** What is declared for an element, what counts most last. */
	#declared(element: Element, container: number): Declared[] {
		const attributes = Object.entries(element.attribs)
			.filter(([name]) => PRESENTATION.has(name))
			.map(([property, value]) => ({ property, value, important: false }));
		const rules = this.#rulesOf(element).filter(({ within }) =>
			within.every(({ from, to }) => from <= container && container <= to)
		);
		const sheets = rules.flatMap((rule) => rule.declared);
		const all = [...attributes, ...sheets, ...inlineStyle(element)];
		return [...all.filter((one) => !one.important), ...all.filter((one) => one.important)];
	}

	#rulesOf(element: Element): readonly StyleRule[] {
		let found = this.#matching.get(element);
		if (!found) {
			found = this.#rules
				.filter((rule) => rule.matches(element))
				.sort((a, b) => a.specificity - b.specificity || a.order - b.order);
			this.#matching.set(element, found);
		}
		return found;
	}
}

function copy(from: ReadonlyMap<string, string>, to: Map<string, string>, name: string): void {
	const value = from.get(name);
	if (value === undefined) to.delete(name);
	else to.set(name, value);
}

const inlineStyle = ({ attribs }: Element): Declared[] =>
	(attribs['style'] ?? '').split(';').flatMap((declaration) => {
		const [property, value] = declaration.split(/:(.*)/s, 2).map((part) => part.trim());
		return property && value ? [{ property, value, important: false }] : [];
	});

/** The size of letters in px; a per cent and an `em` count in those of the element around. */
const lettersOf = (value: string | undefined, around: Style): number =>
	(value && length(value, surroundings(around, around.em))) || around.em;

/** The surroundings in which the lengths of a style are counted. */
export const surroundings = ({ em, rem }: Style, whole: number | null): Surroundings => ({
	em,
	rem,
	whole
});

/** A length of a style in px; `otherwise` when it is not set or is a word. */
export function pixelsOf(
	style: Style,
	property: string,
	whole: number | null,
	otherwise = 0
): number {
	const value = style.values.get(property);
	return value === undefined ? otherwise : (length(value, surroundings(style, whole)) ?? otherwise);
}
