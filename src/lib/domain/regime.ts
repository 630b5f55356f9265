import { addDays, yearOf, type Day } from './dates.ts';
import type { Indicator, RegimeCount } from './indicators.ts';

/** Whom a regime binds, and to what. */
export type Tenure = 'rental' | 'purchase' | 'plots' | 'rental_voluntary' | 'local';
/** Whether a regime binds at present; unknown when no source says so. */
export type RegimeStatus = 'in_force' | 'ended' | 'in_preparation' | 'unknown';

/** A regime by its row: everything that tells it from another. */
export interface Regime {
	code: string;
	tenure: Tenure;
	status: RegimeStatus;
	startsOn: Day | null;
	deadline: Day | null;
	baselineOn: Day | null;
	/** By which name its series of homes that count are told from those of other regimes; '' for those without a name. */
	figures: string | null;
}

/** A regime of which progress can be measured: it says from which day, and by which. */
export type Measured<One extends Regime> = One & { baselineOn: Day; deadline: Day };

/** The compulsory rental regimes that say from when and by when homes count, oldest first. */
export const measuredRegimes = <One extends Regime>(regimes: readonly One[]): Measured<One>[] =>
	regimes
		.filter(
			(one): one is Measured<One> =>
				one.tenure === 'rental' && one.baselineOn !== null && one.deadline !== null
		)
		.sort((a, b) => (startOf(a) < startOf(b) ? -1 : 1));

const startOf = ({ startsOn, baselineOn }: Regime): Day => startsOn ?? baselineOn ?? '';

/** Where a regime is on a day: it runs, it is over, or it is only announced. */
export type Phase = 'current' | 'ended' | 'announced';

/** A regime that is still being prepared runs on no day, whatever its dates say. */
export function phaseOn(regime: Regime, day: Day): Phase {
	if (regime.status === 'in_preparation' || day < startOf(regime)) return 'announced';
	return regime.deadline !== null && day > regime.deadline ? 'ended' : 'current';
}

/**
 * The regime whose progress is measured on a day: the one that runs, else the one that ended last, else the first. A regime
 * in preparation is never it.
 */
export function regimeOn<One extends Regime>(
	regimes: readonly One[],
	day: Day
): Measured<One> | undefined {
	const adopted = measuredRegimes(regimes).filter(({ status }) => status !== 'in_preparation');
	return adopted.findLast((one) => phaseOn(one, day) !== 'announced') ?? adopted[0];
}

/** The regimes for which homes of a day can count: from their baseline to their last day, both included. */
export const claimants = <One extends Regime>(regimes: readonly One[], day: Day): Measured<One>[] =>
	measuredRegimes(regimes).filter(
		({ baselineOn, deadline }) => baselineOn <= day && day <= deadline
	);

/** The series in which a regime counts homes. */
export function countOf(
	{ code, figures }: Pick<Regime, 'code' | 'figures'>,
	count: RegimeCount
): Indicator {
	const name = figures ?? code.toLowerCase().replace(/[^a-z0-9]+/g, '_');
	return name === '' ? count : `${count}__${name}`;
}

/** The years of a regime as people name it: 2026-2042. */
export const periodOf = ({ startsOn, baselineOn, deadline }: Measured<Regime>): string =>
	`${yearOf(startsOn ?? addDays(baselineOn, 1))}-${yearOf(deadline)}`;
