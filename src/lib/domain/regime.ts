import type { Day } from './dates.ts';

/** Whom a regime binds, and to what. */
export type Tenure = 'rental' | 'purchase' | 'plots' | 'rental_voluntary' | 'local';
/** Whether a regime binds at present; unknown when no source says so. */
export type RegimeStatus = 'in_force' | 'ended' | 'in_preparation' | 'unknown';

/**
 * The regime whose progress is measured: the compulsory rental one that came into force last. One in preparation takes
 * over as soon as the data say that it is in force.
 */
export const mainRegime = <
	Regime extends { tenure: Tenure; status: RegimeStatus; startsOn: Day | null }
>(
	regimes: readonly Regime[]
): Regime | undefined =>
	regimes
		.filter(
			({ tenure, status }) => tenure === 'rental' && (status === 'in_force' || status === 'ended')
		)
		.sort((a, b) => ((a.startsOn ?? '') < (b.startsOn ?? '') ? 1 : -1))[0];
