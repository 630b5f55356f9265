import type { Figure } from '#lib/domain/figure.ts';
import type { Course } from '#lib/domain/road.ts';
import type { ArrivalAt, RoadResults, SocialPart } from '#lib/domain/road-results.ts';
import {
	count,
	day,
	decimal,
	dwellings,
	figure,
	goalShare,
	households,
	isEstimate,
	longDay,
	NBSP,
	percent,
	reason
} from './format.ts';
import { firstNames } from './names.ts';
import { socialRentals } from './sentences.ts';

/** The courses: how they are called in a key, and what is taken for granted in each. */
export const COURSE_WORDS: Record<Course, { name: string; about: string }> = {
	nothing: {
		name: 'niets erbij',
		about:
			'er komt geen woning bij en er verdwijnt er geen; alleen het aantal huishoudens verandert'
	},
	pace: {
		name: 'huidig tempo',
		about: 'elk jaar komt erbij wat er de laatste vijf jaar gemiddeld bij kwam'
	},
	pipeline: {
		name: 'geplande woningen klaar',
		about:
			'alles wat nu in uitvoering of gepland is, raakt klaar tegen de gekozen dag, elk jaar evenveel; verder komt er niets'
	},
	goal: {
		name: 'doel gehaald',
		about: 'elk jaar komt er evenveel bij, tot het doel op de gekozen dag gehaald is'
	}
};

/** `58,6 woningen per jaar` */
const dwellingsPerYear = (value: number): string => `${decimal(value, 1)} woningen per jaar`;

/** What a road asks: a share in basis points, and by which day. */
export interface Aim {
	goal: number | null;
	/** `held`: the region wants to hold the share of a base day. */
	goalFrom: 'asked' | 'region' | 'held' | null;
	by: string;
}

/**
 * Why the households of the day asked are not known: there are no members, the projections end before that day, or some
 * members have none. Empty when they are known.
 * @param missing names of the members without households on that day
 */
export function missingSentence(
	missing: readonly string[],
	members: number,
	projectedUntil: string | null
): string {
	if (members === 0) return 'Van deze regio zijn op deze datum geen leden bekend.';
	if (missing.length === 0) return '';
	if (missing.length === members) {
		const end = projectedUntil ? `: de vooruitzichten gaan tot ${day(projectedUntil)}` : '';
		return `Voor die dag is geen aantal huishoudens bekend${end}.`;
	}
	const { text, others } = firstNames(missing);
	const who = others > 0 ? `${text} en ${count(others)} andere` : text;
	const without = missing.length === 1 ? 'die gemeente' : 'die gemeenten';
	return `Voor ${who} is er voor die dag geen aantal huishoudens. Zonder ${without} is de regio niet volledig, en we vullen niets in.`;
}

const why = (one: Pick<Figure, 'reason'>): string => (one.reason ? ` (${reason(one.reason)})` : '');

/** How many dwellings a goal asks by a day; without a goal, how many the share of now asks. */
export function roadSentence(
	name: string,
	{ gap, standStill }: Pick<RoadResults, 'gap' | 'standStill'>,
	aim: Aim
): string {
	const by = longDay(aim.by);
	if (aim.goal === null) return standStillSentence(name, standStill, by);
	const share = `${goalShare(aim.goal)} van de huishoudens`;
	if (gap.value === null)
		return `Hoeveel sociale huurwoningen ${name} tegen ${by} nodig heeft voor ${share}, is niet te berekenen${why(gap)}.`;
	if (gap.value > 0)
		return `Tegen ${by} heeft ${name} ${figure(gap, socialRentals)} extra nodig om ${share} te ${aim.goalFrom === 'held' ? 'houden' : 'halen'}.`;
	const more =
		gap.value === 0
			? 'precies genoeg'
			: `er zijn er dan ${about(gap)}${count(-gap.value)} meer dan nodig`;
	return `Ook als er geen sociale huurwoningen bij komen, is het aandeel van ${name} op ${by} nog minstens ${share}: ${more}.`;
}

const about = (one: Figure) => (isEstimate(one) ? `≈${NBSP}` : '');

function standStillSentence(name: string, standStill: Figure, by: string): string {
	if (standStill.value === null)
		return `Hoeveel sociale huurwoningen ${name} tegen ${by} nodig heeft om haar aandeel te houden, is niet te berekenen${why(standStill)}.`;
	if (standStill.value === 0)
		return `Tegen ${by} houdt ${name} haar aandeel van nu zonder extra sociale huurwoningen: het aantal huishoudens groeit niet.`;
	return `Tegen ${by} heeft ${name} ${figure(standStill, socialRentals)} extra nodig om haar aandeel van nu te houden.`;
}

/**
 * What is asked a year against what came a year, and when this pace reaches the goal; where no goal asks anything, what
 * only standing still asks.
 */
export function paceSentence(
	{ short, shortPerYear, pace, atPace, standStill, standStillPerYear }: RoadResults,
	paceYears: number
): string {
	const open = short.value !== null && short.value > 0;
	const asked = open
		? askedPerYear('Dat zijn ', shortPerYear)
		: standStill.value
			? askedPerYear('Alleen om het aandeel van nu te houden, zijn er nodig: ', standStillPerYear)
			: '';
	if (pace.value === null)
		return `${asked}Hoeveel er de laatste jaren bij kwamen, is niet te berekenen${why(pace)}.`;
	const years = `De laatste ${YEARS[paceYears] ?? count(paceYears)} jaar`;
	const came =
		pace.value < 0
			? `${years} verdwenen er netto gemiddeld ${about(pace)}${decimal(-pace.value, 1)} per jaar`
			: `${years} kwamen er netto gemiddeld ${figure(pace, (value) => decimal(value, 1))} per jaar bij`;
	return `${asked}${came}${open ? `: ${arrivalClause(atPace)}` : ''}.`;
}

const askedPerYear = (before: string, yearly: Figure): string =>
	yearly.value === null ? '' : `${before}${figure(yearly, dwellingsPerYear)}. `;

const YEARS: Record<number, string> = { 5: 'vijf' };

/** When a goal is reached, as a part of a sentence. */
function arrivalClause({ arrival, reason: open }: ArrivalAt): string {
	if (!arrival) return `of dat genoeg is, is niet te berekenen${open ? ` (${reason(open)})` : ''}`;
	switch (arrival.kind) {
		case 'reached':
			return 'het doel is nu al gehaald';
		case 'in':
			return `tegen dit tempo is het doel gehaald in ${arrival.year}`;
		case 'later':
			return `tegen dit tempo is het doel nog niet gehaald in ${arrival.until}, en verder gaan de vooruitzichten niet`;
		case 'never':
			return `tegen dit tempo is het doel niet gehaald voor ${arrival.until + 1}, want in ${arrival.until} is het tekort niet kleiner dan nu`;
		default:
			return arrival satisfies never;
	}
}

/** The same in a cell of a table: `in 2034`, `niet voor 2040`. */
export function arrivalCell({ arrival, reason: open }: ArrivalAt): string {
	if (!arrival) return `n.b.${open ? ` (${reason(open)})` : ''}`;
	switch (arrival.kind) {
		case 'reached':
			return 'nu al gehaald';
		case 'in':
			return `in ${arrival.year}`;
		case 'later':
		case 'never':
			return `niet voor ${arrival.until + 1}`;
		default:
			return arrival satisfies never;
	}
}

/** What part of the new dwellings must be social, to hold the share and to reach the goal. */
export function newHomesSentence(
	{ newHomes, partToHold, partForGoal }: RoadResults,
	{ goal, by }: Aim,
	asked: boolean
): string {
	if (newHomes.reason === 'no_new_homes')
		return asked
			? 'Zonder nieuwe woningen is er geen deel dat sociaal kan zijn.'
			: `Tegen ${longDay(by)} komen er geen huishoudens bij. Het aandeel daalt dan niet door groei.`;
	if (newHomes.value === null || partToHold.value === null)
		return `Wat de nieuwe woningen moeten brengen, is niet te berekenen${why(newHomes)}.`;
	const built = asked
		? `Tegen ${longDay(by)} komen er ${figure(newHomes, dwellings)} bij, van alle soorten.`
		: `Tegen ${longDay(by)} komen er ${figure(newHomes, households)} bij. Stel dat er voor elk één woning bij komt.`;
	const hold = `Om het aandeel van nu te houden, moet ${figure(partToHold, (value) => percent(value, 1))} daarvan sociale huur zijn. Bij minder daalt het aandeel.`;
	return [built, hold, goalPart(partForGoal, goal)].filter(Boolean).join(' ');
}

function goalPart(part: Figure, goal: number | null): string {
	if (part.value === null || goal === null) return '';
	const share = figure(part, (value) => percent(value, 1));
	return part.value <= 1
		? `Voor ${goalShare(goal)} van de huishoudens is dat ${share}.`
		: `Voor ${goalShare(goal)} van de huishoudens is dat ${share}: ook als elke nieuwe woning sociale huur is, is het niet genoeg. Dan moeten ook bestaande woningen sociale huur worden, door aankoop of inhuring.`;
}

/** What a part of the new dwellings brings by the day asked, and how many new dwellings the goal then asks. */
export function socialPartSentence(social: SocialPart, { goal, by }: Aim): string {
	const part = goalShare(social.basisPoints);
	const brings =
		social.dwellings.value === null || social.share.value === null
			? `Wat ${part} sociale huur brengt, is niet te berekenen${why(social.dwellings)}.`
			: `Als ${part} van de nieuwe woningen sociale huur is, komen er ${figure(social.dwellings, socialRentals)} bij. Op ${longDay(by)} is het aandeel dan ${figure(social.share, (value) => percent(value))}.`;
	const { arrival } = social.arrival;
	const when = arrival?.kind === 'in' ? `Zo is het doel gehaald in ${arrival.year}.` : '';
	return [brings, when, goalAfter(social, part, goal)].filter(Boolean).join(' ');
}

function goalAfter({ newHomes }: SocialPart, part: string, goal: number | null): string {
	if (goal === null) return '';
	if (newHomes.reason === 'goal_reached') return '';
	if (newHomes.reason === 'not_above_goal')
		return `Brengt elke nieuwe woning een huishouden, dan haalt een regio met ${part} nooit ${goalShare(goal)}: dat deel moet groter zijn dan het doel.`;
	if (newHomes.value === null) return '';
	return `Brengt elke nieuwe woning een huishouden, dan is ${goalShare(goal)} pas gehaald na ${figure(newHomes, dwellings)} van alle soorten.`;
}
