import type { KeyRange } from '#lib/domain/division-range.ts';
import type { DivisionKey, Undivided } from '#lib/domain/division.ts';
import type { Figure, Reason } from '#lib/domain/figure.ts';
import type { Course } from '#lib/domain/road.ts';
import type { CoursePoint, RoadResults } from '#lib/domain/road-results.ts';
import { leftOutNote, type Minutes } from './citation.ts';
import {
	KEY_WORDS,
	SCENARIO,
	shortfallSentence,
	stakesSentence,
	undividedReason
} from './division.ts';
import { count, day, dwellings, figure, list } from './format.ts';
import { perHundred } from './minutes.ts';
import { COURSE_WORDS, roadSentence, type Aim } from './road.ts';

/** What every scenario says of itself: that it is one, and from which situation it is reckoned. */
const notesOf = (on: string): string[] => [SCENARIO, `gerekend van de toestand op ${day(on)}`];

/** How many dwellings a goal asks of a region by a day. */
export const roadMinutes = (
	name: string,
	{ gap, standStill }: Pick<RoadResults, 'gap' | 'standStill'>,
	aim: Aim,
	on: string
): Minutes => ({
	says: roadSentence(name, { gap, standStill }, aim),
	quotes: [aim.goal === null ? standStill : gap],
	notes: notesOf(on)
});

/** The share to which each course leads on a day. */
export const coursesMinutes = (
	name: string,
	{ date, shares }: Pick<CoursePoint, 'date' | 'shares'>,
	courses: readonly Course[],
	on: string
): Minutes => {
	const known = courses.filter((course) => shares[course].value !== null);
	const ends = list(
		known.map((course) => `${perHundred(shares[course])} («${COURSE_WORDS[course].name}»)`)
	);
	return {
		says:
			known.length === 0
				? `Welk aandeel sociale huur ${name} op ${day(date)} zou hebben, is niet te berekenen.`
				: `Op ${day(date)} zou ${name} per 100 huishoudens zoveel sociale huurwoningen tellen: ${ends}.`,
		quotes: known.map((course) => shares[course]),
		notes: notesOf(on)
	};
};

/** What a region is short of a share by the end of a year; without a share there is nothing to reckon. */
export function shortfallMinutes(
	name: string,
	on: string,
	division: {
		shortfall: Figure;
		scenario: { goal: number; by: string };
		leftOut: readonly unknown[];
	} | null
): Minutes {
	if (!division)
		return {
			says: `Van ${name} is op ${day(on)} geen eigen streefcijfer bekend: er is geen tekort om te verdelen.`,
			quotes: []
		};
	const { shortfall, scenario, leftOut } = division;
	return {
		says: shortfallSentence(name, shortfall, scenario),
		quotes: [shortfall],
		notes: [...notesOf(on), ...leftOutNote(leftOut.length)]
	};
}

/** What is divided over the municipalities of a region, and the choices that it rests on. */
interface Divided {
	region: string;
	shortfall: Figure;
	on: string;
	choices: readonly string[];
}

/** What the keys make of the part of one municipality: the fewest and the most dwellings. */
export const stakesMinutes = (
	{ name, ...range }: KeyRange & { name: string },
	{ region, shortfall, on, choices }: Divided
): Minutes => ({
	says: `Van de ${figure(shortfall, dwellings)} die ${region} nodig heeft, hangt het deel van ${name} af van de sleutel: ${stakesSentence(name, range, shortfall)}`,
	quotes: [shortfall],
	notes: [...notesOf(on), ...choices]
});

/** How many municipalities are told one by one; of more only the sum is. */
const MOST_TOLD = 20;

/** What a division key gives each municipality. */
export function keyMinutes(
	key: {
		key: DivisionKey;
		reason: Undivided | Reason | null;
		assigned: Figure;
		parts: readonly { municipality: { name: string }; dwellings: Figure }[];
	},
	{ region, on, choices }: Omit<Divided, 'shortfall'>,
	by: string
): Minutes {
	const named = `de sleutel «${KEY_WORDS[key.key].name}»`;
	const when = `tegen ${day(by)}`;
	if (key.reason)
		return {
			says: `In ${region} verdeelt ${named} ${when} niets: ${undividedReason(key.reason)}.`,
			quotes: [],
			notes: notesOf(on)
		};
	const parts = key.parts.map(
		({ municipality: { name }, dwellings: one }) => `${name} ${figure(one, count)}`
	);
	const each = parts.length > MOST_TOLD ? '' : `: ${list(parts)}`;
	return {
		says: `Met ${named} komen er in ${region} ${when} ${figure(key.assigned, dwellings)} bij${each}.`,
		quotes: [key.assigned],
		notes: [...notesOf(on), ...choices]
	};
}
