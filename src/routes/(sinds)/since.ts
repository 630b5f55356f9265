import { extentOf } from '#lib/charts/change-steps.ts';
import type { Change } from '#lib/domain/change.ts';
import { repliesBy, type Reference } from '#lib/server/reference/reference.ts';
import type { Moment } from '#lib/server/standing/moment.ts';
import { figuresBehindChange, type AreaChange } from '#lib/server/standing/changes.ts';
import { sourcesOf } from '#lib/server/standing/sources.ts';
import { day } from '#lib/text/format.ts';
import { ownListIn } from '../question.ts';

/** What both pages show of the changes in an area. */
export const sincePage = (url: URL, facts: Reference, change: AreaChange, moment: Moment) => ({
	change,
	today: moment.today,
	version: moment.version,
	ownList: ownListIn(url, facts),
	names: facts.places.byCode,
	publications: facts.publications,
	replies: repliesBy(facts, change.period.to.known),
	sheet: `Wat veranderde van ${day(change.period.from.known)} tot ${day(change.period.to.known)}`,
	sources: sourcesOf(facts, [
		...change.rows.flatMap(figuresBehindChange),
		...(change.published ? [change.published.start, change.published.end] : [])
	])
});

/** The steps of a change in the order in which they are drawn. */
export const drawn = ({ replaced, correction, real }: Change) =>
	[
		{ look: 'replaced', value: replaced.value ?? 0 },
		{ look: 'corrected', value: correction.value ?? 0 },
		{ look: 'real', value: real.value ?? 0 }
	] as const;

/** One extent for the bars of all rows, so that they can be compared. */
export const extentFor = (changes: readonly Change[]) =>
	extentOf(changes.map((change) => drawn(change).map((step) => step.value)));
