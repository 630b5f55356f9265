import { townTable } from '#lib/tables/towns.ts';
import { ASSUMED_SIZE, bandSentence } from '#lib/text/spread.ts';
import { changesTo, linksFrom } from '../../links.ts';
import type { PageData } from './$types';

/** The tables of the page. */
export function tables(data: PageData, url: URL) {
	const link = linksFrom(url);
	const change = changesTo(url);
	const { filter, places } = data;
	return {
		lijst: townTable(
			data.rows,
			data.moment.on,
			{ href: (nis) => link(`/gemeenten/${nis}`), places },
			{
				order: {
					by: filter.sort,
					descending: filter.descending,
					href: (sort) => {
						const first = sort === 'naam' ? null : 'af';
						const again = filter.descending ? null : 'af';
						return change({ orde: sort, richting: filter.sort === sort ? again : first });
					}
				},
				notes: places ? [`${bandSentence(data.project, [...places.values()])} ${ASSUMED_SIZE}`] : []
			}
		)
	};
}
