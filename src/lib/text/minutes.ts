import type { Figure } from '#lib/domain/figure.ts';
import type { Remaining } from '#lib/domain/levers.ts';
import type { ObjectiveProgress, Tally } from '#lib/domain/objective.ts';
import type { Minutes } from './citation.ts';
import { count, day, decimal, dwellings, figure, reason } from './format.ts';
import { ledgerSentence, type BalanceTerm } from './ledger.ts';
import {
	goalSentence,
	objectiveSentence,
	socialRentals,
	tallySentence,
	type Area,
	type GoalInWords,
	type Term
} from './sentences.ts';

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
		notes: [
			...(says.includes(on) ? [] : [`toestand op ${on}`]),
			sinceBaseline(regime),
			...onlyBound(progress)
		]
	};
}

/** That a part without an objective is left out of what counts; empty when everything counts. */
const onlyBound = ({ realised, counted }: Pick<ObjectiveProgress, 'realised' | 'counted'>) =>
	realised.value === counted.realised.value ? [] : [ONLY_BOUND];

/** What counts when a part of an area has no objective. */
export const ONLY_BOUND = 'wat een deel zonder objectief realiseerde, telt niet mee';

const isUnknown = (one: Figure) => one.value === null;

/** What the progress of an objective counts. */
const sinceBaseline = ({ baselineOn }: Pick<Regime, 'baselineOn'>): string =>
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

/** Where the municipalities of a region stood together against what the objectives of each ask. */
export function objectivesMinutes(
	region: string,
	objective: Pick<ObjectiveProgress, 'target' | 'realised' | 'counted'>,
	tally: Tally,
	regime: Pick<Regime, 'baselineOn'>
): Minutes {
	const {
		target,
		counted: { realised }
	} = objective;
	return {
		says: `${togetherSentence(region, target, realised)} ${tallySentence(tally)}`,
		quotes: [realised, target, tally.short],
		notes: [
			'een regio heeft zelf geen bindend objectief',
			sinceBaseline(regime),
			...onlyBound(objective)
		]
	};
}

function togetherSentence(region: string, target: Figure, realised: Figure): string {
	const [asked, on] = [`de objectieven van de gemeenten van ${region}`, day(realised.date)];
	if (target.value === null)
		return `Wat ${asked} op ${on} samen vroegen, is niet bekend${why(target)}.`;
	if (target.value === 0) return `Op ${on} vroegen ${asked} samen geen woningen.`;
	const sum = `Op ${on} vroegen ${asked} samen ${figure(target, dwellings)} extra`;
	if (realised.value === null)
		return `${sum}; hoeveel er gerealiseerd waren, is niet bekend${why(realised)}.`;
	return `${sum}; er ${realised.value === 1 ? 'was' : 'waren'} er ${figure(realised, count)} gerealiseerd.`;
}

/** What was left of an objective on the last day that is known. */
export function ledgerMinutes(
	name: string,
	progress: Pick<ObjectiveProgress, 'target' | 'counted'>,
	remaining: Remaining,
	regime: BalanceTerm & { baselineOn: string }
): Minutes {
	const says = ledgerSentence(name, progress, remaining, regime);
	const open = [progress.target, remaining.realised].find(isUnknown);
	const on = day(regime.on);
	return {
		says: open ? `${says.replace(/\.$/, '')}${why(open)}.` : says,
		quotes: [remaining.realised, remaining.withPipeline, progress.target],
		notes: [...(says.includes(on) ? [] : [`toestand op ${on}`]), sinceBaseline(regime)]
	};
}
