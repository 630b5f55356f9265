import { differenceOf, whyOf } from '#lib/tables/versions.ts';
import type { VersionChangesAnswer, VersionsAnswer } from '../api/answers/versions.ts';
import { API_ROOT } from '../api/operation.ts';
import {
	FIGURE_CHANGES,
	type ChangesAsked,
	type FigureChanges,
	type KnownFigure
} from '../queries/figure-changes.ts';
import type { Reference } from '../reference/reference.ts';
import type { Version, VersionEvent } from '../standing/versions.ts';

/** The days on which what is known changed, as `/api/v1/versions` gives them. */
export const versionsJson = (versions: readonly Version[]): VersionsAnswer =>
	versions.map(({ number, day, previous, events }) => ({
		number,
		day,
		previous,
		changes: previous && `${API_ROOT}/versions/${previous}/${day}`,
		events: events.map(eventJson)
	}));

const eventJson = (one: VersionEvent): VersionsAnswer[number]['events'][number] => ({
	event: one.event,
	publication: {
		publication: one.publication.id,
		title: one.publication.title,
		url: one.publication.url
	},
	publisher: one.publication.publisher,
	kind: one.publication.kind,
	supersedes: one.publication.supersedes,
	why: whyOf(one),
	figures: one.figures,
	areas: one.areas,
	sealed: one.sealed && {
		position: one.sealed.position,
		at: one.sealed.at,
		link: one.sealed.link
	}
});

/** The figures that became something else between two days, as `/api/v1/versions/{from}/{to}` gives them. */
export const versionChangesJson = (
	{ from, to }: Pick<ChangesAsked, 'from' | 'to'>,
	{ counts, rows }: FigureChanges,
	facts: Reference
): VersionChangesAnswer => ({
	from,
	to,
	counts: Object.fromEntries(
		FIGURE_CHANGES.map((kind) => [kind, counts[kind] ?? 0])
	) as VersionChangesAnswer['counts'],
	changes: rows.map(({ before, after, ...row }) => ({
		...row,
		before: before && sideJson(before, facts),
		after: after && sideJson(after, facts),
		difference: differenceOf(before, after)
	}))
});

function sideJson({ value, category, status, publication }: KnownFigure, facts: Reference) {
	const issued = facts.publications.get(publication);
	const read = category ?? value;
	return {
		value: read,
		status,
		...(read === null && { reason: whyNothing(status) }),
		source: {
			publication,
			title: issued?.title ?? '',
			url: issued?.url ?? null
		},
		kind: issued?.kind ?? ('first' as const)
	};
}

const whyNothing = (status: KnownFigure['status']): 'missing' | 'suppressed' | 'not_applicable' =>
	status === 'suppressed' || status === 'not_applicable' ? status : 'missing';
