import type { Reference } from '#lib/server/reference/reference.ts';
import type { Moment } from '#lib/server/standing/moment.ts';
import { roundOf, type Round } from '#lib/server/standing/tests.ts';
import { Refusal } from '../answer.ts';

/** The round that a path names. */
export function roundIn(facts: Reference, moment: Moment, year: string): Round {
	const found = roundOf(facts, moment, year);
	if (found) return found;
	throw new Refusal('unknown_round', `No progress test of ${year} is known.`);
}
