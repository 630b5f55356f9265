import { unknown, type Figure } from './figure.ts';
import { isEstimate } from './status.ts';

/** Where estimates stop fitting what was published. */

/** Whether figures that add up to more than a published total of the same count rest on estimates. */
function exceeds(figures: readonly Figure[], total: number | null): boolean {
	const sum = figures.reduce((all, { value }) => all + (value ?? 0), 0);
	return total !== null && sum > total && figures.some(isEstimate);
}

/**
 * The parts of a whole beside a total that was published for it. Where they add up to more, whatever among them is an
 * estimate becomes unknown: it cannot be true together with the total.
 * @param total of the same count, in the same unit; null: none was published
 */
export const withinTotal = (figures: readonly Figure[], total: number | null): readonly Figure[] =>
	exceeds(figures, total)
		? figures.map((one) =>
				isEstimate(one) ? unknown(one.date, 'above_total', [], one.indicator) : one
			)
		: figures;
