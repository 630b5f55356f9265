import type { Tile } from '#lib/components/Tiles.svelte';
import { goalBeside, shareTile } from '../share-tile.ts';
import type { load } from './+page.server.ts';

/** With more regions the drawing beside them says it at a glance. */
const MOST = 6;

/** The share of each of a few regions on one scale, held against Flanders and against its own goal. */
export function comparedTiles({
	rows,
	flanders
}: Pick<Awaited<ReturnType<typeof load>>, 'rows' | 'flanders'>): Tile[] {
	if (rows.length > MOST) return [];
	const compared = rows.map(({ standing: { region, share, goal } }) => ({
		region,
		share,
		beside: [{ name: flanders.region.name, share: flanders.share }, ...goalBeside(goal)]
	}));
	const most = Math.max(
		...compared.flatMap(({ share, beside }) =>
			[share, ...beside.map((one) => one.share)].map(({ value }) => value ?? 0)
		)
	);
	return compared.map(({ region, share, beside }) => shareTile(region.name, share, beside, most));
}
