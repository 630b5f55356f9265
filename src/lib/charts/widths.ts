/**
 * Widths in px at which a page shows its drawings: a telephone, half a sheet of paper, half a slide, half a page or a sheet of
 * paper, a wide page. The styles of `Drawing.svelte` repeat them, for a style cannot read a constant.
 */
export type DrawnWidth = 280 | 330 | 430 | 590 | 860;

/** On a telephone, and elsewhere. */
export const USUAL: readonly DrawnWidth[] = [280, 590];

/** In a column of a page, which has any width up to half of it. */
export const COLUMN: readonly DrawnWidth[] = [280, 430, 590];

/** For a light drawing that has the whole width of a page. */
export const BROAD: readonly DrawnWidth[] = [280, 590, 860];

/** On half a sheet of paper. */
export const HALF_SHEET: readonly DrawnWidth[] = [280, 330];

/** On a whole slide; a telephone shows the narrower one smaller, for names and numbers in a row need that room. */
export const SLIDE: readonly DrawnWidth[] = [430, 590];

/** On half a slide. */
export const HALF_SLIDE: readonly DrawnWidth[] = [280, 430];
