// The same town at the sites where people look its share up: each counts other homes, or divides by another number.
import { householdsDate } from './dates.ts';
import { fromObservation, type Figure, type Observation } from './figure.ts';
import type { Indicator } from './indicators.ts';
import { share } from './share.ts';

/** Who publishes a share: the yearly measurement, the statistics office, the monitor of towns, who counts per dwelling, others. */
export const SITES = ['measurement', 'statistics', 'monitor', 'dwellings', 'other'] as const;
export type Site = (typeof SITES)[number];

/** The count of homes that a site publishes; the last two publish a percentage only. */
const COUNTS: Partial<Record<Site, Indicator>> = {
	measurement: 'stock_b',
	statistics: 'stock_c',
	monitor: 'stock_d'
};

/** What a site published last of a town. */
export interface SiteShare {
	readonly site: Site;
	/** Homes; null when none were published. */
	readonly homes: Figure | null;
	/** As published, in per cent; or those homes by registered households, a fraction; null when neither is known. */
	readonly share: Figure | null;
}

/** Whose percentage of the households it is, by the name of its publisher. */
const siteOf = (publisher: string): Site => {
	if (/stadsmonitor/i.test(publisher)) return 'monitor';
	return /statistiek vlaanderen/i.test(publisher) ? 'statistics' : 'other';
};

/** Of one day in the order in which they are told. */
const byDay = (a: { date: string }, b: { date: string }) => b.date.localeCompare(a.date);

/**
 * What each site published last of one town; no estimate among it.
 * @param published observations of the town alone; of one day the newest first
 * @param households its registered households
 */
export function siteShares(
	published: readonly Observation[],
	households: readonly Observation[],
	publisherOf: (publication: number) => string
): SiteShare[] {
	const known = published.filter((one) => one.value !== null).toSorted(byDay);
	const stated = (site: Site) =>
		known.find((one) =>
			site === 'dwellings'
				? one.indicator === 'share_dwellings'
				: one.indicator === 'share_households' && siteOf(publisherOf(one.publication)) === site
		);
	return SITES.map((site) => {
		const counted = known.find((one) => one.indicator === COUNTS[site]);
		const homes = counted ? fromObservation(counted) : null;
		const told = stated(site);
		const shares = [
			...(told ? [fromObservation(told)] : []),
			...(homes ? divided(homes, households) : [])
		];
		return { site, homes, share: shares.toSorted(byDay)[0] ?? null };
	});
}

/** Homes on a 31 December by the households of the next day; none for any other day, or when nobody registered them. */
function divided(homes: Figure, households: readonly Observation[]): Figure[] {
	const on = householdsDate(homes.date);
	const found = households.find((one) => one.date === on);
	return found ? [share(homes, fromObservation(found))] : [];
}
