import { derived, unknown, type Figure } from './figure.ts';

/** How an objective binds a municipality. */
export type ObjectiveStatus = 'compulsory' | 'exempt' | 'none' | 'provisional';

/** Where a municipality or region stands against its objective, in dwellings. */
export interface ObjectiveProgress {
	target: Figure;
	status: ObjectiveStatus;
	baseline: Figure;
	/** Net increase since the baseline; may be negative. */
	realised: Figure;
	inExecution: Figure;
	planned: Figure;
	/** Realised / target as a fraction; unknown when the target is 0 or unknown, may be negative or above 1. */
	realisedShare: Figure;
	/** Dwellings still to realise, signed: negative is how many were realised beyond the target. */
	toRealise: Figure;
}

/** What progress is computed from. */
export type ObjectiveInputs = Omit<ObjectiveProgress, 'realisedShare' | 'toRealise'>;

/**
 * Progress of an objective (domain.md R3): the percentage is realised / target, may be negative or above 100 %,
 * and does not exist for a target of 0: never infinite, never 100.
 */
export function objectiveProgress(inputs: ObjectiveInputs): ObjectiveProgress {
	const { target, realised } = inputs;
	return {
		...inputs,
		realisedShare: realisedShare(target, realised),
		toRealise:
			target.value === null || realised.value === null
				? unknown(realised.date, 'part_missing')
				: derived(target.value - realised.value, realised.date, [target, realised])
	};
}

function realisedShare(target: Figure, realised: Figure): Figure {
	if (target.value === null || target.value === 0) return unknown(realised.date, 'no_objective');
	if (realised.value === null) return unknown(realised.date, realised.reason ?? 'not_published');
	return derived(realised.value / target.value, realised.date, [target, realised]);
}

/**
 * Status of the objective of a merged municipality or a region: compulsory when one part is, exempt only when every
 * part is. The 9 % limit is not applied again to the sum (domain.md R10).
 */
export function joinStatuses(statuses: readonly ObjectiveStatus[]): ObjectiveStatus {
	for (const status of ['compulsory', 'provisional', 'exempt'] as const) {
		if (statuses.includes(status)) return status;
	}
	return 'none';
}
