import { plansTable } from '#lib/tables/plans.ts';
import { besideTable } from '#lib/tables/regimes.ts';
import { knownTable, mapTable, regionTable } from '#lib/tables/towns.ts';
import { day } from '#lib/text/format.ts';
import { KNOWN_MAP } from '#lib/text/published.ts';
import { MEASURE_WORDS } from '#lib/text/words.ts';
import { linksFrom } from '../links.ts';
import type { PageData } from './$types';

/**
 * The tables of the page.
 * @param most rows of municipalities; a page shows no more, and its files have all
 */
export function tables(data: PageData, url: URL, most = Infinity) {
	const link = linksFrom(url);
	const on = day(data.moment.on);
	const { title, base } = data.isOfKnown ? KNOWN_MAP : MEASURE_WORDS[data.measure];
	const total = data.rows.length;
	const about = { id: 'kaart', title, notes: [`${base}, ${on}`], total };
	const rows = data.rows.slice(0, most);
	const map = data.isOfKnown
		? knownTable(about, rows, data.known)
		: mapTable(about, rows, data.measure);
	return {
		kaart: map,
		kaartcijfers: { ...map, id: 'kaartcijfers' },
		'andere-regeling': besideTable(data.flanders.region.name, data.flanders, data.moment.on),
		plannen: plansTable(data.flanders.region.name, data.plans.since),
		regios: regionTable(
			{
				id: 'regios',
				title: 'Stadsregio’s',
				caption: `Aandeel, eigen streefcijfer en tekort in woningen, ${on}.`
			},
			data.cityRegions,
			{ href: (slug) => link(`/regios/${slug}`), brief: true }
		)
	};
}
