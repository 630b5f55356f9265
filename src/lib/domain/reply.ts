import type { Day } from './dates.ts';
import type { Figure, Quantity, Rule } from './figure.ts';
import { INDICATORS, isIndicator, type Indicator } from './indicators.ts';
import { isKnown } from './known.ts';
import { STOCK_DEFINITIONS } from './region.ts';

/** Most characters of a reply, as a reader counts them. */
export const LONGEST_REPLY = 280;

/** The computed quantities of a municipality that can be replied to; each indicator can be too. */
export const REPLY_QUANTITIES = [
	'stock',
	'households',
	'share',
	'baseline',
	'target',
	'realised',
	'in_execution',
	'planned',
	'realised_share',
	'to_realise'
] as const satisfies readonly Quantity[];

/** What a reply can be about: a quantity, by whatever definition it is shown, or one indicator. */
export type ReplyFigure = (typeof REPLY_QUANTITIES)[number] | Indicator;

/** Every name under which a figure can be replied to. */
export const REPLY_FIGURES: readonly ReplyFigure[] = [
	...new Set([...REPLY_QUANTITIES, ...Object.keys(INDICATORS).filter(isIndicator)])
];

/** Whether a text names a figure that can be replied to. */
export const isReplyFigure = (name: string): name is ReplyFigure =>
	REPLY_FIGURES.some((one) => one === name);

/** What a municipality says of one of its figures. It never alters the number. */
export interface Reply {
	readonly id: number;
	/** NIS code of the municipality whose figure it is. */
	readonly nis: string;
	/** Name of that municipality. */
	readonly name: string;
	readonly figure: ReplyFigure;
	/** Reference date of the figure. */
	readonly date: Day;
	readonly words: string;
	/** Day of the note of the municipality. */
	readonly givenOn: Day;
	/** Day from which the site shows it. */
	readonly knownFrom: Day;
	/** The role or office that stands for it. */
	readonly by: string;
	/** Of the letter or decision. */
	readonly reference: string | null;
	readonly withdrawnOn: Day | null;
	readonly withdrawnWhy: string | null;
}

/** Finds the replies that stand with a figure. */
export type RepliesTo = (figure: Figure) => readonly Reply[];

const segmenter = new Intl.Segmenter('nl', { granularity: 'grapheme' });

/** How many characters a text has as a reader counts them: a letter with its accents is one, and so is a composed picture. */
export const lengthOf = (text: string): number => [...segmenter.segment(text)].length;

/**
 * Words of a reply on one line of plain text: line breaks, control characters and runs of space become one space; what turns
 * the direction of the text around it, is invisible or is half a character goes.
 */
export const cleanWords = (text: string): string =>
	text
		.normalize('NFC')
		.replace(/[\p{Bidi_Control}\p{Cs}\u00ad\u200b\u2060\ufeff]/gu, '')
		.replace(/[\p{Cc}\p{Z}]+/gu, ' ')
		.trim();

const keyOf = (nis: string, figure: string, date: Day) => `${nis} ${figure} ${date}`;

/** The replies that count on a day: of each municipality, figure and date the newest known by then that was not withdrawn. */
export function inForce(replies: readonly Reply[], day: Day): Reply[] {
	const newest = new Map<string, Reply>();
	for (const reply of replies.filter((one) => isKnown(one, day)).sort(oldestFirst)) {
		newest.set(keyOf(reply.nis, reply.figure, reply.date), reply);
	}
	return [...newest.values()];
}

const oldestFirst = (a: Reply, b: Reply): number =>
	a.knownFrom === b.knownFrom ? a.id - b.id : a.knownFrom < b.knownFrom ? -1 : 1;

/** Whether a reply counts on a day, or was replaced or taken back by then. */
export type ReplyState = 'shown' | 'replaced' | 'withdrawn';

/** A reply with its state on a day; a withdrawal of a later day is not told. */
export interface KnownReply {
	reply: Reply;
	state: ReplyState;
}

/** Every reply that was known by a day, in the order in which they were entered. */
export function knownReplies(replies: readonly Reply[], known: Day): KnownReply[] {
	const shown = new Set(inForce(replies, known));
	const stateOf = (reply: Reply): ReplyState => {
		if (shown.has(reply)) return 'shown';
		return reply.withdrawnOn !== null && reply.withdrawnOn <= known ? 'withdrawn' : 'replaced';
	};
	return replies
		.filter((reply) => reply.knownFrom <= known)
		.map((reply) => ({ reply, state: stateOf(reply) }));
}

const NONE: readonly Reply[] = [];

/**
 * Finds the replies of a figure: on exactly that number of that municipality and date; on the numbers of the same municipality
 * that it was computed from, such as the stock in a share; and, after a merger, on those of the municipalities it is the sum of.
 * A total of several members has none of its own.
 */
export function repliesTo(inForce: readonly Reply[]): RepliesTo {
	if (inForce.length === 0) return () => NONE;
	const byKey = Map.groupBy(inForce, ({ nis, figure, date }) => keyOf(nis, figure, date));
	return (figure) => [...new Set(keysOf(figure, null).flatMap((key) => byKey.get(key) ?? NONE))];
}

/** Rules by which a figure is made from figures of the same municipality, or of those that it was before a merger. */
const OF_ONE_TOWN: readonly Rule[] = [
	'merger',
	'together',
	'share',
	'gap',
	'realised_share',
	'to_realise'
];

/** The keys under which replies to a figure stand; `town` is the municipality of the figure that it is a part of. */
function keysOf(figure: Figure, town: string | null): string[] {
	const nis = townOf(figure) ?? town;
	const own = nis === null ? [] : namesOf(figure).map((name) => keyOf(nis, name, figure.date));
	const { rule, parts = [] } = figure.made ?? {};
	if (!rule || !OF_ONE_TOWN.includes(rule)) return own;
	return [...own, ...parts.flatMap((part) => keysOf(part.figure, part.nis ?? nis))];
}

/** The area of a figure, as far as it says so itself; an observation that is not there names the one municipality that lacks it. */
function townOf({ made, address, unknownOf, value, missing }: Figure): string | null {
	const lacking = value === null && missing.length === 1 ? missing[0] : undefined;
	return made?.of?.nis ?? address?.area ?? unknownOf?.area ?? lacking ?? null;
}

const QUANTITY_OF_RULE: Partial<Record<Rule, Quantity>> = {
	objective: 'target',
	share: 'share',
	realised_share: 'realised_share',
	to_realise: 'to_realise'
};

/** The names under which a figure can be replied to. */
function namesOf({ made, address, unknownOf, indicator }: Figure): string[] {
	const counted = made?.of?.indicator ?? indicator;
	const ofTheDay = address?.regime === undefined; // a reply names no regime, and speaks of the one that ran
	const names = [
		ofTheDay && (address ?? unknownOf)?.quantity,
		ofTheDay && made && QUANTITY_OF_RULE[made.rule],
		counted,
		counted && STOCK_DEFINITIONS.includes(counted) && 'stock',
		counted === 'stock_a' && 'baseline'
	];
	return [...new Set(names.filter((name) => typeof name === 'string'))];
}
