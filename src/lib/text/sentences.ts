import type { Certainty } from '#lib/domain/certainty.ts';
import type { Figure } from '#lib/domain/figure.ts';
import { definitionOf, type Indicator } from '#lib/domain/indicators.ts';
import type { Definition } from '#lib/domain/definition.ts';
import type { ObjectiveProgress, Tally } from '#lib/domain/objective.ts';
import {
	count,
	day,
	decimal,
	dwellings,
	figure,
	goalShare,
	isEstimate,
	isProjection,
	list,
	municipalities,
	NBSP,
	percent,
	reason
} from './format.ts';
import { claimSentence } from './claims.ts';
import { DEFINITION_WORDS } from './words.ts';

/** Stock, households and share of an area. */
export interface Area {
	stock: Figure;
	households: Figure;
	share: Figure;
}

const about = (one: Figure) => (isEstimate(one) ? `≈${NBSP}` : '');

/** `1 sociale huurwoning`, `83 sociale huurwoningen` */
export const socialRentals = (value: number) =>
	`${count(value)} sociale ${value === 1 ? 'huurwoning' : 'huurwoningen'}`;

/** How many social rental dwellings an area has, and per 100 households: «Kortrijk telt 2.896 sociale huurwoningen: …». */
export function stockSentence(name: string, { stock, share }: Area): string {
	if (stock.value === null)
		return `Van ${name} is geen aantal sociale huurwoningen bekend op ${day(stock.date)}.`;
	const homes = `${name} telt ${figure(stock, socialRentals)}${countMark(letterOf(stock))}${leftOut(stock)}`;
	if (share.value === null) return `${homes} op ${day(stock.date)}.`;
	return `${homes}: ${about(share)}${decimal(share.value * 100, 1)} per 100 huishoudens.`;
}

/** That a total leaves municipalities out; empty when it leaves none. */
const leftOut = ({ missing }: Figure): string =>
	missing.length > 0 ? `, zonder ${municipalities(missing.length)} waarvan er geen cijfer is` : '';

/** Which dates and marks belong to the sentence above it. */
export function baseSentence({ stock, households, share }: Area): string {
	if (stock.value === null) return '';
	const when = `Toestand op ${day(stock.date)}`;
	if (share.value === null)
		return `${when}. Het aandeel is niet bekend: er is geen aantal huishoudens dat bij deze datum hoort.`;
	const projected = isProjection(households) ? ' (vooruitzicht)' : '';
	return `${when}, gedeeld door ${figure(households, count)} huishoudens op ${day(households.date)}${projected}: ${percentWithMark(share)}.`;
}

/** Behind a number of dwellings, or a share of them, that is counted otherwise than those of municipalities. */
export const countMark = (letter: Definition | null): string =>
	letter ? ` (telling${NBSP}${letter})` : '';

/** The same with what that rule counts, for a sentence. */
export const countWords = (letter: Definition | null): string =>
	letter ? ` (telling${NBSP}${letter}: ${DEFINITION_WORDS[letter]})` : '';

const letterOf = ({ indicator }: Figure): Definition | null => {
	const letter = indicator && definitionOf(indicator).definition;
	return !letter || letter === 'A' || letter === 'B' ? null : letter;
};

/** What a total counts that was published for a whole by another rule than the figures of its municipalities. */
export function countingSentence({ stock }: Area): string {
	const letter = letterOf(stock);
	return letter
		? `Het telt niet hetzelfde als de cijfers per gemeente (telling${NBSP}${letter}): ${DEFINITION_WORDS[letter]}.`
		: '';
}

/** That the stocks published for a whole are of different counts, each with its dates; empty when they are of one. */
export function mixedTotalsSentence(
	totals: readonly { indicator: Indicator; date: string; value: number | null }[]
): string {
	const counts = Map.groupBy(
		totals.filter((one) => one.value !== null),
		(one) => definitionOf(one.indicator).definition ?? 'X'
	);
	if (counts.size < 2) return '';
	const parts = [...counts].map(([letter, own]) => {
		const dates = [...new Set(own.map((one) => one.date))].sort().map(day);
		return `${list(dates)}: ${DEFINITION_WORDS[letter]}`;
	});
	return `De gepubliceerde totalen tellen niet allemaal hetzelfde (${parts.join('; ')}). Het verschil tussen die jaren is dus niet zomaar groei.`;
}

/** `≈ 4,54 %` */
export const percentWithMark = (share: Figure): string => figure(share, (value) => percent(value));

/** What a sentence about an objective must know of its regime: until when it ran, its limit, and what day it is. */
export interface Term {
	deadline: string;
	today: string;
	/** Hundredths of a per cent: who had that share in the baseline, has no objective; null when there is no such limit. */
	capBasisPoints: number | null;
}

/**
 * Where a municipality stands against its binding social objective, in dwellings.
 * @param subject what asks; under a heading with the name it need not say whose
 */
export function objectiveSentence(
	name: string,
	progress: ObjectiveProgress,
	{ deadline, today, capBasisPoints }: Term,
	subject = 'Het objectief'
): string {
	const {
		target,
		counted: { realised }
	} = progress;
	if (target.value === null) return `Het objectief van ${name} is niet bekend.`;
	if (target.value === 0) return noObjective(name, progress, capBasisPoints);
	const verb = deadline < today ? 'vroeg' : 'vraagt';
	const asked = `${subject} ${verb} ${figure(target, dwellings)} extra tegen ${day(deadline)}`;
	if (realised.value === null) {
		const open = `hoeveel er op ${day(realised.date)} gerealiseerd waren, is niet bekend`;
		return `${asked}; ${open}${realised.reason === 'baseline_estimated' ? `: ${reason(realised.reason)}` : ''}.`;
	}
	return `${asked}. ${realisedClause(progress, realised.value)}, ${remainder(progress)}.`;
}

function noObjective(
	name: string,
	{ target, status }: ObjectiveProgress,
	cap: number | null
): string {
	if (status !== 'exempt' || cap === null)
		return `${name} heeft geen objectief: er is niets te realiseren.`;
	return isEstimate(target)
		? `Volgens onze raming had ${name} bij de nulmeting al ${goalShare(cap)} of meer sociale huur. Dan is er geen verplicht objectief.`
		: `${name} had bij de nulmeting al ${goalShare(cap)} of meer sociale huur: geen verplicht objectief.`;
}

/** Why the objectives of some municipalities are not in the sum of a region that is set against what was realised. */
export const notCompared = (names: readonly string[]): string =>
	names.length === 0
		? ''
		: `Van ${list(names)} is de voorraad gepubliceerd, maar de nulmeting een raming. Wat er gerealiseerd is, is dan niet bekend: dat objectief telt in deze vergelijking niet mee.`;

/** How many municipalities reach their own objective; a surplus of one never cancels the shortage of another. */
export function tallySentence(tally: Tally): string {
	const { bound, boundStatus, reached, reachedStatus, missing, claim } = tally;
	if (bound + missing.length === 0) return nobodyBound(tally);
	const counted = { known: bound, holding: reached, missing, status: reachedStatus, claim };
	const isOpen = claim === 'unknown' || reached === bound;
	const more = isOpen ? '' : shortSentence(tally);
	return claimSentence(counted, { ...OBJECTIVE_REACHED, whole: boundStatus }, more);
}

const OBJECTIVE_REACHED = {
	who: { one: 'gemeente met een objectief', many: 'gemeenten met een objectief' },
	says: { one: 'haalt het', many: 'halen het' },
	open: 'gemeenten hun objectief halen'
};

const nobodyBound = ({ boundStatus }: Tally) =>
	`Geen enkele gemeente heeft een verplicht objectief${boundStatus === 'estimated' ? ' (raming)' : ''}.`;

function shortSentence({ bound, reached, short }: Tally): string {
	const behind = bound - reached;
	const who =
		bound === 1
			? 'Ze komt'
			: behind === 1
				? 'Eén gemeente komt'
				: reached === 0
					? 'Ze komen samen'
					: `De andere ${about(short)}${count(behind)} komen samen`;
	return `${who} ${figure(short, dwellings)} tekort.`;
}

function realisedClause(
	{ counted: { realised }, realisedShare }: ObjectiveProgress,
	value: number
): string {
	if (value < 0)
		return `Op ${day(realised.date)} waren het er ${about(realised)}${count(-value)} minder dan bij de nulmeting`;
	const share =
		realisedShare.value === null ? '' : ` (${figure(realisedShare, (value) => percent(value, 1))})`;
	const verb = value === 1 ? 'was er' : 'waren er';
	return `Op ${day(realised.date)} ${verb} ${figure(realised, count)} gerealiseerd${share}`;
}

function remainder({ toRealise }: ObjectiveProgress): string {
	const left = toRealise.value ?? 0;
	if (left === 0) return 'precies wat gevraagd is';
	const mark = about(toRealise);
	return left > 0
		? `nog ${mark}${dwellings(left)} te gaan`
		: `${mark}${dwellings(-left)} meer dan gevraagd`;
}

/** A region's goal as far as a sentence needs it. */
export interface GoalInWords {
	kind: 'reach_share' | 'hold_share';
	value: Figure;
	gap: Figure;
	/** Hundredths of a per cent, when a share is to be reached. */
	basisPoints: number | null;
	baseDate: string | null;
	/** Last day to reach it; null when none was named. */
	deadline: string | null;
	certainty: Certainty;
}

/** A goal or norm that a region adopted, whether it holds yet or not. */
export interface AdoptedInWords extends Pick<GoalInWords, 'basisPoints' | 'baseDate' | 'deadline'> {
	kind: GoalInWords['kind'] | 'new_building';
	/** First day on which it holds; null when the source names none. */
	holdsFrom: string | null;
}

const until = (deadline: string | null): string =>
	deadline === null ? '' : `, te halen tegen ${day(deadline)}`;

/** What a region asks of what is built anew: a part of each project, never of the stock; empty without such a norm. */
export const normSentence = (norm: AdoptedInWords | null): string =>
	norm
		? `Voor nieuwbouw vraagt de regio dat ${goalShare(norm.basisPoints ?? 0)} van de woningen in nieuwe projecten sociaal is${until(norm.deadline)}. Dat is geen deel van alle huishoudens.`
		: '';

/** A goal or norm in a few words: `12 % van de huishoudens, te halen tegen 31/12/2035`. */
export function aimWords({
	kind,
	basisPoints,
	baseDate,
	deadline,
	holdsFrom
}: AdoptedInWords): string {
	const when = `${holdsFrom === null ? '' : `, vanaf ${day(holdsFrom)}`}${until(deadline)}`;
	switch (kind) {
		case 'reach_share':
			return `${goalShare(basisPoints ?? 0)} van de huishoudens${when}`;
		case 'hold_share':
			return `het aandeel van ${day(baseDate ?? '')} houden${when}`;
		case 'new_building':
			return `${goalShare(basisPoints ?? 0)} van de woningen in nieuwe projecten${when}`;
		default:
			return kind satisfies never;
	}
}

/** The goals and norms that are known and do not hold yet, one sentence each; empty when there are none. */
export const comingSentence = (coming: readonly AdoptedInWords[]): string =>
	coming.map((one) => `Vanaf ${day(one.holdsFrom ?? '')} ${comingClause(one)}.`).join(' ');

function comingClause({ kind, basisPoints, baseDate, deadline }: AdoptedInWords): string {
	switch (kind) {
		case 'reach_share':
			return `is het streefcijfer ${goalShare(basisPoints ?? 0)} van de huishoudens${until(deadline)}`;
		case 'hold_share':
			return `wil de regio haar aandeel van ${day(baseDate ?? '')} houden`;
		case 'new_building':
			return `moet ${goalShare(basisPoints ?? 0)} van de woningen in nieuwe projecten sociaal zijn${until(deadline)}`;
		default:
			return kind satisfies never;
	}
}

/**
 * Where a region stands against the goal that it set itself. A region without a goal has no goal; never 0 %.
 * @param isComing whether one is known that holds from a later day on
 */
export function goalSentence(goal: GoalInWords | null, isComing = false): string {
	if (!goal && isComing) return 'Op deze dag geldt er nog geen eigen streefcijfer van de regio.';
	if (!goal) return 'Van deze regio is geen eigen streefcijfer bekend.';
	const { gap } = goal;
	const asked = askedOf(goal);
	if (gap.value === null) return `${asked}. Hoeveel woningen dat vraagt, is niet bekend.`;
	if (gap.value > 0) return `${asked}: nog ${figure(gap, dwellings)} te gaan.`;
	if (gap.value === 0) return `${asked}: dat is precies gehaald.`;
	return `${asked}: gehaald, ${about(gap)}${dwellings(-gap.value)} erboven.`;
}

/** Beside every number of a member that is held against the share which its region wants to reach. */
export const GOAL_OF_WHOLE = 'Het streefcijfer geldt voor de regio, niet voor elke gemeente apart.';

function askedOf({ kind, value, basisPoints, baseDate, deadline, certainty }: GoalInWords): string {
	if (kind === 'reach_share' && basisPoints !== null) {
		return `Het streefcijfer voor de regio als geheel is ${goalShare(basisPoints)} van de huishoudens${until(deadline)}`;
	}
	const share = value.value === null ? '' : ` (${percentWithMark(value)})`;
	const held = `haar aandeel van ${day(baseDate ?? '')} te houden${share}`;
	return certainty === 'inferred'
		? `De stad wilde haar aandeel gelijk houden. Als we dat op de hele regio toepassen, vraagt dat om ${held}`
		: `De regio wil ${held.replace(' te houden', ' houden')}`;
}

/** What a goal means for the members of a region, in dwellings. */
interface GapsInWords {
	gap: Figure;
	sumOfPositiveGaps: Figure;
	surplusOfMembers: Figure;
}

/**
 * Why what the members are short, less what others have above it, is somewhat more than what the region is short: each is
 * rounded up to a whole dwelling. Empty where they agree, or where more than rounding sets them apart.
 * @param members how many were summed
 */
export function roundingSentence(
	{ gap, sumOfPositiveGaps, surplusOfMembers }: GapsInWords,
	members: number
): string {
	const [whole, short, above] = [gap.value, sumOfPositiveGaps.value, surplusOfMembers.value];
	if (whole === null || short === null || above === null) return '';
	const more = short - above - whole;
	if (more <= 0 || more >= members || sumOfPositiveGaps.missing.length > 0) return '';
	return `${figure(sumOfPositiveGaps, count)} min ${figure(surplusOfMembers, count)} is ${count(more)} meer dan het tekort van het geheel: van elke gemeente is dat afgerond op een hele woning.`;
}
