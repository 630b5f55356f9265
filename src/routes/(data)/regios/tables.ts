import { regionTable } from '#lib/tables/towns.ts';
import { day } from '#lib/text/format.ts';
import { linksFrom } from '../../links.ts';
import type { PageData } from './$types';

/** The tables of the page: one for each kind of region. */
export function tables(data: PageData, url: URL) {
	const link = linksFrom(url);
	return Object.fromEntries(
		data.groups.map(({ kind, term, rows }) => [
			kind,
			regionTable(
				{
					id: kind,
					title: term.many,
					caption: `${term.about} Toestand op ${day(data.moment.on)}.`
				},
				rows,
				{ href: (slug) => link(`/regios/${slug}`) }
			)
		])
	);
}
