import { laidRows, type StripRow } from '#lib/charts/strips.ts';
import type { Embed } from '#lib/components/embed.ts';
import { MEASURES, type Measure } from '#lib/domain/measures.ts';
import type { Municipality } from '#lib/domain/places.ts';
import type { RegionKind } from '#lib/domain/region.ts';
import type { Region } from '#lib/server/queries/regions.ts';
import type { GrowthPath } from '#lib/server/standing/growth-path.ts';
import { FRAME_TITLES } from '#lib/text/embed.ts';
import { MEASURE_WORDS, REGION_KINDS } from '#lib/text/words.ts';
import { ownParameters } from './strips.ts';

/** Leaves out what says nothing. */
const said = (parameters: Readonly<Record<string, string | null | undefined>>) =>
	Object.fromEntries(
		Object.entries(parameters).flatMap(([name, value]) => (value ? [[name, value]] : []))
	);

/** The map of all municipalities, with a region that may stand out. */
export const mapEmbed = (measure: Measure, region: Pick<Region, 'slug'> | null): Embed => ({
	kind: 'map',
	parameters: said({
		maat: measure === MEASURES[0] ? null : MEASURE_WORDS[measure].slug,
		regio: region?.slug
	}),
	title: FRAME_TITLES.map(MEASURE_WORDS[measure].base)
});

/** The share of one region. */
export const regionEmbed = (region: Region): Embed => ({
	kind: 'region',
	of: region.slug,
	parameters: said(ownParameters({ region })),
	title: FRAME_TITLES.region(region.name)
});

/** The way of one municipality to its objective. */
export const pathEmbed = (
	{ nis, name }: Pick<Municipality, 'nis' | 'name'>,
	{ steps }: Pick<GrowthPath, 'steps'>
): Embed => ({
	kind: 'path',
	of: nis,
	title: FRAME_TITLES.path(name),
	...(steps.length > 0 && { drawn: { wide: 20, stacked: 70 } })
});

/** Which regions are compared, and in which order. */
interface Compared {
	kind: RegionKind | null;
	regions: readonly Region[];
	order: string;
}

/** Several regions under one another. */
export function comparisonEmbed(
	{ kind, regions, order }: Compared,
	strips: readonly StripRow[]
): Embed {
	const own = regions.find((one) => one.own);
	return {
		kind: 'comparison',
		parameters: said({
			...(kind ? { soort: kind } : { regios: regions.map((one) => one.slug).join() }),
			...(own && ownParameters({ region: own })),
			orde: order === 'niveau' ? null : order
		}),
		title: FRAME_TITLES.comparison(kind ? REGION_KINDS[kind].many : 'Regio’s'),
		drawn: { wide: laidRows(strips, 590).height, stacked: laidRows(strips, 280).height }
	};
}
