import { isMunicipality } from '#lib/domain/target-groups.ts';
import { onPage, type Column } from '#lib/tables/column.ts';
import { tableOf } from '#lib/tables/table.ts';
import { targetGroupTable } from '#lib/tables/target-groups.ts';
import { publicationPath } from '#lib/text/addresses.ts';
import { saidWords } from '#lib/text/law.ts';
import { linksFrom } from '../../links.ts';
import type { PageData } from './$types';

type Regime = PageData['regimes'][number];

/** A day of a regime. */
interface LawDay {
	regime: string;
	day: string;
	words: string;
	publication: number;
}

/** Its days, with the first and the last where no source says more of them. */
function daysOf({ scheme, dates }: Regime): LawDay[] {
	const [regime, publication] = [scheme.name, scheme.publication];
	const said = dates.map((one) => ({ ...one, regime, words: saidWords(one.said) }));
	const ends = [
		{ day: scheme.startsOn, words: 'Begin.' },
		{ day: scheme.deadline, words: 'Laatste dag.' }
	].flatMap(({ day, words }) =>
		day === null || said.some((one) => one.day === day) ? [] : [{ regime, day, words, publication }]
	);
	return [...said, ...ends].sort((a, b) => (a.day < b.day ? -1 : 1));
}

const days: readonly Column<LawDay, unknown, PageData>[] = [
	onPage('Regeling', ({ regime }) => regime),
	onPage('Dag', ({ day }) => ({ day })),
	onPage('Wat', ({ words }) => words),
	onPage('Bron', ({ publication }, { publications }) => ({
		words: publications.get(publication)?.publisher ?? '',
		href: publicationPath(publication)
	}))
];

/** The tables of the page; null where it has none of that name now. */
export function tables(data: PageData, url: URL) {
	const { groups, names, publications, regimes } = data;
	const link = linksFrom(url);
	const said = regimes.flatMap(daysOf);
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
