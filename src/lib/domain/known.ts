import type { Day } from './dates.ts';

/**
 * Whether a publication counts on a known-on day: it was known by then and not yet withdrawn. What this says of rows in
 * memory, `knownOn` says in SQL.
 */
export const isKnown = (
	publication: { knownFrom: Day; withdrawnOn: Day | null },
	day: Day
): boolean =>
	publication.knownFrom <= day &&
	(publication.withdrawnOn === null || publication.withdrawnOn > day);

/** The day by which publications follow one another, as `PUBLISHED` says it in SQL. */
export const publishedDay = (publication: { publishedOn: Day | null; knownFrom: Day }): Day =>
	publication.publishedOn ?? publication.knownFrom;
