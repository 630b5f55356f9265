import { leastSure, type Figure } from './figure.ts';
import type { Status } from './status.ts';

/**
 * Dwellings in one typical project of social rental homes. Our assumption, no official figure: nobody publishes the size of
 * projects per municipality. A round number of the order of one small apartment building or one short street; whoever
 * knows the projects of a region gives another size with the question.
 */
export const TYPICAL_PROJECT = 20;

/** The sizes of a project that may be asked for. */
export const PROJECT_SIZES = { least: 1, most: 500 } as const;

/** What one project changes in a share, as a fraction of the households; null without households. */
export const projectWeight = (project: number, households: number): number | null =>
	households > 0 ? project / households : null;

/** What is ranked: a ratio of integers, the highest first. Ratios are compared as products, never rounded. */
export interface Ranked {
	/** Dwellings, or whatever a project adds to; may be negative. */
	amount: number;
	/** What it is divided by; above zero, 1 for a plain number. */
	base: number;
}

/** Places from 1, the highest. Equal ones share a place. */
export interface PlaceBand {
	/** Among the figures as they are. */
	place: number;
	/** With one project more. */
	highest: number;
	/** With one project less. */
	lowest: number;
}

const byRatio = (a: Ranked, b: Ranked): number => b.amount * a.base - a.amount * b.base;

/** How many of a sorted list stand strictly above one: found by halving, so that a long list stays cheap. */
function above(sorted: readonly Ranked[], one: Ranked): number {
	let [low, high] = [0, sorted.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if (byRatio(sorted[middle] as Ranked, one) < 0) low = middle + 1;
		else high = middle;
	}
	return low;
}

/**
 * The places that each could have if one typical project of its own had come a year earlier or later, all others staying
 * as they are: a place that one project moves is no place (a band then says it). In the order given.
 * @param project dwellings, 0 or more
 * @param least what an amount cannot fall below by losing a project: 0 for a stock, nothing for growth
 */
export function placeBands(
	all: readonly Ranked[],
	project: number,
	least: number = 0
): PlaceBand[] {
	const sorted = all.toSorted(byRatio);
	return all.map((own) => {
		const less = { ...own, amount: Math.min(own.amount, Math.max(least, own.amount - project)) };
		/** Itself, as it is, stands above itself with a project less. */
		const itself = less.amount < own.amount ? 1 : 0;
		return {
			place: above(sorted, own) + 1,
			highest: above(sorted, { ...own, amount: own.amount + project }) + 1,
			lowest: above(sorted, less) + 1 - itself
		};
	});
}

/** A place among figures: as sure as the least sure of them all, for each can move every place. */
export interface Place extends PlaceBand {
	/** How many have a place; those without a figure have none. */
	of: number;
	status: Status;
}

/** A figure that is ranked by itself (`base` null) or as a ratio to another. */
export interface RankedFigure {
	amount: Figure;
	base: Figure | null;
}

/** The places among figures, in the order given; null for one that is unknown or has nothing to be divided by. */
export function placesAmong(
	rows: readonly RankedFigure[],
	project: number,
	least: number = 0
): (Place | null)[] {
	const ranked = rows.map(({ amount, base }): Ranked | null => {
		const below = base ? base.value : 1;
		return amount.value === null || !below ? null : { amount: amount.value, base: below };
	});
	const known = rows.filter((_, index) => ranked[index] !== null);
	const status = leastSure(
		known.flatMap(({ amount, base }) => [amount.status, ...(base ? [base.status] : [])])
	);
	const bands = placeBands(
		ranked.filter((one) => one !== null),
		project,
		least
	)[Symbol.iterator]();
	return ranked.map((one) => {
		const band = one && bands.next().value;
		return band ? { ...band, of: known.length, status } : null;
	});
}
