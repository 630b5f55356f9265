import type { Change } from '#lib/domain/change.ts';
import type { Figure } from '#lib/domain/figure.ts';
import type { FlowBalance } from '#lib/domain/flows.ts';
import type { Minutes } from './citation.ts';
import {
	change,
	count,
	day,
	dwellings,
	figure,
	isEstimate,
	municipalities,
	NBSP
} from './format.ts';
import { ONLY_BOUND, perHundred, why } from './minutes.ts';
import { socialRentals } from './sentences.ts';
import { measurementWords, sinceSentence } from './since.ts';

/** The first and the last of what is known; null when nothing is. */
function endsOf(figures: readonly Figure[]): { first: Figure; last: Figure } | null {
	const known = figures.filter((one) => one.value !== null);
	const [first, last] = [known.at(0), known.at(-1)];
	return first && last ? { first, last } : null;
}

/** The shares of the members of a region on two days that count in the same way. */
export interface MemberYears {
	region: string;
	from: string;
	to: string;
	members: readonly { then: Figure; now: Figure }[];
}

/** `Kortrijk: 8,7 per 100 huishoudens op 31/12/2024, 9,1 op 31/12/2014`, for who points at a line. */
export function yearsSentence(name: string, { then, now }: MemberYears['members'][number]): string {
	const last =
		now.value === null ? 'geen aandeel bekend' : `${perHundred(now)} per 100 huishoudens`;
	const first = then.value === null ? '' : `, ${perHundred(then)} op ${day(then.date)}`;
	return `${name}: ${last} op ${day(now.date)}${first}`;
}

/** In how many members of a region the share rose and fell between two days. */
export function memberYearsSentence({ region, from, to, members }: MemberYears): string {
	const both = members.filter(({ then, now }) => then.value !== null && now.value !== null);
	if (both.length === 0)
		return `Van geen enkel lid van ${region} kennen we het aandeel op ${day(from)} en op ${day(to)}.`;
	const about = both.some(({ then, now }) => isEstimate(then) || isEstimate(now)) ? `≈${NBSP}` : '';
	const number = (way: number) =>
		`${about}${both.filter(({ then, now }) => Math.sign((now.value ?? 0) - (then.value ?? 0)) === way).length}`;
	return `Van ${day(from)} tot ${day(to)} steeg het aandeel in ${number(1)} en daalde het in ${number(-1)} van de ${municipalities(both.length)} van ${region} met een cijfer op beide dagen.`;
}

/** The same for the minutes. */
export const memberYearsMinutes = (years: MemberYears): Minutes => ({
	says: memberYearsSentence(years),
	quotes: years.members.flatMap(({ then, now }) => [now, then])
});

/**
 * How the share of an area went from the first year that is known to the last.
 * @param ground whose ground the years are compared on, in words; empty for a municipality
 */
export function trendMinutes(name: string, shares: readonly Figure[], ground = ''): Minutes {
	const notes = ground ? [ground] : [];
	const ends = endsOf(shares);
	if (!ends)
		return {
			says: `Van geen enkel jaar is het aandeel sociale huur in ${name} bekend.`,
			quotes: []
		};
	const { first, last } = ends;
	const then = `${perHundred(first)} sociale huurwoningen per 100 huishoudens op ${day(first.date)}`;
	return first === last
		? {
				says: `${name} telde ${then}; van andere jaren is geen aandeel bekend.`,
				quotes: [first],
				notes
			}
		: {
				says: `${name} ging van ${then} naar ${perHundred(last)} op ${day(last.date)}.`,
				quotes: [last, first],
				notes
			};
}

/** How the dwellings that would have to stand elsewhere in a region went from the first year that is known to the last. */
export function spreadTrendMinutes(
	name: string,
	elsewhere: readonly Figure[],
	ground: string
): Minutes {
	const ends = endsOf(elsewhere);
	if (!ends)
		return { says: `Van geen enkel jaar is de spreiding in ${name} te berekenen.`, quotes: [] };
	const { first, last } = ends;
	const then = `Op ${day(first.date)} zouden in ${name} ${figure(first, dwellings)} elders in de regio moeten staan opdat elke gemeente hetzelfde aandeel heeft`;
	return {
		says: first === last ? `${then}.` : `${then}, op ${day(last.date)} ${figure(last, dwellings)}.`,
		quotes: first === last ? [first] : [last, first],
		notes: [ground, 'bij gelijke spreiding groeit dit aantal mee met het aantal woningen']
	};
}

/** A year-end on the way of a municipality to its objective. */
interface PathPoint {
	realised: Figure;
	/** Realised, in execution and planned together. */
	withPlanned: Figure;
}

/** How far a municipality had come on the way to its objective, and how far with all that was planned. */
export function pathMinutes(
	name: string,
	{
		target,
		points,
		baselineOn,
		deadline,
		partly
	}: {
		target: Figure;
		points: readonly PathPoint[];
		baselineOn: string;
		deadline: string;
		/** Whether a part without an objective is left out. */
		partly: boolean;
	}
): Minutes {
	const last = points.findLast((point) => point.realised.value !== null);
	if (!last)
		return { says: `Van geen enkel jaar is bekend wat er in ${name} bij kwam.`, quotes: [] };
	const { realised, withPlanned } = last;
	return {
		says: `${grownClause(name, realised, baselineOn)}${plannedClause(withPlanned)}. ${askedSentence(target, deadline)}`,
		quotes: [realised, withPlanned, target],
		notes: partly ? [ONLY_BOUND] : []
	};
}

function grownClause(name: string, realised: Figure, baselineOn: string): string {
	const { value, date } = realised;
	const mark = isEstimate(realised) ? `≈${NBSP}` : '';
	const number = `${mark}${socialRentals(Math.abs(value ?? 0))}`;
	const verb = Math.abs(value ?? 0) === 1 ? 'was' : 'waren';
	return `Op ${day(date)} ${verb} er in ${name} netto ${number} ${(value ?? 0) < 0 ? 'minder' : 'meer'} dan op ${day(baselineOn)}`;
}

const plannedClause = (withPlanned: Figure): string =>
	withPlanned.value === null
		? '; wat er in uitvoering of gepland was, is niet bekend'
		: `, en ${figure(withPlanned, count)} als alles wat in uitvoering of gepland was, klaar is`;

function askedSentence(target: Figure, deadline: string): string {
	if (target.value === null) return `Het bindend sociaal objectief is niet bekend${why(target)}.`;
	if (target.value === 0) return 'Er is geen bindend sociaal objectief.';
	return `Het bindend sociaal objectief is ${figure(target, dwellings)} extra tegen ${day(deadline)}.`;
}

/** How a stock went from one year-end to the next, and how much of that no published flow explains. */
export function flowsMinutes(name: string, { start, end, unexplained }: FlowBalance): Minutes {
	if (start.value === null || end.value === null || unexplained.value === null)
		return {
			says: `Hoe het aantal sociale huurwoningen in ${name} tot ${day(end.date)} veranderde, is niet bekend${why(unexplained)}.`,
			quotes: []
		};
	return {
		says: `${name} ging van ${figure(start, socialRentals)} op ${day(start.date)} naar ${figure(end, count)} op ${day(end.date)}; ${figure(unexplained, change)} daarvan is niet verklaard door gepubliceerde stromen.`,
		quotes: [end, start, unexplained]
	};
}

/** A day of knowledge with the reference date of the latest measurement then. */
interface Measured {
	known: string;
	on: string;
}

/** How the stock of an area went from the previous meeting to this one, and through what. */
export function sinceMinutes(
	name: string,
	stock: Change,
	{ from, to }: { from: Measured; to: Measured }
): Minutes {
	const { start, replaced, correction, real, end } = stock;
	return {
		says: sinceSentence(name, stock),
		quotes: [end, start, real, correction, replaced],
		notes: [
			...(end.value === null && end.reason ? [why(end).slice(2)] : []),
			`nu: ${measurementWords(to)}`,
			`vorige keer: ${measurementWords(from)}`,
			...(stock.recounted ? ['niet alle cijfers zijn op dezelfde manier geteld'] : [])
		]
	};
}
