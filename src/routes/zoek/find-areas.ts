import type { Day } from '#lib/domain/dates.ts';
import { plainName } from '#lib/domain/names.ts';
import type { Reference } from '#lib/server/reference/reference.ts';
import { byName } from '#lib/text/format.ts';
import { REGION_KINDS } from '#lib/text/words.ts';

/** A municipality or region that a visitor may mean. */
export interface FoundArea {
	label: string;
	kind: string;
	/** Path of its page. */
	path: string;
	/** Whether the words sought are its whole name or code. */
	exact: boolean;
}

const MOST = 12;

/**
 * Municipalities (former ones too) and regions whose name or code begins with the words sought, or holds them;
 * beginnings first, municipalities before regions.
 */
export function findAreas(facts: Reference, query: string, today: Day): FoundArea[] {
	const sought = plainName(query);
	if (!sought) return [];
	return [...candidates(facts, today)]
		.flatMap((one) => {
			const rank = rankOf(plainName(one.label), one.code, sought);
			return rank === null ? [] : [{ ...one, rank, exact: rank === 0 && one.first }];
		})
		.sort(
			(a, b) => a.rank - b.rank || Number(b.first) - Number(a.first) || byName(a.label, b.label)
		)
		.slice(0, MOST)
		.map(({ label, kind, path, exact }) => ({ label, kind, path, exact }));
}

function rankOf(name: string, code: string, sought: string): number | null {
	if (name === sought || code === sought) return 0;
	if (name.startsWith(sought)) return 1;
	return ` ${name}`.includes(` ${sought}`) ? 2 : null;
}

function* candidates(facts: Reference, today: Day) {
	for (const town of facts.places.byCode.values()) {
		const inForce = town.validTo === null || town.validTo >= today;
		yield {
			label: town.name,
			kind: inForce ? 'gemeente' : `vroegere gemeente, tot ${town.validTo?.slice(0, 4)}`,
			code: town.nis,
			path: `/gemeenten/${town.nis}`,
			first: inForce
		};
	}
	for (const region of facts.regions.values()) {
		yield {
			label: region.name,
			kind: REGION_KINDS[region.kind].one,
			code: region.slug,
			path: `/regios/${region.slug}`,
			first: false
		};
	}
}
