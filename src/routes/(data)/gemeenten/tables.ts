import { townTable } from '#lib/tables/towns.ts';
import { ASSUMED_SIZE, bandSentence } from '#lib/text/spread.ts';
import { changesTo, linksFrom } from '../../links.ts';
import { orderOf } from '../order.ts';
import type { PageData } from './$types';

/** The tables of the page. */
export function tables(data: PageData, url: URL) {
	const link = linksFrom(url);
	const { filter, places } = data;
	return {
		lijst: townTable(
			data.rows,
			data.moment.on,
			{ href: (nis) => link(`/gemeenten/${nis}`), places },
			{
				order: orderOf(filter, changesTo(url)),
				notes: places ? [`${bandSentence(data.project, [...places.values()])} ${ASSUMED_SIZE}`] : []
			}
		)
	};
}
