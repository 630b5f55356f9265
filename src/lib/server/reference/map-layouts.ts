import { mapAreas, type MapArea, type MapLayout } from '#lib/charts/map-areas.ts';
import { schematicAreas } from '#lib/charts/schematic-areas.ts';
import type { Day } from '#lib/domain/dates.ts';
import type { Municipality } from '#lib/domain/places.ts';
import { BoundedStore } from '../bounded-store.ts';
import { boundariesOn } from './boundaries.ts';
import type { BoundarySet } from '../queries/boundaries.ts';
import type { Reference } from './reference.ts';

/** What a map is drawn from: schematic areas when no boundaries hold on its day. */
export interface DrawnMap extends MapLayout {
	/** Whose boundaries they are; null: the map is schematic. */
	credit: Pick<BoundarySet, 'credit' | 'licence' | 'url'> | null;
}

type Ground = Pick<Reference, 'places' | 'boundaries'>;

const OVERVIEW = { width: 480, height: 400 };
const REGION = { width: 480, height: 320 };
const held = new WeakMap<readonly MapArea[], MapLayout>();
const schematic = new WeakMap<readonly Municipality[], MapArea[]>();
/** Areas of the structures seen last, by what they are made of: most changes of the data leave municipalities as they are. */
const divided = new BoundedStore<MapArea[]>(100_000, (areas) => areas.length);

/** The map of all municipalities of a day; drawn once for each structure. */
export const overviewLayout = ({ places, boundaries }: Ground, day: Day): DrawnMap =>
	drawn(places.validOn(day), boundaries, day, (areas) => {
		const layout = held.get(areas) ?? mapAreas(areas, OVERVIEW);
		held.set(areas, layout);
		return layout;
	});

/** The map of a region's members on a day, with the neighbours that fall inside the frame. */
export const regionLayout = (
	{ places, boundaries }: Ground,
	day: Day,
	members: ReadonlySet<string>
): DrawnMap =>
	drawn(places.validOn(day), boundaries, day, (areas) =>
		mapAreas(areas, { ...REGION, focus: members })
	);

function drawn(
	municipalities: readonly Municipality[],
	imported: Ground['boundaries'],
	day: Day,
	layout: (areas: readonly MapArea[]) => MapLayout
): DrawnMap {
	const boundaries = boundariesOn(imported, day, municipalities);
	if (!boundaries) return { ...layout(schematicOf(municipalities)), credit: null };
	const { credit, licence, url } = boundaries.set;
	return { ...layout(boundaries.areas), credit: { credit, licence, url } };
}

/** The schematic ground of a structure; divided once. */
function schematicOf(municipalities: readonly Municipality[]): MapArea[] {
	const areas = schematic.get(municipalities) ?? groundOf(municipalities);
	schematic.set(municipalities, areas);
	return areas;
}

function groundOf(municipalities: readonly Municipality[]): MapArea[] {
	const key = JSON.stringify(
		municipalities.map(({ nis, longitude, latitude, areaKm2 }) => [
			nis,
			longitude,
			latitude,
			areaKm2
		])
	);
	const areas = divided.use(key) ?? schematicAreas(municipalities);
	divided.keep(key, areas);
	return areas;
}
