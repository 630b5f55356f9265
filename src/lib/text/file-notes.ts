import type { Figure } from '#lib/domain/figure.ts';
import type { Indicator } from '#lib/domain/indicators.ts';
import { definitionOf } from '#lib/domain/indicators.ts';
import { day } from './format.ts';
import { RULE_WORDS } from './trace.ts';
import { DEFINITION_WORDS, indicatorName } from './words.ts';

/** What each status of a figure means, as a file writes it. */
export const STATUS_LEGEND: readonly (readonly [status: string, meaning: string])[] = [
	['gepubliceerd', 'zoals de bron het publiceerde of besliste'],
	['berekend uit gepubliceerde cijfers', 'som, verhouding of verschil van gepubliceerde cijfers'],
	['voorlopig', 'de bron noemt het cijfer voorlopig'],
	[
		'raming',
		'oefencijfer, of berekend met oefencijfers: een schatting van deze site, geen meting; op de site met ≈'
	],
	['vooruitzicht', 'een toekomst zoals de bron die voorziet; op de site met v'],
	['samengesteld', 'som van de gemeenten van voor een fusie; op de site met s'],
	['zonder …', 'van deze gemeenten was er geen cijfer, en ze tellen niet mee'],
	['niet bekend', 'geen cijfer, met de reden erbij: een leeg vak is nooit nul'],
	['niet van toepassing', 'er wordt niets gevraagd, dus is er geen getal'],
	['meer dan gevraagd', 'een getal onder nul in een kolom van wat nog nodig is; op de site met +'],
	['scenario, geen beslissing', 'uitkomst van een «wat als»']
];

/** What the figures of a column count or how they are computed; empty when that is not told. */
export function definitionWords(figures: readonly Pick<Figure, 'indicator' | 'made'>[]): string {
	const counted = figures.map((one) => one.indicator).filter((code) => code !== null);
	const words = [...new Set(counted)].map(countedWords);
	const rules = figures.flatMap(({ indicator, made }) =>
		indicator === null && made ? [made.rule] : []
	);
	const computed = [...new Set(rules)].map((rule) => RULE_WORDS[rule].formula);
	return [...words, ...computed].join('; ');
}

function countedWords(code: Indicator): string {
	const { definition } = definitionOf(code);
	const name = indicatorName(code);
	return definition ? `${name}: telling ${definition}, ${DEFINITION_WORDS[definition]}` : name;
}

/** The reference dates of a column: «31/12/2024», «van 31/12/2007 tot 31/12/2024». */
export function datesWords(dates: readonly string[]): string {
	const sorted = [...new Set(dates)].sort();
	const [first = '', last = first] = [sorted[0], sorted.at(-1)];
	return first === last ? day(first) : `van ${day(first)} tot ${day(last)}`;
}
