import type { Figure } from '#lib/domain/figure.ts';
import type { Measure } from '#lib/domain/measures.ts';
import type { ObjectiveProgress } from '#lib/domain/objective.ts';
import { leftOutNote, type Minutes } from './citation.ts';
import {
	day,
	decimal,
	dwellings,
	figure,
	isEstimate,
	list,
	municipalities,
	percent,
	reason
} from './format.ts';
import {
	goalSentence,
	objectiveSentence,
	socialRentals,
	type Area,
	type GoalInWords,
	type Term
} from './sentences.ts';

/** A figure of a place. */
export interface Placed {
	name: string;
	figure: Figure;
}

/** `4,5` of a fraction, with its mark; what is said of it must be «per 100 huishoudens». */
export const perHundred = (share: Figure): string =>
	figure(share, (value) => decimal(value * 100, 1));

/** `: geen cijfer gepubliceerd`; empty when nothing is said of it. */
export const why = (one: Pick<Figure, 'reason'>): string =>
	one.reason ? `: ${reason(one.reason)}` : '';

/** How many social rental dwellings an area had, and per 100 households. */
export function areaMinutes(name: string, { stock, share }: Omit<Area, 'households'>): Minutes {
	const on = day(stock.date);
	const quotes = [share, stock];
	if (stock.value === null)
		return {
			says: `Hoeveel sociale huurwoningen ${name} op ${on} telde, is niet bekend${why(stock)}.`,
			quotes
		};
	const homes = `Op ${on} telde ${name} ${figure(stock, socialRentals)}`;
	return {
		says:
			share.value === null
				? `${homes}. Het aandeel is niet bekend${why(share)}.`
				: `${homes}: ${perHundred(share)} per 100 huishoudens.`,
		quotes
	};
}

/** What minutes must know of the regime of an objective. */
export interface Regime extends Term {
	baselineOn: string;
}

/** Where a municipality stood against its binding social objective. */
export function objectiveMinutes(
	name: string,
	progress: ObjectiveProgress,
	regime: Regime
): Minutes {
	const { target, counted, realisedShare, toRealise } = progress;
	const subject = `Het bindend sociaal objectief van ${name}`;
	const says = objectiveSentence(name, progress, regime, subject);
	const open = target.value === 0 ? undefined : [target, counted.realised].find(isUnknown);
	const on = day(counted.realised.date);
	return {
		says: open ? `${says.replace(/\.$/, '')}${why(open)}.` : says,
		quotes: [counted.realised, toRealise, realisedShare, target],
		notes: [...(says.includes(on) ? [] : [`toestand op ${on}`]), sinceBaseline(regime)]
	};
}

const isUnknown = (one: Figure) => one.value === null;

/** What the progress of an objective counts. */
export const sinceBaseline = ({ baselineOn }: Pick<Regime, 'baselineOn'>): string =>
	`netto toename van sociale huurwoningen sinds ${day(baselineOn)}`;

/** Where a region stood against the goal that it set itself. */
export function goalMinutes(name: string, share: Figure, goal: GoalInWords | null): Minutes {
	const on = day(share.date);
	const stands =
		share.value === null
			? `Het aandeel sociale huur van ${name} op ${on} is niet bekend${why(share)}.`
			: `Op ${on} telde ${name} ${perHundred(share)} sociale huurwoningen per 100 huishoudens.`;
	return {
		says: `${stands} ${goalSentence(goal)}`,
		quotes: [share, ...(goal ? [goal.gap, goal.value] : [])]
	};
}

/** Between which figures the municipalities of an area stood. */
export function measureMinutes(
	area: string,
	on: string,
	measure: Measure,
	all: readonly Placed[]
): Minutes {
	const { words, format } = RANGE_WORDS[measure];
	const ends = endsOf(all);
	if (!ends)
		return {
			says: `Van geen enkele gemeente van ${area} is op ${day(on)} een cijfer bekend voor ${words.unknown}.`,
			quotes: []
		};
	const from = placed(ends.lowest, format);
	const to = placed(ends.highest, format);
	const range = ends.lowest === ends.highest ? from : `van ${from} tot ${to}`;
	return {
		says: `Op ${day(on)} ${words.before} de gemeenten van ${area} ${range}${words.after}.`,
		quotes: [...ends.lowest, ...ends.highest].map((one) => one.figure),
		notes: [...leftOutNote(ends.unknown), ...leftOutNote(ends.free, 'objectief')]
	};
}

const RANGE_WORDS: Record<
	Measure,
	{
		words: { before: string; after: string; unknown: string };
		format: (value: number) => string;
	}
> = {
	share: {
		words: {
			before: 'telden',
			after: ' sociale huurwoningen per 100 huishoudens',
			unknown: 'het aandeel sociale huur'
		},
		format: (value) => decimal(value * 100, 1)
	},
	progress: {
		words: {
			before: 'hadden',
			after: ' van hun bindend sociaal objectief gerealiseerd',
			unknown: 'de voortgang van het bindend sociaal objectief'
		},
		format: (value) => percent(value, 1)
	},
	short: {
		words: {
			before: 'stonden',
			after: ', tegenover hun bindend sociaal objectief',
			unknown: 'wat er nog te gaan is voor het bindend sociaal objectief'
		},
		format: (value) =>
			value > 0
				? `${dwellings(value)} eronder`
				: value === 0
					? 'geen verschil'
					: `${dwellings(-value)} erboven`
	}
};

/** The lowest and the highest of some figures, each with everyone who shares it. */
export interface Ends {
	lowest: readonly Placed[];
	highest: readonly Placed[];
	/** How many have no figure though they could have one. */
	unknown: number;
	/** How many cannot have one, as nothing was asked of them. */
	free: number;
}

/** The ends of what is known; null when nothing is. The same list twice when all are equal. */
export function endsOf(all: readonly Placed[]): Ends | null {
	const known = all.filter((one) => one.figure.value !== null);
	const byValue = Map.groupBy(known, (one) => one.figure.value ?? 0);
	const values = [...byValue.keys()].sort((a, b) => a - b);
	const lowest = byValue.get(values.at(0) ?? NaN);
	const highest = byValue.get(values.at(-1) ?? NaN);
	const free = all.filter((one) => one.figure.reason === 'no_objective').length;
	const unknown = all.length - known.length - free;
	return lowest && highest ? { lowest, highest, unknown, free } : null;
}

/** How many names of an end are said; more are counted. */
const MOST_NAMED = 3;

/** `≈ 0,3 (Herstappe)`, `0,0 (12 gemeenten)` */
export function placed(end: readonly Placed[], format: (value: number) => string): string {
	const [first] = end;
	if (!first) return '';
	const least = end.find((one) => isEstimate(one.figure)) ?? first;
	const who =
		end.length > MOST_NAMED ? municipalities(end.length) : list(end.map((one) => one.name));
	return `${figure(least.figure, format)} (${who})`;
}
