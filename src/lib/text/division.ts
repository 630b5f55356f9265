import type { Extreme } from '#lib/domain/division-range.ts';
import type { DivisionKey, Factor, Undivided } from '#lib/domain/division.ts';
import type { Figure, Reason } from '#lib/domain/figure.ts';
import {
	capital,
	count,
	day,
	dwellings,
	figure,
	goalReckoned,
	goalShare,
	households as householdsOf,
	list,
	reason
} from './format.ts';

/** What every scenario says of itself, on screen, on paper and in exports. */
export const SCENARIO = 'scenario, geen beslissing';

/** A division key: its name in a head of a column and in an address, the rule, and who would choose or has chosen it. */
export const KEY_WORDS: Record<
	DivisionKey,
	{ slug: string; name: string; rule: string; who: string }
> = {
	households: {
		slug: 'huishoudens',
		name: 'huishoudens',
		rule: 'Elke gemeente krijgt haar deel naar haar aantal huishoudens.',
		who: 'Voor wie vindt dat iedereen evenveel moet doen, wat er ook al staat. Zo begon Vlaanderen in 2009 aan de verdeling van de objectieven.'
	},
	gap: {
		slug: 'tekort',
		name: 'tekort',
		rule: 'Wie verder onder het streefcijfer zit, krijgt meer: naar verhouding van het eigen tekort.',
		who: 'Voor wie vindt dat de achterblijvers moeten inhalen, allemaal even snel. We vonden geen overheid die zo verdeelde.'
	},
	'lift-lowest': {
		slug: 'laagste-eerst',
		name: 'laagste eerst',
		rule: 'De gemeente met het laagste aandeel krijgt woningen tot ze de volgende inhaalt, dan die twee samen, en zo verder.',
		who: 'Voor wie de spreiding zo klein mogelijk wil: met evenveel woningen kan het niet gelijker.'
	},
	growth: {
		slug: 'groei',
		name: 'groei',
		rule: 'Elke gemeente krijgt haar deel naar het aantal huishoudens dat erbij komt; wie niet groeit, krijgt niets.',
		who: 'Voor wie nieuwe sociale woningen wil waar toch gebouwd wordt. Regio’s in Californië tellen de groei mee.'
	},
	weighted: {
		slug: 'gewogen',
		name: 'gewogen',
		rule: 'Huishoudens, tekort en groei tellen samen mee, met de gewichten die u kiest.',
		who: 'Voor wie een compromis zoekt. In New Jersey (1984) en rond San Francisco (2006) werkte men met meerdere factoren.'
	},
	'capped-households': {
		slug: 'plafond',
		name: 'plafond',
		rule: 'Naar huishoudens, maar niemand hoeft boven een grens te gaan; wat zo wegvalt, krijgt niemand.',
		who: 'Voor wie gemeenten met al veel sociale huur wil ontzien. Zo rekenden stap 1 en 2 van het objectief van 2009, met 9 % als grens.'
	},
	'own-deficit': {
		slug: 'elk-voor-zich',
		name: 'elk voor zich',
		rule: 'Elke gemeente bouwt wat ze zelf te kort komt; wat een andere te veel heeft, telt niet mee.',
		who: 'Voor wie wil dat elke gemeente het streefcijfer haalt. Frankrijk vraagt dat met de wet SRU (20 of 25 %).'
	}
};

/** The factors of the key `weighted`. */
export const FACTOR_WORDS: Record<Factor, { slug: string; name: string }> = {
	households: { slug: 'huishoudens', name: 'huishoudens' },
	gap: { slug: 'tekort', name: 'eigen tekort' },
	growth: { slug: 'groei', name: 'groei van huishoudens' }
};

const UNDIVIDED_WORDS: Record<Undivided, string> = {
	no_growth: 'in geen enkele gemeente komen huishoudens bij',
	no_weights: 'geen enkele factor heeft een gewicht',
	minima_exceed: 'de minima zijn samen meer dan er te verdelen is',
	bounds_crossed: 'een gemeente heeft een minimum boven haar maximum'
};

/** Why a key does not divide, in plain words. */
export const undividedReason = (why: Undivided | Reason): string =>
	Object.hasOwn(UNDIVIDED_WORDS, why) ? UNDIVIDED_WORDS[why as Undivided] : reason(why as Reason);

/** What a region needs for a share by the end of a year, in one sentence. */
export function shortfallSentence(
	name: string,
	shortfall: Figure,
	{ goal, by }: { goal: number; by: string }
): string {
	const aim = `${goalShare(goal)} sociale huur tegen eind ${by.slice(0, 4)}`;
	if (shortfall.value === null) {
		const why = shortfall.reason ? ` (${reason(shortfall.reason)})` : '';
		return `Hoeveel woningen ${name} nodig heeft voor ${aim}, is niet te berekenen${why}.`;
	}
	if (shortfall.value === 0)
		return `Voor ${aim} heeft ${name} al genoeg woningen: er valt niets te verdelen.`;
	return `Voor ${aim} heeft ${name} nog ${figure(shortfall, dwellings)} nodig.`;
}

/** What is at stake for a municipality: the fewest and the most dwellings, with the keys that give them. */
export function stakesSentence(
	name: string,
	{ least, most }: { least: Extreme; most: Extreme },
	mark: Figure
): string {
	const number = (one: Extreme) =>
		`${figure({ ...mark, value: one.dwellings }, dwellings)} (${keyNames(one.keys)})`;
	if (least.dwellings === most.dwellings)
		return `${name} krijgt met elke sleutel ${figure({ ...mark, value: most.dwellings }, dwellings)}.`;
	return `${name} krijgt ${number(least)} tot ${number(most)}.`;
}

/**
 * `Van de 11 % van Regio Kortrijk tegen eind 2030 zou Waregem 500 tot 860 woningen nemen, naargelang de sleutel.`
 * @param mark whose status the numbers have
 */
export function fairPartSentence(
	name: string,
	region: string,
	{ goal, by, byFrom }: { goal: number; by: string; byFrom: 'asked' | 'region' | 'default' },
	{ least, most }: { least: Extreme; most: Extreme },
	mark: Figure
): string {
	const number = (one: Extreme, format = dwellings) =>
		figure({ ...mark, value: one.dwellings }, format);
	const chosen = byFrom === 'default' ? ' (dat jaar kozen wij)' : '';
	const aim = `Van de ${goalShare(goal)} van ${region} tegen eind ${by.slice(0, 4)}${chosen} zou ${name}`;
	return least.dwellings === most.dwellings
		? `${aim} met elke sleutel ${number(most)} nemen.`
		: `${aim} ${number(least, count)} tot ${number(most)} nemen, naargelang de sleutel.`;
}

/**
 * Why nothing is asked of a municipality for the goal of a region.
 * @param wanting its regions that have a goal of their own
 * @param isComing whether one of its regions has a goal that holds from a later day on
 */
export function noPartSentence(name: string, wanting: readonly string[], isComing = false): string {
	if (wanting.length === 0)
		return isComing
			? `Op deze dag geldt er nog geen eigen streefcijfer van een regio van ${name}: er is nog geen deel om te verdelen.`
			: `Van geen enkele regio van ${name} kennen we een eigen streefcijfer: er is geen deel om te verdelen.`;
	return `${list(wanting)} ${wanting.length === 1 ? 'komt' : 'komen'} voor het eigen streefcijfer niet tekort, of er ontbreekt een cijfer: er is geen deel om te verdelen.`;
}

/** The names of some keys in a sentence. */
const keyNames = (keys: readonly DivisionKey[]): string =>
	list(keys.map((key) => KEY_WORDS[key].name));

/** The rule of a division as far as words need it. */
interface Rule {
	cap: number;
	weights: Readonly<Record<Factor, number>>;
}

/** The fewest and the most dwellings that somebody imposed for a municipality. */
export interface Bound {
	name: string;
	min: number | null;
	max: number | null;
}

/** The choices that the numbers of all keys rest on, each as a note. */
export const choicesOf = ({ cap, weights }: Rule, bounds: readonly Bound[]): string[] => [
	capNote(cap),
	weightsNote(weights),
	...boundsNote(bounds)
];

/** The choices that the numbers of one key rest on. */
export const choicesOfKey = (
	key: DivisionKey,
	{ cap, weights }: Rule,
	bounds: readonly Bound[]
): string[] => [
	...(key === 'capped-households' ? [capNote(cap)] : []),
	...(key === 'weighted' ? [weightsNote(weights)] : []),
	...boundsNote(bounds)
];

/** The choices that the numbers rest on, so that a sheet of paper says them too. */
export const choicesSentence = (rule: Rule, bounds: readonly Bound[]): string =>
	sentencesOf(choicesOf(rule, bounds));

/** Notes as sentences. */
export const sentencesOf = (notes: readonly string[]): string =>
	notes.map((note) => `${capital(note)}.`).join(' ');

const capNote = (cap: number): string => `grens van het plafond: ${goalShare(cap)}`;

function weightsNote(weights: Rule['weights']): string {
	const factors = (['households', 'gap', 'growth'] as const).map(
		(factor) => `${FACTOR_WORDS[factor].name} ${decimals(weights[factor])}`
	);
	return `gewichten: ${list(factors)}`;
}

/** What was imposed on municipalities; nothing where nothing was. */
export function boundsNote(bounds: readonly Bound[]): string[] {
	const limits = bounds.map(({ name, min, max }) => {
		if (min === null) return `${name} hoogstens ${dwellings(max ?? 0)}`;
		if (max === null) return `${name} minstens ${dwellings(min)}`;
		return `${name} minstens ${count(min)} en hoogstens ${dwellings(max)}`;
	});
	return limits.length > 0 ? [`opgelegd: ${limits.join('; ')}`] : [];
}

/** A weight with the decimals that it has. */
const decimals = (weight: number): string => String(weight).replace('.', ',');

/** What a rule leaves to nobody, or asks beyond what the region is short of; empty when it is exactly that. */
export function remainderSentence(assigned: Figure, unassigned: Figure, shortfall: Figure): string {
	if (assigned.value === null || shortfall.value === null) return '';
	const more = assigned.value - shortfall.value;
	if (more > 0)
		return `Samen is dat ${figure({ ...assigned, value: more }, dwellings)} meer dan de regio te kort komt.`;
	if (unassigned.value === null || unassigned.value === 0) return '';
	const left = unassigned.value === 1 ? 'blijft' : 'blijven';
	return `Er ${left} ${figure(unassigned, dwellings)} over die geen gemeente krijgt.`;
}

/** How the shortfall is reckoned: what the share asks of the later households, and what stands now. */
export function reckoningSentence(
	{ stock, households, needed }: Record<'stock' | 'households' | 'needed', Figure>,
	goal: number
): string {
	if (stock.value === null || households.value === null) return '';
	const future = households.status === 'forecast';
	return `${capital(goalReckoned(goal))} van ${figure(households, householdsOf)} op ${day(households.date)}${future ? ' (vooruitzicht)' : ''} is ${figure(needed, dwellings)}; op ${day(stock.date)} waren er ${figure(stock, count)}.`;
}

/** Who names the share and the year of a scenario. */
export function originSentence({
	goal,
	goalFrom,
	comesOn,
	by,
	byFrom
}: {
	goal: number;
	goalFrom: 'asked' | 'region' | 'held' | null;
	/** From when the goal of the region holds, where that is later than the figures. */
	comesOn?: string;
	by: string;
	byFrom: 'asked' | 'region' | 'default';
}): string {
	const goals = {
		asked: `Het streefcijfer van ${goalShare(goal)} is op deze pagina gekozen, niet door de regio.`,
		region: `${goalShare(goal)} is het eigen streefcijfer van de regio als geheel${comesOn ? `, dat pas vanaf ${day(comesOn)} geldt` : ''}.`,
		held: `De regio wil haar aandeel behouden: ${goalReckoned(goal)}.`
	};
	const days = {
		asked: '',
		region: ` De regio noemt ${day(by)} als einddatum.`,
		default: ` Een einddatum noemt de regio niet: ${by.slice(0, 4)} is onze keuze, u kunt een ander jaar kiezen.`
	};
	return `${goalFrom ? goals[goalFrom] : ''}${days[byFrom]}`;
}
