import type { Figure } from './figure.ts';
import { definitionOf, type IndicatorDefinition } from './indicators.ts';

/** Letter of a counting rule. */
export type Definition = NonNullable<IndicatorDefinition['definition']>;

/** By which rule the dwellings in a figure are counted: of a stock, or of what a share divides; null for anything else. */
export function ruleOf({ indicator, made }: Pick<Figure, 'indicator' | 'made'>): Definition | null {
	if (indicator !== null) return definitionOf(indicator).definition;
	const [first] = made?.parts ?? [];
	return first ? ruleOf(first.figure) : null;
}

/** The rule of a figure that counts otherwise than the figures of municipalities (B, in the baseline A); null when it does not. */
export function otherCount(figure: Pick<Figure, 'indicator' | 'made'>): Definition | null {
	const letter = ruleOf(figure);
	return letter === 'A' || letter === 'B' ? null : letter;
}
