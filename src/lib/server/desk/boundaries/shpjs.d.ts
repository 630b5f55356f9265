/** The two readers of `shpjs` that are used here; the package brings no types. */
declare module 'shpjs' {
	/** The geometry of each record, null for an empty one; coordinates as they are without `prj`. */
	export function parseShp(shp: Uint8Array, prj?: string): unknown[];
	/** The row of each record by column. */
	export function parseDbf(dbf: Uint8Array, encoding?: string): Record<string, unknown>[];
}
