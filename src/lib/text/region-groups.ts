import type { RegionKind } from '../domain/region.ts';
import { byName } from './format.ts';
import { REGION_KINDS, type Term } from './words.ts';

/** The regions of one kind. */
export interface RegionGroup<Region = { slug: string; name: string }> {
	kind: RegionKind;
	term: Term;
	/** By name; at least one. */
	regions: Region[];
}

/** Regions by kind, the kinds in the order in which a reader looks for them. */
export function regionsByKind<Region extends { kind: RegionKind; name: string }>(
	regions: Iterable<Region>
): RegionGroup<Region>[] {
	const byKind = Map.groupBy(regions, (region) => region.kind);
	return (Object.keys(REGION_KINDS) as RegionKind[]).flatMap((kind) => {
		const own = byKind.get(kind)?.toSorted((a, b) => byName(a.name, b.name));
		return own ? [{ kind, term: REGION_KINDS[kind], regions: own }] : [];
	});
}
