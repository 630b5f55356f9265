import { CERTAINTIES } from './certainty.ts';
import type { Day } from './dates.ts';

/** How sure a statement about the law is; `not_found`: what it names was looked for and not found. */
export const LAW_CERTAINTIES = [...CERTAINTIES, 'not_found'] as const;
export type LawCertainty = (typeof LAW_CERTAINTIES)[number];

/** Something said of the law that holds until a day. */
export interface DatedStatement {
	says: string;
	/** The last day on which it holds as it is said; null: it does not end. */
	holdsUntil: Day | null;
	/** What is said after that day, in the past tense. */
	afterwards: string | null;
	/** Whether a source says that what was to happen did happen. */
	verified: boolean;
}

/** A statement as it is said on a day. */
export interface Said {
	words: string;
	/** The day until which it held is past. */
	isOver: boolean;
	/** It is over, and no source that we reached says whether it happened. */
	isUnverified: boolean;
}

/** A statement in the tense of a day: on its last day it still holds. */
export function saidOn({ says, holdsUntil, afterwards, verified }: DatedStatement, day: Day): Said {
	const isOver = holdsUntil !== null && holdsUntil < day;
	return {
		words: isOver ? (afterwards ?? says) : says,
		isOver,
		isUnverified: isOver && !verified
	};
}
