import type { VersionChangesAnswer, VersionsAnswer } from '../api/answers/versions.ts';
import { API_ROOT } from '../api/operation.ts';
import {
	FIGURE_CHANGES,
	type ChangesAsked,
	type FigureChange,
	type FigureChanges,
	type KnownFigure
} from '../queries/figure-changes.ts';
import type { Reference } from '../reference.ts';
import type { Version, VersionEvent } from '../standing/versions.ts';
import { table, type Column } from './tables.ts';

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

const whyOf = ({ event, publication }: VersionEvent): string | null =>
	event === 'withdrawn' ? publication.withdrawnWhy : publication.reason;

/** The same, one row for each event. */
export function versionTable(versions: readonly Version[]) {
	const rows = versions.flatMap((version) => version.events.map((one) => ({ version, ...one })));
	return table<(typeof rows)[number]>(
		[
			['number', (row) => row.version.number],
			['day', (row) => row.version.day],
			['previous', (row) => row.version.previous],
			['event', (row) => row.event],
			['publication', (row) => row.publication.id],
			['title', (row) => row.publication.title],
			['publisher', (row) => row.publication.publisher],
			['url', (row) => row.publication.url],
			['kind', (row) => row.publication.kind],
			['supersedes', (row) => row.publication.supersedes],
			['why', whyOf],
			['figures', (row) => row.figures],
			['areas', (row) => row.areas],
			['sealed_position', (row) => row.sealed?.position ?? null],
			['sealed_at', (row) => row.sealed?.at ?? null],
			['sealed_link', (row) => row.sealed?.link ?? null]
		],
		rows
	);
}

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

const differenceOf = (before: KnownFigure | null, after: KnownFigure | null): number | null =>
	before?.value == null || after?.value == null ? null : after.value - before.value;

const sideColumns = (name: 'before' | 'after'): Column<FigureChange>[] => [
	[name, (row) => row[name]?.category ?? row[name]?.value ?? null],
	[`${name}_status`, (row) => row[name]?.status ?? null],
	[`${name}_publication`, (row) => row[name]?.publication ?? null]
];

/** The same, one row for each figure. */
export const versionChangesTable = (
	{ from, to }: Pick<ChangesAsked, 'from' | 'to'>,
	rows: readonly FigureChange[]
) =>
	table<FigureChange>(
		[
			['change', (row) => row.change],
			['part', (row) => row.part],
			['nis', (row) => row.nis],
			['region', (row) => row.region],
			['code', (row) => row.code],
			['scheme', (row) => row.scheme],
			['year', (row) => row.year],
			['date', (row) => row.date],
			...sideColumns('before'),
			...sideColumns('after'),
			['difference', (row) => differenceOf(row.before, row.after)],
			['from', () => from],
			['to', () => to]
		],
		rows
	);
