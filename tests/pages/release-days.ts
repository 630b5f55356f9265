import { today } from '#lib/server/today.ts';
import { facts } from '../support/facts.ts';

/** The days that are over on which something was published, in order: each has a package of open data. */
export const releaseDays: readonly string[] = [
	...new Set(facts.publications.map((one) => one.known_from))
]
	.filter((day) => day < today())
	.sort();
