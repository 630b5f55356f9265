import { mapCells, type MapLayout } from '#lib/charts/map-cells.ts';
import type { Municipality } from '#lib/domain/places.ts';

const OVERVIEW = { width: 480, height: 400 };
const REGION = { width: 480, height: 320 };
const held = new WeakMap<readonly Municipality[], MapLayout>();

/** The schematic cells of all municipalities of a structure; computed once for each list. */
export function overviewLayout(municipalities: readonly Municipality[]): MapLayout {
	let layout = held.get(municipalities);
	if (!layout) {
		layout = mapCells(municipalities, OVERVIEW);
		held.set(municipalities, layout);
	}
	return layout;
}

/** The schematic cells of a region's members, with the neighbours that fall inside the frame. */
export const regionLayout = (
	municipalities: readonly Municipality[],
	members: ReadonlySet<string>
): MapLayout => mapCells(municipalities, { ...REGION, focus: members });
