import { isMunicipality } from '#lib/domain/target-groups.ts';
import { onPage, type Column } from '#lib/tables/column.ts';
import { tableOf } from '#lib/tables/table.ts';
import { targetGroupTable } from '#lib/tables/target-groups.ts';
import { publicationPath } from '#lib/text/addresses.ts';
import { saidWords } from '#lib/text/law.ts';
import { linksFrom } from '../../links.ts';
import type { PageData } from './$types';

/** A day of a regime. */
type LawDay = PageData['regimes'][number]['dates'][number] & { regime: string };

const days: readonly Column<LawDay, unknown, PageData>[] = [
	onPage('Regeling', ({ regime }) => regime),
	onPage('Dag', ({ day }) => ({ day })),
	onPage('Wat', ({ said }) => saidWords(said)),
	onPage('Bron', ({ publication }, { publications }) => ({
		words: publications.get(publication)?.publisher ?? '',
		href: publicationPath(publication)
	}))
];

/** The tables of the page; null where it has none of that name now. */
export function tables(data: PageData, url: URL) {
	const { groups, names, publications, regimes } = data;
	const link = linksFrom(url);
	const said = regimes.flatMap(({ scheme, dates }) =>
		dates.map((one) => ({ ...one, regime: scheme.name }))
	);
	return {
		lint:
			said.length > 0
				? tableOf(days, said, data, { id: 'lint', title: 'Dagen van elke regeling' })
				: null,
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
