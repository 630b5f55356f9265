import type { Figure } from '#lib/domain/figure.ts';
import type { Minutes } from './citation.ts';
import { splitSentence } from './compare.ts';
import { day, decimal, figure } from './format.ts';
import { spreadSentence } from './spread.ts';

/** How evenly the dwellings of a region are spread, in homes and by the Gini coefficient. */
export function spreadMinutes(name: string, elsewhere: Figure, gini: number | null): Minutes {
	const measure = figure({ ...elsewhere, value: gini }, (value) => decimal(value, 3));
	const index =
		gini === null ? '' : ` De Gini-coëfficiënt, gewogen naar huishoudens, is ${measure}.`;
	return {
		says: `${spreadSentence(name, elsewhere)}${index}`,
		quotes: [elsewhere],
		notes: [`toestand op ${day(elsewhere.date)}`]
	};
}

/**
 * How much of the unevenness of municipalities lies within regions, and how much between them.
 * @param regions which regions, as they stand after «de gemeenten van»
 */
export function splitMinutes(
	regions: string,
	on: string,
	theil: Record<'total' | 'within' | 'between', Figure>
): Minutes {
	return {
		says: splitSentence(theil),
		quotes: [theil.total, theil.within, theil.between],
		notes: [
			`Theil-index van het aandeel sociale huur van de gemeenten van ${regions}`,
			`toestand op ${day(on)}`
		]
	};
}
