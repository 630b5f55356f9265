import { isMunicipality } from '#lib/domain/target-groups.ts';
import { targetGroupTable } from '#lib/tables/target-groups.ts';
import { linksFrom } from '../../links.ts';
import type { PageData } from './$types';

/** The tables of the page; null where it has none of that name now. */
export function tables({ groups, names, publications }: PageData, url: URL) {
	const link = linksFrom(url);
	return {
		doelgroepen: targetGroupTable(groups, {
			isOne: false,
			placeOf: (area) => ({
				words: names.get(area) ?? area,
				href: link(`/${isMunicipality(area) ? 'gemeenten' : 'regios'}/${area}`)
			}),
			publisherOf: (id) => publications.get(id)?.publisher ?? ''
		})
	};
}
