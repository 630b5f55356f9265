/**
 * Widths in px at which a page shows its drawings: a telephone, half a page, a page or a sheet of paper, a wide page. The
 * styles of `Drawing.svelte` repeat them, for a style cannot read a constant.
 */
export type DrawnWidth = 280 | 430 | 590 | 860;

/** For a drawing with hundreds of marks. */
export const HEAVY: readonly DrawnWidth[] = [280, 590];

/** For a drawing over the years, that has the whole width of a page. */
export const BROAD: readonly DrawnWidth[] = [280, 430, 590, 860];
