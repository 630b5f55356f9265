import type { Became } from '#lib/domain/plans.ts';
import type { Minutes } from './citation.ts';
import { count, day, dwellings, figure, isEstimate } from './format.ts';

/** What became of the homes that were on their way, in words. */

export const plansTitle = (name: string): string => `Wat er van de plannen van ${name} werd`;

/** The parts of a bar, from what is there to what is gone. */
export const PART_WORDS = [
	'gerealiseerd',
	'gerealiseerd of nog onderweg',
	'nog onderweg',
	'verdwenen'
] as const;

/** What the figures are counted in. @param to the last measurement */
export const plansBase = (to: string): string =>
	`sociale huurwoningen in uitvoering of gepland bij een meting, en wat ervan geworden was op ${day(to)}`;

/** How the bounds come about, and how to read them. */
export const PLANS_RULE =
	'Een meting telt woningen, maar volgt er geen. Daarom zijn dit grenzen. Van de woningen die toen in uitvoering of gepland waren («onderweg»), kunnen er niet meer gerealiseerd zijn dan de netto toename sindsdien, en niet meer nog onderweg zijn dan er nu onderweg zijn. Wat dan overblijft, is in elk geval verdwenen: geschrapt, of gebouwd voor een woning die verkocht of gesloopt werd. De balken tonen dat minimum.';

/** Whether no measurement had a home in execution or planned. */
export const isNeverPlanned = (since: readonly Pick<Became, 'onTheWay'>[]): boolean =>
	since.length > 0 && since.every(({ onTheWay }) => onTheWay.value === 0);

/** Why there is nothing to compare. @param last the only measurement; null when there is none */
export function noPlansSentence(
	name: string,
	{ last, since }: { last: string | null; since: readonly Pick<Became, 'onTheWay' | 'from'>[] }
): string {
	const [first] = since;
	if (!first) return tooFewSentence(name, last);
	const who = since.some(({ onTheWay }) => isEstimate(onTheWay))
		? 'Volgens onze raming was'
		: 'Er was';
	return `${who} in ${name} bij geen enkele meting sinds ${day(first.from)} een woning in uitvoering of gepland.`;
}

const tooFewSentence = (name: string, last: string | null): string =>
	last === null
		? `Van ${name} is geen meting bekend van wat gerealiseerd, in uitvoering en gepland is.`
		: `Van ${name} is één meting bekend van wat gerealiseerd, in uitvoering en gepland is: die van ${day(last)}. Wat er van plannen werd, is pas te zeggen met een tweede.`;

/** What became of the homes of one measurement. */
export function becameSentence(name: string, one: Became): string {
	const { from, to, onTheWay, realised, still, gone } = one;
	if (onTheWay.value === 0)
		return `In ${name} was op ${day(from)} geen woning in uitvoering of gepland.`;
	const then = `Van de ${figure(onTheWay, dwellings)} die op ${day(from)} in ${name} in uitvoering of gepland waren, waren er op ${day(to)} hoogstens ${figure(realised, count)} gerealiseerd en hoogstens ${figure(still, count)} nog in uitvoering of gepland`;
	return gone.value === 0
		? `${then}; uit de cijfers blijkt niet dat er woningen verdwenen.`
		: `${then}; minstens ${figure(gone, count)} verdwenen uit de planning.`;
}

/** The same for the minutes of a meeting. */
export const plansMinutes = (name: string, one: Became): Minutes => ({
	says: becameSentence(name, one),
	quotes: [one.onTheWay, one.realised, one.still, one.gone],
	notes: ['grenzen: een meting volgt geen woningen; netto, per gemeente']
});
