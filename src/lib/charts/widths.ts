/**
 * Widths in px for which names in a drawing are laid out: from each on, until the next. The styles of the components
 * (`@container`) repeat them, for a style cannot read a constant.
 */
export const NAME_WIDTHS = [280, 480, 700, 1000] as const;
