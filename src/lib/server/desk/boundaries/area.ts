/** A pair of coordinates in whatever system the file uses. */
export type Position = [x: number, y: number];

/** One area as a file brings it, before anything is known about it. */
export interface RawArea {
	/** Which one it is in the file, from 1. */
	row: number;
	properties: Readonly<Record<string, unknown>>;
	/** Polygons of rings, the outer one first; either winding order. */
	polygons: readonly (readonly (readonly Position[])[])[];
}

/** A file of areas, opened. */
export interface AreaFile {
	format: 'GeoJSON' | 'TopoJSON' | 'shapefile';
	areas: readonly RawArea[];
	/** What the file itself says about its coordinates; null when it says nothing. */
	declared: string | null;
}
