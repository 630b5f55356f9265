/**
 * What a publication says of a place and that is no figure of a series: a total without a day, a part of a total, one project,
 * an aim. It is shown with its source, and never counted, added up or drawn.
 */
export const MENTION_KINDS = [
	'stock',
	'share',
	'progress',
	'part',
	'project',
	'expected',
	'objective',
	'aim',
	'norm',
	'flow',
	'built',
	'outcome'
] as const;
export type MentionKind = (typeof MENTION_KINDS)[number];

export const MENTION_UNITS = ['dwellings', 'plots', 'percent', 'municipalities'] as const;
export type MentionUnit = (typeof MENTION_UNITS)[number];

/** One of them, as one publication says it. */
export interface Mention {
	publication: number;
	/** Tells it from what else the publication says. */
	code: string;
	/** NIS codes of the municipalities that it is said of together, or the slug of one region. */
	places: string;
	kind: MentionKind;
	value: number | null;
	unit: MentionUnit | null;
	/** A day, month or year, as far as the source names it. */
	trueOn: string | null;
	provisional: boolean;
	says: string;
}
