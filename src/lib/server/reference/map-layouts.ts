import { mapAreas, type MapArea, type MapFrame, type MapLayout } from '#lib/charts/map-areas.ts';
import { schematicAreas } from '#lib/charts/schematic-areas.ts';
import type { Day } from '#lib/domain/dates.ts';
import type { Municipality } from '#lib/domain/places.ts';
import { boundariesOn, type Boundaries } from './boundaries.ts';
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
const held = new WeakMap<readonly Municipality[] | Boundaries, DrawnMap>();
const schematic = new WeakMap<readonly Municipality[], MapArea[]>();

/** The map of all municipalities of a day; drawn once for each structure. */
export function overviewLayout(ground: Ground, day: Day): DrawnMap {
	const municipalities = ground.places.validOn(day);
	const boundaries = boundariesOn(ground.boundaries, day, municipalities);
	const key = boundaries ?? municipalities;
	const layout = held.get(key) ?? draw(municipalities, boundaries, OVERVIEW);
	held.set(key, layout);
	return layout;
}

/** The map of a region's members on a day, with the neighbours that fall inside the frame. */
export function regionLayout(ground: Ground, day: Day, members: ReadonlySet<string>): DrawnMap {
	const municipalities = ground.places.validOn(day);
	const boundaries = boundariesOn(ground.boundaries, day, municipalities);
	return draw(municipalities, boundaries, { ...REGION, focus: members });
}

function draw(
	municipalities: readonly Municipality[],
	boundaries: Boundaries | null,
	frame: MapFrame
): DrawnMap {
	if (!boundaries) return { ...mapAreas(schematicOf(municipalities), frame), credit: null };
	const { credit, licence, url } = boundaries.set;
	return { ...mapAreas(boundaries.areas, frame), credit: { credit, licence, url } };
}

/** The schematic ground of a structure; divided once. */
function schematicOf(municipalities: readonly Municipality[]): MapArea[] {
	const areas = schematic.get(municipalities) ?? schematicAreas(municipalities);
	schematic.set(municipalities, areas);
	return areas;
}
