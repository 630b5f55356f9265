import type { Figure } from '#lib/domain/figure.ts';
import type { Measure } from '#lib/domain/measures.ts';
import { leftOutNote, type Minutes } from './citation.ts';
import { rangeSentence } from './compare.ts';
import {
	count,
	day,
	decimal,
	dwellings,
	figure,
	isEstimate,
	list,
	municipalities,
	percent
} from './format.ts';
import { perHundred } from './minutes.ts';

/** A figure of a place. */
export interface Placed {
	name: string;
	figure: Figure;
}

/** The municipalities of an area at a date. */
export interface Stage {
	/** As it stands after «de gemeenten van». */
	area: string;
	on: string;
}

/** A range in words, around the two numbers. */
interface RangeWords {
	/** Between the date and the area: what the municipalities did. */
	verb: string;
	after: string;
	/** What is not known when nothing is. */
	unknown: string;
	format: (value: number) => string;
}

const oneDecimal = (value: number) => decimal(value * 100, 1);

/** A signed number of dwellings against a line: above it, on it or below it. */
const against =
	(above: string, on: string, below: string) =>
	(value: number): string =>
		value === 0 ? on : `${dwellings(Math.abs(value))} ${value > 0 ? above : below}`;

const MEASURES: Record<Measure, RangeWords> = {
	share: {
		verb: 'telden',
		after: ' sociale huurwoningen per 100 huishoudens',
		unknown: 'het aandeel sociale huur',
		format: oneDecimal
	},
	progress: {
		verb: 'hadden',
		after: ' van hun bindend sociaal objectief gerealiseerd',
		unknown: 'de voortgang van het bindend sociaal objectief',
		format: (value) => percent(value, 1)
	},
	short: {
		verb: 'stonden',
		after: ', tegenover hun bindend sociaal objectief',
		unknown: 'wat er nog te gaan is voor het bindend sociaal objectief',
		format: against('eronder', 'geen verschil', 'erboven')
	}
};

const NEIGHBOURS: RangeWords = {
	verb: 'haalden',
	after: ', als het aandeel sociale huur van hun Vlaamse buurgemeenten samen 100 is',
	unknown: 'het aandeel tegenover de buurgemeenten',
	format: count
};

const EXCESS: RangeWords = {
	verb: 'hadden',
	after: ', tegenover hun deel naar huishoudens',
	unknown: 'hun deel naar huishoudens',
	format: against('meer', 'geen verschil', 'minder')
};

/** Between which figures of a measure the municipalities of an area stood. */
export const measureMinutes = (stage: Stage, measure: Measure, all: readonly Placed[]): Minutes =>
	rangeMinutes(stage, MEASURES[measure], all);

/** Between which shares the municipalities stood, set beside those of wholes: their region, Flanders. */
export function sharesMinutes(
	stage: Stage,
	all: readonly Placed[],
	wholes: readonly Placed[]
): Minutes {
	const range = measureMinutes(stage, 'share', all);
	const known = wholes.filter((one) => one.figure.value !== null);
	if (known.length === 0 || range.quotes.length === 0) return range;
	const beside = list(known.map((one) => `${one.name} ${perHundred(one.figure)}`));
	return {
		...range,
		says: `${range.says} Ter vergelijking: ${beside}.`,
		quotes: [...range.quotes, ...known.map((one) => one.figure)]
	};
}

/** Between which shares against those of their neighbours the municipalities stood; 100 is the same. */
export const neighboursMinutes = (stage: Stage, all: readonly Placed[]): Minutes =>
	rangeMinutes(stage, NEIGHBOURS, all);

/** Between which numbers of dwellings above and below their part by households the municipalities stood. */
export const excessMinutes = (stage: Stage, all: readonly Placed[]): Minutes =>
	rangeMinutes(stage, EXCESS, all);

/** Between which shares several regions lay. */
export function regionsMinutes(on: string, regions: readonly Placed[]): Minutes {
	const ends = endsOf(regions);
	return {
		says: rangeSentence(regions.map(({ name, figure }) => ({ name, share: figure }))),
		quotes: ends ? [...ends.lowest, ...ends.highest].map((one) => one.figure) : [],
		notes: [`toestand op ${day(on)}`]
	};
}

function rangeMinutes({ area, on }: Stage, words: RangeWords, all: readonly Placed[]): Minutes {
	const ends = endsOf(all);
	if (!ends)
		return {
			says: `Van geen enkele gemeente van ${area} is op ${day(on)} een cijfer bekend voor ${words.unknown}.`,
			quotes: []
		};
	const from = placed(ends.lowest, words.format);
	const to = placed(ends.highest, words.format);
	const range = ends.lowest === ends.highest ? from : `van ${from} tot ${to}`;
	return {
		says: `Op ${day(on)} ${words.verb} de gemeenten van ${area} ${range}${words.after}.`,
		quotes: [...ends.lowest, ...ends.highest].map((one) => one.figure),
		notes: [...leftOutNote(ends.unknown), ...leftOutNote(ends.free, 'objectief')]
	};
}

/** The lowest and the highest of some figures, each with everyone who shares it. */
interface Ends {
	lowest: readonly Placed[];
	highest: readonly Placed[];
	/** How many have no figure though they could have one. */
	unknown: number;
	/** How many cannot have one, as nothing was asked of them. */
	free: number;
}

/** The ends of what is known; null when nothing is. The same list twice when all are equal. */
function endsOf(all: readonly Placed[]): Ends | null {
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
function placed(end: readonly Placed[], format: (value: number) => string): string {
	const [first] = end;
	if (!first) return '';
	const least = end.find((one) => isEstimate(one.figure)) ?? first;
	const who =
		end.length > MOST_NAMED ? municipalities(end.length) : list(end.map((one) => one.name));
	return `${figure(least.figure, format)} (${who})`;
}
