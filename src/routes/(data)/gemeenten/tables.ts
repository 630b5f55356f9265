import { townTable } from '#lib/tables/towns.ts';
import { ASSUMED_SIZE, bandSentence } from '#lib/text/spread.ts';
import { UNRANKED } from '#lib/text/ranked.ts';
import { changesTo, linksFrom } from '../../links.ts';
import { orderOf } from '../order.ts';
import type { PageData } from './$types';

/** What the order of the list says, and what it does not say. */
export const orderNotes = ({ places, project, filter }: PageData): string[] => [
	...(filter.sort === 'naam' ? [] : [UNRANKED]),
	...(places && [...places.values()].some((one) => one !== null)
		? [
				`Een plaats onder de gemeenten met een gepubliceerd cijfer. ${bandSentence(project)} ${ASSUMED_SIZE}`
			]
		: [])
];

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
				notes: orderNotes(data)
			}
		)
	};
}
