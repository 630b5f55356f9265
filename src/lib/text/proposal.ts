import type { DivisionKey } from '#lib/domain/division.ts';
import type { Figure } from '#lib/domain/figure.ts';
import type { Deed } from '#lib/domain/negotiation.ts';
import type { Minutes } from './citation.ts';
import { KEY_WORDS, SCENARIO } from './division.ts';
import { count, day, decimal, dwellings, figure, list, NBSP } from './format.ts';
import { someNames } from './names.ts';

/** How the address of a page writes a proposal, the one beside it, and what a form asks to do with it. */
export const PROPOSAL = {
	parts: 'voorstel',
	exchanges: 'ruil',
	besideParts: 'naast',
	besideExchanges: 'naast-ruil',
	/** Before the NIS code of a member. */
	part: 'deel-',
	does: 'doe',
	giver: 'geeft',
	taker: 'neemt',
	dwellings: 'aantal',
	/** In place of parts: nobody takes any. */
	nothing: 'niets'
} as const;

/** What a form asks to do, by its word in an address. */
export const DEEDS: Record<NonNullable<Deed['does']>, string> = {
	move: 'verplaats',
	exchange: 'ruil',
	takeBack: 'neem-terug',
	close: 'verdeel-rest'
};

/** What the conditions of an exchange are, as far as anyone told. */
export const EXCHANGE_NOTE =
	'Het objectief 2026-2042 laat gemeenten woningen ruilen binnen het werkingsgebied van hun woonmaatschappij. De voorwaarden vonden we niet: wie moet instemmen, hoeveel er geruild mag worden en in welke vorm. Reken dus niet op een ruil voor u dat navraagt.';

/** How to read a proposal in figures. */
export const PROPOSAL_NOTE =
	'«Beste vijf jaar» is het grootste gemiddelde per jaar over vijf jaar na elkaar. «Nog niet gepland» is wat erbij komt min wat in uitvoering of gepland is; met − staat er al meer op de planning. De aantallen van het voorstel zijn gekozen, geen raming.';

/** How to read who gains and who loses. */
export const AGAINST_KEYS_NOTE =
	'Met + bouwt de gemeente in het voorstel meer dan met die sleutel, met − minder. «Elders nodig» zegt hoe ongelijk het daarna is: zoveel woningen zouden in een andere gemeente moeten staan voor overal hetzelfde aandeel.';

/** What a proposal divides of what a region is short of, and what is left or too much. */
export function assignedSentence(assigned: Figure, left: Figure, shortfall: Figure): string {
	const of = figure(shortfall, dwellings);
	if (left.value === 0) return `Het voorstel verdeelt precies de ${of} die nodig zijn.`;
	const said = `Het voorstel verdeelt ${figure(assigned, count)} van de ${of}.`;
	const rest = { ...left, value: Math.abs(left.value ?? 0) };
	return (left.value ?? 0) > 0
		? `${said} Voor ${figure(rest, dwellings)} is er nog geen gemeente.`
		: `${said} Dat zijn er ${figure(rest, count)} meer dan nodig.`;
}

/** Who would have to build faster than in the best years that we know. */
export function fasterSentence(names: readonly string[], all: number, years: number): string {
	if (names.length === 0) return '';
	const who = names.length === all ? 'alle gemeenten' : someNames(names);
	return `Sneller dan in de beste ${inWords(years)} jaar die we kennen: ${who}.`;
}

const inWords = (years: number): string => (years === 5 ? 'vijf' : count(years));

/** What is odd in the row of a member, each in a few words. */
export const rowFlags = ({
	fasterThanBest,
	beyond
}: {
	/** How many times as fast as in its best years; null when it is no faster, or nobody knows. */
	fasterThanBest: number | null;
	beyond: 'min' | 'max' | null;
}): string[] => [
	...(fasterThanBest === null ? [] : [fasterWords(fasterThanBest)]),
	...(beyond === 'min' ? ['onder haar minimum'] : []),
	...(beyond === 'max' ? ['boven haar maximum'] : [])
];

const fasterWords = (times: number): string =>
	times < 1.1 || times === Infinity
		? 'sneller dan ooit'
		: `${decimal(times, 1)}${NBSP}×${NBSP}beste`;

/** `2012-2017` */
export const bestYears = (from: string, to: string): string =>
	`${from.slice(0, 4)}-${to.slice(0, 4)}`;

/** Who builds how many of whose part. */
export const exchangeSentence = (taker: string, giver: string, number: number): string =>
	`${taker} bouwt ${dwellings(number)} van het deel van ${giver}`;

/** Whether two members may exchange: within the area of one woonmaatschappij, or not, or nobody knows. */
export function areaWords(taker: string | null, giver: string | null): string {
	if (taker === null || giver === null)
		return 'Het werkingsgebied van hun woonmaatschappij kennen we niet.';
	return taker === giver
		? `Binnen één woonmaatschappij: ${lowered(taker)}.`
		: `Let op: ${lowered(taker)} en ${lowered(giver)}. Buiten één werkingsgebied voorziet het objectief 2026-2042 geen ruil.`;
}

const lowered = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** In which municipalities two proposals differ. */
export function differsSentence(names: readonly string[], all: number): string {
	if (names.length === 0) return 'De twee voorstellen zijn gelijk.';
	const who = names.length === all ? 'alle gemeenten' : someNames(names);
	return `De twee voorstellen verschillen voor ${who}.`;
}

/** How much more or less the pair of proposals asks elsewhere: which of the two is more even. */
export function evenerSentence(own: Figure, beside: Figure): string {
	if (own.value === null || beside.value === null || own.value === beside.value) return '';
	const [less, more] =
		own.value < beside.value ? ['Dit voorstel', 'het andere'] : ['Het andere voorstel', 'dit'];
	return `${less} maakt de spreiding gelijker dan ${more}: daarna zijn er ${figure(own.value < beside.value ? own : beside, dwellings)} elders nodig, tegenover ${figure(own.value < beside.value ? beside : own, count)}.`;
}

/** How many members are told one by one; of more only the sum is. */
const MOST_TOLD = 20;

/** That a proposal is what a key gives. */
export const keySentence = (key: DivisionKey): string =>
	`Zo verdeelt de sleutel «${KEY_WORDS[key].name}» het.`;

/** A proposal as minutes tell it. */
export function proposalMinutes(
	region: string,
	{
		assigned,
		left,
		shortfall,
		parts,
		exchanges,
		key
	}: {
		assigned: Figure;
		left: Figure;
		shortfall: Figure;
		/** Of each member what rises there. */
		parts: readonly { name: string; dwellings: Figure }[];
		/** As sentences without their full stop. */
		exchanges: readonly string[];
		/** The key that divides just so. */
		key: DivisionKey | null;
	},
	{ on, by, choices }: { on: string; by: string; choices: readonly string[] }
): Minutes {
	const each = parts.map(({ name, dwellings: one }) => `${name} ${figure(one, count)}`);
	const told = each.length > MOST_TOLD ? '' : ` Er komen er bij: ${list(each)}.`;
	return {
		says: [
			`Op tafel in ${region}, tegen ${day(by)}.`,
			`${assignedSentence(assigned, left, shortfall)}${told}`,
			...(key ? [keySentence(key)] : [])
		].join(' '),
		quotes: [shortfall],
		notes: [SCENARIO, `gerekend van de toestand op ${day(on)}`, ...choices, ...exchanges]
	};
}
