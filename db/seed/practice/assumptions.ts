/**
 * Everything that the practice figures assume and nobody published, in one place; README.md explains each. Shares are
 * fractions of households.
 */

/** No estimate puts the social rental stock above this share of the households. */
export const HIGHEST_SHARE = 0.4;

/**
 * Model of the share in the baseline: `(households per km²) ** steepness`, times `centreCity` for the centre cities, times
 * a fixed factor between the two of `variety`, scaled to the province; at most `highest`, and at most `highestBound` for who
 * is published to have an objective. Steepness is no assumption: it follows from `OBJECTIVES_TOGETHER`.
 */
export const BASELINE = {
	centreCity: 1.1,
	variety: { low: 0.1, high: 2.4 },
	highest: 0.2,
	highestBound: 0.08
};

/**
 * What the objectives of the municipalities were together after steps 1 and 2, «about», in 2009 (domain.md 1.2), and by which
 * part the estimates may be above it.
 */
export const OBJECTIVES_TOGETHER = { dwellings: 31_000, about: 0.01 };

/**
 * Growth follows the objective, and for every existing dwelling this much more (replacement with a surplus, covenants,
 * rented-in dwellings): it is why exempt municipalities grow too.
 */
export const GROWTH_PER_DWELLING = 0.08;

/**
 * Not everybody keeps up: the growth key is multiplied by a fixed factor between these, more often low than high (the
 * square of an even variety). The latest published outcome narrows it: passed (category 1, or «reaches its objective»), or
 * failed (2, 2a or 2b, or «does not»); not for a municipality without objective, which passes without any growth.
 */
export const EFFORT = {
	untested: { low: 0.15, high: 2 },
	passed: { low: 0.8, high: 1.6 },
	failed: { low: 0.2, high: 0.8 }
};

/**
 * No estimate grows beyond this many times the objective, and the nearer it comes, the slower it grows: to be far ahead
 * of all others is left to those of which it is published.
 */
export const CEILING = 2;

/** Some begin early and others late: the yearly growth tilts at most by this much from the first to the last year. */
export const TILT = 0.8;

/** A few municipalities lose dwellings every year: how many of them, and which part of their stock. */
export const DECLINE = { chance: 0.02, perYear: 0.0015 };

/**
 * Key of the pipeline: what is still to be realised, part of the objective and a little of the stock, times a fixed
 * factor between `low` and `high`, in a wave of some years around it.
 */
export const PIPELINE = {
	perObjective: 0.5,
	perDwelling: 0.03,
	low: 0.1,
	high: 1.9,
	wave: 0.5,
	years: 7
};

/**
 * Published totals that the estimates are tied to, the nearest to the yearly measurement (B) first, each with what the
 * measurement counts beside it, as a part of it: the homes of municipality, OCMW and Vlaams Woningfonds, which neither the
 * social housing companies and rental offices (C) nor the woonmaatschappijen (W) have. Nobody published that part for
 * Flanders; it was 0.8 % in Gent (2011), 3.0 % in Kortrijk (2010) and 25 % in De Haan (2022).
 */
export const TOTALS = [
	{ indicator: 'stock_b', beside: 0 },
	{ indicator: 'stock_c', beside: 0.01 },
	{ indicator: 'stock_w', beside: 0.01 }
] as const;

/** Part of the pipeline that is already in execution, the rest is planned. */
export const IN_EXECUTION = { low: 0.25, high: 0.55 };

/** Part of a municipality's stock that belongs to housing companies (definition D), before scaling to the province. */
export const COMPANY_PART = { low: 0.86, high: 0.98 };
